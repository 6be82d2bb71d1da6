"""`fairmatch read`: texts in, answers out, mistakes in the file named by line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.cli.read import command


def run(folder: Path, content: str) -> Result:
    (folder / "in.jsonl").write_text(content, "utf-8")
    files = ["--in", str(folder / "in.jsonl"), "--out", str(folder / "out.jsonl")]
    return CliRunner().invoke(command, files)


def test_a_line_for_each_text(tmp_path: Path) -> None:
    posting = {"id": "p1", "kind": "posting", "text": "长白班，5000起，有叉车证优先"}
    seeker = {"id": 2, "kind": "seeker", "text": "不上夜班，有C1驾照"}
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in (posting, seeker))
    assert run(tmp_path, lines).exit_code == 0
    rows = [json.loads(row) for row in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["p1", 2]
    assert rows[0]["night"] is False
    assert rows[0]["pay"]["max"] is None
    assert rows[0]["certificates_preferred"] == ["叉车证(N1)"]
    assert rows[1]["certificates"] == ["驾驶证C1"]
    assert rows[1]["rest"] is None
    assert rows[1]["spans"]["night"] == [[0, 4]]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: not a line of JSON"),
        ("[]", "line 2: not a JSON object"),
        ('{"kind": "posting", "text": "x"}', "line 2: the record has no id"),
        ('{"id": "a", "kind": "ad", "text": "x"}', "line 2: the kind is neither"),
        ('{"id": "a", "kind": "posting"}', "line 2: the record has no text"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: str, complaint: str) -> None:
    result = run(tmp_path, '{"id": "a", "kind": "posting", "text": ""}\n' + line + "\n")
    assert result.exit_code == 1
    assert complaint in result.output


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    texts = tmp_path / "in.jsonl"
    texts.write_text('{"id": "a", "text": "x"}\n', "utf-8")
    result = CliRunner().invoke(command, ["--in", str(texts), "--out", str(texts)])
    assert result.exit_code == 1
    assert "name another --out" in result.output
    assert texts.read_text("utf-8") == '{"id": "a", "text": "x"}\n'


def test_files_or_a_check_are_needed() -> None:
    assert CliRunner().invoke(command, []).exit_code == 2


def test_a_half_of_real_texts_needs_their_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("FAIRMATCH_TEST_CORPORA", raising=False)
    for _ in range(2):
        result = CliRunner().invoke(command, ["--check", "--half", "dev"])
        assert result.exit_code == 1
        assert "FAIRMATCH_TEST_CORPORA" in result.output
        monkeypatch.setenv("FAIRMATCH_TEST_CORPORA", str(tmp_path))


def test_the_check_prints_a_line_for_each_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAIRMATCH_TEST_CORPORA", raising=False)
    result = CliRunner().invoke(command, ["--check", "--mistakes"])
    assert result.exit_code == 0
    assert "own sentences" in result.output
    assert "certificates_preferred" in result.output
