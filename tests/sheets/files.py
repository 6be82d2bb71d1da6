"""Makes the files that tests send: workbooks, CSV and JSON lines."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

GOOD = {
    "岗位": "维修电工",
    "单位": "晨光机械",
    "人数": 3,
    "薪资": "6000-8000元/月",
    "工作内容": "负责车间设备的日常维修",
    "工作地点": "苏溪镇",
}


def xlsx(
    rows: Sequence[Sequence[object]], merged: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """A workbook with one sheet; `merged` are ranges (row, column, row, column) from 0."""
    return workbook({"岗位表": rows}, merged)


def workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]],
    merged: Sequence[tuple[int, int, int, int]] = (),
    *,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> bytes:
    """A workbook with several sheets; one called 隐藏 is hidden. Rows and columns count from 0."""
    out = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd", "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            _fill(sheet, rows)
            for top, left, bottom, right in merged:
                sheet.merge_range(top, left, bottom, right, rows[top][left])
            for row in hidden_rows:
                sheet.set_row(row, None, None, {"hidden": True})
            for column in hidden_columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
            if name == "隐藏":
                sheet.hide()
    return out.getvalue()


def _fill(sheet: Any, rows: Sequence[Sequence[object]]) -> None:
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif isinstance(value, datetime | date):
                sheet.write_datetime(row, column, value)
            elif value is not None:
                sheet.write_number(row, column, value)


def table(*changes: Mapping[str, object], headings: Mapping[str, object] = GOOD) -> list[list[Any]]:
    """Rows under the headings of GOOD, each with some cells changed; None leaves a cell blank."""
    names = list(dict.fromkeys([*headings, *(name for each in changes for name in each)]))
    rows = [[{**headings, **each}.get(name) for name in names] for each in changes]
    return [names, *rows]


def csv_text(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """The rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def jsonl(*records: object) -> bytes:
    """One JSON document a line."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records).encode()
