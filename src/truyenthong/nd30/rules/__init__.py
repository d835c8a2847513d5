"""The rules: each is a plain function from a sheet to findings, below the entries that it uses."""
