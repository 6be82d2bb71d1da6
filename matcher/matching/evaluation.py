"""How good a ranking is on judged pairs: nDCG@10 over graded postings, and what slipped through."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching import measures
from matcher.matching.measures import CUT, dcg
from matcher.matching.ranker import score_postings
from matcher.matching.said import Floats
from matcher.matching.sides import PostingIndex

GOOD = 2.0  # the grade from which on a posting is right

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
    For MAP, Recall@10 and MRR a posting is right from grade 2 on, unless it breaks a hard wish.
    """

    ndcg: float
    ndcg_work: float
    map: float
    recall: float
    mrr: float
    graded: float
    slipped: dict[str, int] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """The figures under the names that tables show."""
        return {
            "ndcg": self.ndcg,
            "ndcg_work": self.ndcg_work,
            "MAP": self.map,
            "Recall@10": self.recall,
            "MRR": self.mrr,
            "graded": self.graded,
            "slipped": self.slipped,
        }


def ndcg(order: Sequence[str], gains: Mapping[str, float], cut: int = CUT) -> float | None:
    """nDCG at `cut` over graded postings only; None where nothing gains (Järvelin 2002, linear)."""
    best = dcg(sorted(gains.values(), reverse=True)[:cut])
    if best == 0:
        return None
    return dcg([gains[each] for each in order if each in gains][:cut]) / best


def each_ndcg(ranked: Ranked, judged: Judgements) -> Floats:
    """nDCG@10 of each seeker for whom anything is good, blocked pairs 0, in the judged order."""
    found = (ndcg(ranked.get(seeker, ()), _gains(grades)) for seeker, grades in judged.items())
    return np.array([each for each in found if each is not None])


def measure(ranked: Ranked, ungated: Ranked, judged: Judgements) -> Quality:
    """The figures of a ranking; seekers without any gain are left out of the mean.

    `ungated` is the same ranker's order with every gate open, by which `ndcg_work` is taken.
    """
    strict, work, shares = [], [], []
    slipped: Counter[str] = Counter()
    for seeker, grades in judged.items():
        order = ranked.get(seeker, ())
        strict.append(ndcg(order, _gains(grades)))
        opened = ungated.get(seeker, ())
        work.append(ndcg(opened, {p: g.grade for p, g in grades.items()}))
        shares.append(sum(each in grades for each in order[:CUT]) / CUT)
        top = [each for each in order if each in grades][:CUT]
        slipped.update(letter for each in top for letter in grades[each].block)
    told = _right(ranked, judged)
    figures = (told.get("MAP", 0.0), told.get("Recall@10", 0.0), told.get("MRR", 0.0))
    letters = dict(sorted(slipped.items()))
    return Quality(_mean(strict), _mean(work), *figures, _mean(shares), letters)


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


def _gains(grades: Mapping[str, Grade]) -> dict[str, float]:
    return {name: 0.0 if each.block else each.grade for name, each in grades.items()}


def _right(ranked: Ranked, judged: Judgements) -> dict[str, float]:
    """The measures that know only right and wrong, over graded postings as nDCG is."""
    scores, relevant = [], []
    for seeker, grades in judged.items():
        places = {name: -float(at) for at, name in enumerate(ranked.get(seeker, ()))}
        right = {at for at, gain in enumerate(_gains(grades).values()) if gain >= GOOD}
        if right:
            scores.append(np.array([places.get(name, -np.inf) for name in grades]))
            relevant.append(right)
    return measures.measure(scores, relevant).means() if relevant else {}


def _mean(values: Sequence[float | None]) -> float:
    found = [value for value in values if value is not None]
    return sum(found) / len(found) if found else 0.0
