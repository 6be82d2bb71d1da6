"""A ranking as few bytes, to be kept and to travel, and back again exactly as it was."""

import json
import zlib
from dataclasses import dataclass
from functools import cached_property

from matcher.domain.profiles import Because, Blocked, Match, Ranking, Reason
from matcher.domain.terms import Block, ReasonCode

_OF_THE_WORK = frozenset(code.value for code in ReasonCode if code.is_of_the_work)


@dataclass(frozen=True, eq=False)
class _Noted(Because):
    """Reasons as they were packed: of a long list few are looked at."""

    told: list[list[str]]

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(Reason(ReasonCode(code), tuple(terms)) for code, *terms in self.told)

    @property
    def is_of_the_work(self) -> bool:
        return any(code in _OF_THE_WORK for code, *_ in self.told)


def pack(ranking: Ranking) -> bytes:
    """Ids, scores, reasons and what was kept back."""
    matches = [
        [m.seeker, m.posting, m.score, [[r.code.value, *r.terms] for r in m.reasons]]
        for m in ranking.matches
    ]
    blocked = [
        [b.seeker, b.posting, b.score, [each.value for each in b.blocks], b.missing]
        for b in ranking.blocked
    ]
    text = json.dumps([matches, blocked], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), level=6)


def unpack(body: bytes) -> Ranking:
    """The ranking that was packed."""
    matches, blocked = json.loads(zlib.decompress(body))
    return Ranking(
        tuple(
            Match(seeker, posting, rank, score, _Noted(told))
            for rank, (seeker, posting, score, told) in enumerate(matches, start=1)
        ),
        tuple(
            Blocked(seeker, posting, score, tuple(Block(each) for each in why), tuple(missing))
            for seeker, posting, score, why, missing in blocked
        ),
    )


def first(ranking: Ranking, k: int) -> Ranking:
    """What the ranking would have been had only k been asked for (0: all of it)."""
    if not k or len(ranking.matches) < k:
        return ranking
    matches = ranking.matches[:k]
    last = matches[-1].score
    return Ranking(matches, tuple(each for each in ranking.blocked if each.score >= last))
