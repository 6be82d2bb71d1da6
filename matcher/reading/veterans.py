"""Whether a posting names veterans as welcome, and whether a seeker is one."""

import re

from matcher.reading.plain import plain

_NAMED = re.compile(r"退伍|退役|复员|转业军人|军转|当过兵")
_OWN = re.compile(r"退伍|退役|复员|转业|当过兵|在部队|从部队|当兵")


def read(text: str) -> bool:
    """True where the posting speaks of veterans."""
    return bool(_NAMED.search(plain(text)))


def own(text: str) -> bool:
    """True where a person says to have served."""
    return bool(_OWN.search(plain(text)))
