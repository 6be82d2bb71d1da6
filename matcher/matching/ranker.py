"""Gates, text score, occupation and wishes made into one ranking, in both directions."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.domain.profiles import (
    Blocked,
    Match,
    PostingProfile,
    Ranking,
    Reason,
    SeekerProfile,
)
from matcher.domain.terms import Block
from matcher.matching import fields, gates, preferences, reasons
from matcher.matching.facts import Floats, Mask, PostingFacts, SeekerFacts
from matcher.matching.families import FamilyIndex
from matcher.matching.index import TextIndex, Vector
from matcher.matching.occupations import OccupationIndex
from matcher.matching.parts import ALL, Parts
from matcher.matching.skills import SkillIndex
from matcher.matching.weights import DEFAULT, Weights

OCCUPATION_WEIGHT = 0.3
FAMILY_WEIGHT = 0.5
SHARED_WORDS = 8  # looked at for reasons; fewer are shown

Because = Callable[[int], tuple[Reason, ...]]


@dataclass(frozen=True)
class _Side:
    """One side of the fair prepared for queries from the other."""

    ids: tuple[str, ...]
    places: NDArray[np.int64]  # where each id stands among the sorted ids: breaks ties
    text: TextIndex
    occupations: OccupationIndex
    families: FamilyIndex
    skills: SkillIndex
    parts: Parts

    @staticmethod
    def of(
        ids: Sequence[str],
        documents: Sequence[fields.Fields],
        titles: Sequence[Sequence[str]],
        parts: Parts,
    ) -> "_Side":
        """Fit everything that text and titles need."""
        places = np.empty(len(ids), dtype=np.int64)
        places[np.argsort(np.array(ids, dtype=str), kind="stable")] = np.arange(len(ids))
        return _Side(
            tuple(ids),
            places,
            TextIndex(documents, parts),
            OccupationIndex(titles),
            FamilyIndex([document.title for document in documents]),
            SkillIndex([document.body for document in documents]),
            parts,
        )

    def components(self, vector: Vector, query: fields.Query) -> dict[str, Floats]:
        """How well the work fits, part by part, without gates and wishes."""
        found = self.text.components(vector)
        if self.parts.occupations:
            nearness = self.occupations.nearness(query.occupations)
            found["occupations"] = OCCUPATION_WEIGHT * nearness
        if self.parts.families and query.wishes:
            found["families"] = FAMILY_WEIGHT * self.families.share(query.wishes)
        if self.parts.skills and query.skills:
            share = self.skills.share(query.skills, self.text.saying)
            found["skills"] = query.skills_weight * share
        return found


@dataclass(frozen=True)
class PostingIndex:
    """The postings of a fair, ready to be ranked for any seeker; never changed once fitted."""

    postings: tuple[PostingProfile, ...]
    side: _Side
    facts: PostingFacts

    @staticmethod
    def fit(postings: Sequence[PostingProfile], parts: Parts = ALL) -> "PostingIndex":
        """Prepare these postings; 1,300 take well under a second."""
        documents = [fields.of_posting(posting) for posting in postings]
        titles = [[document.title] for document in documents]
        side = _Side.of([posting.id for posting in postings], documents, titles, parts)
        return PostingIndex(tuple(postings), side, PostingFacts.of(postings))


@dataclass(frozen=True)
class SeekerIndex:
    """The seekers of a fair, ready to be ranked for any posting; never changed once fitted."""

    seekers: tuple[SeekerProfile, ...]
    side: _Side
    facts: SeekerFacts

    @staticmethod
    def fit(seekers: Sequence[SeekerProfile], parts: Parts = ALL) -> "SeekerIndex":
        """Prepare these seekers; what they say of their health stays out of it."""
        seekers = [replace(seeker, cannot=frozenset()) for seeker in seekers]
        documents = [fields.of_seeker(seeker) for seeker in seekers]
        wishes = [seeker.wanted or fields.jobs_of(seeker) for seeker in seekers]
        side = _Side.of([seeker.id for seeker in seekers], documents, wishes, parts)
        return SeekerIndex(tuple(seekers), side, SeekerFacts.of(seekers))


def rank_postings(
    index: PostingIndex,
    seeker: SeekerProfile,
    *,
    k: int,
    today: date,
    among: Collection[str] | None = None,
    weights: Weights = DEFAULT,
) -> Ranking:
    """The best k postings for a seeker (0: all), of those in `among` if given."""
    vector, components, blocks = _weigh(index, seeker, today)
    score = weights.blend(components)
    order = _best_first(score, index.side, among)

    def because(at: int) -> tuple[Reason, ...]:
        shared = index.side.text.shared_words(vector, at, SHARED_WORDS)
        return reasons.between(seeker, index.postings[at], shared)

    def pair(at: int) -> tuple[str, str]:
        return seeker.id, index.side.ids[at]

    lacking = gates.lacking(index.facts, SeekerFacts.of([seeker]))
    return _cut(order, score, blocks, lacking, k, pair, because)


def score_postings(
    index: PostingIndex,
    seeker: SeekerProfile,
    today: date,
    *,
    gated: bool = True,
    weights: Weights = DEFAULT,
) -> Floats:
    """Every posting's score for a seeker, in the index's order; -inf where a gate keeps it back."""
    _, components, blocks = _weigh(index, seeker, today)
    score = weights.blend(components)
    if gated:
        score[np.logical_or.reduce(list(blocks.values()))] = -np.inf
    return score


def posting_components(
    index: PostingIndex, seeker: SeekerProfile, today: date
) -> dict[str, Floats]:
    """What each component gives every posting for a seeker, in the index's order."""
    return _weigh(index, seeker, today)[1]


