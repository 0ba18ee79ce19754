"""Roles, assessments and what follows from them. Pure: no Qt, no files, no clock."""
