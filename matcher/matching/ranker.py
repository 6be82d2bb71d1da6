"""Gates, blended score and wishes made into one ranking, in both directions."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.domain.profiles import (
    Blocked,
    Match,
    PostingProfile,
    Ranking,
    SeekerProfile,
)
from matcher.domain.readiness import Tell, silent
from matcher.matching import fields, gates, impartial, preferences, reasons
from matcher.matching.blend import Asked, Blend
from matcher.matching.engine import Found
from matcher.matching.facts import PostingFacts, SeekerFacts
from matcher.matching.fields import Fields
from matcher.matching.gates import Gates
from matcher.matching.parts import ALL, Parts
from matcher.matching.said import Floats, Mask
from matcher.matching.stored import Stored
from matcher.matching.weights import DEFAULT, Weights

SHARED_WORDS = 8  # looked at for reasons; fewer are shown

Pair = Callable[[int], tuple[SeekerProfile, PostingProfile]]


@dataclass(frozen=True)
class PostingIndex:
    """The postings of a fair, ready to be ranked for any seeker; one state of them.

    Later states share the blend, whose rows are only ever added to: `gone` are rows of postings
    that were closed, or changed and stand in another row since.
    """

    postings: Stored[PostingProfile]
    blend: Blend
    facts: PostingFacts
    gone: frozenset[int] = frozenset()

    @staticmethod
    def fit(
        postings: Sequence[PostingProfile], parts: Parts = ALL, tell: Tell = silent
    ) -> "PostingIndex":
        """Prepare these postings; 1,300 take well under a second, 100,000 most of a minute."""
        postings = impartial.of_postings(postings)
        documents = [fields.of_posting(posting) for posting in postings]
        titles = [[document.title] for document in documents]
        blend = Blend([posting.id for posting in postings], documents, titles, parts, tell)
        return PostingIndex(Stored(postings), blend, PostingFacts.of(postings))

    def renewed(self, changed: Sequence[PostingProfile], closed: Collection[str]) -> "PostingIndex":
        """The next state: new or changed postings ranked at once, closed ones no more.

        Words weigh as they did. Only one thread may renew at a time; any number may rank.
        """
        changed = impartial.of_postings(changed)
        documents = [(posting.id, fields.of_posting(posting)) for posting in changed]
        added = [(name, document, [document.title]) for name, document in documents]
        gone = self.gone | _exchanged(self.blend, closed, added)
        facts = self.facts.with_more(PostingFacts.of(changed)) if changed else self.facts
        return PostingIndex(self.postings.with_more(changed), self.blend, facts, gone)

    def live(self) -> list[PostingProfile]:
        """The postings as they are in this state."""
        return [each for row, each in enumerate(self.postings) if row not in self.gone]

    def chosen(self, among: Collection[str] | None) -> Mask:
        """True for the postings that are there, of those in `among` if given."""
        return _chosen(self.blend, len(self.postings), among, self.gone)


@dataclass(frozen=True)
class SeekerIndex:
    """The seekers of a fair, ready to be ranked for any posting; one state, as with postings."""

    seekers: Stored[SeekerProfile]
    blend: Blend
    facts: SeekerFacts
    gone: frozenset[int] = frozenset()

    @staticmethod
    def fit(seekers: Sequence[SeekerProfile], parts: Parts = ALL) -> "SeekerIndex":
        """Prepare these seekers; what they say of their health stays out of it."""
        seekers = impartial.for_employers(seekers)
        documents = [fields.of_seeker(seeker) for seeker in seekers]
        wishes = [_wishes(seeker) for seeker in seekers]
        blend = Blend([seeker.id for seeker in seekers], documents, wishes, parts)
        return SeekerIndex(Stored(seekers), blend, SeekerFacts.of(seekers))

    def renewed(self, changed: Sequence[SeekerProfile], left: Collection[str]) -> "SeekerIndex":
        """The next state: new or changed people ranked at once, those who left no more."""
        changed = impartial.for_employers(changed)
        added = [(each.id, fields.of_seeker(each), _wishes(each)) for each in changed]
        gone = self.gone | _exchanged(self.blend, left, added)
        facts = self.facts.with_more(SeekerFacts.of(changed)) if changed else self.facts
        return SeekerIndex(self.seekers.with_more(changed), self.blend, facts, gone)

    def live(self) -> list[SeekerProfile]:
        """The people as they are in this state."""
        return [each for row, each in enumerate(self.seekers) if row not in self.gone]

    def chosen(self) -> Mask:
        """True for the people who are there."""
        return _chosen(self.blend, len(self.seekers), None, self.gone)


def _wishes(seeker: SeekerProfile) -> tuple[str, ...]:
    return seeker.wanted or fields.jobs_of(seeker)


def _exchanged(
    blend: Blend, left: Collection[str], added: Sequence[tuple[str, Fields, Sequence[str]]]
) -> frozenset[int]:
    """Add these documents; gives the rows of those who left, or stand in another row now."""
    gone = blend.known([*left, *(name for name, _, _ in added)])
    for name, document, titles in added:
        blend.add(name, document, titles)
    return gone


def _chosen(blend: Blend, size: int, among: Collection[str] | None, gone: frozenset[int]) -> Mask:
    mask = np.ones(size, bool) if among is None else blend.chosen(among, size)
    mask[list(gone)] = False
    return mask


@dataclass(frozen=True)
class _Search:
    """One query over one side: what is asked, and which pairs the gates keep back."""

    blend: Blend
    asked: Asked
    gates: Gates
    pair: Pair
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
            because = reasons.between(seeker, posting, shared[rank - 1]) if explained else ()
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
    return _Search(
        index.blend,
        index.blend.ask(fields.seeker_query(seeker), wishes),
        gates.between(index.facts, facts, today),
        lambda at: (seeker, index.postings[at]),
        weights,
    )


def _seekers_for(index: SeekerIndex, posting: PostingProfile, today: date) -> _Search:
    posting = impartial.of_posting(posting)
    facts = PostingFacts.of([posting])
    wishes = preferences.bonus(facts, index.facts)
    return _Search(
        index.blend,
        index.blend.ask(fields.posting_query(posting), wishes),
        gates.between(facts, index.facts, today),
        lambda at: (index.seekers[at], posting),
        DEFAULT,
    )


def _rows(found: Found) -> list[tuple[int, float]]:
    return list(zip(found.rows.tolist(), found.scores.astype(float).tolist(), strict=True))
