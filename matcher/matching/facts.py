"""What gates and wishes ask of postings and of seekers; nan stands for "not said"."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.terms import Block, Shift
from matcher.matching.needs import held, needs_of
from matcher.matching.offers import most, reached
from matcher.matching.said import Floats, Mask, Names, Said, distinct, joined
from matcher.reading import places
from matcher.reading.rest import days_a_month

Opened: TypeAlias = dict[Block, Mask]  # gates, and who has opened them by hand

T = TypeVar("T")


@dataclass(frozen=True)
class PostingConditions:
    """What the work is like and asks for."""

    nights: Mask
    by_day: Mask
    school: Floats
    years: Floats
    rest_days: Floats
    trainable: Mask
    veterans: Mask
    names: Names  # certificates named at all
    needs: Names  # certificates, or A或B, that the posting cannot do without


@dataclass(frozen=True)
class PostingPay:
    """Yuan a month."""

    most: Floats
    sure: Floats  # what is reached for certain: the most, or 以上 the least


@dataclass(frozen=True)
class PostingFacts:
    """What gates ask of postings, row by row."""

    conditions: Said[PostingConditions]
    pay: Said[PostingPay]
    districts: Said[Names]
    is_open: Mask
    expires: NDArray[np.int64]

    def with_more(self, more: "PostingFacts") -> "PostingFacts":
        """These facts, and those of further postings behind them."""
        return cast("PostingFacts", joined(self, more))

    @staticmethod
    def of(postings: Sequence[PostingProfile]) -> "PostingFacts":
        """The facts of these postings."""
        asked, asks = distinct(_conditions_of(posting) for posting in postings)
        paid, pays = distinct((most(posting), reached(posting)) for posting in postings)
        areas, lie = distinct(tuple(stems(posting.districts)) for posting in postings)
        return PostingFacts(
            Said(_table(PostingConditions, asked), asks),
            Said(PostingPay(_floats(m for m, _ in paid), _floats(s for _, s in paid)), pays),
            Said(Names.of(areas), lie),
            np.array([posting.is_open for posting in postings], dtype=bool),
            np.array([_day(posting.expires_on) for posting in postings], dtype=np.int64),
        )


@dataclass(frozen=True)
class SeekerConditions:
    """What people are, hold and will not do."""

    no_night: Mask
    weekend_off: Mask
    school: Floats
    years: Floats
    trainable_wanted: Mask
    veteran: Mask
    tells_certificates: Mask  # False where nothing but a wish is known: unknown is not "none"
    holds: Names  # certificates held, with those that they cover
    relaxed: Opened


@dataclass(frozen=True)
class SeekerPay:
    """Yuan a month that people want, and whom less does not rule out."""

    least: Floats
    relaxed: Mask


@dataclass(frozen=True)
class SeekerFacts:
    """What gates ask of seekers, row by row."""

    conditions: Said[SeekerConditions]
    pay: Said[SeekerPay]
    districts: Said[Names]

    def with_more(self, more: "SeekerFacts") -> "SeekerFacts":
        """These facts, and those of further people behind them."""
        return cast("SeekerFacts", joined(self, more))

    @staticmethod
    def of(seekers: Sequence[SeekerProfile]) -> "SeekerFacts":
        """The facts of these seekers."""
        told, tell = distinct(_told_by(seeker) for seeker in seekers)
        paid, want = distinct((s.min_pay, Block.PAY in s.relaxed) for s in seekers)
        areas, prefer = distinct(tuple(stems(seeker.districts)) for seeker in seekers)
        pay = SeekerPay(_floats(least for least, _ in paid), _mask(open_ for _, open_ in paid))
        return SeekerFacts(
            Said(_table(SeekerConditions, told), tell),
            Said(pay, want),
            Said(Names.of(areas), prefer),
        )


class _Asked(NamedTuple):
    nights: bool
    by_day: bool
    school: float | None
    years: float | None
    rest_days: float | None
    trainable: bool
    veterans: bool
    names: tuple[str, ...]
    needs: tuple[str, ...]


class _Told(NamedTuple):
    no_night: bool
    weekend_off: bool
    school: float | None
    years: float | None
    trainable_wanted: bool
    veteran: bool
    tells_certificates: bool
    holds: tuple[str, ...]
    relaxed: frozenset[Block]


def _conditions_of(posting: PostingProfile) -> _Asked:
    return _Asked(
        bool(posting.shift and posting.shift.has_nights),
        posting.shift is Shift.DAY,
        posting.education.level if posting.education else None,
        posting.years,
        days_a_month(posting.rest),
        posting.trainable is True,
        posting.veterans,
        tuple(posting.certificates),
        tuple(needs_of(posting)),
    )


def _told_by(seeker: SeekerProfile) -> _Told:
    said = (seeker.certificates, seeker.text, seeker.education)
    return _Told(
        seeker.no_night,
        seeker.weekend_off,
        seeker.education.level if seeker.education else None,
        seeker.years,
        seeker.trainable_wanted,
        seeker.veteran,
        any(said) or seeker.years is not None,
        tuple(sorted(held(seeker.certificates))),
        frozenset(seeker.relaxed),
    )


def stems(districts: Sequence[str]) -> list[str]:
    """Districts as they are compared."""
    return [places.stem(name) for name in districts]


def _table(table: type[T], entries: Sequence[NamedTuple]) -> T:
    """A column for each field of the table, each entry in its place."""
    names = {each.name: each.type for each in fields(cast("Any", table))}
    return table(**{name: _COLUMN[kind](_of(entries, name)) for name, kind in names.items()})


def _of(entries: Sequence[NamedTuple], name: str) -> list[Any]:
    return [getattr(entry, name) for entry in entries]


def _opened(values: Sequence[frozenset[Block]]) -> Opened:
    return {block: _mask(block in each for each in values) for block in Block}


def _mask(values: Iterable[bool]) -> Mask:
    return np.fromiter(values, dtype=bool)


def _floats(values: Iterable[float | int | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _day(day: date | None) -> int:
    return day.toordinal() if day else date.max.toordinal()


_COLUMN: dict[Any, Callable[[Any], Any]] = {
    Mask: _mask,
    Floats: _floats,
    Names: Names.of,
    Opened: _opened,
}
