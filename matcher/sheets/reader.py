"""A file of postings read into rows whose cells stand under the field they belong to."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matcher.domain.drafts.shape import clean
from matcher.domain.errors import Refused
from matcher.sheets import headings as rows_of_headings
from matcher.sheets import limits, process
from matcher.sheets.columns import BY_FIELD, TITLE, Heading, heading

Cell = str | list[str]
Progress = Callable[[int], None]

_EVERY = 500  # rows between two calls of `progress`
_TOTALS = re.compile(r"^(?:合|总|小|共)\s*计[:：]?$|^total$", re.IGNORECASE)
# What only tells of the firm: a row with nothing else is no posting.
_CARD = frozenset(
    [
        "company",
        "contact_name",
        "contact_phone",
        "industry",
        "size",
        "about",
        "company_address",
        "credit_code",
    ]
)


@dataclass(frozen=True)
class Row:
    """One row: where it stands, its cells by field, and all of them as they were."""

    sheet: str
    number: int
    cells: Mapping[str, Cell] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()  # the headings over `raw`
    raw: tuple[str, ...] = ()
    problem: str | None = None  # the line could not be read at all


@dataclass
class Sheet:
    """All that was read from one file."""

    headings: list[Heading] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skipped: int = 0  # headings said again, totals, notes under the table


def read(file: Path | bytes, progress: Progress | None = None) -> Sheet:
    """The rows of a file, whatever it is called.

    Raises Refused with a code where the file as a whole cannot be used.
    """
    collector = _Collector(Sheet())
    sheet = collector.sheet
    for message in process.messages("table", file):
        collector.take(*message)
        if len(sheet.rows) > limits.ROWS:
            raise Refused("too_many_rows", most=limits.ROWS)
        if progress is not None and len(sheet.rows) % _EVERY == 0:
            progress(len(sheet.rows))
    collector.begin()
    if not sheet.headings:
        raise Refused("no_json_rows" if sheet.rows else "no_headings")
    if not sheet.rows:
        raise Refused("no_rows")
    return sheet


class _Collector:
    """Takes the child's messages one by one; rows wait until the headings are found."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._name = ""
        self._head: tuple[Heading, ...] | None = None
        self._waiting: list[tuple[int, list[str]]] = []
        self._known: set[str] = set()

    def take(self, kind: str, *values: Any) -> None:
        """One message: a new sheet, a row of cells, a JSON object, or a line that is neither."""
        if kind == "sheet":
            self.begin()
            self._name, self._head = values[0], None
        elif kind == "bad":
            self.sheet.rows.append(Row(self._name, values[0], problem=values[1]))
        elif kind == "record":
            self._take_record(*values)
        elif self._head is None:
            self._waiting.append(values)
            if len(self._waiting) == rows_of_headings.SEARCHED + 1:
                self.begin()
        else:
            self._take_row(*values)

    def begin(self) -> None:
        """Look for the headings in what waits; a sheet without any is passed over."""
        waiting, self._waiting = self._waiting, []
        found = rows_of_headings.find([cells for _, cells in waiting])
        self._head = found.headings if found else ()
        if found:
            self._note(found.headings)
            for number, cells in waiting[found.used :]:
                self._take_row(number, cells)

    def _take_row(self, number: int, texts: list[str]) -> None:
        head = self._head or ()
        row = _filled(self._name, number, zip(head, map(_cleaned, texts), strict=False))
        if _says_nothing(row, head):
            self.sheet.skipped += bool(head) and any(texts)
        else:
            self.sheet.rows.append(row)

    def _take_record(self, number: int, record: dict[str, Cell]) -> None:
        named = [(heading(_cleaned(key)), _clean_cell(value)) for key, value in record.items()]
        self._note(each for each, _ in named)
        self.sheet.rows.append(_filled(self._name, number, named))

    def _note(self, found: Iterable[Heading]) -> None:
        for each in found:
            if each.text and each.text not in self._known and len(self._known) < limits.COLUMNS:
                self._known.add(each.text)
                self.sheet.headings.append(each)


def _filled(name: str, number: int, named: Iterable[tuple[Heading, Cell]]) -> Row:
    cells: dict[str, Cell] = {}
    units: dict[str, str] = {}
    names: list[str] = []
    raw: list[str] = []
    for each, cell in named:
        names.append(each.text)
        raw.append(as_text(cell))
        if each.column is None or not cell:
            continue
        key = each.column.field
        if key not in cells:
            cells[key] = cell
            units[key] = each.unit
        elif each.column.joined:
            cells[key] = _together(cells[key], cell)
    return Row(name, number, cells, units, tuple(names), tuple(raw))


def _together(first: Cell, second: Cell) -> Cell:
    if isinstance(first, list) and isinstance(second, list):
        return first + second
    return f"{as_text(first)}\n{as_text(second)}"


def as_text(cell: Cell) -> str:
    """A cell as one text."""
    return cell if isinstance(cell, str) else "、".join(cell)


def _says_nothing(row: Row, head: tuple[Heading, ...]) -> bool:
    """Whether it is the headings once more, a sum, a note, or only the name of a firm."""
    if not set(row.cells) - _CARD:
        return True
    if any(_TOTALS.match(cell) for cell in row.raw):
        return True
    title = row.cells.get(TITLE)
    again = sum(cell != "" and cell == each.text for cell, each in zip(row.raw, head, strict=False))
    return again > 1 and isinstance(title, str) and heading(title).column is BY_FIELD[TITLE]


def _clean_cell(cell: Cell) -> Cell:
    return _cleaned(cell) if isinstance(cell, str) else [_cleaned(each) for each in cell]


def _cleaned(text: str) -> str:
    return str(clean(text))
