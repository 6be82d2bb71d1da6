"""Seekers: what a person says about themselves becomes a row, and may be changed at any time."""

from typing import Any

import phonenumbers

from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import Block, FairStatus, Source
from matcher.services import standing
from matcher.services.work import Work
from matcher.storage import seekers
from matcher.storage.fairs import Fair
from matcher.storage.seekers import Seeker

__all__ = [
    "Seeker",
    "change",
    "create",
    "one_in",
    "personalise",
    "relax",
    "require_something",
    "show_to_employers",
    "told",
]

_REGION = "CN"  # a number typed without a country is Chinese


def create(
    work: Work,
    fair: Fair,
    draft: SeekerDraft,
    *,
    source: Source,
    language: str = "zh_CN",
) -> Seeker:
    """A new seeker of this fair, not yet registered: `tickets.issue` does that.

    Raises Refused("fair_closed"), and Invalid for a phone number that cannot be one.
    """
    if fair.status is FairStatus.CLOSED:
        raise Refused("fair_closed")
    seeker = Seeker(
        fair_id=fair.id,
        source=source,
        language=language,
        created_at=work.now,
        updated_at=work.now,
        **_columns(draft),
    )
    work.db.add(seeker)
    work.db.flush()
    return seeker


def change(work: Work, seeker: Seeker, draft: SeekerDraft) -> None:
    """Let the person's profile say what this draft says; resume, ticket and consents stay."""
    for field, value in _columns(draft).items():
        setattr(seeker, field, value)
    seeker.updated_at = work.now


def told(seeker: Seeker) -> dict[str, Any]:
    """What the person said so far, by the fields of SeekerDraft: to fill a form, to change a part.

    `phone` is as it would be typed, without the country of a Chinese number.
    """
    values = {field: getattr(seeker, field) for field in SeekerDraft.model_fields}
    values["phone"] = (seeker.phone or "").removeprefix("+86")
    return values


def require_something(seeker: Seeker) -> None:
    """Raises Invalid unless there is one wish or one ability that a match could start from."""
    said = (seeker.wanted, seeker.text, seeker.resume_text, seeker.certificates, seeker.skills)
    if not any(said):
        raise Invalid([Problem("skills", "say_one_thing")])


def one_in(work: Work, fair_id: int, seeker_id: int) -> Seeker:
    """The seeker with this id, if of this fair and not erased. Raises NotFound."""
    seeker = seekers.one(work.db, seeker_id)
    if seeker is None or seeker.fair_id != fair_id:
        raise NotFound
    return seeker


def relax(work: Work, seeker: Seeker, gate: Block, *, opened: bool) -> None:
    """Open one gate by hand, or shut it again. Raises Refused for a gate nobody may open."""
    if gate in (Block.CLOSED, Block.CERTIFICATE):
        raise Refused("gate_stays_shut")
    others = [value for value in seeker.relaxed if value != gate.value]
    seeker.relaxed = [*others, gate.value] if opened else others
    seeker.updated_at = work.now


def personalise(work: Work, seeker: Seeker, *, wanted: bool) -> None:
    """Switch ranking for this person on or off (PIPL art. 24)."""
    seeker.personalised = wanted
    seeker.updated_at = work.now
    if not wanted:
        standing.forget_seeker(work, seeker)


def show_to_employers(work: Work, seeker: Seeker, *, wanted: bool) -> None:
    """Let employers of the fair find this person's card, without the phone number, or stop it."""
    seeker.visible = wanted
    seeker.updated_at = work.now
    if not wanted:
        standing.forget_seeker(work, seeker)


def _columns(draft: SeekerDraft) -> dict[str, Any]:
    return {**draft.model_dump(), "phone": _e164(draft.phone)}


def _e164(typed: str) -> str | None:
    """The number in E.164, None for none. Raises Invalid where no number can look like that."""
    if not typed:
        return None
    try:
        number = phonenumbers.parse(typed, _REGION)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise Invalid([Problem("phone", "phone_invalid")])
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
