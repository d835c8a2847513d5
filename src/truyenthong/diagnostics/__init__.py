"""Everything that can be said about the user's data: one module a family, ``catalogue`` for all of them."""
