"""Certificates: which ones a posting cannot do without, and what a person's own stand for."""

import re
from collections.abc import Collection
from functools import lru_cache

from matcher import gazetteers
from matcher.domain.profiles import PostingProfile

_NOT_YET = re.compile(r"助理|学徒|实习|储备")
_ASIDE = re.compile(r"[（(【\[「].*?[）)】\]」]")
_APART = re.compile(r"[、，,/|；;&]")  # between several kinds of work in one title
_WORK = re.compile(r"[师员工士手长]$|助理|经理|主管|会计|老师")


@lru_cache(maxsize=4096)
def needs_of(posting: PostingProfile) -> tuple[str, ...]:
    """Certificates without which the posting may not be taken: by the firm's word or by law.

    A firm that calls the law's paper welcome takes people without it as well: nothing is kept back.
    """
    asked, lawful = _asked(posting), law_of(posting)
    is_welcome = not held(posting.certificates).isdisjoint(lawful.split("或"))
    if lawful and (asked or not is_welcome):
        asked.append(lawful)
    return tuple(dict.fromkeys(asked))


@lru_cache(maxsize=4096)
def law_of(posting: PostingProfile) -> str:
    """The paper, or A或B, that the law asks beside what the firm asks; "" for none.

    Where training is given, the law's short courses may be part of it; a teacher's, doctor's or
    driver's paper never is.
    """
    lawful = _lawful(posting.title)
    taught = bool(posting.trainable or _NOT_YET.search(posting.title))
    if _met_by(_asked(posting), lawful) or taught and any(map(_by_course, lawful)):
        return ""
    return "或".join(lawful)


def _asked(posting: PostingProfile) -> list[str]:
    """What the firm asks for, but for papers that are soon had or show some skill only."""
    kinds = gazetteers.certificate_by_name()
    return [
        need
        for need in posting.certificates_required
        if any(name not in kinds or kinds[name].blocks == "yes" for name in need.split("或"))
    ]


@lru_cache(maxsize=256)
def _by_course(name: str) -> bool:
    """Whether a short course that a firm may give brings this certificate or one above it."""
    kinds = gazetteers.certificate_by_name()
    given = (course for course in gazetteers.courses() if kinds[course].family != "驾驶")
    return any(name in held([course]) for course in given)


def _met_by(needs: list[str], names: tuple[str, ...]) -> bool:
    """Whether who meets one of these needs has such a certificate too: C1 says 驾驶证 as well."""
    return any(
        all(not held([each]).isdisjoint(names) for each in need.split("或")) for need in needs
    )


@lru_cache(maxsize=8192)
def _lawful(title: str) -> tuple[str, ...]:
    """The papers that the law asks for work of this title, of which any will do.

    植发医生/护士 names two kinds of work, and 店员/执业药师 begins with one that needs no paper.
    """
    found = tuple(name for name, pattern in _laws() if pattern.search(title))
    return () if found and _begins_free(title) else found


def _begins_free(title: str) -> bool:
    """Whether the first of several kinds of work needs no paper; 药师/执业药师 are one kind."""
    first, *others = (name.strip() for name in _APART.split(_ASIDE.sub("", title)))
    is_work = bool(others and _WORK.search(first)) and not any(first in name for name in others)
    return is_work and not any(pattern.search(first) for _, pattern in _laws())


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
