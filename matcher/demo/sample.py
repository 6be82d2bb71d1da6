"""The demo's material as written in data/sample: firms, trades, occupations, turns of phrase."""

import csv
import tomllib
from dataclasses import dataclass
from typing import Any

from matcher import gazetteers
from matcher.demo.draw import Weights, weights
from matcher.domain.terms import PayUnit

MARK = "（演示）"


@dataclass(frozen=True)
class PayBand:
    """What an occupation is paid: yuan a unit, 万 a year; `base` where commission comes on top."""

    unit: PayUnit
    low: float
    high: float
    base: int | None = None


@dataclass(frozen=True)
class Occupation:
    """An occupation with the ways in which firms and people speak of it."""

    name: str
    titles: tuple[str, ...]
    duties: tuple[str, ...]
    needs: tuple[str, ...]
    says: tuple[str, ...]
    skills: tuple[str, ...]
    must: tuple[str, ...]  # certificates that the law or every firm demands
    must_some: tuple[str, ...]  # … that about half of the firms demand
    like: tuple[str, ...]
    pay: tuple[PayBand, ...]
    shifts: Weights
    rest: Weights
    education: Weights
    years: Weights
    openings: tuple[int, int]
    learn: float
    veterans: float


@dataclass(frozen=True)
class Trade:
    """A trade of the place: what its firms look for and what they offer."""

    name: str
    industry: str
    hall: str
    work: Weights
    office: Weights
    sites: bool  # people work at the customers' places
    offers: dict[str, float]  # dorm, meals, bus, couple, insured: share of firms


@dataclass(frozen=True)
class Firm:
    """A firm as data/sample/employers.csv describes it, without the mark."""

    name: str
    trade: str
    size: str
    district: str
    address: str
    contact: str
    about: str
    always: tuple[tuple[str, str], ...]  # occupations it surely offers, with their shift


@dataclass(frozen=True)
class Sample:
    """Everything that the generator draws from."""

    firms: tuple[Firm, ...]
    trades: dict[str, Trade]
    occupations: dict[str, Occupation]
    phrases: dict[str, Any]
    people: dict[str, Any]
    notes: dict[str, list[str]]
    questions: list[dict[str, str]]


def load() -> Sample:
    """Read data/sample."""
    return Sample(
        firms=_firms(),
        trades={name: _trade(name, row) for name, row in _toml("trades.toml").items()},
        occupations=_occupations(),
        phrases=_toml("phrases.toml"),
        people=_toml("seekers.toml"),
        notes=_toml("notes.toml"),
        questions=_toml("livestream.toml")["question"],
    )


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(gazetteers.path("sample", *parts).read_text(encoding="utf-8"))


def _firms() -> tuple[Firm, ...]:
    with gazetteers.path("sample", "employers.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_firm(dict(row)) for row in csv.DictReader(file))


def _firm(row: dict[str, str]) -> Firm:
    return Firm(always=_pairs(row.pop("always")), **row)


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, shift) for name, _, shift in (p.partition(":") for p in _split(text)))


def _occupations() -> dict[str, Occupation]:
    found: dict[str, Occupation] = {}
    for path in sorted(gazetteers.path("sample", "occupations").glob("*.toml")):
        for name, row in _toml("occupations", path.name).items():
            found[name] = _occupation(name, row)
    return found


def _occupation(name: str, row: dict[str, Any]) -> Occupation:
    low, _, high = row["openings"].partition("-")
    return Occupation(
        name=name,
        titles=_split(row["titles"]),
        duties=_lines(row["duties"]),
        needs=_lines(row["needs"]),
        says=_lines(row["says"]),
        skills=_split(row["skills"]),
        must=_split(row.get("must", "")),
        must_some=_split(row.get("must_some", "")),
        like=_split(row.get("like", "")),
        pay=tuple(_band(text) for text in _split(row["pay"])),
        shifts=weights(row["shifts"]),
        rest=weights(row["rest"]),
        education=weights(row["education"]),
        years=weights(row["years"]),
        openings=(int(low), int(high)),
        learn=float(row["learn"]),
        veterans=float(row.get("veterans", 0.04)),
    )


def _trade(name: str, row: dict[str, Any]) -> Trade:
    offers = ("dorm", "meals", "bus", "couple", "insured")
    return Trade(
        name=name,
        industry=row["industry"],
        hall=row["hall"],
        work=weights(row["work"]),
        office=weights(row["office"]),
        sites=bool(row.get("sites")),
        offers={offer: float(row[offer]) for offer in offers},
    )


def _band(text: str) -> PayBand:
    """ "month 6000-9000", "day 220-280", "base 4000:7000-12000" (a base with commission)."""
    unit, _, amounts = text.partition(" ")
    base, _, span = amounts.rpartition(":")
    low, _, high = span.partition("-")
    return PayBand(
        unit=PayUnit.MONTH if unit == "base" else PayUnit(unit),
        low=float(low),
        high=float(high),
        base=int(base) if base else None,
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
