"""``units``: what a command does with the list of units."""
