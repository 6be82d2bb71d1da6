"""Who fits whom: postings for a seeker, seekers for a posting, as cards that pages show."""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass

from matcher.domain.profiles import Blocked, Match, Reason
from matcher.domain.readiness import NotReady
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.weights import Weights
from matcher.services import board, findable, indexes, learning, profiles, standing
from matcher.services.board import Pinned
from matcher.services.cards import Card, Matches
from matcher.services.work import Work
from matcher.storage import fairs, postings, seekers
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker

_WHOLE_LIST = 20  # from here on a list is looked at again, after each posting opened from it
_FEW = 100  # postings of a stream, say, that are all ranked anew for each page that shows them


@dataclass(frozen=True)
class Candidate:
    """One seeker who may be found, as ranked for a posting."""

    seeker: Seeker
    reasons: tuple[Reason, ...]
    score: float
    rank: int


def postings_for(
    work: Work, seeker: Seeker, *, k: int = 20, among: Collection[int] | None = None
) -> Matches:
    """The best `k` postings for a person (0: all), best first; `among` narrows the choice.

    Somebody who switched personal recommendations off gets the plain list by number.
    """
    if not seeker.personalised:
        return _by_number(work, seeker.fair_id, k, among)
    weights = learning.weights_for(work, seeker)

    def rank() -> Matches:
        ahead = standing.for_seeker(work, seeker, k, weights) if among is None else None
        ranking = ahead or rank_postings(
            indexes.of_postings(work, seeker.fair_id),
            profiles.of_seeker(seeker),
            k=k,
            today=work.today,
            among=None if among is None else {str(posting_id) for posting_id in among},
            weights=weights,
        )
        pinned = board.of_fair(work, seeker.fair_id).pinned
        return Matches(_cards(ranking.matches, pinned), _cards(ranking.blocked, pinned))

    if not _is_asked_again(k, among):
        return rank()
    return work.shelf.lately(_name(seeker, k, among), _version(work, seeker, weights), rank)


def card_for(work: Work, seeker: Seeker, posting_id: int, *, k: int) -> Card | None:
    """One posting as this person's match: from their list of `k` where that is still at hand.

    Its reasons, its score and what keeps it back are the same there.
    """
    version = _version(work, seeker, learning.weights_for(work, seeker))
    held = work.shelf.held(_name(seeker, k, None), version)
    found = _card_of(held, posting_id) if held else None
    return found or _card_of(postings_for(work, seeker, k=1, among={posting_id}), posting_id)


def if_ready(
    work: Work, seeker: Seeker, *, k: int, among: Collection[int] | None = None
) -> Matches:
    """The same as `postings_for`, nothing while matches are still being made ready.

    For pages that have more to show than matches.
    """
    try:
        return postings_for(work, seeker, k=k, among=among)
    except NotReady:
        return Matches([])


def seekers_for(work: Work, posting: Posting, *, k: int = 20) -> list[Candidate]:
    """The best `k` people for a posting (0: all) among those who allowed employers to find them."""
    ranking = standing.for_posting(work, posting, k) or rank_seekers(
        findable.of_fair(work, posting.fair_id),
        profiles.of_posting(posting),
        k=k,
        today=work.today,
    )
    people = seekers.visible_by_ids(work.db, [int(match.seeker) for match in ranking.matches])
    return [
        Candidate(people[int(match.seeker)], match.reasons, match.score, match.rank)
        for match in ranking.matches
        if int(match.seeker) in people
    ]


def plain(
    work: Work, fair_id: int, *, words: Iterable[str] = (), limit: int = 20, offset: int = 0
) -> list[Card]:
    """Open postings by number, with all of `words` in title, employer, place or number."""
    found = postings.search(work.db, fair_id, list(words), work.today, limit=limit, offset=offset)
    booths = fairs.booth_numbers(work.db, fair_id)
    return [Card(posting, employer, booths.get(employer.id, "")) for posting, employer in found]


def _is_asked_again(k: int, among: Collection[int] | None) -> bool:
    """Whether to keep such a list; one card is made quickly, and the whole fair takes memory."""
    return k >= _WHOLE_LIST if k else among is not None and len(among) <= _FEW


def _name(seeker: Seeker, k: int, among: Collection[int] | None) -> Hashable:
    return ("for", seeker.id, k, None if among is None else frozenset(among))


def _version(work: Work, seeker: Seeker, weights: Weights) -> Hashable:
    """All that a person's list is made from."""
    catalog = fairs.catalog_version(work.db, seeker.fair_id)
    return (seekers.snapshot(seeker), catalog, work.today, weights)


def _card_of(found: Matches, posting_id: int) -> Card | None:
    cards = (*found.cards, *found.kept_back)
    return next((card for card in cards if card.posting.id == posting_id), None)


def _by_number(work: Work, fair_id: int, k: int, among: Collection[int] | None) -> Matches:
    pinned = board.of_fair(work, fair_id).pinned.values()
    chosen = [one for one in pinned if among is None or one.posting.id in among]
    chosen.sort(key=lambda one: one.posting.number)
    return Matches([Card(one.posting, one.employer, one.booth) for one in chosen[: k or None]])


def _cards(found: Iterable[Match | Blocked], pinned: dict[int, Pinned]) -> list[Card]:
    """Cards for what is still on the board: a posting may go while one ranks."""
    pairs = ((match, pinned.get(int(match.posting))) for match in found)
    return [_card(match, at) for match, at in pairs if at is not None]


def _card(match: Match | Blocked, at: Pinned) -> Card:
    place = (at.posting, at.employer, at.booth)
    if isinstance(match, Blocked):
        return Card(*place, score=match.score, blocks=match.blocks, missing=match.missing)
    return Card(*place, match.because, match.score, match.rank)
