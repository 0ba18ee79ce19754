import subprocess
import sys

PROGRAM = """
import ladder_app.domain.history
import ladder_app.domain.readiness
from ladder_app.domain.values import Frozen

print(*sorted(kind.__name__ for kind in Frozen.__subclasses__() if kind.__pydantic_complete__))
"""


def test_that_importing_the_domain_builds_no_validator() -> None:
    """Building them all takes longer than everything else about the start; what is used is built when it is."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
