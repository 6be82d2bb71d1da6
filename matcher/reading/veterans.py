"""Whether a posting names veterans as welcome."""

import re

from matcher.reading.told import Reading, told

_NAMED = re.compile(
    r"退伍|退役(?!电池|动力|设备|机组|资产|装备|车|飞机|锂|的?电)|复员|转业军人|军转|当过兵"
    r"|ex-?(?:army|navy|service(?:men|man|women|woman)?|soldiers?|military)"
    r"|(?:retired|former) (?:pla |army )?(?:soldiers?|military)"
    r"|served in the (?:army|military|navy)|(?:army|military) (?:background|veteran)"
    r"|军人优先|(?<!industry )(?<!seasoned )veterans?"
)


def read(text: str) -> bool:
    """True where the posting speaks of veterans."""
    return find(text) is not None


def find(text: str) -> Reading[bool] | None:
    """The words that welcome veterans."""
    seen = told(text)
    found = _NAMED.search(seen.text)
    return seen.reading(True, found) if found else None
