"""The names of the commands."""

COMMANDS = ("roles", "new", "rate", "check", "import", "readiness", "export", "merge", "team")
