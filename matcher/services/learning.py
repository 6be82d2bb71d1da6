"""Learning from a fair: switched on by its organizer, agreed to by each person, used on request."""

import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import groupby

from matcher.domain.errors import Refused
from matcher.domain.terms import Stage
from matcher.matching import choices, learning
from matcher.matching.choices import Shown, Sign, Visit
from matcher.matching.learning import Finding, Verdict
from matcher.matching.weights import DEFAULT, NAMES, Weights
from matcher.services.work import Work
from matcher.storage import fairs
from matcher.storage import learning as storage
from matcher.storage.fairs import Fair
from matcher.storage.learning import Lesson, Row
from matcher.storage.seekers import Seeker

LEAST = {
    "pairs": choices.PAIRS,
    "people": choices.PEOPLE,
    "employers": choices.SOURCES,
    "lists": choices.LISTS,
}
MOST = 5_000  # people who teach at once, the newest
COMPARED = 5  # per cent of people whose lists keep the default weights, whatever is learned
_FIRST = 10  # places of a list by which learned and untouched ones are compared

_SIGNS = {
    Stage.AGREED: Sign.AGREED,
    Stage.HIRED: Sign.AGREED,
    Stage.WITHDRAWN: Sign.OPENED,
}


@dataclass(frozen=True)
class Noted:
    """How much was written down for a fair."""

    people: int
    shown: int
    opened: int


@dataclass(frozen=True)
class Side:
    """Of the first ten places of lists with learned, or with the usual weights."""

    learned: bool
    shown: int
    opened: int

    @property
    def share(self) -> float:
        """How much of what was shown was opened."""
        return self.opened / self.shown if self.shown else 0.0


@dataclass(frozen=True)
class State:
    """How learning stands at a fair."""

    is_on: bool
    noted: Noted
    lesson: Lesson | None  # what was learned last
    in_use: bool
    sides: list[Side]  # learned beside untouched lists of the same time; empty before any is used

    @property
    def may_be_used(self) -> bool:
        """Whether the last lesson is a gain."""
        return self.lesson is not None and self.lesson.verdict == Verdict.LEARNED


def state(work: Work, fair: Fair) -> State:
    """How learning stands at this fair."""
    switch = storage.switch_of(work.db, fair.id)
    lesson = storage.newest_lesson(work.db, fair.id)
    in_use = switch is not None and switch.lesson_id is not None
    counted = storage.opened_by_weights(work.db, fair.id, _FIRST)
    sides = [Side(learned, *counted[learned]) for learned in (True, False) if learned in counted]
    noted = Noted(*storage.noted(work.db, fair.id))
    return State(switch is not None, noted, lesson, in_use, sides)


def switch(work: Work, fair: Fair, *, on: bool) -> None:
    """Switch learning on or off; off, nothing is noted and every list has the default weights."""
    found = storage.switch_of(work.db, fair.id)
    if on and found is None:
        work.db.add(storage.LearningSwitch(fair_id=fair.id, since=work.now))
        fairs.bump_catalog(work.db, fair.id)
    elif not on and found is not None:
        work.db.delete(found)
        fairs.bump_catalog(work.db, fair.id)


def is_on(work: Work, fair: Fair) -> bool:
    """Whether this fair learns from those who agree."""
    return storage.switch_of(work.db, fair.id) is not None


def notes(work: Work, seeker: Seeker) -> bool:
    """Whether what this person is shown and opens is noted: both the fair and they agreed."""
    fair_id = seeker.fair_id
    version = fairs.catalog_version(work.db, fair_id)  # another one once the switch is turned
    learns = work.shelf.get(
        ("learns", fair_id), version, lambda: storage.switch_of(work.db, fair_id) is not None
    )
    return learns and storage.is_noted(work.db, seeker.id)


def agree(work: Work, seeker: Seeker, *, wanted: bool) -> None:
    """Let the fair learn from this person's choices, or stop it and delete what was noted."""
    found = storage.consent_of(work.db, seeker.id)
    if wanted and found is None:
        work.db.add(storage.ChoiceConsent(seeker_id=seeker.id, given_at=work.now))
    elif not wanted:
        storage.forget_seeker(work.db, seeker.id)


