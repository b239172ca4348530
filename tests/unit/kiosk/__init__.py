"""Unit tests of the kiosk's pure modules."""
