"""The wallboard: what a hall sees and hears when a number is called."""
