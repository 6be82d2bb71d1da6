"""How good a ranking is on judged pairs: nDCG@10 over graded postings, and what slipped through."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.terms import Block
from matcher.matching.fields import of_posting, of_seeker
from matcher.matching.ranker import PostingIndex, rank_postings
from matcher.matching.text import words

CUT = 10
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
    asked = seekers if gated else [replace(s, relaxed=frozenset(Block)) for s in seekers]
    return {
        seeker.id: [
            match.posting for match in rank_postings(index, seeker, k=0, today=today).matches
        ]
        for seeker in asked
    }


def plain_tfidf(
    postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile]
) -> dict[str, list[str]]:
    """The same by scikit-learn's TF-IDF over words as tutorials write it: the yardstick."""
    vectorizer = TfidfVectorizer(analyzer=words)
    documents = vectorizer.fit_transform([of_posting(posting).body for posting in postings])
    queries = vectorizer.transform([of_seeker(seeker).body for seeker in seekers])
    scores = (queries @ documents.T).toarray()
    ids = [posting.id for posting in postings]
    return {
        seeker.id: [ids[at] for at in np.lexsort((ids, -scores[row]))]
        for row, seeker in enumerate(seekers)
    }


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _mean(values: Sequence[float | None]) -> float:
    found = [value for value in values if value is not None]
    return sum(found) / len(found) if found else 0.0
