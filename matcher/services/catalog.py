"""The fair's open postings in summary: counts, common wishes, filters; built once per version."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import cast

from matcher import gazetteers
from matcher.domain.readiness import Tell
from matcher.domain.terms import Shift
from matcher.matching import occupations
from matcher.reading import places
from matcher.services.shelf import Shelf
from matcher.services.work import Work
from matcher.storage import fairs, postings
from matcher.storage.postings import Outline

LARGE = 10_000  # postings from which on a summary takes too long for the page that asks
PAY_STEPS = (4000, 5000, 6000, 8000, 10_000)

_WISHES = 16
_ABILITIES = 14
_DISTRICTS = 14
# Asked for at most fairs; they fill the row of chips where the postings name few.
_COMMON_CERTIFICATES = (
    "低压电工作业证",
    "叉车证(N1)",
    "焊工证(熔化焊接与热切割)",
    "健康证",
    "保安员证",
    "初级会计证",
)

_FACETS: dict[str, Callable[[Outline], bool]] = {
    "day": lambda posting: posting.shift is Shift.DAY,
    "board": lambda posting: {"包吃", "包住"} <= set(posting.benefits),
    "trainable": lambda posting: bool(posting.trainable),
    "weekend": lambda posting: posting.rest == "double",
}


@dataclass(frozen=True)
class Catalog:
    """What stands open at a fair on one day; sets hold posting ids."""

    postings: int
    openings: int
    employers: int
    wishes: tuple[str, ...]
    certificates: tuple[str, ...]
    skills: tuple[str, ...]
    districts: tuple[str, ...]
    facets: dict[str, frozenset[int]]
    of_employer: dict[int, frozenset[int]]


def of_fair(work: Work, fair_id: int) -> Catalog:
    """The summary of the fair's open postings; a change of a posting makes a new one.

    Of a large fair pages get the last one while the next is being made behind the scenes.
    """
    name, version = _name(fair_id), _version(work, fair_id)
    readying, newest = work.shelf.readying, work.shelf.newest(name)
    if readying.patience is None or newest is None or newest[1].postings < LARGE:
        return work.shelf.get(name, version, partial(_made, work, fair_id))
    if newest[0] != version:
        readying.begin(name, partial(_anew, work.shelf, work.apart, fair_id))
    return cast("Catalog", newest[1])


def _name(fair_id: int) -> tuple[str, int]:
    return ("catalog", fair_id)


def _version(work: Work, fair_id: int) -> tuple[object, ...]:
    return (fairs.catalog_version(work.db, fair_id), work.today)


def _made(work: Work, fair_id: int) -> Catalog:
    return _sum_up(postings.outlines(work.db, fair_id, work.today))


def _anew(
    shelf: Shelf, apart: Callable[[], AbstractContextManager[Work]], fair_id: int, _: Tell
) -> None:
    with apart() as work:
        version = _version(work, fair_id)  # first: what changes meanwhile makes another one
        shelf.put(_name(fair_id), version, _made(work, fair_id))


def facet_names() -> list[str]:
    """The filters a person may switch on, in the order of the page."""
    return list(_FACETS)


def _sum_up(shown: list[Outline]) -> Catalog:
    owned: dict[int, set[int]] = {}
    for posting in shown:
        owned.setdefault(posting.employer_id, set()).add(posting.id)
    facets = {name: _where(shown, holds) for name, holds in _FACETS.items()}
    for step in PAY_STEPS:
        facets[f"pay{step}"] = _where(shown, lambda p, s=step: (p.pay_max or p.pay_min or 0) >= s)
    return Catalog(
        postings=len(shown),
        openings=sum(posting.openings for posting in shown),
        employers=len(owned),
        wishes=_most(_WISHES, (_trade(posting.title) for posting in shown)),
        certificates=_certificates(shown),
        skills=_most(_ABILITIES, (skill for posting in shown for skill in posting.skills)),
        districts=_most(_DISTRICTS, (d for p in shown for d in places.districts(p.place))),
        facets=facets,
        of_employer={employer_id: frozenset(ids) for employer_id, ids in owned.items()},
    )


def _where(shown: list[Outline], holds: Callable[..., bool]) -> frozenset[int]:
    return frozenset(posting.id for posting in shown if holds(posting))


def _trade(title: str) -> str:
    """The occupation a title names, else the title without what stands in brackets."""
    named = occupations.named(title)
    return named[0] if named else title.split("(")[0].split("（")[0].strip()[:12]


def _certificates(shown: list[Outline]) -> tuple[str, ...]:
    asked = [
        name
        for posting in shown
        for name in dict.fromkeys((*posting.certificates_required, *posting.certificates))
    ]
    known = gazetteers.certificate_by_name()
    common = [name for name in _COMMON_CERTIFICATES if name in known]
    return tuple(dict.fromkeys((*_most(_ABILITIES - 4, asked), *common)))[:_ABILITIES]


def _most(limit: int, words: Iterable[str]) -> tuple[str, ...]:
    """The most frequent words, most frequent first, ties by spelling."""
    counted = Counter(word for word in words if word)
    best = sorted(counted, key=lambda word: (-counted[word], word))
    return tuple(best[:limit])
