"""How good a ranking is on judged pairs: nDCG@10 over graded postings, and what slipped through."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching.measures import CUT
from matcher.matching.ranker import score_postings
from matcher.matching.said import Floats
from matcher.matching.sides import PostingIndex

Ranked = Mapping[str, Sequence[str]]  # posting ids, best first, by seeker id


@dataclass(frozen=True)
class Grade:
    """How good one posting is for one seeker, and the letters of hard wishes it breaks."""

    grade: float
    block: str


Judgements = Mapping[str, Mapping[str, Grade]]  # by seeker id, then posting id


@dataclass(frozen=True)
class Quality:
    """The figures of one ranker on one judged set.

    `ndcg` counts blocked pairs as 0, `ndcg_work` ignores blocks, `graded` is the share of each top
    ten that somebody graded, `slipped` counts block letters among the first ten graded postings.
    """

    ndcg: float
    ndcg_work: float
    graded: float
    slipped: dict[str, int] = field(default_factory=dict)


def ndcg(order: Sequence[str], gains: Mapping[str, float], cut: int = CUT) -> float | None:
    """nDCG at `cut` over graded postings only; None where nothing gains (Järvelin 2002, linear)."""
    best = _dcg(sorted(gains.values(), reverse=True)[:cut])
    if best == 0:
        return None
    return _dcg([gains[each] for each in order if each in gains][:cut]) / best


def measure(ranked: Ranked, ungated: Ranked, judged: Judgements) -> Quality:
    """The figures of a ranking; seekers without any gain are left out of the mean.

    `ungated` is the same ranker's order with every gate open, by which `ndcg_work` is taken.
    """
    strict, work, shares = [], [], []
    slipped: Counter[str] = Counter()
    for seeker, grades in judged.items():
        order = ranked.get(seeker, ())
        strict.append(ndcg(order, {p: 0.0 if g.block else g.grade for p, g in grades.items()}))
        opened = ungated.get(seeker, ())
        work.append(ndcg(opened, {p: g.grade for p, g in grades.items()}))
        shares.append(sum(each in grades for each in order[:CUT]) / CUT)
        top = [each for each in order if each in grades][:CUT]
        slipped.update(letter for each in top for letter in grades[each].block)
    return Quality(_mean(strict), _mean(work), _mean(shares), dict(sorted(slipped.items())))


def ours(
    index: PostingIndex, seekers: Sequence[SeekerProfile], today: date, *, gated: bool = True
) -> dict[str, list[str]]:
    """Every seeker's postings in the order of our ranker, those kept back left out."""
    ids = np.array(index.blend.ids)
    orders: dict[str, list[str]] = {}
    for seeker in seekers:
        score = score_postings(index, seeker, today, gated=gated)
        order = np.lexsort((ids, -score))
        orders[seeker.id] = ids[order[np.isfinite(score[order])]].tolist()
    return orders


def by_scores(
    postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile], scores: Floats
) -> dict[str, list[str]]:
    """The same from one row of scores a seeker."""
    ids = np.array([posting.id for posting in postings])
    return {
        seeker.id: ids[np.lexsort((ids, -scores[row]))].tolist()
        for row, seeker in enumerate(seekers)
    }


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _mean(values: Sequence[float | None]) -> float:
    found = [value for value in values if value is not None]
    return sum(found) / len(found) if found else 0.0
