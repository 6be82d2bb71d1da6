"""A row of a posting sheet, its cells by field; and which rows of a table are no postings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matcher.domain.errors import Problem
from matcher.sheets.columns import BY_FIELD, COMPANY, TITLE, Heading, heading

Cell = str | list[str]

# What only tells of the firm: a row with nothing else is no posting.
CARD = frozenset(
    (COMPANY, "contact_name", "contact_phone", "industry", "size", "about")
    + ("company_address", "credit_code")
)
_LOOKED_AT = 80  # characters of a cell that may say that its row is no posting
_TOTAL = re.compile(
    r"^(?:(?:合|总|小|共)\s*计|total)\s*[:：]?\s*[\d.]*\s*[个家]?[人名岗]?[位个]?[。.]?$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^[(（【\[]?(?:填写|填表)?(?:(?:示例|样例|范例|举例|例如|例子)(?![^\W\d])|例\s*[:：)）】\]])"
)
_REMARK = re.compile(
    r"^[(（【\[*※]?\s*(?:备?注|说明|附|制表|填表|填报|审核|复核|经办|单位负责|负责人|联系人|联系电话"
    r"|咨询|盖章|日期|温馨提示|以上)[^:：]{0,8}[:：]|^以上|^注[\s\d]"
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
    unused: tuple[tuple[str, str, str], ...] = ()  # field, heading used, heading of the same left
    notes: tuple[Problem, ...] = ()  # what was taken from the rows above


def as_text(cell: Cell) -> str:
    """A cell as one text."""
    return cell if isinstance(cell, str) else "、".join(cell)


def says_nothing(row: Row, head: Sequence[Heading]) -> bool:
    """Whether it is a sum, an example, a remark, the headings again, or only a firm's name."""
    if not set(row.cells) - CARD or any(_TOTAL.match(cell[:_LOOKED_AT]) for cell in row.raw):
        return True
    first = next((cell for cell in row.raw if cell), "")
    named = [as_text(row.cells.get(name, "")) for name in (TITLE, COMPANY)]
    if any(_EXAMPLE.match(cell) for cell in (first, *named)) or _REMARK.match(first):
        return True
    again = sum(cell != "" and cell == each.text for cell, each in zip(row.raw, head, strict=False))
    return again > 1 and heading(named[0]).column is BY_FIELD[TITLE]
