"""The notice board of a fair: its open postings as lists show them, kept once per version."""

from dataclasses import dataclass

from matcher.domain.terms import SessionKind
from matcher.services.work import Work
from matcher.storage import fairs, postings
from matcher.storage.postings import Firm, Notice


@dataclass(frozen=True)
class Pinned:
    """One posting on the board, with its employer and where their booth is."""

    posting: Notice
    employer: Firm
    booth: str


@dataclass(frozen=True)
class Place:
    """A hall or a livestream, with the employers who stand there."""

    id: int
    name: str
    kind: SessionKind
    employers: frozenset[int]


@dataclass(frozen=True)
class Board:
    """Everything that stands open at a fair on one day."""

    pinned: dict[int, Pinned]  # by posting id
    places: tuple[Place, ...]


def of_fair(work: Work, fair_id: int) -> Board:
    """The fair's board; a change of a posting, a firm, a booth or a session makes a new one."""
    version = (fairs.catalog_version(work.db, fair_id), work.today)
    return work.shelf.get(("board", fair_id), version, lambda: _put_up(work, fair_id))


def _put_up(work: Work, fair_id: int) -> Board:
    booths = fairs.booth_numbers(work.db, fair_id)
    standing = fairs.standing(work.db, fair_id)
    found = postings.notices(work.db, fair_id, work.today)
    return Board(
        {n.id: Pinned(n, firm, booths.get(firm.id, "")) for n, firm in found},
        tuple(
            Place(one.id, one.name, one.kind, standing.get(one.id, frozenset()))
            for one in fairs.sessions_of(work.db, fair_id)
        ),
    )
