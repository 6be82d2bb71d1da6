"""Files that are huge or broken on the way in, and disks that are full on the way out."""

import gzip
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from matcher.cli import records
from web.command import group


def _rows(count: int) -> bytes:
    says = {"title": "文员", "wanted": ["文员"], "text": "文员，月薪 6000 元"}
    return b"".join(json.dumps({"id": at} | says).encode() + b"\n" for at in range(count))


@pytest.mark.parametrize("packed", [False, True])
def test_the_line_that_is_no_text_is_named_wherever_it_stands(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("p.jsonl.gz" if packed else "p.jsonl")
    content = _rows(300) + b'{"id": "x", "title": "\xff"}\n' + _rows(3)
    path.write_bytes(gzip.compress(content) if packed else content)
    with pytest.raises(click.ClickException) as told:
        list(records.lines(path))
    assert "line 301: cannot be read as UTF-8 text" in told.value.message


def test_a_list_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps({"id": 1, "title": "x", "skills": ["a"] * 10_001}) + "\n", "utf-8")
    with pytest.raises(click.ClickException) as told:
        records.read(path, lambda record: record)
    assert "line 1: skills has 20,002 characters" in told.value.message


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize("words", ["rank --postings p --seekers p", "read --in p"])
def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path, words: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(_rows(50))
    typed = [str(path) if word == "p" else word for word in words.split()]
    result = CliRunner().invoke(group, [*typed, "--out", "/dev/full"])
    assert result.exit_code == 1
    assert result.output.endswith("Error: /dev/full: No space left on device\n")


def test_a_reader_that_went_away_is_no_complaint(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), records.opened(tmp_path / "out"):
        raise BrokenPipeError
