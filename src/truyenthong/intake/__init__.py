"""Understands what comes in from outside, as bytes: what it is, whose it is, what it contains."""
