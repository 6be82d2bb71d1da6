"""Whether a posting names veterans as welcome, and whether a seeker is one."""

import re

from matcher.reading.told import Reading, told

_NAMED = re.compile(
    r"退伍|退役(?!电池|动力|设备|机组|资产|装备|车|飞机|锂|的?电)|复员|转业军人|军转|当过兵"
    r"|军人优先|veterans?"
)
_OWN = re.compile(r"退伍|退役|复员|转业|当过兵|在部队|从部队|当兵|服过役|服役|参过军|veteran")


def read(text: str) -> bool:
    """True where the posting speaks of veterans."""
    return find(text) is not None


def find(text: str) -> Reading[bool] | None:
    """The words that welcome veterans."""
    seen = told(text)
    found = _NAMED.search(seen.text)
    return seen.reading(True, found) if found else None


def own(text: str) -> bool:
    """True where a person says to have served."""
    return find_own(text) is not None


def find_own(text: str) -> Reading[bool] | None:
    """The words with which a person says to have served."""
    seen = told(text)
    found = _OWN.search(seen.text)
    return seen.reading(True, found) if found else None
