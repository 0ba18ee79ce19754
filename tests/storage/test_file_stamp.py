import os
from datetime import UTC, datetime
from pathlib import Path

from ladder_app.storage.file_stamp import FileStamp, file_stamp


def test_that_a_stamp_says_when_the_file_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    os.utime(path, (noon.timestamp(), noon.timestamp()))
    assert file_stamp(path).modified == noon
    assert file_stamp(tmp_path / "gone") == FileStamp()
    assert FileStamp().modified is None
    assert FileStamp(modified_ns=10**30).modified is None
