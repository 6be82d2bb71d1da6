"""What we write is a table of texts and numbers, and can be read back."""

import io
import json
from datetime import date

from python_calamine import CalamineWorkbook

from matcher.sheets import exports, reader
from matcher.sheets.writer import Page, jsonl, workbook
from tests.sheets.files import table, xlsx


def _cells(content: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


def test_a_text_stays_a_text_whatever_it_begins_with() -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "00123"]
    content = workbook([Page("x", ["a"], [[text] for text in evil])])
    assert [row[0] for row in _cells(content)[1:]] == [text.strip() for text in evil]
    assert b"<f>" not in content


def test_kinds_of_cells() -> None:
    rows = [[1.5, date(2026, 5, 1), True, ["a", "b"], None, "x" * 40_000, "\ud800\x00好"]]
    row = _cells(workbook([Page("x", list("abcdefg"), rows)]))[1]
    assert row[:4] == [1.5, date(2026, 5, 1), "是", "a、b"]
    assert len(str(row[5])) == 32_767
    assert row[6] == "好"


def test_json_lines_say_days_plainly() -> None:
    assert json.loads(jsonl([{"day": date(2026, 5, 1), "text": "好"}])) == {
        "day": "2026-05-01",
        "text": "好",
    }


def test_every_field_has_a_chinese_heading() -> None:
    for fields in (exports.POSTING_FIELDS, exports.SEEKER_FIELDS):
        headings = _cells(exports.file("xlsx", fields, [], chinese=True))[0]
        assert len(headings) == len(fields)
        assert all(not str(heading).isascii() for heading in headings)


def test_the_blank_form_is_understood_when_it_comes_back() -> None:
    headings = [str(cell) for cell in _cells(exports.blank())[0]]
    row = {"岗位*": "电工", "单位*": "晨光", "薪资*": "6000"}
    sheet = reader.read(xlsx([headings, [row.get(name) for name in headings]]))
    assert all(each.column for each in sheet.headings)
    assert sheet.rows[0].cells["pay_text"] == "6000"


def test_rows_to_mend_come_back_with_their_reason() -> None:
    sheet = reader.read(xlsx(table({"人数": "看情况"}, {"岗位": "焊工"})))
    content = exports.to_mend(sheet, [(sheet.rows[0], "人数请写成数字。")])
    headings, row = _cells(content)
    assert headings[-1] == "原因"
    assert row[-1] == "人数请写成数字。"
    again = reader.read(content)
    assert again.rows[0].cells == sheet.rows[0].cells
