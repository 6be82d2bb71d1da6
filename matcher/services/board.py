"""The notice board of a fair: its open postings as lists show them, kept once per version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.domain.terms import SessionKind
from matcher.services import stamps
from matcher.services.work import Work
from matcher.storage import employers, fairs, postings
from matcher.storage.postings import Firm, Notice

FEW = 500  # changed postings that are quicker read by themselves than with all others


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
    stamps: Mapping[int, int]  # which state of each posting is pinned


def of_fair(work: Work, fair_id: int) -> Board:
    """The fair's board; a change of a posting, a firm, a booth or a session makes a new one."""
    version = (fairs.catalog_version(work.db, fair_id), work.today)
    return work.shelf.get(
        ("notices", fair_id),
        version,
        lambda: _put_up(work, fair_id),
        lambda held: _renewed(work, fair_id, held),
    )


def _put_up(work: Work, fair_id: int) -> Board:
    found = postings.notices(work.db, fair_id, work.today)
    return _board(work, fair_id, found)


def _renewed(work: Work, fair_id: int, held: Board) -> Board:
    """The board with what has changed; firms and booths are few and read anew."""
    now = stamps.of_fair(work, fair_id)
    changed = stamps.changed(now, held.stamps)
    if len(changed) > FEW:
        return _put_up(work, fair_id)
    firms = {firm.id: Firm(firm.id, firm.name) for firm in employers.in_fair(work.db, fair_id)}
    found = {one.posting.id: one.posting for one in held.pinned.values() if one.posting.id in now}
    fresh = postings.notices(work.db, fair_id, work.today, among=changed)
    found.update((notice.id, notice) for notice, _ in fresh)
    rows = ((found[name], firms[found[name].employer_id]) for name in sorted(found))
    return _board(work, fair_id, rows)


def _board(work: Work, fair_id: int, found: Iterable[tuple[Notice, Firm]]) -> Board:
    booths = fairs.booth_numbers(work.db, fair_id)
    standing = fairs.standing(work.db, fair_id)
    return Board(
        {n.id: Pinned(n, firm, booths.get(firm.id, "")) for n, firm in found},
        tuple(
            Place(one.id, one.name, one.kind, standing.get(one.id, frozenset()))
            for one in fairs.sessions_of(work.db, fair_id)
        ),
        stamps.of_fair(work, fair_id),
    )
