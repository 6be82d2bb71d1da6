"""Notes what people who agreed are shown and what they open, where their fair learns."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from matcher.matching.ranker import posting_components
from matcher.matching.weights import DEFAULT, NAMES
from matcher.services import learning, profiles, recommend
from matcher.services.recommend import Card
from matcher.services.work import Work
from matcher.storage import learning as storage
from matcher.storage.learning import Impression
from matcher.storage.seekers import Seeker

DIGITS = 4


def note_shown(work: Work, seeker: Seeker, cards: Sequence[Card], *, before: int) -> None:
    """These cards stand on a page of this person's list, `before` others above them."""
    if cards and storage.is_noted(work.db, seeker.id):
        work.later(partial(_keep, seeker.id, _impressions(work, seeker, cards, before)))


def note_opened(work: Work, seeker: Seeker, posting_id: int) -> None:
    """This person opened the page of a posting."""
    if storage.is_noted(work.db, seeker.id):
        work.later(partial(_open, seeker.id, posting_id, work.now, True))


def _impressions(
    work: Work, seeker: Seeker, cards: Sequence[Card], before: int
) -> list[Impression]:
    index = recommend.posting_index(work, seeker.fair_id)
    given = posting_components(index, profiles.of_seeker(seeker), work.today)
    places = {posting: at for at, posting in enumerate(index.side.ids)}
    learned = learning.weights_for(work, seeker) != DEFAULT
    return [
        Impression(
            seeker_id=seeker.id,
            posting_id=card.posting.id,
            place=place,
            components={
                name: round(float(given[name][places[str(card.posting.id)]]), DIGITS)
                for name in NAMES
                if name in given
            },
            learned=learned,
            shown_at=work.now,
        )
        for place, card in enumerate(cards, start=before + 1)
        if str(card.posting.id) in places  # else it was taken down in this moment
    ]


def _keep(seeker_id: int, impressions: list[Impression], work: Work) -> None:
    if storage.is_noted(work.db, seeker_id):  # it may have been recalled meanwhile
        storage.add_new(work.db, impressions)


def _open(seeker_id: int, posting_id: int, at: datetime, again: bool, work: Work) -> None:
    found = storage.open_one(work.db, seeker_id, posting_id, at)
    if not found and again:  # the list may still wait in another worker's journal
        work.later(partial(_open, seeker_id, posting_id, at, False))
