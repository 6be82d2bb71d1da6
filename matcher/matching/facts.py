"""What gates and wishes ask of postings and of seekers, as one array entry each."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher import gazetteers
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.terms import Block, Shift
from matcher.reading import places
from matcher.reading.rest import days_a_month

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

_NOT_YET = re.compile(r"助理|学徒|实习|储备")


@dataclass(frozen=True)
class PostingFacts:
    """What gates ask of postings, one array entry each; nan stands for "not said"."""

    nights: Mask
    pay_max: Floats
    pay_sure: Floats  # what is reached for certain: the most, or 以上 the least
    school: Floats
    years: Floats
    rest_days: Floats
    trainable: Mask
    is_open: Mask
    expires: NDArray[np.int64]
    by_day: Mask
    veterans: Mask
    names: dict[str, Mask]  # certificates named at all
    needs: dict[str, Mask]  # certificates, or A或B, that the posting cannot do without
    districts: dict[str, Mask]

    def with_more(self, more: "PostingFacts") -> "PostingFacts":
        """These facts, and those of further postings behind them."""
        sizes = len(self.nights), len(more.nights)
        pairs = {name: (getattr(self, name), getattr(more, name)) for name in vars(self)}
        return PostingFacts(**{name: _joined(*pair, *sizes) for name, pair in pairs.items()})

    @staticmethod
    def of(postings: Sequence[PostingProfile]) -> "PostingFacts":
        """The facts of these postings."""
        return PostingFacts(
            nights=np.array([bool(p.shift and p.shift.has_nights) for p in postings], dtype=bool),
            pay_max=_floats(p.pay_max for p in postings),
            pay_sure=_floats(reached(p) for p in postings),
            school=_floats(p.education.level if p.education else None for p in postings),
            years=_floats(p.years for p in postings),
            rest_days=_floats(days_a_month(p.rest) for p in postings),
            trainable=np.array([p.trainable is True for p in postings], dtype=bool),
            is_open=np.array([p.is_open for p in postings], dtype=bool),
            expires=np.array([_day(p.expires_on) for p in postings], dtype=np.int64),
            by_day=np.array([p.shift is Shift.DAY for p in postings], dtype=bool),
            veterans=np.array([p.veterans for p in postings], dtype=bool),
            names=_masks([p.certificates for p in postings]),
            needs=_masks([needs_of(p) for p in postings]),
            districts=_masks([stems(p.districts) for p in postings]),
        )


@dataclass(frozen=True)
class SeekerFacts:
    """What gates ask of seekers, one array entry each; nan stands for "not said"."""

    no_night: Mask
    weekend_off: Mask
    min_pay: Floats
    school: Floats
    years: Floats
    trainable_wanted: Mask
    veteran: Mask
    tells_certificates: Mask  # False where nothing but a wish is known: unknown is not "none"
    holds: dict[str, Mask]  # certificates held, with those that they cover
    districts: dict[str, Mask]
    relaxed: dict[Block, Mask]

    @staticmethod
    def of(seekers: Sequence[SeekerProfile]) -> "SeekerFacts":
        """The facts of these seekers."""
        return SeekerFacts(
            no_night=np.array([s.no_night for s in seekers], dtype=bool),
            weekend_off=np.array([s.weekend_off for s in seekers], dtype=bool),
            min_pay=_floats(s.min_pay for s in seekers),
            school=_floats(s.education.level if s.education else None for s in seekers),
            years=_floats(s.years for s in seekers),
            trainable_wanted=np.array([s.trainable_wanted for s in seekers], dtype=bool),
            veteran=np.array([s.veteran for s in seekers], dtype=bool),
            tells_certificates=np.array([_tells(s) for s in seekers], dtype=bool),
            holds=_masks([sorted(held(s.certificates)) for s in seekers]),
            districts=_masks([stems(s.districts) for s in seekers]),
            relaxed={
                block: np.array([block in s.relaxed for s in seekers], dtype=bool)
                for block in Block
            },
        )


def reached(posting: PostingProfile) -> int | None:
    """The pay that a posting reaches: the most that it names, or the least of 7000 元以上."""
    return posting.pay_min if posting.pay_max is None else posting.pay_max


def _tells(seeker: SeekerProfile) -> bool:
    said = (seeker.certificates, seeker.text, seeker.education)
    return any(said) or seeker.years is not None


def needs_of(posting: PostingProfile) -> list[str]:
    """Certificates without which the posting may not be taken: by the firm's word or by law.

    Where training is given, the law's short courses may be part of it; a teacher's or doctor's
    paper never is.
    """
    kinds = gazetteers.certificate_by_name()
    asked = [
        need
        for need in posting.certificates_required
        if any(name not in kinds or kinds[name].blocks == "yes" for name in need.split("或"))
    ]
    lawful = [name for name in _lawful(posting.title) if not _met_by(asked, name)]
    if posting.trainable or _NOT_YET.search(posting.title):
        lawful = [name for name in lawful if not _by_course(name)]
    return list(dict.fromkeys(asked + lawful))


@lru_cache(maxsize=256)
def _by_course(name: str) -> bool:
    """Whether a short course brings this certificate, or one that covers it."""
    return any(name in held([course]) for course in gazetteers.courses())


def _met_by(needs: list[str], name: str) -> bool:
    """Whether who meets one of these needs has this certificate too: C1 says 驾驶证 as well."""
    return any(all(name in held([each]) for each in need.split("或")) for need in needs)


def _lawful(title: str) -> list[str]:
    return [name for name, pattern in _laws() if pattern.search(title)]


@lru_cache(maxsize=1)
def _laws() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = gazetteers.certificates()
    return tuple((kind.name, re.compile(kind.law)) for kind in kinds if kind.law)


def held(names: Collection[str]) -> frozenset[str]:
    """Certificates that a person holds or may act as holding, since theirs cover them.

    One step only: high voltage counts where 电工证 is asked for, and yet is no low voltage.
    """
    kinds = gazetteers.certificate_by_name()
    covered = (kinds[name].covers for name in names if name in kinds)
    return frozenset(names).union(*covered)


def stems(districts: Sequence[str]) -> list[str]:
    """Districts as they are compared."""
    return [places.stem(name) for name in districts]


def _joined(first: Any, more: Any, size: int, added: int) -> Any:
    """Two arrays end to end, or two families of masks, where what is not named is False."""
    if isinstance(first, np.ndarray):
        return np.concatenate([first, more])
    none, nothing = np.zeros(size, dtype=bool), np.zeros(added, dtype=bool)
    return {
        name: np.concatenate([first.get(name, none), more.get(name, nothing)])
        for name in {**first, **more}
    }


def _masks(lists: Sequence[Sequence[str]]) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    for at, names in enumerate(lists):
        for name in names:
            masks.setdefault(name, np.zeros(len(lists), dtype=bool))[at] = True
    return masks


def _floats(values: Iterable[float | int | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _day(day: date | None) -> int:
    return day.toordinal() if day else date.max.toordinal()
