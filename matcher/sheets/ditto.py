"""Cells that mean the row above: 同上, a firm written once over its posts, a firm as a title."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from matcher.domain.errors import Problem
from matcher.sheets.columns import COMPANY, TITLE, Heading
from matcher.sheets.rows import CARD, Cell, Row, as_text

_SAME = re.compile(r"^(?:同上|同前|上同|〃|″|\"|”|''|ditto|same as above)$", re.IGNORECASE)
_FIRM = re.compile(
    r"^(?:[一二三四五六七八九十\d]+\s*[、.．)）]\s*)?([^、，,;；]{2,40}?"
    r"(?:公司|集团|厂|店|馆|医院|学校|幼儿园|中心|合作社|事务所|经营部|商行|超市|工作室))\s*[:：]?$"
)
_LOOKED_AT = 200  # characters of a cell
_NAMED = re.compile(
    r"(?:^|[\s　])(?:(?:用人|用工|招聘)(?:单位|企业)|单位|企业|公司)(?:名称|全称)?\s*"
    r"(?:[(（](?:盖章|公章|章)[)）])?\s*[:：]\s*([^\s　:：]{2,60})"
)
_NAME = re.compile(
    r"(?:(?:用人|用工|招聘)(?:单位|企业)|单位|企业|公司)(?:名称|全称)?\s*(?:[(（]盖?公?章[)）])?[:：]?"
)


def firm_above(rows: Iterable[Sequence[str]]) -> str:
    """The firm that the lines over a table name, 单位名称（盖章）：…; "" where they name none."""
    for cells in rows:
        told = [cell[:_LOOKED_AT] for cell in cells if cell]
        for at, cell in enumerate(told):
            if found := _NAMED.search(cell):
                return found[1]
            if _NAME.fullmatch(cell) and len(told) == at + 2:
                return told[at + 1][:60]
    return ""


def fill(
    rows: Iterable[Row], head: Sequence[Heading], firm: str = ""
) -> tuple[list[Row], list[int]]:
    """The rows of one table made whole, and the numbers of those that were only a firm's title.

    A firm is carried down where the sheet never writes one twice running, nothing else in the row
    speaks of another firm, and no row is missing between; the row says so in a note. `firm` is
    the one that the lines over a table without a column for it name.
    """
    given = list(rows)
    if any(each.column and each.column.field == COMPANY for each in head):
        return _carried_down(given), []
    return _under_titles(given, firm)


def _carried_down(rows: list[Row]) -> list[Row]:
    pairs = zip(rows, rows[1:], strict=False)
    once = not any(_firm(one) and _firm(one) == _firm(other) for one, other in pairs)
    filled: list[Row] = []
    for row in rows:
        above = filled[-1] if filled and filled[-1].number == row.number - 1 else None
        row = _repeated(row, above)
        if above and once and not _firm(row) and _firm(above) and _may_be_theirs(row, above):
            row = _of_firm(row, _firm(above))
        filled.append(row)
    return filled


def _under_titles(rows: list[Row], firm: str) -> tuple[list[Row], list[int]]:
    filled: list[Row] = []
    titles: list[int] = []
    for row in rows:
        alone = row.cells.keys() == {TITLE} and sum(map(bool, row.raw)) == 1
        found = _FIRM.match(as_text(row.cells[TITLE])) if alone else None
        if found:
            firm = found[1]
            titles.append(row.number)
            continue
        row = _repeated(row, filled[-1] if filled else None)
        filled.append(_of_firm(row, firm) if firm else row)
    return filled, titles


def _firm(row: Row) -> str:
    return as_text(row.cells.get(COMPANY, ""))


def _may_be_theirs(row: Row, above: Row) -> bool:
    return all(above.cells.get(name) == row.cells[name] for name in CARD & row.cells.keys())


def _of_firm(row: Row, firm: str) -> Row:
    note = Problem("employer", "taken_from_above", {"text": firm[:80]})
    return replace(row, cells={**row.cells, COMPANY: firm}, notes=(*row.notes, note))


def _repeated(row: Row, above: Row | None) -> Row:
    """With 同上 as what stands above it."""
    same = [name for name, cell in row.cells.items() if _SAME.match(as_text(cell))]
    if not same:
        return row
    cells: dict[str, Cell] = {name: cell for name, cell in row.cells.items() if name not in same}
    if above is not None:
        cells |= {name: above.cells[name] for name in same if name in above.cells}
    return replace(row, cells=cells)
