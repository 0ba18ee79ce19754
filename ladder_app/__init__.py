"""Ladder: the desktop app for career conversations."""

__version__ = "0.1.0"
