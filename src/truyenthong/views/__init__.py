"""What Word templates may see: plain data built from the model and the board, with a name for everything.

Nothing is imported here: the wording of states is read by commands that build no view.
"""
