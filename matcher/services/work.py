"""The unit of work: what a use case may touch, committed as a whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from matcher.bell import Bell, LocalBell
from matcher.domain.terms import FeedKind
from matcher.services.audience import Audience
from matcher.services.journal import Journal
from matcher.services.shelf import Shelf
from matcher.storage import feed
from matcher.storage.database import Database, came_second

T = TypeVar("T")

_TRIES = 24  # of one who has time, some five seconds each


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass
class Work:
    """One unit of work: a database session, the time it began, and what it will announce."""

    db: Session
    now: datetime
    zone: ZoneInfo
    shelf: Shelf
    audience: Audience
    journal: "Journal[Later]"
    apart: Callable[[], AbstractContextManager["Work"]]  # another unit that only reads, for threads
    _rings: bool = False

    @property
    def today(self) -> date:
        """The calendar day at the fair."""
        return self.now.astimezone(self.zone).date()

    def announce(
        self,
        fair_id: int,
        kind: FeedKind,
        payload: dict[str, Any] | None = None,
        *,
        fair_session_id: int | None = None,
    ) -> None:
        """Put a public fact into the feed, in this transaction; the bell rings after the commit.

        The payload is read aloud in a hall: ids and counts only, never a name or a phone.
        """
        entry = feed.FeedEntry(
            fair_id=fair_id,
            fair_session_id=fair_session_id,
            kind=kind,
            payload=payload or {},
            at=self.now,
        )
        feed.append(self.db, entry)
        self._rings = True

    def later(self, deed: "Later") -> None:
        """Do this in a unit of work of its own, some seconds from now; it may get lost."""
        self.journal.add(deed)

    def commit(self) -> bool:
        """Put everything on disk; says whether something was announced."""
        self.db.commit()
        rings, self._rings = self._rings, False
        return rings


Later = Callable[[Work], None]


@dataclass
class Workshop:
    """Where units of work are made: one for each process, put together by web or the CLI."""

    database: Database
    bell: Bell = field(default_factory=LocalBell)
    shelf: Shelf = field(default_factory=Shelf)
    audience: Audience = field(default_factory=Audience)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    clock: Callable[[], datetime] = system_clock
    folder: Path = Path("var")
    journal: Journal[Later] = field(init=False)

    def __post_init__(self) -> None:
        """Open the journal, which writes through this workshop, and say where indexes stand."""
        self.shelf.folder = self.folder.absolute() / "indexes"
        self.journal = Journal(self._catch_up)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A unit of work that only reads."""
        with self.database.read() as db:
            yield self.unit(db)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A unit of work that is committed on leaving, and rolled back if anything is raised."""
        with self.database.write() as db:
            work = self.unit(db)
            yield work
            self.finish(work)

    def patiently(self, deed: Callable[[Work], T]) -> T:
        """Do this in a unit of work that writes, and wait longer than a page would for its turn.

        What another writer brought in meanwhile is seen by the next try.
        """
        for _ in range(_TRIES - 1):
            try:
                with self.writing() as work:
                    return deed(work)
            except DBAPIError as error:
                if not came_second(error):
                    raise
        with self.writing() as work:
            return deed(work)

    def finish(self, work: Work) -> None:
        """Commit, then ring: nobody is woken for something that is not on disk."""
        if work.commit():
            self.bell.ring()

    def close(self) -> None:
        """Write down what waits, and give everything back."""
        self.journal.close()
        self.bell.close()
        self.database.close()

    def unit(self, db: Session) -> Work:
        """A unit of work on a session the caller looks after."""
        return Work(
            db=db,
            now=self.clock(),
            zone=self.zone,
            shelf=self.shelf,
            audience=self.audience,
            journal=self.journal,
            apart=self.reading,
        )

    def _catch_up(self, deeds: list[Later]) -> None:
        """Do in one transaction what could wait; what no longer can be done is left out."""
        with self.writing() as work:
            for deed in deeds:
                with suppress(IntegrityError), work.db.begin_nested():
                    deed(work)
