"""The role editor: a window in which the ladder's owner writes a role file."""
