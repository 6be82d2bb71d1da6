"""A row of a posting sheet understood: a draft, a company card, and notes on how it was taken."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matcher.domain.errors import Problem
from matcher.domain.terms import Education, Shift
from matcher.reading import benefits, certificates, education, pay, postings, rest, shift, years
from matcher.sheets import counts, dates, money
from matcher.sheets.rows import Cell, Row, as_text

_REST = re.compile(r"^(double|single|alternate|monthly:([1-9]|1\d))$")
_NOTHING = frozenset(("无", "没有", "不限", "无要求", "不要求", "-", "/", "—", "none", "n/a"))
_WORD = 40  # characters; longer is a sentence and belongs to the requirements
_CUT = re.compile(r"[、，,;；\n|/\t ]+")
_PHONE = re.compile(r"\+?\d[\d\- ]{6,}\d")


@dataclass
class Understood:
    """What one row says: values for a PostingDraft and for an EmployerDraft.

    `notes` are for people: the same shape as problems, but the row goes in.
    """

    row: Row
    near: date | None = None  # the day of the fair: what dates without a year are near to
    values: dict[str, Any] = field(default_factory=dict)
    card: dict[str, str] = field(default_factory=dict)
    source: str = ""  # the sender's own id of the posting, "" where there is none
    notes: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, field_: str, code: str, **values: object) -> None:
        """Say how something was taken."""
        self.notes.append(Problem(field_, code, values))

    def refuse(self, field_: str, code: str, **values: object) -> None:
        """Say what keeps the row out."""
        self.problems.append(Problem(field_, code, values))

    def text(self, field_: str) -> str:
        """The cell of this field as one text."""
        return as_text(self.row.cells.get(field_, ""))

    def more(self, field_: str, label: str, text: str) -> None:
        """Keep what has no field of its own with the requirements, if there is prose at all.

        Alone it would pass for a description of the work.
        """
        if self.values.get("duties") or self.values.get("requirements"):
            told = self.values.get("requirements", "")
            self.values["requirements"] = f"{told}\n{label}：{text}".strip()
        else:
            self.note(field_, "left_out", text=text[:80])


def understand(row: Row, near: date | None = None) -> Understood:
    """What the row says; nothing is raised, whatever stands in it.

    `near` is the day of the fair: 3月15日 is the next one around it, and unread without.
    """
    told = Understood(row, near, notes=list(row.notes))
    if row.problem is not None:
        told.refuse("row", row.problem)
        return told
    told.values["title"] = told.text("title")
    for read in (_prose, _openings, _pay, _steps, _times, _words, _certificates, _expiry, _card):
        read(told)
    source, own = told.text("source"), told.text("id")
    told.source = f"{source}:{own}"[:120] if own else ""
    return told


def _prose(told: Understood) -> None:
    duties, requirements = told.text("duties"), told.text("requirements")
    if duties and not requirements:
        duties, requirements = postings.split(duties)
    told.values.update(duties=duties, requirements=requirements)
    told.values["place"] = told.text("place") or told.text("company_address")
    if major := told.text("major"):
        told.more("major", "专业", major)


def _openings(told: Understood) -> None:
    prose = f"{told.values['duties']}\n{told.values['requirements']}"
    text = told.text("openings") or _by_sex(told)
    text = text or counts.in_title(told.text("title")) or counts.in_prose(prose)
    count = counts.people(text)
    if count is None and (summed := counts.several(text)) is not None:
        count = summed
        told.note("openings", "openings_summed", text=text[:80], count=count)
    if not text or count is None and counts.is_vague(text):
        told.values["openings"] = 1
        told.note("openings", "openings_assumed", text=text)
    elif count is None:
        told.refuse("openings", "not_a_number", text=text[:40])
    else:
        told.values["openings"] = count


def _by_sex(told: Understood) -> str:
    """Two columns for men and women as one cell; "" where they hold no numbers."""
    pairs = (("男", told.text("men")), ("女", told.text("women")))
    counted = [f"{word}{counts.people(text)}" for word, text in pairs if counts.people(text)]
    return "，".join(counted) if len(counted) > 1 else "".join(counted)[1:]


def _pay(told: Understood) -> None:
    cells = {name: told.text(name) for name in ("pay_text", "salary_min", "salary_max", "months")}
    both = told.text("pay_and_benefits")
    text = money.written(cells, told.row.units) or (both if pay.read(both) else "")
    if len(text) > money.LONGEST:
        told.more("pay_text", "待遇", text)
        text = money.shortened(text)
    told.values["pay_text"] = text
    if text and pay.read(text) is None:
        told.note("pay_text", "not_understood", text=text[:40])


def _steps(told: Understood) -> None:
    """Schooling and years: our own words as exported, or the words of people."""
    readers: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("education", lambda text: _member(Education, text) or education.read(text)),
        ("years", years.read),
    )
    for name, read in readers:
        text = told.text(name)
        told.values[name] = read(text) if text else None
        if text and told.values[name] is None and text not in _NOTHING:
            told.note(name, "not_understood", text=text[:40])


def _times(told: Understood) -> None:
    """班次 and 休息 often share a cell; hours of the clock have no field and stay in the prose."""
    shifts, rests = told.text("shift"), told.text("rest")
    told.values["shift"] = _member(Shift, shifts) or shift.read(shifts)
    exact = rests if _REST.match(rests) else None
    told.values["rest"] = exact or rest.read(rests) or rest.read(f"{shifts}\n{rests}")
    if re.search(r"\d", shifts) or shifts and told.values["shift"] is None:
        told.more("shift", "工作时间", shifts)
    if rests and told.values["rest"] is None:
        told.more("rest", "休息", rests)


def _words(told: Understood) -> None:
    skills, sentences = _cut(told.row.cells.get("skills", ""))
    told.values["skills"] = skills
    for sentence in sentences:
        told.more("skills", "技能", sentence)
    perks, sentences = _cut(told.row.cells.get("benefits", ""))
    named = benefits.read(f"{told.text('pay_and_benefits')}\n" + "\n".join(sentences))
    told.values["benefits"] = list(dict.fromkeys([*perks, *named]))


def _cut(cell: Cell) -> tuple[list[str], list[str]]:
    """The short words of a cell, and what is too long to be one."""
    parts = cell if isinstance(cell, list) else _CUT.split(cell)
    parts = [part.strip(" 。.") for part in parts]
    parts = [part for part in dict.fromkeys(parts) if part and part.lower() not in _NOTHING]
    return [p for p in parts if len(p) <= _WORD], [p for p in parts if len(p) > _WORD]


def _certificates(told: Understood) -> None:
    text, needed = told.text("certificates"), told.text("certificates_required")
    named = [name for name, _ in certificates.read(f"{text}。{needed}")]
    if not named:
        named = _cut(told.row.cells.get("certificates", ""))[0]
    told.values["certificates"] = named
    required = certificates.needed(needed or text)
    told.values["certificates_required"] = [name for name in required if len(name) <= 80]


def _expiry(told: Understood) -> None:
    text = told.text("expires_on")
    if not text or dates.is_open_ended(text):
        return
    day = dates.last_day(text)
    if day is None and told.near and (day := dates.next_day(text, told.near)):
        told.note("expires_on", "year_assumed", text=text[:40], day=day.isoformat())
    if day is None:
        told.note("expires_on", "not_a_date", text=text[:40])
    told.values["expires_on"] = day


def _card(told: Understood) -> None:
    """What the row says of the firm; a phone beside the contact's name is put where it belongs."""
    named = {name: told.text(name) for name in ("industry", "size", "about", "credit_code")}
    contact, phone = told.text("contact_name"), told.text("contact_phone")
    found = _PHONE.search(contact)
    if found:
        phone = phone or found.group()
        contact = contact.replace(found.group(), "").strip(" /:：、，,")
    card = {
        "name": told.text("company"),
        "address": told.text("company_address"),
        "contact_name": contact,
        "contact_phone": phone,
        **named,
    }
    told.card = {name: text for name, text in card.items() if text}


def _member(words: type[Education] | type[Shift], text: str) -> Education | Shift | None:
    try:
        return words(text.strip().lower())
    except ValueError:
        return None
