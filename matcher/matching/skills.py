"""Named skills looked for letter by letter: a list of skills is more than the words in it."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher import gazetteers
from matcher.matching.stored import Stored
from matcher.matching.text import fold

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Candidates = Callable[[str], Places]
Saying = tuple[Places, Floats]  # documents, and how often or how much each

OFTEN = 0.6  # how soon naming a thing again stops counting
REMEMBERED = 2048  # things whose documents are kept at hand: most people pick common ones
CONDITION = 0.3  # what a benefit or condition counts that stands among the skills

_CUT = re.compile(r"[/、,，;；|\s]+")
_HEAD = re.compile(r"^(?:有|熟悉|掌握|精通|会|接受)")
_TAIL = re.compile(
    r"(?:开发|相关|实操|工作|项目)?(?:经验|经历)$|(?:等)?相关专业$|专业$|优先$|类$|能力$"
)
_TERMS = re.compile(
    r"补贴|补助|奖金?$|薪|提成|假|单休|大小周|月结|夜班|晚班|倒班|出差|全职|兼职|居家办公|不限|无需|下午茶"
)


@lru_cache(maxsize=4096)
def atoms(skill: str) -> tuple[str, ...]:
    """The things that one tag names: 搜索/推荐经验 is 搜索 and 推荐."""
    cut = [_TAIL.sub("", _HEAD.sub("", part)) or part for part in _CUT.split(fold(skill))]
    return tuple(dict.fromkeys(each for each in cut if len(each) > 1 or each.isascii() and each))


@lru_cache(maxsize=1)
def _benefits() -> re.Pattern[str]:
    names = (name for each in gazetteers.benefits() for name in (each.name, *each.aliases))
    return re.compile("|".join(re.escape(fold(name)) for name in names))


@lru_cache(maxsize=4096)
def _worth(skill: str) -> float:
    told = fold(skill)
    return CONDITION if _benefits().search(told) or _TERMS.search(told) else 1.0


class SkillIndex:
    """Which documents name a skill in so many letters."""

    def __init__(self, texts: Sequence[str], candidates: Candidates) -> None:
        """`texts` are the documents as they will be searched.

        `candidates` narrows down which documents may hold a text.
        """
        self._texts = Stored(fold(text) for text in texts)
        self._candidates = candidates
        self._known: OrderedDict[str, Saying] = OrderedDict()

    def add(self, text: str) -> None:
        """One more document."""
        self._texts = self._texts.with_more([fold(text)])
        self._known.clear()

    def shares(self, skills: Iterable[str]) -> list[Saying]:
        """Documents that name a skill and what that counts, rare ones more; about 1 for all."""
        size = len(self._texts)
        named, whole = [], 0.0
        for skill in skills:
            things = atoms(skill)
            for thing in things:
                places, times = self._saying(thing)
                scarcity = np.log((size + 1) / (len(places) + 1))
                weight = float(_worth(skill) * scarcity / np.sqrt(len(things)))
                named.append((places, weight * times * (1 + OFTEN) / (times + OFTEN)))
                whole += weight
        return [(places, counts / whole) for places, counts in named] if whole > 0 else []

    def _saying(self, thing: str) -> Saying:
        """Which documents name a thing, and how often."""
        found = self._known.get(thing)
        if found is None:
            found = self._counted(thing, self._candidates(thing))
            self._known[thing] = found
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return found

    def _counted(self, thing: str, places: Places) -> Saying:
        texts = (self._texts[at] for at in places.tolist())
        if thing.isascii():
            # A pattern that begins with its letters is found much faster than one that looks back.
            word = re.escape(thing)
            edged = re.compile(rf"{word}(?<![a-z]{word})(?![a-z])")
            counts = [len(edged.findall(text)) for text in texts]
        else:
            counts = [text.count(thing) for text in texts]
        times = np.array(counts, dtype=np.float64)
        return places[times > 0], times[times > 0]