def agreed(work: Work, seeker: Seeker) -> bool:
    """Whether this person lets the fair learn from their choices."""
    return storage.consent_of(work.db, seeker.id) is not None


def weights_for(work: Work, seeker: Seeker) -> Weights:
    """The weights that rank this person's list: the defaults unless the fair uses a lesson."""
    if is_compared(seeker):
        return DEFAULT
    fair_id = seeker.fair_id

    def read() -> Weights:
        found = storage.weights_in_use(work.db, fair_id)
        return Weights.of(found) if found else DEFAULT

    return work.shelf.get(("weights", fair_id), fairs.catalog_version(work.db, fair_id), read)


def is_tuned(work: Work, seeker: Seeker) -> bool:
    """Whether learned weights rank this person's list."""
    return seeker.personalised and weights_for(work, seeker) != DEFAULT


def is_compared(seeker: Seeker) -> bool:
    """Whether this person is one of the few whose list is never touched, drawn by number."""
    return zlib.crc32(f"{seeker.fair_id}/{seeker.id}".encode()) % 100 < COMPARED


def learn(work: Work, fair: Fair | None) -> Lesson:
    """Learn from one fair, starting from what all taught, or from all; nothing is used by that.

    It takes seconds: the transaction is let go meanwhile, so nothing may be written before.
    """
    fair_id = None if fair is None else fair.id
    visits = _visits(storage.rows(work.db, fair_id, MOST))
    start = DEFAULT if fair_id is None else _taught_by_all(work)
    work.db.expunge_all()
    work.db.rollback()
    found = learning.learn(visits, start)
    lesson = Lesson(
        fair_id=fair_id,
        made_at=work.now,
        verdict=found.verdict.value,
        weights=_rounded(found.weights),
        report=_report(found),
    )
    work.db.add(lesson)
    work.db.flush()
    return lesson


def use(work: Work, fair: Fair, *, on: bool) -> None:
    """Rank this fair's lists by the last lesson, or by the defaults again.

    Raises Refused("nothing_learned") where learning is off or the last lesson was no gain.
    """
    switched = storage.switch_of(work.db, fair.id)
    lesson = storage.newest_lesson(work.db, fair.id)
    if not on:
        if switched is not None:
            switched.lesson_id = None
            fairs.bump_catalog(work.db, fair.id)
        return
    if switched is None or lesson is None or lesson.verdict != Verdict.LEARNED:
        raise Refused("nothing_learned")
    switched.lesson_id = lesson.id
    fairs.bump_catalog(work.db, fair.id)


def forget(work: Work, fair: Fair) -> None:
    """Delete everything this fair noted and learned."""
    storage.forget_fair(work.db, fair.id)
    fairs.bump_catalog(work.db, fair.id)


def _taught_by_all(work: Work) -> Weights:
    """Where a fair's learning starts: at what all fairs taught, the defaults without that."""
    lesson = storage.newest_lesson(work.db, None)
    return Weights.of(lesson.weights) if lesson else DEFAULT


def _visits(rows: Iterable[Row]) -> list[Visit]:
    """What each person was shown; what they had applied to already says nothing."""
    return [
        Visit(str(person), tuple(_shown(row) for row in theirs if not _was_sent_before(row)))
        for person, theirs in groupby(rows, key=lambda row: row.seeker_id)
    ]


def _was_sent_before(row: Row) -> bool:
    return row.applied_at is not None and row.applied_at < row.shown_at


def _shown(row: Row) -> Shown:
    given = tuple(float(row.components.get(name, 0.0)) for name in NAMES)
    return Shown(row.place, given, _sign(row), str(row.employer_id))


def _sign(row: Row) -> Sign:
    """What the person chose; that a booth said no is the booth's choice and teaches nothing."""
    if row.stage is not None:
        return _SIGNS.get(row.stage, Sign.APPLIED)
    return Sign.OPENED if row.opened_at else Sign.PASSED


def _report(found: Finding) -> dict[str, object]:
    return {
        "start": _rounded(found.start),
        "tried": _rounded(found.tried),
        "evidence": asdict(found.evidence),
        "gain": found.gain and [round(figure, 4) for figure in found.gain],
    }


def _rounded(weights: Weights) -> dict[str, float]:
    return {name: round(value, 3) for name, value in weights.by_name().items()}
