"""Indexes on disk: the whole of one or nothing, and what is torn is made anew."""

import tarfile
from pathlib import Path

import numpy as np
import pytest

from matcher.matching import kept


def test_what_cannot_be_unpacked_leaves_nothing(tmp_path: Path) -> None:
    kept.keep([1, 2], tmp_path / "index", "a")
    content = kept.packed(tmp_path / "index")
    with pytest.raises((tarfile.TarError, EOFError, OSError)):
        kept.unpack(content[: len(content) // 2], tmp_path / "far" / "copy")
    assert list((tmp_path / "far").iterdir()) == []
    kept.unpack(content, tmp_path / "far" / "copy")
    assert [each.name for each in (tmp_path / "far").iterdir()] == ["copy"]
    assert kept.opened(tmp_path / "far" / "copy", "a") == [1, 2]


def test_only_what_can_be_opened_stands(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(len(made))
        return made

    for _ in range(2):
        kept.ensure(tmp_path / "index", "a", make)
    assert made == [0]
    (tmp_path / "index" / "index.joblib").write_bytes(b"\x80")
    kept.ensure(tmp_path / "index", "a", make)
    assert kept.opened(tmp_path / "index", "a") == [0, 1]


def test_bytes_that_the_disk_spoilt_are_not_believed(tmp_path: Path) -> None:
    kept.keep(np.arange(1000), tmp_path / "index", "a")
    path = tmp_path / "index" / "index.joblib"
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096] + b"\0" * 512 + whole[-3584:])
    with pytest.raises(kept.NotKept):
        kept.opened(tmp_path / "index", "a")
    path.write_bytes(whole)
    assert kept.opened(tmp_path / "index", "a")[999] == 999


def test_what_a_killed_process_left_goes_with_the_next_one(tmp_path: Path) -> None:
    (tmp_path / ".index-0left0").mkdir()
    (tmp_path / ".index-0left0" / "index.joblib").write_bytes(b"half")
    (tmp_path / ".index2-0left0").mkdir()  # another index's
    kept.keep([1], tmp_path / "index", "a")
    assert sorted(each.name for each in tmp_path.iterdir()) == [".index2-0left0", "index"]
