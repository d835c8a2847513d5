"""What comes in from outside, as bytes: what it is, whose it is, what stands in it; touches no files."""
