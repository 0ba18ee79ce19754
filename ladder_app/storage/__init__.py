"""Files: reading with places, writing without surprises, where things lie."""
