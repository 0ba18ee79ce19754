"""Other people's ladders → a role, with an account of every line of the source."""
