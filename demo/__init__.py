"""A whole hall on one machine: every program for real, people played by touches and clicks on the real screens."""
