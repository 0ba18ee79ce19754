"""What the contracts of import-linter cannot say: they name what is forbidden, and this what alone is allowed."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import ladder_app

PACKAGE = Path(ladder_app.__file__).parent


def packages_imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "ladder_app").partition(".")[0]


def test_that_the_domain_knows_pydantic_and_the_standard_library_alone() -> None:
    modules = [PACKAGE / "errors.py", *(PACKAGE / "domain").rglob("*.py")]
    found = {package for path in modules for package in packages_imported(path)}
    assert {"pydantic", "ladder_app"} <= found
    assert found - sys.stdlib_module_names == {"pydantic", "ladder_app"}


def test_that_every_package_we_import_is_one_we_ask_for() -> None:
    names = {"PySide6": "PySide6-Essentials", "yaml": "pyyaml", "markdown_it": "markdown-it-py"}
    asked = (PACKAGE.parent / "pyproject.toml").read_text("utf-8").lower()
    found = {package for path in PACKAGE.rglob("*.py") for package in packages_imported(path)}
    for package in found - sys.stdlib_module_names - {"ladder_app", "_typeshed", "shiboken6"}:
        name = names.get(package, package).lower()
        assert name in asked or name.replace("_", "-") in asked, package
