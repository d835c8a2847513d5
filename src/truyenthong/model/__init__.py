"""Frozen data and arithmetic of the field: plan, units, periods, deadlines, submissions."""
