"""Matches as a person sees them: those that fit, narrowed by filters, and what was kept back."""

from contextlib import suppress
from dataclasses import dataclass

from matcher.domain.profiles import Opening
from matcher.domain.readiness import NotReady
from matcher.domain.terms import Block
from matcher.services import board, catalog, recommend
from matcher.services.cards import DEPTH, Card, Matches
from matcher.services.work import Work
from matcher.storage import broadcasts
from matcher.storage.fairs import Fair
from matcher.storage.seekers import Seeker


@dataclass(frozen=True)
class Filters:
    """What the person narrowed the list to: facets of the catalog, one session, a least pay."""

    facets: tuple[str, ...] = ()
    session_id: int | None = None
    pay: int | None = None


def of_seeker(work: Work, fair: Fair, seeker: Seeker, filters: Filters) -> Matches:
    """The person's matches within the filters; the plain list when ranking is switched off."""
    among = _chosen(work, fair, filters)
    if not seeker.personalised:
        return Matches(recommend.postings_for(work, seeker, k=0, among=among).cards, [])
    return recommend.postings_for(work, seeker, k=DEPTH, among=among).fitting


def for_one(work: Work, seeker: Seeker, posting_id: int) -> Card | None:
    """One posting as this person's match: with reasons, or with what keeps it back.

    None where the person wants none, and while matches are still being made ready.
    """
    if not seeker.personalised:
        return None
    with suppress(NotReady):
        return recommend.card_for(work, seeker, posting_id, k=DEPTH)
    return None


def nearest(work: Work, fair: Fair, seeker: Seeker, card: Card) -> Opening | None:
    """The certificate that would open this card, with all that it opens; None where none does."""
    if Block.CERTIFICATE not in card.blocks:
        return None
    found = of_seeker(work, fair, seeker, Filters()).openings
    return next((each for each in found if str(card.posting.id) in each.postings), None)


def _chosen(work: Work, fair: Fair, filters: Filters) -> set[int] | None:
    """The postings the filters leave, None for all."""
    if filters == Filters():
        return None
    shelf = catalog.of_fair(work, fair.id)
    names = [*filters.facets, *([f"pay{filters.pay}"] if filters.pay else [])]
    sets = [shelf.facets[name] for name in names if name in shelf.facets]
    if filters.session_id is not None:
        sets.append(_in_session(work, fair, filters.session_id, shelf))
    return set(frozenset.intersection(*sets)) if sets else None


def _in_session(work: Work, fair: Fair, session_id: int, shelf: catalog.Catalog) -> frozenset[int]:
    """The postings of the employers who stand in a hall, and those on a stream's run sheet."""
    place = next((p for p in board.of_fair(work, fair.id).places if p.id == session_id), None)
    if place is None:
        return frozenset()
    here = (posting_id for who in place.employers for posting_id in shelf.of_employer.get(who, ()))
    sheet = (posting.id for _, posting, _ in broadcasts.run_sheet(work.db, session_id))
    return frozenset((*here, *sheet))
