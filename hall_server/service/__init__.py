"""One hall at work: its commands one at a time, its clock, and what it needs from outside."""
