"""What a wall in the hall may show: counts only, and none so small that it points at a person."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from matcher.domain.terms import BroadcastStatus, SessionKind
from matcher.services.figures.counting import of_fair
from matcher.services.figures.shapes import Figure, Figures, Held, Trade
from matcher.services.work import Work
from matcher.storage import broadcasts, fairs, feed
from matcher.storage.fairs import Fair, FairSession
from matcher.storage.figures import offers
from matcher.storage.postings import Posting

SMALL = 5
NUMBERS = (
    Figure.VISITORS,
    Figure.VIEWERS,
    Figure.APPLICATIONS,
    Figure.AGREED,
    Figure.OPENINGS,
)
_LATELY = timedelta(minutes=30)
_TRADES = 7
_KEPT_FOR = 5  # seconds in which everybody who looks gets the same count


def shown(count: int) -> int | None:
    """The count as strangers may see it: None where it is so small that it points at somebody."""
    return None if 0 < count < SMALL else count


@dataclass(frozen=True)
class BoardHour:
    """One hour on the wall."""

    start: datetime
    check_ins: int | None
    entries: int | None
    applications: int | None


@dataclass(frozen=True)
class BoardTrade:
    """One trade on the wall."""

    name: str
    openings: int
    applications: int | None


@dataclass(frozen=True)
class Stream:
    """A livestream, whether it is on the air, and the job being spoken of."""

    session: Held
    status: BroadcastStatus
    number: int | None = None
    title: str = ""


@dataclass(frozen=True)
class Board:
    """Everything on the wall at one moment."""

    as_of: datetime
    counts: dict[Figure, int | None]
    hours: list[BoardHour]
    trades: list[BoardTrade]
    wanted: list[tuple[str, int]]  # titles people applied to lately, with all their applications
    streams: list[Stream]


def board(work: Work, fair: Fair) -> Board:
    """The wall of a fair; counted once for everybody who looks within a few seconds."""
    moment = int(work.now.timestamp()) // _KEPT_FOR
    version = (feed.newest(work.db), moment, fair.catalog_version)
    held = work.shelf.get(("board", fair.id), version, lambda: _count(work, fair))
    return replace(held, streams=_streams(work, fair))


def _count(work: Work, fair: Fair) -> Board:
    figures = of_fair(work, fair)
    wanted = offers.lately_wanted(work.db, fair.id, work.now - _LATELY, SMALL)
    return Board(
        as_of=figures.as_of,
        counts={figure: _public(figure, figures.counts[figure]) for figure in NUMBERS},
        hours=_hours(figures),
        trades=[_trade(trade) for trade in figures.trades[:_TRADES]],
        wanted=[(row.title, row.n) for row in wanted],
        streams=[],
    )


def _public(figure: Figure, count: int) -> int | None:
    return count if figure is Figure.OPENINGS else shown(count)


def _hours(figures: Figures) -> list[BoardHour]:
    return [
        BoardHour(hour.start, shown(hour.check_ins), shown(hour.entries), shown(hour.applications))
        for hour in figures.hours[-14:]
    ]


def _trade(trade: Trade) -> BoardTrade:
    return BoardTrade(trade.name, trade.openings, shown(trade.applications))


def _streams(work: Work, fair: Fair) -> list[Stream]:
    sessions = fairs.sessions_of(work.db, fair.id)
    return [_stream(work, s) for s in sessions if s.kind is SessionKind.LIVESTREAM]


def _stream(work: Work, session: FairSession) -> Stream:
    held = Held(session.id, session.name, session.kind)
    broadcast = broadcasts.of_session(work.db, session.id)
    if broadcast is None:
        return Stream(held, BroadcastStatus.PLANNED)
    if broadcast.status is BroadcastStatus.LIVE and broadcast.pinned_posting_id is not None:
        pinned = work.db.get_one(Posting, broadcast.pinned_posting_id)
        return Stream(held, broadcast.status, pinned.number, pinned.title)
    return Stream(held, broadcast.status)
