"""Indexes on disk: the whole of one or nothing, and what is torn is made anew."""

import tarfile
from pathlib import Path

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
