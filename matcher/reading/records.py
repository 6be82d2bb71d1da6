"""Postings and seekers as JSON records (the fields of data/judged/README.md) made into profiles."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.terms import Shift
from matcher.reading import cells, postings, seekers

Record = Mapping[str, Any]
T = TypeVar("T")
_SHOWN = 30  # characters of a value that is refused
_PLACES = ("region", "place", "district")


class BadRecord(ValueError):
    """A record that cannot be used; `code` says why, and `values` of which field."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def posting(record: Record) -> PostingProfile:
    """The profile of one posting record; needs an id and a title or desc."""
    title, desc = _text(record, "title"), _text(record, "desc")
    if not (title or desc):
        raise BadRecord("no_text")
    shift = _text(record, "shift")
    return postings.profile(
        id_of(record),
        title,
        desc,
        _text(record, "requirements"),
        _list(record, "skills"),
        _list(record, "benefits"),
        _text(record, "edu"),
        _text(record, "exp_years"),
        _number(record, "pay_min", "salary_min"),
        _number(record, "pay_max", "salary_max"),
        shift=Shift(shift) if shift in set(Shift) else None,
        certificates=_list(record, "certificates"),
        place=" ".join(filter(None, (_text(record, name) for name in _PLACES))),
    )


def seeker(record: Record) -> SeekerProfile:
    """The profile of one seeker record; needs an id and a wish, text, skill or certificate."""
    wanted, text = _list(record, "wanted"), _text(record, "text")
    certificates, skills = _list(record, "certificates"), _list(record, "skills")
    if not (wanted or text or certificates or skills):
        raise BadRecord("no_text")
    least = _number(record, "min_pay")
    return seekers.profile(
        id_of(record),
        wanted,
        text,
        certificates,
        skills,
        _number(record, "experience_years"),
        _text(record, "education"),
        round(least) if least else None,
        _flag(record, "no_night"),
        _flag(record, "weekend_off"),
        _flag(record, "trainable_wanted"),
        _flag(record, "veteran"),
        districts=[*_list(record, "districts"), *_list(record, "district")],
    )


def id_of(record: Record) -> str:
    """The id of a record, as text. Raises BadRecord where it has none."""
    value = record.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise BadRecord("no_id")
    return str(value)


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def openings(record: Record) -> int:
    """How many people a posting seeks; 1 where it does not say."""
    return _read(record, "openings", cells.count) or 1


def _list(record: Record, name: str) -> list[str]:
    return _read(record, name, cells.texts)


def _number(record: Record, *names: str) -> float | None:
    found = (_read(record, name, cells.number) for name in names)
    return next((number for number in found if number is not None), None)


def _flag(record: Record, name: str) -> bool | None:
    return _read(record, name, cells.flag)


def _read(record: Record, name: str, reader: Callable[[Any], T]) -> T:
    """What the field holds; the record is refused where it says what nobody can understand."""
    value = record.get(name)
    try:
        return reader(value)
    except cells.Unfit as error:
        raise BadRecord(error.code, field=name, said=_short(value)) from error


def _short(value: Any) -> str:
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
