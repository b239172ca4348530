"""Tests of what `./hall check` and `./hall test` judge by themselves."""
