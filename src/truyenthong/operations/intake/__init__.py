"""What came in from outside, taken into the workspace."""
