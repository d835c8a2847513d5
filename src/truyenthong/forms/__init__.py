"""Blank forms in Word and Excel: made from a declaration, read back once filled in; judges nothing."""
