"""Charts, pictures and frames of a template, filled with data."""
