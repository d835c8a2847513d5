"""A template run on data: the sandbox, operators, filters and formats."""
