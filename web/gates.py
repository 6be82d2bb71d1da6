"""Where a kiosk stands, and what it says to a scan."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from matcher.domain.errors import Refused
from matcher.domain.terms import Role
from matcher.services import attendance
from matcher.services.attendance import CheckInAnswer, Outcome
from matcher.services.work import Work
from web.access import visitor
from web.language import gettext as _
from web.language import sentence
from web.rendering import clock


@dataclass(frozen=True)
class Gate:
    """One kiosk's place: the fair, the session people enter, and the name of the gate."""

    fair_id: int
    fair_session_id: int
    name: str


def here() -> Gate:
    """The gate of the kiosk that asks. Raises Refused("kiosk_without_session")."""
    for place in visitor().places_as(Role.KIOSK):
        if place.fair_id is not None and place.fair_session_id is not None:
            return Gate(place.fair_id, place.fair_session_id, place.gate)
    raise Refused("kiosk_without_session")


def scan(work: Work, gate: Gate, given: str, nonce: str, *, held: int = 0) -> CheckInAnswer:
    """One scan at this gate; `held` is how many seconds the kiosk kept it without a network."""
    return attendance.check_in(
        work,
        gate.fair_id,
        gate.fair_session_id,
        given=given,
        nonce=nonce,
        gate=gate.name,
        delay=timedelta(seconds=held),
    )


def say(work: Work, gate: Gate, answer: CheckInAnswer) -> dict[str, Any]:
    """What the kiosk shows: one headline, one line, and how many came through this gate today."""
    return {
        "result": answer.outcome.value,
        "code": answer.code,
        "headline": _headline(answer),
        "line": _line(answer),
        "count": attendance.count_today(work, gate.fair_session_id, gate.name),
    }


def _headline(answer: CheckInAnswer) -> str:
    if answer.outcome is Outcome.REFUSED:
        return _("Not yet") if answer.code in ("not_yet", "full") else _("Please wait")
    return _("Welcome!") if answer.outcome is Outcome.OK else _("You are already in")


def _line(answer: CheckInAnswer) -> str:
    if answer.outcome is Outcome.REFUSED or answer.at is None:
        return sentence(Refused(answer.code))
    name = f"{answer.initial}** " if answer.initial else ""
    time = clock(answer.at)
    if answer.outcome is Outcome.OK:
        return name + _("Checked in at %(time)s", time=time)
    return name + _("You checked in at %(time)s. Just walk in.", time=time)
