"""What an organizer still has to see to: before the fair opens, and while it runs."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matcher.domain import rules
from matcher.domain.terms import FairStatus
from matcher.services.work import Work
from matcher.storage import checklist
from matcher.storage.fairs import Fair

# 大型群众性活动安全管理条例 art. 2: from 1,000 expected on, a licence with a maximum is needed.
LICENSED_FROM = 1_000
_NEARLY = 0.9


class Task(StrEnum):
    """One thing to see to."""

    SESSIONS = "sessions"
    ORGANIZER = "organizer"
    EMPLOYERS = "employers"
    POSTINGS = "postings"
    BOOTHS = "booths"
    BOOTHLESS = "boothless"
    IDLE_EMPLOYERS = "idle_employers"
    DRAFTS = "drafts"
    STREAM_ADDRESS = "stream_address"
    HOSTS = "hosts"
    GATES = "gates"
    LICENSED_MAX = "licensed_max"
    NEARLY_FULL = "nearly_full"
    STREAM_LATE = "stream_late"
    QUESTIONS = "questions"


@dataclass(frozen=True)
class Item:
    """A task, how many things it is about, and whether it is done."""

    task: Task
    count: int
    is_done: bool
    must: bool = False  # without it the fair cannot be published


def before(work: Work, fair: Fair) -> list[Item]:
    """The checklist of a fair: everything it needs, done or not."""
    found = checklist.counts(work.db, fair.id, work.now)
    return [_item(task, *state) for task, state in _prepared(work, fair, found).items() if state]


def to_do(work: Work, fair: Fair, people: int = 0) -> list[Item]:
    """What needs the organizer now, the urgent first; `people` is how many have come."""
    if fair.status is FairStatus.CLOSED:
        return []
    found = checklist.counts(work.db, fair.id, work.now)
    limit = fair.licensed_max
    urgent = {
        Task.NEARLY_FULL: people if limit and people >= limit * _NEARLY else 0,
        Task.STREAM_LATE: found.late_streams,
        Task.QUESTIONS: found.questions,
    }
    items = [Item(task, n, is_done=False) for task, n in urgent.items() if n]
    rest = [_item(task, *state) for task, state in _prepared(work, fair, found).items() if state]
    return items + [item for item in rest if not item.is_done]


def incomplete_drafts(work: Work, fair: Fair) -> dict[int, int]:
    """Drafts that lack what the law asks for, by employer id."""
    rows = checklist.drafts(work.db, fair.id)
    return dict(Counter(row.employer_id for row in rows if rules.missing_elements(row)))


def waiting_questions(work: Work, fair: Fair) -> dict[int, int]:
    """Questions of viewers that nobody has answered, by session id."""
    return checklist.waiting_questions(work.db, fair.id)


def _prepared(work: Work, fair: Fair, found: Any) -> dict[Task, tuple[int, bool] | None]:
    """Task → (count, done); None for what does not concern this fair."""
    drafts = sum(incomplete_drafts(work, fair).values())
    is_large = found.registered >= LICENSED_FROM
    return {
        Task.SESSIONS: (found.sessions, found.sessions > 0),
        Task.ORGANIZER: (1, bool(fair.organizer_name and fair.licence_number)),
        Task.EMPLOYERS: (found.employers, found.employers > 0),
        Task.POSTINGS: (found.postings, found.postings > 0),
        Task.BOOTHS: (found.booths, found.booths > 0) if found.halls else None,
        Task.BOOTHLESS: _none_left(found.boothless) if found.halls and found.employers else None,
        Task.IDLE_EMPLOYERS: _none_left(found.idle_employers) if found.employers else None,
        Task.DRAFTS: _none_left(drafts),
        Task.STREAM_ADDRESS: _none_left(found.silent_streams) if found.streams else None,
        Task.HOSTS: _none_left(found.unhosted_streams) if found.streams else None,
        Task.GATES: _none_left(found.unmanned_halls) if found.halls else None,
        Task.LICENSED_MAX: (found.registered, fair.licensed_max is not None) if is_large else None,
    }


def _none_left(count: int) -> tuple[int, bool]:
    return count, count == 0


def _item(task: Task, count: int, is_done: bool) -> Item:
    return Item(task, count, is_done, must=task is Task.SESSIONS)
