"""The kinds of findings about the user's data: one module a family; ``operations.explain`` lists all."""
