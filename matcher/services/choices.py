"""Notes what people who agreed are shown and what they open, where their fair learns."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from matcher.matching.ranker import posting_components
from matcher.matching.weights import DEFAULT
from matcher.services import indexes, learning, profiles
from matcher.services.cards import Card
from matcher.services.work import Work
from matcher.storage import learning as storage
from matcher.storage.learning import Impression
from matcher.storage.seekers import Seeker

DIGITS = 4


def note_shown(work: Work, seeker: Seeker, cards: Sequence[Card], *, before: int) -> None:
    """These cards stand on a page of this person's list, `before` others above them."""
    if cards and learning.notes(work, seeker):
        work.later(partial(_keep, seeker.id, _impressions(work, seeker, cards, before)))


def note_opened(work: Work, seeker: Seeker, posting_id: int) -> None:
    """This person opened the page of a posting."""
    if learning.notes(work, seeker):
        work.later(partial(_open, seeker.id, posting_id, work.now, True))


def _impressions(
    work: Work, seeker: Seeker, cards: Sequence[Card], before: int
) -> list[Impression]:
    index = indexes.of_postings(work, seeker.fair_id)
    known = set(index.blend.ids)  # one may have been taken down in this moment
    seen = [(at, card) for at, card in enumerate(cards, before + 1) if _name(card) in known]
    ids = [_name(card) for _, card in seen]
    given = posting_components(index, profiles.of_seeker(seeker), work.today, ids)
    learned = learning.weights_for(work, seeker) != DEFAULT
    return [
        Impression(
            seeker_id=seeker.id,
            posting_id=card.posting.id,
            place=place,
            components={name: round(float(values[at]), DIGITS) for name, values in given.items()},
            learned=learned,
            shown_at=work.now,
        )
        for at, (place, card) in enumerate(seen)
    ]


def _name(card: Card) -> str:
    return str(card.posting.id)


def _keep(seeker_id: int, impressions: list[Impression], work: Work) -> None:
    if storage.is_noted(work.db, seeker_id):  # it may have been recalled meanwhile
        storage.add_new(work.db, impressions)


def _open(seeker_id: int, posting_id: int, at: datetime, again: bool, work: Work) -> None:
    found = storage.open_one(work.db, seeker_id, posting_id, at)
    if not found and again:  # the list may still wait in another worker's journal
        work.later(partial(_open, seeker_id, posting_id, at, False))
