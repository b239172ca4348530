"""The officer's application: one counter's desk, on the officer's own screen."""
