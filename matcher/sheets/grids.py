"""Workbooks (xlsx, xls, xlsb, ods) as rows of texts; runs in the child only."""

import contextlib
import itertools
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from matcher.sheets import limits, unseen
from matcher.sheets.refusals import Unreadable
from matcher.sheets.unseen import Unseen

_HEADING_REGION = 20  # rows in which a heading may be merged over columns
_HEADING_SPAN = 4  # a wider one is the title of the table
_FILL = 5_000  # rows that one merged cell may speak for
_GLANCE = 30  # rows of a hidden sheet, enough to see whether there are postings in it

Send = Callable[..., None]
Covers = dict[tuple[int, int], tuple[int, int]]


def read(file: BinaryIO, send: Send) -> None:
    """Send every sheet and the rows that are seen, numbered as the person sees them, from 1.

    Of hidden sheets only the first rows, so that it can be said what was left out.
    """
    hidden = unseen.of(file)
    try:
        workbook = CalamineWorkbook.from_filelike(file)
    except PasswordError as error:
        raise Unreadable("file_encrypted") from error
    except CalamineError as error:
        raise Unreadable("file_encrypted" if _is_locked(file) else "file_broken") from error
    tables = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    seen = [each.name for each in tables if each.visible == SheetVisibleEnum.Visible]
    failed = 0
    for name in seen:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except CalamineError:
            failed += 1
            continue
        send("sheet", name if len(seen) > 1 else "", False)
        _send_rows(sheet, hidden.get(name, Unseen()), send)
    if failed and failed == len(seen):
        raise Unreadable("file_broken")
    for each in tables:
        if each.visible != SheetVisibleEnum.Visible:
            _glance(workbook, each.name, send)


def _send_rows(sheet: CalamineSheet, hidden: Unseen, send: Send) -> None:
    if hidden.columns:
        send("hidden_columns", sorted(hidden.columns))
    left_out = 0
    for number, cells in _rows(sheet):
        if number - 1 not in hidden.rows:
            send("row", number, cells)
        elif any(cells):
            left_out += 1
    if left_out:
        send("hidden_rows", left_out)


def _glance(workbook: CalamineWorkbook, name: str, send: Send) -> None:
    with contextlib.suppress(CalamineError, MemoryError):
        sheet = workbook.get_sheet_by_name(name)
        send("sheet", name, True)
        for number, cells in itertools.islice(_rows(sheet), _GLANCE):
            send("row", number, cells)


def _is_locked(file: BinaryIO) -> bool:
    """Whether it is locked with a password: an Excel file in a sealed box, or a sealed ODS."""
    file.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in file.read(limits.FILE_BYTES):
        return True
    try:
        with zipfile.ZipFile(file) as archive, archive.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(limits.LINE_BYTES)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        return False


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    covers = _covers(sheet.merged_cell_ranges or [])
    tops: dict[tuple[int, int], str] = dict.fromkeys(covers.values(), "")
    for row, cells in enumerate(sheet.iter_rows()):
        texts = [text(cell) for cell in cells]
        if any(texts[limits.COLUMNS :]):
            raise Unreadable("too_many_columns", most=limits.COLUMNS)
        del texts[limits.COLUMNS :]
        for column, said in enumerate(texts):
            if (row, column) in tops:
                tops[row, column] = said
            elif not said and (row, column) in covers:
                texts[column] = tops[covers[row, column]]
        yield row + 1, texts


def _covers(ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> Covers:
    """For each cell under a merged one, the cell that speaks for it.

    Downwards always (one firm, many posts); sideways only for a heading, for a note that runs
    across the table must not become a posting.
    """
    covers: Covers = {}
    for (top, left), (bottom, right) in ranges:
        if bottom - top > _FILL or len(covers) > limits.ROWS:
            continue
        for row in range(top + 1, bottom + 1):
            covers[row, left] = (top, left)
        if top == bottom < _HEADING_REGION and right - left < _HEADING_SPAN:
            for column in range(left + 1, right + 1):
                covers[top, column] = (top, left)
    return covers


def text(cell: Any) -> str:
    """A cell as a person reads it: a phone number is no power of ten, a day has no clock."""
    if isinstance(cell, str):
        return cell.strip()[: limits.CELL_CHARS]
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.12g}"
    if isinstance(cell, datetime):
        whole = cell.time() == time()
        return cell.date().isoformat() if whole else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        return _clock(cell)
    return "" if cell is None else str(cell)


def _clock(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"
