"""Everything that a text says, field by field, each with the words it came from."""

from collections.abc import Callable, Mapping
from typing import Any

from matcher.domain.terms import Education, PayUnit
from matcher.domain.values import DAYS_PER_MONTH, HOURS_PER_MONTH, Pay
from matcher.reading import (
    age,
    certificates,
    education,
    lodging,
    oneself,
    pay,
    physical,
    rest,
    shift,
    training,
    veterans,
    years,
)
from matcher.reading.told import Reading, Span

FIELDS = (
    "night",
    "rest",
    "certificates",
    "certificates_preferred",
    "education",
    "years",
    "pay",
    "trainable",
    "dormitory",
    "meals",
    "veterans",
    "age",
    "physical",
)
KINDS = ("posting", "seeker")

Answer = dict[str, Any]
_Reader = Callable[[str], Reading[Any] | None]

_ASSUMPTIONS = {
    PayUnit.DAY: f"{DAYS_PER_MONTH} days a month",
    PayUnit.HOUR: f"{HOURS_PER_MONTH} hours a month",
    PayUnit.YEAR: "12 months a year",
}
_OF_POSTINGS: Mapping[str, _Reader] = {
    "night": shift.nights,
    "rest": rest.find,
    "education": education.find,
    "years": years.find,
    "pay": pay.in_prose,
    "trainable": training.find,
    "dormitory": lodging.dormitory,
    "meals": lodging.meals,
    "veterans": veterans.find,
    "age": age.find,
    "physical": physical.find,
}
_OF_SEEKERS: Mapping[str, _Reader] = {
    "night": oneself.nights.find,
    "rest": oneself.rest.find,
    "education": oneself.schooling.find,
    "years": oneself.years.find,
    "pay": oneself.pay.find,
    "trainable": oneself.taught.find,
    "dormitory": oneself.board.bed,
    "meals": oneself.board.meals,
    "veterans": oneself.served.find,
    "age": oneself.age.find,
    "physical": physical.own,
}


def answer(kind: str, text: str) -> Answer:
    """What a posting offers and asks, or a seeker wants, has and is; None where nothing is said.

    `spans` leads from each answered field to [start, end] places in the text as given.
    """
    readers = _OF_POSTINGS if kind == "posting" else _OF_SEEKERS
    found = {name: reader(text) for name, reader in readers.items()}
    if kind == "posting" and found["trainable"] is None:
        found["trainable"] = _taken_without_years(found["years"])
    said: Answer = {name: _told(reading) for name, reading in found.items()}
    spans = {name: _places(reading.spans) for name, reading in found.items() if reading}
    said |= _papers(kind, text, spans)
    return {name: said[name] for name in FIELDS} | {"spans": spans}


def _taken_without_years(found: Reading[float] | None) -> Reading[bool] | None:
    """A posting that asks no experience takes newcomers, even where it names no training."""
    return found.having(True) if found and found.value == 0 else None


def _papers(kind: str, text: str, spans: dict[str, list[list[int]]]) -> Answer:
    named = certificates.find(text) if kind == "posting" else oneself.papers.find(text)
    if not named:
        return {"certificates": None, "certificates_preferred": None}
    demanded = {each.value.name for each in named if each.value.required}
    names = list(dict.fromkeys(each.value.name for each in named))
    spans["certificates"] = [place for each in named for place in _places(each.spans)]
    preferred = [name for name in names if name not in demanded] if kind == "posting" else []
    return {"certificates": names, "certificates_preferred": preferred}


def _told(reading: Reading[Any] | None) -> Any:
    if reading is None:
        return None
    if isinstance(reading.value, Education):
        return education.NAMES[reading.value]
    if isinstance(reading.value, Pay):
        return _pay(reading.value)
    if isinstance(reading.value, float):
        return int(reading.value) if reading.value.is_integer() else reading.value
    return list(reading.value) if isinstance(reading.value, tuple) else reading.value


def _pay(pay: Pay) -> Answer:
    unit = PayUnit.MONTH if pay.unit is PayUnit.PIECE else pay.unit
    return {
        "min": pay.monthly_min,
        "max": pay.monthly_max,
        "unit": unit.value,
        "assumed": _ASSUMPTIONS.get(unit),
    }


def _places(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
