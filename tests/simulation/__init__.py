"""A hall's days from one number: the real rules, the real service, the real storage, and everything that goes wrong.

    premises   which hall, which days            people, officers   who does what, as small scripts
    still_loop a loop whose time is told         disk               a database that fails, or dies with the process
    life       the days of one hall, step by step                   checker (order, ledger, record)   what must hold

Everything follows from the seed: no wall clock, no thread, no race. A *life* is `DAYS_A_LIFE` days of one hall in one
database; a *step* is one thing that happens in it. After every step the checker runs.
"""
