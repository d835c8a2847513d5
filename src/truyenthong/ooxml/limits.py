"""How large a package may be: bytes, parts and elements of an Office file that is opened."""

MAX_FILE = 50_000_000
"""Bytes of a template file."""
MAX_UNPACKED = 200_000_000
"""Bytes of all its parts together, unpacked."""
MAX_PART = 30_000_000
"""Bytes of one part that is read, unpacked."""
MAX_ENTRIES = 3_000
MAX_ELEMENTS = 1_000_000
"""Beginnings and ends of elements in all parts that are filled; a book of 500 pages has less."""
MAX_TEMPLATE_ELEMENTS = 400_000
"""The same of a file that is to be a template: its paragraphs are gone through several times."""
