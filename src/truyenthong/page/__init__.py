"""The page of progress as one HTML file: knows how it looks, not what a plan is."""
