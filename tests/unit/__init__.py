"""Unit tests: one folder a package, one file a module."""
