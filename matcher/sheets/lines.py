"""CSV and JSON files as rows; runs in the child only."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from matcher.sheets import limits, texts
from matcher.sheets.refusals import Unreadable

Send = Callable[..., None]
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 30  # rows looked at to find the delimiter


def read_csv(file: BinaryIO, send: Send) -> None:
    """Send the rows of a CSV file, numbered as a spreadsheet program would show them."""
    text = texts.decode(file.read())
    csv.field_size_limit(limits.LINE_BYTES)
    send("sheet", "", False)
    try:
        for number, cells in enumerate(_parsed(text, _delimiter(text)), 1):
            if any(cells[limits.COLUMNS :]):
                raise Unreadable("too_many_columns", most=limits.COLUMNS)
            kept = cells[: limits.COLUMNS]
            send("row", number, [cell.strip()[: limits.CELL_CHARS] for cell in kept])
    except csv.Error as error:
        raise Unreadable("file_broken") from error


def _parsed(text: str, delimiter: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """The delimiter that cuts most rows into the same number of columns, more than one."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = []
        for cells in _parsed(text[:200_000], delimiter):
            widths.append(len(cells))
            if len(widths) == _SAMPLE:
                break
        common = max(set(widths), key=lambda width: (widths.count(width) * (width > 1), width))
        return (widths.count(common) if common > 1 else 0, common)

    return max(_DELIMITERS, key=agreement)


def read_jsonl(file: BinaryIO, send: Send) -> None:
    """Send the objects of a JSON-lines file; a line that is none is sent as a bad line."""
    send("sheet", "", False)
    number = 0
    while line := file.readline(limits.LINE_BYTES + 1):
        number += 1
        if len(line) > limits.LINE_BYTES:
            send("bad", number, "line_too_long")
            _skip_rest(file, line)
        elif line.strip():
            _send_line(number, line, send)


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(limits.LINE_BYTES)


def _send_line(number: int, line: bytes, send: Send) -> None:
    try:
        found = _loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError):
        send("bad", number, "line_not_json")
        return
    _send_record(number, found, send)


def read_json(file: BinaryIO, send: Send) -> None:
    """Send the objects of a JSON array, numbered from 1."""
    send("sheet", "", False)
    try:
        found = _loads(texts.decode(file.read()))
    except (ValueError, RecursionError) as error:
        raise Unreadable("file_broken") from error
    if not found:
        raise Unreadable("no_json_rows")
    for number, each in enumerate(found if isinstance(found, list) else [found], 1):
        _send_record(number, each, send)


def _send_record(number: int, found: Any, send: Send) -> None:
    if not isinstance(found, dict):
        send("bad", number, "line_not_object")
    elif len(found) > limits.COLUMNS:
        send("bad", number, "line_too_wide")
    else:
        send("record", number, {str(key): _flat(value) for key, value in found.items()})


def _flat(value: Any) -> str | list[str]:
    """A value as text, or as a list of words; what is nested deeper has no place in a table."""
    if isinstance(value, list):
        return [each for item in value if isinstance(each := _flat(item), str) and each]
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)[: limits.CELL_CHARS]


def _loads(text: str) -> Any:
    return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_all)


def _all(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Every value of an object; a name used twice is told apart by a blank, as are columns."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        while name in found and len(name) < limits.COLUMNS:
            name += " "
        found[name] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)
