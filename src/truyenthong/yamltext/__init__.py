"""Text to model and back: YAML trees, typed pulls, places, edits; takes bytes and strings, never a path."""
