"""The catalogue of everything that can be said about the user's data, one entry a code."""
