"""Named skills looked for letter by letter: a list of skills is more than the words in it."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.matching.text import fold

Candidates = Callable[[str], NDArray[np.int64]]

_CUT = re.compile(r"[/、,，;；|\s]+")
_HEAD = re.compile(r"^(?:有|熟悉|掌握|精通|会|接受)")
_TAIL = re.compile(
    r"(?:开发|相关|实操|工作|项目)?(?:经验|经历)$|(?:等)?相关专业$|专业$|优先$|类$|能力$"
)


@lru_cache(maxsize=4096)
def atoms(skill: str) -> tuple[str, ...]:
    """The things that one tag names: 搜索/推荐经验 is 搜索 and 推荐."""
    cut = [_TAIL.sub("", _HEAD.sub("", part)) or part for part in _CUT.split(fold(skill))]
    return tuple(dict.fromkeys(each for each in cut if len(each) > 1 or each.isascii() and each))


class SkillIndex:
    """Which documents name a skill in so many letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        """`texts` are the documents as they will be searched."""
        self._texts = [fold(text) for text in texts]

    def share(self, skills: Iterable[str], candidates: Candidates) -> NDArray[np.float64]:
        """How much of the skills each document names, rare ones counting more; 0 to 1.

        `candidates` narrows down which documents may hold a text.
        """
        size = len(self._texts)
        named, whole = np.zeros(size), 0.0
        for skill in skills:
            things = atoms(skill)
            for thing in things:
                found = self._saying(thing, candidates(thing))
                weight = np.log((size + 1) / (len(found) + 1)) / np.sqrt(len(things))
                named[found] += weight
                whole += weight
        return named / whole if whole > 0 else named

    def _saying(self, thing: str, places: NDArray[np.int64]) -> list[int]:
        if not thing.isascii():
            return [at for at in places.tolist() if thing in self._texts[at]]
        edged = re.compile(rf"(?<![a-z]){re.escape(thing)}(?![a-z])")
        return [at for at in places.tolist() if edged.search(self._texts[at])]
