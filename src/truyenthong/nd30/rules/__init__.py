"""The rules, each a plain function from a sheet to findings; reads no file."""
