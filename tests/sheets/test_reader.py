"""Files of every kind become the same rows, numbered as the person sees them."""

import gzip
from datetime import date

import pytest

from matcher.domain.errors import Refused
from matcher.sheets import reader
from matcher.sheets.reader import Sheet
from tests.sheets.files import csv_text, jsonl, table, workbook, xlsx

PLAIN = table({"岗位": "电工", "联系电话": "13800000000"}, {"岗位": "焊工", "联系电话": ""})


def _titles(sheet: Sheet) -> list[object]:
    return [row.cells.get("title") for row in sheet.rows]


def test_numbers_stay_what_people_typed() -> None:
    rows = table({"联系电话": 13800000000, "人数": 3, "有效期": date(2026, 5, 1), "编号": 7.5})
    cells = reader.read(xlsx(rows)).rows[0].cells
    assert cells["contact_phone"] == "13800000000"
    assert cells["openings"] == "3"
    assert cells["expires_on"] == "2026-05-01"
    assert cells["id"] == "7.5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    sheet = reader.read(csv_text(PLAIN, delimiter).encode(encoding))
    assert _titles(sheet) == ["电工", "焊工"]
    assert sheet.rows[0].cells["pay_text"] == "6000-8000元/月"


def test_csv_cells_may_hold_line_breaks_and_the_delimiter() -> None:
    rows = table({"工作内容": "1、布线，接电;\n2、巡检"}, {"岗位": "焊工"})
    sheet = reader.read(csv_text(rows).encode())
    assert sheet.rows[0].cells["duties"] == "1、布线，接电;\n2、巡检"
    assert [row.number for row in sheet.rows] == [2, 3]


def test_json_lines_keep_lists_and_go_on_after_a_bad_line() -> None:
    content = jsonl({"title": "电工", "skills": ["布线", "检修"], "openings": 2.0})
    content += b'{"title": \n[1]\n"x"\n' + b'{"title": ' + b"[" * 100_000 + b"\n"
    content += b'{"title": NaN}\n\n' + jsonl({"title": "焊工", "x": {"deep": 1}})
    sheet = reader.read(content)
    assert sheet.rows[0].cells["skills"] == ["布线", "检修"]
    assert sheet.rows[0].cells["openings"] == "2"
    problems = [(row.number, row.problem) for row in sheet.rows if row.problem]
    assert problems == [
        (2, "line_not_json"),
        (3, "line_not_object"),
        (4, "line_not_object"),
        (5, "line_not_json"),
        (6, "line_not_json"),
    ]
    assert sheet.rows[-1].number == 8


def test_a_json_array_and_a_gzip_are_read_too() -> None:
    assert _titles(reader.read('[{"title": "电工"}, {"title": "焊工"}]'.encode())) == [
        "电工",
        "焊工",
    ]
    assert _titles(reader.read(gzip.compress(jsonl({"title": "电工"})))) == ["电工"]


def test_one_firm_over_many_rows_speaks_for_all_of_them() -> None:
    rows = [
        ["岗位需求表", "", "", ""],
        ["单位", "岗位", "人数", "薪资"],
        ["晨光机械", "电工", 2, "6000元/月"],
        ["", "焊工", 1, "7000元/月"],
        ["禾田针织", "缝纫工", 5, "计件"],
    ]
    sheet = reader.read(xlsx(rows, merged=[(0, 0, 0, 3), (2, 0, 3, 0)]))
    assert [row.cells["company"] for row in sheet.rows] == ["晨光机械", "晨光机械", "禾田针织"]
    assert [row.number for row in sheet.rows] == [3, 4, 5]


def test_what_is_no_posting_is_skipped_and_counted() -> None:
    rows = table({}, {})
    rows += [rows[0], ["合计", None, 6], [None], [None, "只有单位"]]
    sheet = reader.read(xlsx(rows))
    assert len(sheet.rows) == 2
    assert sheet.skipped == 3


def test_every_visible_sheet_with_headings_is_read() -> None:
    content = workbook(
        {
            "说明": [["请按表填写"]],
            "车间": table({"岗位": "电工"}),
            "隐藏": table({"岗位": "不该出现"}),
            "门店": table({"岗位": "店员"}),
        }
    )
    sheet = reader.read(content)
    assert [(row.sheet, row.cells["title"]) for row in sheet.rows] == [
        ("车间", "电工"),
        ("门店", "店员"),
    ]


def test_what_stands_under_a_heading_over_many_columns_is_found() -> None:
    rows: list[list[object]] = [
        ["单位", "岗位", "招聘要求", "", "", "薪资(元/月)", "", "工作内容", "工作地点"],
        ["", "", "学历", "年龄", "人数", "最低", "最高", "", ""],
        ["晨光机械", "电工", "大专", "18-45", 3, 6000, 8000, "检修", "苏溪镇"],
    ]
    merged = [*((0, column, 1, column) for column in (0, 1, 7, 8)), (0, 2, 0, 4), (0, 5, 0, 6)]
    (row,) = reader.read(xlsx(rows, merged)).rows
    told = {name: row.cells[name] for name in ("title", "education", "openings", "salary_max")}
    assert told == {
        "title": "电工",
        "education": "大专",
        "openings": "3",
        "salary_max": "8000",
    }


def test_unknown_columns_are_kept_for_the_report() -> None:
    sheet = reader.read(xlsx(table({"性别要求": "男"})))
    assert [each.text for each in sheet.headings if each.column is None] == ["性别要求"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b" \n\n", "file_empty"),
        (b"%PDF-1.7 ...", "sheet_kind_unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "sheet_kind_unknown"),
        (b"<html><table></table></html>", "sheet_kind_unknown"),
        (bytes(range(256)) * 9, "sheet_kind_unknown"),
        (b"PK\x03\x04 broken", "file_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_broken"),
        (gzip.compress(b"x" * 50)[:-9], "file_broken"),
        (b"hello,world\n1,2\n", "no_headings"),
        ("岗位,单位\n".encode(), "no_rows"),
        (b"{}{}\n", "no_json_rows"),
        (b"[" * 100_000, "file_broken"),
        (b"[]", "no_json_rows"),
    ],
)
def test_a_useless_file_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        reader.read(content)
    assert refused.value.code == code


def test_text_that_is_no_text_is_cleaned() -> None:
    content = b'{"title": "\\ud800\\u0000\xe7\x94\xb5\xe5\xb7\xa5", "company": "a\\u0007b"}\n'
    cells = reader.read(content).rows[0].cells
    assert cells == {"title": "电工", "company": "ab"}
