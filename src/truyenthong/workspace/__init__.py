"""The only door to the user's folder: finding it, reading it, writing into it."""
