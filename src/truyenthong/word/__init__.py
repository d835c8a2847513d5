"""The Word engine: ``.docx`` bytes and plain data in, ``.docx`` bytes and findings out.

Nothing is imported here: the description of fields (``fields``) is read by commands that pay for no Word.
"""
