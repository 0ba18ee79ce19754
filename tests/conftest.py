"""What every test has: a home of its own, no display, no network of its own making, and no silent warnings."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

# How long an example takes is the machine's affair. Every run tries the same ones, so that what fails fails again;
# `--hypothesis-profile=wander` goes to look for new ones.
_ON_ANY_MACHINE: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, **_ON_ANY_MACHINE)
settings.register_profile("wander", derandomize=False, **_ON_ANY_MACHINE)
settings.load_profile("steady")

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_COLLECT_EVERY = 20


class PatientQtBot(QtBot):
    """Waits as long as a busy machine may need; what never comes is still found missing."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:  # noqa: N802 – Qt's way
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = 60_000, **further: Any) -> SignalBlocker:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **further)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 – made before it
    """Qt's bot, for a machine with other things to do."""
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for settings, data and documents that no other test sees."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("LADDER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _collected(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where tests of the window have taken collecting over, somebody has to go on with it: now and then, here."""
    yield
    if not gc.isenabled() and hash(request.node.nodeid) % _COLLECT_EVERY == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def _no_unexpected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or an error in the log that the test did not ask for is a failure."""
    yield
    unexpected = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not unexpected, [record.getMessage() for record in unexpected]
