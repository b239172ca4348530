"""The rules of the queue, pure: no clock, no randomness, no I/O, nothing but the standard library.

    decide(state, command, now) -> events or a refusal        reads
    evolve(state, event, at)                                  writes, the only writer

Read in this order: model, commands, events, refusals, decide (with tickets and premises), order, evolve, invariants;
then learned, learning, tempo, estimate: how long people wait.
"""
