"""A wallboard for a television with nothing but a browser: the page, how a browser gets its pass, and its voice."""
