"""A file of postings read into rows whose cells stand under the field they belong to."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matcher.domain.drafts.shape import clean
from matcher.domain.errors import Problem, Refused
from matcher.sheets import ditto, limits, process
from matcher.sheets import headings as rows_of_headings
from matcher.sheets.columns import Heading, heading
from matcher.sheets.rows import Cell, Row, as_text, says_nothing

Progress = Callable[[int], None]

_EVERY = 500  # rows between two calls of `progress`
# What says which posting and whose it is; read from hidden columns too.
_KEYS = frozenset(["id", "source", "title", "company"])
_NAMED = 20  # rows that a notice names one by one


@dataclass
class Sheet:
    """All that was read from one file."""

    headings: list[Heading] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    skipped: int = 0  # headings said again, totals, examples, notes under the table
    notices: list[Problem] = field(default_factory=list)  # what was not read, and why


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
    collector.finish()
    if not sheet.headings:
        raise Refused("no_json_rows" if sheet.rows else "no_headings")
    if not sheet.rows:
        hidden = any(each.code in ("rows_hidden", "sheet_hidden") for each in sheet.notices)
        raise Refused("only_hidden_rows" if hidden else "no_rows")
    return sheet


class _Collector:
    """Takes the child's messages one by one; rows wait until the headings are found."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._name, self._is_hidden = "", False
        self._hidden_columns: frozenset[int] = frozenset()
        self._unused: Counter[tuple[str, str, str]] = Counter()
        self._first = 0  # where the rows of this table begin
        self._skipped: list[int] = []
        self._firm = ""  # named over the table
        self._head: tuple[Heading, ...] | None = None
        self._waiting: list[tuple[int, list[str]]] = []
        self._known: set[str] = set()

    def take(self, kind: str, *values: Any) -> None:
        """One message: a new sheet, what is hidden there, a row, an object, or a broken line."""
        kinds: dict[str, Callable[..., None]] = {
            "sheet": self._take_sheet,
            "hidden_columns": self._take_hidden_columns,
            "hidden_rows": self._take_hidden_rows,
            "row": self._take_cells,
            "record": self._take_record,
            "bad": self._take_broken,
        }
        kinds[kind](*values)

    def _take_sheet(self, name: str, is_hidden: bool) -> None:
        self._end()
        self._name, self._is_hidden = name, is_hidden
        self._head, self._hidden_columns = None, frozenset()

    def _take_hidden_columns(self, columns: list[int]) -> None:
        self._hidden_columns = frozenset(columns)

    def _take_hidden_rows(self, count: int) -> None:
        self._begin()
        if self._head:
            self._tell("rows_hidden", count=count)

    def _take_broken(self, number: int, problem: str) -> None:
        self.sheet.rows.append(Row(self._name, number, problem=problem))

    def _take_cells(self, number: int, texts: list[str]) -> None:
        """Cells wait until the headings are found."""
        if self._head is not None:
            self._take_row(number, list(map(_cleaned, texts)))
            return
        self._waiting.append((number, list(map(_cleaned, texts))))
        if len(self._waiting) == rows_of_headings.SEARCHED + 1:
            self._begin()

    def finish(self) -> None:
        """Nothing more comes."""
        self._end()
        for (field_, used, left), rows in self._unused.items():
            self.sheet.notices.append(
                Problem(field_, "column_twice", {"used": used, "left": left, "count": rows})
            )

    def _end(self) -> None:
        """Nothing more comes of this table: what its rows leave to those above is filled in."""
        self._begin()
        if self._head:
            filled, titles = ditto.fill(self.sheet.rows[self._first :], self._head, self._firm)
            self.sheet.rows[self._first :] = filled
            skipped = sorted((*self._skipped, *titles))
            self.sheet.skipped += len(titles)
            if skipped:
                named = "、".join(map(str, skipped[:_NAMED])) + "…" * (len(skipped) > _NAMED)
                self._tell("rows_skipped", rows=named)
        self._first, self._skipped = len(self.sheet.rows), []

    def _begin(self) -> None:
        """Look for the headings in what waits; a sheet without any is passed over."""
        if self._head is not None:
            return
        waiting, self._waiting = self._waiting, []
        found = rows_of_headings.find([cells for _, cells in waiting])
        self._head = ()
        if self._is_hidden:
            if found and waiting[found.used :]:
                self._tell("sheet_hidden")
        elif found:
            self._head = self._without_hidden(found.headings)
            self._firm = ditto.firm_above(cells for _, cells in waiting[: found.used - 1])
            self._note(self._head)
            for number, cells in waiting[found.used :]:
                self._take_row(number, cells)
        elif waiting and self._name:
            self._tell("sheet_without_headings")

    def _without_hidden(self, head: tuple[Heading, ...]) -> tuple[Heading, ...]:
        """The headings of what is seen; nobody meant to publish a column that was put away."""
        hidden = {
            at
            for at in self._hidden_columns & {*range(len(head))}
            if head[at].text and getattr(head[at].column, "field", "") not in _KEYS
        }
        if hidden:
            self._tell("columns_hidden", names="、".join(head[at].text for at in sorted(hidden)))
        return tuple(Heading("", None) if at in hidden else head[at] for at in range(len(head)))

    def _tell(self, code: str, **values: object) -> None:
        self.sheet.notices.append(Problem("file", code, {"sheet": self._name, **values}))

    def _take_row(self, number: int, texts: list[str]) -> None:
        head = self._head
        if not head:
            return
        row = _filled(self._name, number, zip(head, texts, strict=False))
        if says_nothing(row, head):
            self.sheet.skipped += any(texts)
            self._skipped += [number] if any(texts) else []
        else:
            self.sheet.rows.append(row)
            self._unused.update(row.unused)

    def _take_record(self, number: int, record: dict[str, Cell]) -> None:
        named = [(heading(_cleaned(key)), _clean_cell(value)) for key, value in record.items()]
        self._note(each for each, _ in named)
        row = _filled(self._name, number, named)
        self.sheet.rows.append(row)
        self._unused.update(row.unused)

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
    used: dict[str, str] = {}
    unused: list[tuple[str, str, str]] = []
    for each, cell in named:
        names.append(each.text)
        raw.append(as_text(cell))
        if each.column is None or not cell:
            continue
        key = each.column.field
        if key not in cells:
            cells[key] = cell
            units[key], used[key] = each.unit, each.text
        elif each.column.joined:
            cells[key] = _together(cells[key], cell, each.column.joined)
        elif as_text(cell) != as_text(cells[key]):
            unused.append((key, used[key], each.text))
    return Row(name, number, cells, units, names=tuple(names), raw=tuple(raw), unused=tuple(unused))


def _together(first: Cell, second: Cell, between: str) -> Cell:
    if isinstance(first, list) and isinstance(second, list):
        return first + second
    one, other = as_text(first), as_text(second)
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{between}{other}"


def _clean_cell(cell: Cell) -> Cell:
    return _cleaned(cell) if isinstance(cell, str) else [_cleaned(each) for each in cell]


def _cleaned(text: str) -> str:
    return str(clean(text))
