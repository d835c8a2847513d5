"""Word reports and their templates, made and checked."""
