"""One function per command: load, decide, produce, store; returns an outcome and prints nothing."""