def _weigh(
    index: PostingIndex, seeker: SeekerProfile, today: date
) -> tuple[Vector, dict[str, Floats], dict[Block, Mask]]:
    query = fields.seeker_query(seeker)
    facts = SeekerFacts.of([seeker])
    vector = index.side.text.vector(query)
    components = index.side.components(vector, query)
    if index.side.parts.wishes:
        components["wishes"] = preferences.bonus(index.facts, facts)
    return vector, components, gates.blocked(index.facts, facts, today)


def rank_seekers(index: SeekerIndex, posting: PostingProfile, *, k: int, today: date) -> Ranking:
    """The best k seekers for a posting (0: all); whose own wishes rule it out is kept back."""
    vector, score, blocks = _weigh_seekers(index, posting, today)
    order = _best_first(score, index.side, None)

    def because(at: int) -> tuple[Reason, ...]:
        shared = index.side.text.shared_words(vector, at, SHARED_WORDS)
        return reasons.between(index.seekers[at], posting, shared)

    def pair(at: int) -> tuple[str, str]:
        return index.side.ids[at], posting.id

    lacking = gates.lacking(PostingFacts.of([posting]), index.facts)
    return _cut(order, score, blocks, lacking, k, pair, because)


def score_seekers(index: SeekerIndex, posting: PostingProfile, today: date) -> Floats:
    """Every seeker's score for a posting, in the index's order; -inf where a gate is closed."""
    _, score, blocks = _weigh_seekers(index, posting, today)
    score[np.logical_or.reduce(list(blocks.values()))] = -np.inf
    return score


def _weigh_seekers(
    index: SeekerIndex, posting: PostingProfile, today: date
) -> tuple[Vector, Floats, dict[Block, Mask]]:
    query = fields.posting_query(posting)
    facts = PostingFacts.of([posting])
    vector = index.side.text.vector(query)
    components = index.side.components(vector, query)
    if index.side.parts.wishes:
        components["wishes"] = preferences.bonus(facts, index.facts)
    return vector, DEFAULT.blend(components), gates.blocked(facts, index.facts, today)


def _best_first(score: Floats, side: _Side, among: Collection[str] | None) -> list[int]:
    """Positions by falling score, ties by id."""
    order: list[int] = np.lexsort((side.places, -score)).tolist()
    if among is None:
        return order
    chosen = frozenset(among)
    return [at for at in order if side.ids[at] in chosen]


def _cut(
    order: Sequence[int],
    score: Floats,
    blocks: dict[Block, Mask],
    lacking: dict[str, Mask],
    k: int,
    pair: Callable[[int], tuple[str, str]],
    because: Because,
) -> Ranking:
    """The first k that no gate keeps back, and those kept back that would have stood among them."""
    matches: list[Match] = []
    kept_back: list[Blocked] = []
    for at in order:
        if k and len(matches) == k:
            break
        why = tuple(block for block, mask in blocks.items() if mask[at])
        seeker, posting = pair(at)
        if why:
            missing = tuple(need for need, mask in lacking.items() if mask[at])
            kept_back.append(Blocked(seeker, posting, float(score[at]), why, missing))
        else:
            rank = len(matches) + 1
            matches.append(Match(seeker, posting, rank, float(score[at]), because(at)))
    return Ranking(tuple(matches), tuple(kept_back))
