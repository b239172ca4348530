"""The hall on the network: commands by HTTP, the feed by WebSocket, and what operators ask (`/health`, `/metrics`).

Read in this order: app (what answers where), auth, errors, commands; then rows, views, moment, channel, feed, socket.
"""
