"""Gates, blended score and wishes made into one ranking, in both directions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.domain.profiles import (
    Blocked,
    Match,
    PostingProfile,
    Ranking,
    SeekerProfile,
    Told,
)
from matcher.matching import fields, gates, impartial, preferences
from matcher.matching.blend import Asked, Blend
from matcher.matching.engine import Found
from matcher.matching.facts import PostingFacts, SeekerFacts
from matcher.matching.gates import Gates
from matcher.matching.reasons import Pair, PairOf
from matcher.matching.said import Floats, Mask
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.matching.weights import DEFAULT, Weights

SHARED_WORDS = 8  # looked at for reasons; fewer are shown


@dataclass(frozen=True)
class _Search:
    """One query over one side: what is asked, and which pairs the gates keep back."""

    blend: Blend
    asked: Asked
    gates: Gates
    pair: PairOf
    weights: Weights

    def best(self, k: int, chosen: Mask, *, explained: bool) -> Ranking:
        """The first k that no gate keeps back, and those that would have stood among them.

        Reasons and what is kept back cost more than the ranking: they may be left out.
        """
        shut = self.gates.shut
        found = self.blend.top(self.asked, k or len(shut), chosen & ~shut, self.weights)
        if not explained:
            return Ranking(self._matches(found, explained), ())
        last = found.scores[-1] if k and len(found.rows) == k else -np.inf
        blocked = self.blend.reaching(float(last), self.asked, chosen & shut, self.weights)
        return Ranking(self._matches(found, explained), self._blocked(blocked))

    def scores(self, *, gated: bool) -> Floats:
        """Every row's score; -inf where a gate keeps it back."""
        found = self.blend.scores(self.asked, self.weights)[: len(self.gates.shut)]
        if gated:
            found[self.gates.shut] = -np.inf
        return found

    def _matches(self, found: Found, explained: bool) -> tuple[Match, ...]:
        shared = self.blend.shared_words(self.asked, found.rows, SHARED_WORDS) if explained else []
        matches = []
        for rank, (at, score) in enumerate(_rows(found), start=1):
            seeker, posting = self.pair(at)
            because = Pair(self.pair, at, shared[rank - 1]) if explained else Told()
            matches.append(Match(seeker.id, posting.id, rank, score, because))
        return tuple(matches)

    def _blocked(self, found: Found) -> tuple[Blocked, ...]:
        kept = []
        for at, score in _rows(found):
            seeker, posting = self.pair(at)
            why, missing = self.gates.why(at), self.gates.missing(at)
            kept.append(Blocked(seeker.id, posting.id, score, why, missing))
        return tuple(kept)


def rank_postings(
    index: PostingIndex,
    seeker: SeekerProfile,
    *,
    k: int,
    today: date,
    among: Collection[str] | None = None,
    weights: Weights = DEFAULT,
    explained: bool = True,
) -> Ranking:
    """The best k postings for a seeker (0: all), of those in `among` if given.

    Not `explained`, it holds neither reasons nor what the gates kept back.
    """
    search = _postings_for(index, seeker, today, weights)
    return search.best(k, index.chosen(among), explained=explained)


def score_postings(
    index: PostingIndex,
    seeker: SeekerProfile,
    today: date,
    *,
    gated: bool = True,
    weights: Weights = DEFAULT,
) -> Floats:
    """Every posting's score for a seeker, in the index's order; -inf where a gate keeps it back."""
    return _postings_for(index, seeker, today, weights).scores(gated=gated)


def posting_components(
    index: PostingIndex, seeker: SeekerProfile, today: date, ids: Sequence[str]
) -> dict[str, Floats]:
    """What each component gives these postings for a seeker, in the order of `ids`."""
    search = _postings_for(index, seeker, today, DEFAULT)
    return index.blend.components(search.asked, index.blend.rows(ids))


def rank_seekers(
    index: SeekerIndex, posting: PostingProfile, *, k: int, today: date, explained: bool = True
) -> Ranking:
    """The best k seekers for a posting (0: all); whose own wishes rule it out is kept back.

    Not `explained`, it holds neither reasons nor whom the gates kept back.
    """
    search = _seekers_for(index, posting, today)
    return search.best(k, index.chosen(), explained=explained)


def score_seekers(index: SeekerIndex, posting: PostingProfile, today: date) -> Floats:
    """Every seeker's score for a posting, in the index's order; -inf where a gate is closed."""
    return _seekers_for(index, posting, today).scores(gated=True)


def _postings_for(
    index: PostingIndex, seeker: SeekerProfile, today: date, weights: Weights
) -> _Search:
    seeker = impartial.of_seeker(seeker)
    facts = SeekerFacts.of([seeker])
    wishes = preferences.bonus(index.facts, facts)
    known = index.postings  # lists that are kept for a while shall not hold on to a whole index
    return _Search(
        index.blend,
        index.blend.ask(fields.seeker_query(seeker), wishes),
        gates.between(index.facts, facts, today),
        lambda at: (seeker, known[at]),
        weights,
    )


def _seekers_for(index: SeekerIndex, posting: PostingProfile, today: date) -> _Search:
    posting = impartial.of_posting(posting)
    facts = PostingFacts.of([posting])
    wishes = preferences.bonus(facts, index.facts)
    known = index.seekers
    return _Search(
        index.blend,
        index.blend.ask(fields.posting_query(posting), wishes),
        gates.between(facts, index.facts, today),
        lambda at: (known[at], posting),
        DEFAULT,
    )


def _rows(found: Found) -> list[tuple[int, float]]:
    return list(zip(found.rows.tolist(), found.scores.astype(float).tolist(), strict=True))
