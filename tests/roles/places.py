"""Where the shipped files and the page that one of them was made from lie."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
MANAGER_ROLE = REPOSITORY / "roles" / "engineering-productivity-manager.role.yaml"
ENGINEER_ROLE = REPOSITORY / "roles" / "software-engineer.role.yaml"
SAMPLE = REPOSITORY / "resources" / "sample.assessment.yaml"
SOURCE_PAGE = REPOSITORY.parent / "shared" / "corpus" / "engineering-productivity-manager.md"
