"""The two sides of a fair, ready to be ranked: its postings and its seekers, in one state each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.readiness import Tell, silent
from matcher.matching import fields, impartial
from matcher.matching.blend import Blend
from matcher.matching.facts import PostingFacts, SeekerFacts
from matcher.matching.fields import Fields
from matcher.matching.parts import ALL, Parts
from matcher.matching.said import Mask
from matcher.matching.stored import Stored


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
