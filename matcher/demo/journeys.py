"""How one application goes: read, invited, offered, agreed, or not; cut off at now."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from matcher.demo.draw import Draw
from matcher.domain.terms import Stage
from matcher.storage.applications import BY_SEEKER


@dataclass
class Journey:
    """The stages an application went through so far, with who moved it and when."""

    steps: list[tuple[Stage, str, datetime]]
    employer_agreed_at: datetime | None = None
    seeker_agreed_at: datetime | None = None
    recalled_at: datetime | None = None
    _open: bool = field(default=True, repr=False)

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self.steps[-1][0]

    @property
    def updated_at(self) -> datetime:
        """When something last happened to it."""
        moments = [self.steps[-1][2], self.employer_agreed_at or self.steps[-1][2]]
        return max(moments)

    def go(self, stage: Stage, by: str, at: datetime) -> None:
        """The next stage."""
        self.steps.append((stage, by, at))


def journey(draw: Draw, started: datetime, by: str, now: datetime) -> Journey:
    """Draw what happened between the tap on "apply" and now; `by` is the recruiter's name."""
    made = Journey([(Stage.SUBMITTED, BY_SEEKER, started)])
    if draw.chance(0.025):
        _withdraw(draw, made, started, now)
        return made
    read = _later(draw, started, 9, now)
    if read is None or draw.chance(0.08):
        return made
    made.go(Stage.VIEWED, by, read)
    called = _later(draw, read, 10, now)
    if called is None or draw.chance(0.2):
        return made
    if draw.chance(0.15):
        made.go(Stage.DECLINED, by, called)
        return made
    made.go(Stage.INTERVIEW, by, called)
    _after_talk(draw, made, called, by, now)
    return made


def _after_talk(draw: Draw, made: Journey, called: datetime, by: str, now: datetime) -> None:
    judged = _later(draw, called, 14, now)
    if judged is None or draw.chance(0.33):
        return
    if draw.chance(0.22):
        made.go(Stage.DECLINED, by, judged)
        return
    made.employer_agreed_at = judged
    answered = _later(draw, judged, 8, now)
    if answered is not None and draw.chance(0.88):
        made.seeker_agreed_at = answered
        made.go(Stage.AGREED, BY_SEEKER, answered)


def _withdraw(draw: Draw, made: Journey, started: datetime, now: datetime) -> None:
    at = _later(draw, started, 15, now)
    if at is not None:
        made.go(Stage.WITHDRAWN, BY_SEEKER, at)
        made.recalled_at = at if draw.chance(0.5) else None


def _later(draw: Draw, moment: datetime, minutes: float, now: datetime) -> datetime | None:
    """Some minutes later, None if that is still to come."""
    at = moment + timedelta(minutes=1 + abs(draw.bell(0, minutes)))
    return at if at < now else None
