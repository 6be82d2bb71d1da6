"""Files made to do harm take a child with them, never the process that asked."""

import contextlib
import io
import os
import random
import threading
import time
import zipfile
from pathlib import Path

import pytest

from matcher.domain.errors import Refused
from matcher.sheets import limits, reader, resumes
from tests.sheets.files import jsonl, table, xlsx

ROW = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c></row>'
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def _with_sheet(sheet: bytes) -> bytes:
    """Our own workbook with its first sheet replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(table({})))) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for part in whole.infolist():
            is_sheet = part.filename == "xl/worksheets/sheet1.xml"
            bomb.writestr(part.filename, sheet if is_sheet else whole.read(part))
    return out.getvalue()


def _refusal(content: bytes) -> str:
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        reader.read(content)
    assert time.monotonic() - began < 60
    return refused.value.code


def test_a_bomb_of_400_mb_of_rows_is_not_opened() -> None:
    filler = b"x" * 4000
    row = ROW % (1, 1, filler)
    bomb = _with_sheet(HEAD + row * (400_000_000 // len(row)) + TAIL)
    assert len(bomb) < 4_000_000
    assert _refusal(bomb) == "file_unpacks_too_big"


def test_a_bomb_that_lies_about_its_size_ends_with_its_child() -> None:
    row = ROW % (1, 1, b"x" * 4000)
    bomb = bytearray(_with_sheet(HEAD + row * (150_000_000 // len(row)) + TAIL))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lie = bytes(bomb).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert _refusal(lie) in ("file_too_heavy", "file_broken", "no_headings")


def test_one_cell_at_the_far_corner_does_not_abort_us() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    near = ROW % (1, 1, "岗位".encode())
    assert _refusal(_with_sheet(HEAD + near + far + TAIL)) == "file_too_heavy"


def test_billions_of_laughs_are_not_laughed() -> None:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    sheet = b"<!DOCTYPE x [" + entities + b"]>" + HEAD + ROW % (1, 1, b"&a11;") + TAIL
    assert _refusal(_with_sheet(sheet)) in ("file_broken", "no_headings", "file_too_heavy")


def test_ten_thousand_parts_are_too_many() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(limits.PARTS + 1):
            archive.writestr(f"xl/{number}", b"")
    assert _refusal(out.getvalue()) == "file_unpacks_too_big"


def test_deep_and_long_json_is_a_bad_line_among_good_ones() -> None:
    deep = b'{"title":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}\n"
    long = b'{"title":"' + b"x" * (limits.LINE_BYTES + 10) + b'"}\n'
    number = b'{"title":' + b"9" * 6000 + b"}\n"
    sheet = reader.read(deep + long + number + jsonl({"title": "电工"}))
    assert [row.problem for row in sheet.rows] == [
        "line_not_json",
        "line_too_long",
        "line_not_json",
        None,
    ]


def test_too_many_rows_and_columns_are_refused() -> None:
    assert _refusal(b"title,company\n" + b"a,b\n" * (limits.ROWS + 200)) == "too_many_rows"
    assert _refusal(b"title," + b"x," * limits.COLUMNS + b"\n") == "too_many_columns"


def test_flipped_bytes_never_do_more_than_refuse() -> None:
    whole = xlsx(table(*({"岗位": f"电工{n}"} for n in range(5))))
    dice = random.Random(5)
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(dice.choice((1, 3, 20))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with contextlib.suppress(Refused):
            assert len(reader.read(bytes(broken)).rows) <= 5


def test_a_cut_file_is_refused() -> None:
    whole = xlsx(table({}))
    for length in (10, 100, len(whole) // 2, len(whole) - 1):
        assert _refusal(whole[:length]) in ("file_broken", "sheet_kind_unknown")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        reader.read(tmp_path / "none.xlsx")
    assert refused.value.code == "file_not_found"


def test_the_child_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIRMATCH_SECRET_KEY", "hidden")
    seen: list[dict[str, str]] = []
    start = __import__("subprocess").Popen

    def watch(*args: object, **kwargs: object) -> object:
        seen.append(dict(kwargs["env"]))  # type: ignore[call-overload]
        return start(*args, **kwargs)

    monkeypatch.setattr("matcher.sheets.process.subprocess.Popen", watch)
    reader.read(jsonl({"title": "电工"}))
    assert "FAIRMATCH_SECRET_KEY" not in seen[0]


def test_many_threads_read_at_once_and_leave_nothing_open() -> None:
    reader.read(jsonl({"title": "电工"}))
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    answers: list[str] = []

    def ask() -> None:
        answers.append(resumes.text("三年电工经验".encode()))

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["三年电工经验"] * 10
    if before:
        assert len(os.listdir("/proc/self/fd")) <= before + 1
