"""The names of the commands."""

COMMANDS = ("roles", "new", "rate", "log", "check", "import", "readiness", "export", "merge", "team")
