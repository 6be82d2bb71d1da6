"""Which one certificate would open most of the postings that only a certificate keeps back."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from matcher import gazetteers
from matcher.domain.profiles import Blocked, Opening
from matcher.domain.terms import Block
from matcher.matching.needs import held


def of(kept_back: Iterable[Blocked]) -> tuple[Opening, ...]:
    """What each certificate alone would open of the postings kept back, the nearest first.

    The nearest is what most of them ask for by name: A2 covers C1, yet C1 is nearer to a driver.
    """
    named: Counter[str] = Counter()
    opened: dict[str, list[str]] = defaultdict(list)
    for each in kept_back:
        if each.blocks != (Block.CERTIFICATE,):
            continue
        named.update(name for need in each.missing for name in need.split("或"))
        for certificate in _enough(each.missing):
            opened[certificate].append(each.posting)
    order = list(gazetteers.courses())
    nearest = sorted(opened, key=lambda c: (-named[c], -len(opened[c]), order.index(c)))
    return tuple(Opening(certificate, tuple(opened[certificate])) for certificate in nearest)


@lru_cache(maxsize=256)
def _enough(needs: tuple[str, ...]) -> frozenset[str]:
    """The certificates that would do for all of these needs by themselves."""
    each = [frozenset[str]().union(*map(_bringing, need.split("或"))) for need in needs]
    return frozenset.intersection(*each) if each else frozenset()


def _bringing(name: str) -> frozenset[str]:
    return frozenset(each for each in gazetteers.courses() if name in held([each]))
