"""Property tests: whole machines under random histories."""
