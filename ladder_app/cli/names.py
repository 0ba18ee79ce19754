"""The names of the commands."""

COMMANDS = ("roles", "new", "rate", "check", "readiness", "export")
