"""Counts a fair: the one function behind the desk, the export and the big screen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from matcher.domain.terms import Channel, SessionKind
from matcher.services.figures.shapes import (
    Arrivals,
    EmployerFigures,
    Figure,
    Figures,
    Held,
    Hour,
    Part,
    SessionFigures,
    Step,
)
from matcher.services.work import Work
from matcher.storage import fairs
from matcher.storage.fairs import Fair, FairSession
from matcher.storage.figures import applications, attendance, offers
from matcher.storage.figures.applications import BY_CHANNEL, BY_EMPLOYER, BY_SESSION
from matcher.storage.figures.scope import Scope, day_scope, quarter_start

_WHOLE = Part()
_HOUR = timedelta(hours=1)
_NONE = {"made": 0, "interviewed": 0, "agreed": 0}


def of_fair(work: Work, fair: Fair, part: Part = _WHOLE) -> Figures:
    """Everything counted about a fair, or about one day or one session of it, as of now."""
    scope = _scope(work, fair, part)
    sessions = fairs.sessions_of(work.db, fair.id)
    sessions = [s for s in sessions if part.session_id in (None, s.id)]
    held = [Held(s.id, s.name, s.kind) for s in sessions]
    arrivals = _arrivals(work, scope, held)
    sources = attendance.registered(work.db, scope)
    employers = _employers(work, fair, scope)
    counts, steps = _people(work, scope, sum(sources.values()))
    streams = _streams(work, scope)
    counts |= streams.counts | _offered(employers)
    counts[Figure.CHECK_INS] = sum(
        cell.count for cell in arrivals if cell.session.kind is SessionKind.ON_SITE
    )
    return Figures(
        as_of=work.now.astimezone(work.zone),
        part=part,
        counts={figure: counts[figure] for figure in Figure},
        steps=steps,
        hours=_hours(work, scope, sessions, arrivals),
        arrivals=arrivals,
        sessions=_sessions(work, scope, held, arrivals, streams),
        employers=employers,
        sources=sources,
    )


def _scope(work: Work, fair: Fair, part: Part) -> Scope:
    begin = None if part.day is None else datetime.combine(part.day, time(), work.zone)
    return day_scope(fair.id, begin, part.session_id)


def _local_hour(work: Work, quarter: int) -> datetime:
    return quarter_start(quarter).astimezone(work.zone).replace(minute=0)


def _arrivals(work: Work, scope: Scope, sessions: list[Held]) -> list[Arrivals]:
    """Check-ins by hour, session and gate, and entries to streams by hour and session."""
    by_id = {session.id: session for session in sessions}
    cells: Counter[tuple[datetime, int, str]] = Counter()
    for row in attendance.check_ins(work.db, scope):
        cells[_local_hour(work, row.quarter), row.session_id, row.gate] += row.n
    for row in attendance.entries(work.db, scope):
        cells[_local_hour(work, row.quarter), row.session_id, ""] += row.n
    return [Arrivals(start, by_id[s], gate, n) for (start, s, gate), n in sorted(cells.items())]


def _people(work: Work, scope: Scope, registered: int) -> tuple[dict[Figure, int], list[Step]]:
    """The totals and the way from the ticket to the agreed intent, in people."""
    came = attendance.visitors(work.db, scope)
    whole = applications.applications(work.db, scope)[0]
    sent = {row.channel: row for row in applications.applications(work.db, scope, BY_CHANNEL)}
    people = applications.applicants(work.db, scope)[0]._mapping
    rows = applications.applicants(work.db, scope, BY_CHANNEL)
    by = {row.channel: row._mapping for row in rows}

    def step(figure: Figure, name: str) -> Step:
        on_site, online = (int(by[c][name]) if c in by else 0 for c in Channel)
        return Step(figure, people[name], on_site, online)

    steps = [
        Step(Figure.REGISTERED, registered),
        Step(Figure.VISITORS, came.everywhere, came.on_site, came.online),
        step(Figure.APPLICANTS, "made"),
        step(Figure.INTERVIEWED, "interviewed"),
        step(Figure.AGREED_PEOPLE, "agreed"),
    ]
    counts = {each.figure: each.everywhere for each in steps} | {
        Figure.VISITORS_ON_SITE: came.on_site,
        Figure.VISITORS_ONLINE: came.online,
        Figure.APPLICATIONS: whole.made,
        Figure.APPLICATIONS_ON_SITE: _made(sent.get(Channel.ON_SITE)),
        Figure.APPLICATIONS_ONLINE: _made(sent.get(Channel.LIVESTREAM)),
        Figure.AGREED: whole.agreed,
    }
    return counts, steps


def _made(row: Any) -> int:
    return 0 if row is None else int(row.made)


@dataclass(frozen=True)
class _Streams:
    """What was watched, by session id, and by everybody together."""

    watched: dict[int, Any]
    peaks: dict[int, Any]
    viewers: int

    @property
    def counts(self) -> dict[Figure, int]:
        """The totals."""
        return {
            Figure.VIEWERS: self.viewers,
            Figure.WATCH_MINUTES: sum(row.seconds for row in self.watched.values()) // 60,
            Figure.PEAK_VIEWERS: max((row.peak_of_all for row in self.peaks.values()), default=0),
        }


def _streams(work: Work, scope: Scope) -> _Streams:
    return _Streams(
        {row.session_id: row for row in attendance.watching(work.db, scope)},
        {row.session_id: row for row in attendance.peaks(work.db, scope)},
        attendance.viewers(work.db, scope),
    )


def _offered(employers: list[EmployerFigures]) -> dict[Figure, int]:
    return {
        Figure.EMPLOYERS: len(employers),
        Figure.POSTINGS: sum(each.postings for each in employers),
        Figure.OPENINGS: sum(each.openings for each in employers),
    }


def _employers(work: Work, fair: Fair, scope: Scope) -> list[EmployerFigures]:
    booths = fairs.booth_numbers(work.db, fair.id)
    rows = applications.applications(work.db, scope, BY_EMPLOYER)
    came = {row.employer_id: row._mapping for row in rows}
    return [
        EmployerFigures(
            row.id,
            row.name,
            row.industry,
            booths.get(row.id, ""),
            row.postings,
            row.openings,
            applications=came.get(row.id, _NONE)["made"],
            interviews=came.get(row.id, _NONE)["interviewed"],
            agreed=came.get(row.id, _NONE)["agreed"],
        )
        for row in offers.offers(work.db, fair.id, work.today)
    ]


def _sessions(
    work: Work,
    scope: Scope,
    sessions: list[Held],
    arrivals: list[Arrivals],
    streams: _Streams,
) -> list[SessionFigures]:
    rows = applications.applications(work.db, scope, BY_SESSION)
    came = {row.session_id: row._mapping for row in rows}
    found = []
    for session in sessions:
        views = streams.watched.get(session.id)
        peak = streams.peaks.get(session.id)
        checked = sum(cell.count for cell in arrivals if cell.session.id == session.id)
        found.append(
            SessionFigures(
                session,
                check_ins=checked if session.kind is SessionKind.ON_SITE else 0,
                viewers=views.viewers if views else 0,
                watch_minutes=views.seconds // 60 if views else 0,
                peak_viewers=peak.peak if peak else 0,
                applications=came.get(session.id, _NONE)["made"],
                agreed=came.get(session.id, _NONE)["agreed"],
            )
        )
    return found


def _hours(
    work: Work, scope: Scope, sessions: list[FairSession], arrivals: list[Arrivals]
) -> list[Hour]:
    """Hour by hour what happened, without holes within a day."""
    tallies: dict[str, Counter[datetime]] = {
        name: Counter() for name in ("check_ins", "entries", "applications", "agreed")
    }
    for cell in arrivals:
        kind = "check_ins" if cell.session.kind is SessionKind.ON_SITE else "entries"
        tallies[kind][cell.start] += cell.count
    for name, quarters in (
        ("applications", applications.applications_by_quarter(work.db, scope)),
        ("agreed", applications.agreed_by_quarter(work.db, scope)),
    ):
        for quarter, n in quarters.items():
            tallies[name][_local_hour(work, quarter)] += n
    seen = {start for tally in tallies.values() for start in tally}
    return [
        Hour(start, **{name: tally[start] for name, tally in tallies.items()})
        for start in _without_holes(work, seen, sessions)
    ]


def _without_holes(
    work: Work, seen: Iterable[datetime], sessions: list[FairSession]
) -> list[datetime]:
    """The hours seen, and on each of their days those between them and the sessions' ends."""
    local: Any = [
        [s.starts_at.astimezone(work.zone), s.ends_at.astimezone(work.zone)] for s in sessions
    ]
    days: dict[Any, list[datetime]] = {}
    for start in seen:
        days.setdefault(start.date(), []).append(start)
    for edge in (edge for pair in local for edge in pair):
        hour = edge.replace(minute=0, second=0, microsecond=0)
        if edge.date() in days and hour <= work.now:
            days[edge.date()].append(hour)
    filled: list[datetime] = []
    for day in sorted(days):
        start, last = min(days[day]), max(days[day])
        while start <= last:
            filled.append(start)
            start += _HOUR
    return filled
