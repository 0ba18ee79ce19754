"""What is said of a team: as a table for the terminal, as CSV and as JSON."""
