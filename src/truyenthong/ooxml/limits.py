"""How large a package may be: bytes, parts and elements of an Office file that is opened."""

MAX_FILE = 50_000_000
"""Bytes of a template file."""
MAX_UNPACKED = 200_000_000
"""Bytes of all its parts together, unpacked."""
MAX_PART = 30_000_000
"""Bytes of one part that is read, unpacked."""
MAX_ENTRIES = 3_000
MAX_ELEMENTS = 400_000
"""Beginnings and ends of elements in one part of a Word file, counted before a tree is built of them.

A page of dense tables has about 800. The parts of a template that are filled share this number.
"""
MAX_PARAGRAPHS = 50_000
"""Paragraphs in one part: an empty one costs its readers as much as one full of words."""
MAX_SHEET_ELEMENTS = 1_000_000
"""Beginnings and ends of elements in all parts of an Excel file: about 200,000 cells."""
