"""Importing a role: the source beside what it became, and what only a person can decide."""
