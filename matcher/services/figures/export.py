"""The figures of a fair as an Excel file: each number with its definition and its time."""

from collections.abc import Callable, Sequence

from matcher.domain.terms import SessionKind
from matcher.services.figures.shapes import Figure, Figures
from matcher.sheets import writer
from matcher.sheets.writer import Page

Word = Callable[[str], str]
Define = Callable[[Figure], tuple[str, str]]


def workbook(figures: Figures, word: Word, define: Define) -> bytes:
    """The xlsx file; `word` gives the words of headings, `define` a figure's name and meaning."""
    return writer.workbook(pages_of(figures, word, define))


def pages_of(figures: Figures, word: Word, define: Define) -> list[Page]:
    """The sheets: figures, by hour, by session, by gate, by employer, by trade."""

    def page(name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Page:
        return Page(word(name), [word(column) for column in columns], rows)

    return [
        page("figures", ("figure", "count", "definition", "as_of"), _totals(figures, define)),
        page(
            "by_hour",
            ("hour", "check_ins", "entries", "applications", "agreed"),
            [
                (f"{h.start:%Y-%m-%d %H:%M}", h.check_ins, h.entries, h.applications, h.agreed)
                for h in figures.hours
            ],
        ),
        page(
            "by_hour_and_gate",
            ("hour", "session", "channel", "gate", "came"),
            _cells(figures, word),
        ),
        page("by_session", _SESSION, _sessions(figures, word)),
        page("by_gate", ("session", "gate", "check_ins"), _gates(figures)),
        page("by_employer", _EMPLOYER, _employers(figures)),
        page(
            "by_trade",
            ("trade", "employers", "openings", "applications"),
            [(t.name, t.employers, t.openings, t.applications) for t in figures.trades],
        ),
    ]


_SESSION = (
    *("session", "channel", "check_ins", "viewers", "watch_minutes", "peak_viewers"),
    *("applications", "agreed"),
)
_EMPLOYER = (
    *("employer", "trade", "booth", "postings", "openings", "applications", "interviews"),
    "agreed",
)


def _totals(figures: Figures, define: Define) -> list[Sequence[object]]:
    as_of = f"{figures.as_of:%Y-%m-%d %H:%M}"
    rows = []
    for figure, count in figures.counts.items():
        name, meaning = define(figure)
        rows.append((name, count, meaning, as_of))
    return list(rows)


def _cells(figures: Figures, word: Word) -> list[Sequence[object]]:
    return [
        (f"{c.start:%Y-%m-%d %H:%M}", c.session.name, word(c.session.kind.value), c.gate, c.count)
        for c in figures.arrivals
    ]


def _sessions(figures: Figures, word: Word) -> list[Sequence[object]]:
    return [
        (
            *(each.session.name, word(each.session.kind.value), each.check_ins, each.viewers),
            *(each.watch_minutes, each.peak_viewers, each.applications, each.agreed),
        )
        for each in figures.sessions
    ]


def _gates(figures: Figures) -> list[Sequence[object]]:
    return [
        (session.name, gate, count)
        for session, gate, count in figures.gates
        if session.kind is SessionKind.ON_SITE
    ]


def _employers(figures: Figures) -> list[Sequence[object]]:
    return [
        (
            *(each.name, each.industry, each.booths, each.postings, each.openings),
            *(each.applications, each.interviews, each.agreed),
        )
        for each in figures.employers
    ]
