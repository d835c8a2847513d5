"""truyenthong: a YAML plan in, checked submissions, progress and Word reports out."""

__version__ = "0.1.0"
