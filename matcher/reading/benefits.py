"""The benefits a text names, in the fixed words of the gazetteer."""

import re
from collections import defaultdict
from functools import lru_cache

from matcher import gazetteers
from matcher.reading.plain import plain


def read(text: str) -> list[str]:
    """Benefits named, in the order of the gazetteer; 包吃住 gives both 包吃 and 包住."""
    pattern, names = _lexicon()
    found = {name for alias in pattern.findall(plain(text)) for name in names[alias]}
    return [benefit.name for benefit in gazetteers.benefits() if benefit.name in found]


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    names: dict[str, list[str]] = defaultdict(list)
    for benefit in gazetteers.benefits():
        for alias in (benefit.name, *benefit.aliases):
            names[plain(alias)].append(benefit.name)
    longest = sorted(names, key=lambda alias: (-len(alias), alias))
    return re.compile("|".join(map(re.escape, longest))), dict(names)
