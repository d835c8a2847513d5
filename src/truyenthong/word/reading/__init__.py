"""Reads a Word template: finds its tags, parses them and marks their places."""
