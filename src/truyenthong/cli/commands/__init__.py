"""The commands that a user types, one file each."""
