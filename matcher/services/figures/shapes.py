"""What is said about a fair in numbers, and the code of each number; web/words.py defines them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from matcher.domain.terms import SessionKind, Source


class Figure(StrEnum):
    """One published number. People, visits, postings and headcount are four different things."""

    REGISTERED = "registered"
    VISITORS = "visitors"
    VISITORS_ON_SITE = "visitors_on_site"
    CHECK_INS = "check_ins"
    VISITORS_ONLINE = "visitors_online"
    VIEWERS = "viewers"
    PEAK_VIEWERS = "peak_viewers"
    WATCH_MINUTES = "watch_minutes"
    APPLICATIONS = "applications"
    APPLICATIONS_ON_SITE = "applications_on_site"
    APPLICATIONS_ONLINE = "applications_online"
    APPLICANTS = "applicants"
    INTERVIEWED = "interviewed"
    AGREED = "agreed"
    AGREED_PEOPLE = "agreed_people"
    EMPLOYERS = "employers"
    POSTINGS = "postings"
    OPENINGS = "openings"


@dataclass(frozen=True)
class Part:
    """Which part of a fair is meant: one day at the fair, one session, or all of it."""

    day: date | None = None
    session_id: int | None = None


@dataclass(frozen=True)
class Held:
    """A session of the fair: which one, and how it is held."""

    id: int
    name: str
    kind: SessionKind


@dataclass(frozen=True)
class Hour:
    """One hour at the fair, by the clock in the hall."""

    start: datetime
    check_ins: int = 0
    entries: int = 0
    applications: int = 0
    agreed: int = 0


@dataclass(frozen=True)
class Arrivals:
    """People who came in one hour to one session through one gate; streams have no gate."""

    start: datetime
    session: Held
    gate: str
    count: int


@dataclass(frozen=True)
class SessionFigures:
    """One hall or one livestream."""

    session: Held
    check_ins: int = 0
    viewers: int = 0
    watch_minutes: int = 0
    peak_viewers: int = 0
    applications: int = 0
    agreed: int = 0


@dataclass(frozen=True)
class EmployerFigures:
    """What one employer offers and what came of it."""

    employer_id: int
    name: str
    industry: str
    booths: str
    postings: int
    openings: int
    applications: int = 0
    interviews: int = 0
    agreed: int = 0


@dataclass(frozen=True)
class Step:
    """People who got this far; by channel where the channel is known."""

    figure: Figure
    everywhere: int
    on_site: int | None = None
    online: int | None = None


@dataclass(frozen=True)
class Trade:
    """The employers of one trade taken together."""

    name: str
    employers: int
    openings: int
    applications: int


@dataclass(frozen=True)
class Figures:
    """Everything counted about a part of a fair at one moment."""

    as_of: datetime
    part: Part
    counts: Mapping[Figure, int]
    steps: list[Step]
    hours: list[Hour]
    arrivals: list[Arrivals]
    sessions: list[SessionFigures]
    employers: list[EmployerFigures]
    sources: Mapping[Source, int] = field(default_factory=dict)

    @property
    def trades(self) -> list[Trade]:
        """Employers by trade, the most openings first; those that name none are left out."""
        held: dict[str, list[EmployerFigures]] = {}
        for employer in self.employers:
            if employer.industry:
                held.setdefault(employer.industry, []).append(employer)
        trades = [
            Trade(name, len(all_), sum(e.openings for e in all_), sum(e.applications for e in all_))
            for name, all_ in held.items()
        ]
        return sorted(trades, key=lambda trade: (-trade.openings, trade.name))

    @property
    def gates(self) -> list[tuple[Held, str, int]]:
        """(hall, gate, check-ins), by hall and gate."""
        held: dict[tuple[int, str], tuple[Held, str, int]] = {}
        for cell in self.arrivals:
            key = (cell.session.id, cell.gate)
            before = held.get(key, (cell.session, cell.gate, 0))[2]
            held[key] = (cell.session, cell.gate, before + cell.count)
        return [held[key] for key in sorted(held)]
