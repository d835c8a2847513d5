"""Forms in Word and Excel: written from a declaration, read back once filled in."""
