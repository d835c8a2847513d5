"""Runs a template on data: the sandbox, operators, filters and formats."""
