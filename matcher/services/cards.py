"""Postings as cards on somebody's list, and such a list with what it keeps back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from matcher.domain.profiles import Because, Blocked, Opening, Reason, Told
from matcher.domain.terms import Block
from matcher.matching import openings
from matcher.storage.employers import Employer
from matcher.storage.postings import Firm, Notice, Posting

DEPTH = 100  # nobody reads on after a hundred jobs; search and filters find the rest


@dataclass(frozen=True)
class Card:
    """One posting as a list shows it; `blocks` says why it was kept back, if it was."""

    posting: Posting | Notice
    employer: Employer | Firm
    booth: str
    because: Because = Told()
    score: float = 0.0
    rank: int = 0
    blocks: tuple[Block, ...] = ()
    missing: tuple[str, ...] = ()  # certificates without which it keeps the person back

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is on the list, and what is doubtful or missing."""
        return self.because.reasons

    @property
    def is_of_the_work(self) -> bool:
        """Whether a reason speaks of the work itself."""
        return self.because.is_of_the_work


@dataclass(frozen=True)
class Matches:
    """The jobs on a list, best first, and those a wish or a need kept back."""

    cards: list[Card]
    kept_back: list[Card] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """Whether more would fit than are listed."""
        return len(self.cards) >= DEPTH

    @property
    def blocks(self) -> Counter[Block]:
        """How many jobs each wish or need kept back."""
        return Counter(block for card in self.kept_back for block in card.blocks)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """What each certificate alone would add to the list, the nearest first."""
        return openings.of(
            Blocked("", str(card.posting.id), card.score, card.blocks, card.missing)
            for card in self.kept_back
        )

    @cached_property
    def opening_leads(self) -> bool:
        """Whether a certificate would open something better than all that is listed."""
        best = self.cards[0].score if self.cards else float("-inf")
        opened = {posting for each in self.openings[:1] for posting in each.postings}
        return any(c.score > best and str(c.posting.id) in opened for c in self.kept_back)

    @cached_property
    def fitting(self) -> "Matches":
        """Those that fit by the work itself; found once, for a list is looked at again."""
        cards = [card for card in self.cards if card.is_of_the_work]
        if cards:
            return Matches(cards, _better_than(cards[-1].score, self.kept_back))
        best = self.cards[0].score if self.cards else 0.0
        kept_back = _better_than(best, self.kept_back)
        # Without any wish every job is as good as the next; with one, those that fit are kept back.
        return Matches([] if kept_back else self.cards, kept_back)


def _better_than(score: float, cards: Iterable[Card]) -> list[Card]:
    return [card for card in cards if card.score >= score]
