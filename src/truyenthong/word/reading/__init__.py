"""A Word template read: tags found, parsed and woven into a program."""
