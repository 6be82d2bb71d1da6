"""Certificates: which ones a posting cannot do without, and what a person's own stand for."""

import re
from collections.abc import Collection
from functools import lru_cache

from matcher import gazetteers
from matcher.domain.profiles import PostingProfile

_NOT_YET = re.compile(r"助理|学徒|实习|储备")


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


@lru_cache(maxsize=8192)
def _lawful(title: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _laws() if pattern.search(title))


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
