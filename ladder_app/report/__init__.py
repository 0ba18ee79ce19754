"""What the career conversation is told, and how it is set."""
