"""Files: reading, writing, places."""
