"""Measurements. Nothing here passes or fails by time: `./hall bench NAME` prints figures beside their targets.

Each bench is a module with a `main`, named in the table of `__main__`; `core` is the server: commands, feed, restart,
memory. `docs/PERFORMANCE.md` tells what the figures mean and what they were.
"""
