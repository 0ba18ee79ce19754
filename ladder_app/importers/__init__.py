"""Other people's ladders, read into roles."""
