"""What keys of YAML and JSON may mean. Data, for `mappings`."""

from __future__ import annotations

from ladder_app.domain.role import Kind
from ladder_app.importers.meaning_words import Topic

LEVELS = frozenset(
    ("levels", "ladder", "rungs", "milestones", "career_levels", "job_levels", "positions", "roles", "stages", "grades")
)
GROUPS = frozenset(
    (
        "competencies", "skills", "areas", "categories", "themes", "tracks", "topics", "dimensions", "attributes",
        "pillars", "capabilities", "values", "criteria", "expectations", "behaviours", "behaviors", "signals", "items",
        "entries", "content", "points", "bullets", "statements", "subcategories", "groups", "sections", "domains",
    )
)  # fmt: skip
"""Keys that hold criteria or what they are grouped by, and say no more."""
NAMES = ("title", "name", "displayname", "display_name", "label", "role", "job_title")
CODES = ("level", "code", "id", "key", "rank", "number")
TEXTS = frozenset(
    ("text", "summary", "description", "criterion", "expectation", "statement", "definition", "overview", "detail")
)
SILENT = frozenset(
    (
        "id",
        "key",
        "slug",
        "order",
        "color",
        "colour",
        "icon",
        "weight",
        "version",
        "url",
        "path",
        "code",
        "rank",
        "uuid",
    )
)
OTHERS = frozenset(
    ("$schema", "$defs", "openapi", "swagger", "apiVersion", "jobs", "services", "dependencies", "scripts", "hosts")
)
"""Keys at the root of files that are something else."""
KINDS = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.REQUIREMENT: Kind.REQUIREMENT,
    Topic.PLUS: Kind.REQUIREMENT,
}
