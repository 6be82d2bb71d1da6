"""Rows written as xlsx or JSON lines; a text is written as a text, whatever it begins with."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from matcher.domain.drafts.shape import clean
from matcher.sheets.limits import CELL_CHARS

_WIDEST = 48  # characters; longer texts are wrapped by the program that shows them
_LOOKED_AT = 200  # rows that decide how wide a column is


@dataclass
class Page:
    """One sheet to be written; `choices` gives a column (from 0) its drop-down list."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(pages: Iterable[Page]) -> bytes:
    """An xlsx file: bold frozen headings, a filter, dates as dates, lists joined by 、."""
    import xlsxwriter  # takes long to load, and most commands write no file

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for page in pages:
            _write_page(book.add_worksheet(page.name[:31]), page, bold)
    return out.getvalue()


def _write_page(sheet: Any, page: Page, bold: Any) -> None:
    widths = [_width(heading) for heading in page.headings]
    for column, heading in enumerate(page.headings):
        sheet.write_string(0, column, heading, bold)
    last = 0
    for last, row in enumerate(page.rows, 1):
        for column, value in enumerate(row):
            _write_cell(sheet, last, column, value)
            if last <= _LOOKED_AT and column < len(widths):
                widths[column] = max(widths[column], _width(value))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    for column, words in page.choices.items():
        sheet.data_validation(1, column, 5000, column, {"validate": "list", "source": list(words)})
    sheet.freeze_panes(1, 0)
    if page.headings and last:
        sheet.autofilter(0, 0, last, len(page.headings) - 1)


def _write_cell(sheet: Any, row: int, column: int, value: object) -> None:
    if value is None or value == "" or value == []:
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "是" if value else "否")
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime | date):
        sheet.write_datetime(row, column, value)
    else:
        sheet.write_string(row, column, _text(value)[:CELL_CHARS])


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(_text, value))
    return str(clean(str(value)))


def _width(value: object) -> int:
    """How wide a value is shown, a Chinese character counting two; the first line decides."""
    line = _text(value).partition("\n")[0][:_WIDEST]
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in line)


def jsonl(rows: Iterable[Mapping[str, object]]) -> bytes:
    """JSON lines, UTF-8; days as 2025-03-01."""
    lines = (json.dumps(dict(row), ensure_ascii=False, default=_plain) + "\n" for row in rows)
    return "".join(lines).encode("utf-8")


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
