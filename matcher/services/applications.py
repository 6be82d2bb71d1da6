"""Applications: one consent per employer, one application per posting, and the ways back."""

import secrets
from dataclasses import dataclass
from typing import Any

from matcher.domain import rules
from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import Channel, FairStatus, FeedKind, Stage
from matcher.services.work import Work
from matcher.storage import applications, fairs, postings, seekers
from matcher.storage.applications import BY_SEEKER, Application, Consent, StageChange
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker

# Read aloud and typed at a desk: no letters that look like digits.
_RECEIPT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Sent:
    """One application as the person who sent it sees it."""

    application: Application
    posting: Posting
    employer: Employer
    history: list[StageChange]

    @property
    def may_withdraw(self) -> bool:
        """Whether it can still be taken back."""
        return rules.may_withdraw(self.application.stage)

    @property
    def terms(self) -> dict[str, Any]:
        """Pay, shift and place as they stood at the offer; before one, as they stand now."""
        return self.application.offered_terms or offered_terms(self.posting)


def apply(
    work: Work,
    seeker_id: int,
    posting_id: int,
    *,
    channel: Channel,
    fair_session_id: int | None = None,
    shares_phone: bool = False,
    shares_resume: bool = False,
) -> Application:
    """Send this person's card to the employer of a posting, under one consent for that employer.

    A second time gives the same application; one that was taken back stands again. Raises
    NotFound for a posting or session that this person's fair does not show today, and
    Refused("fair_closed").
    """
    seeker = _locked_seeker(work, seeker_id)
    found = postings.shown(work.db, seeker.fair_id, posting_id, work.today)
    if found is None:
        raise NotFound("posting_gone")
    fair = work.db.get_one(Fair, seeker.fair_id)
    if fair.status is FairStatus.CLOSED:
        raise Refused("fair_closed")
    if fair_session_id is not None and not fairs.session_in(work.db, fair.id, fair_session_id):
        raise NotFound
    posting, employer = found
    _consent(work, seeker, employer.id, shares_phone=shares_phone, shares_resume=shares_resume)
    application = applications.by_pair(work.db, seeker.id, posting.id)
    if application is None:
        application = _new(work, seeker, posting, channel, fair_session_id)
    elif application.stage is not Stage.WITHDRAWN:
        return application
    forget_offer(application)
    put(work, application, Stage.SUBMITTED, BY_SEEKER)
    work.announce(
        fair.id, FeedKind.APPLIED, {"posting": posting.id}, fair_session_id=fair_session_id
    )
    return application


def of_seeker(work: Work, seeker_id: int) -> list[Sent]:
    """What this person sent, latest first."""
    rows = applications.of_seeker(work.db, seeker_id)
    return [Sent(*row, applications.history(work.db, row[0].id)) for row in rows]


def one_of_seeker(work: Work, seeker_id: int, application_id: int) -> Sent:
    """One application of this person. Raises NotFound."""
    found = [sent for sent in of_seeker(work, seeker_id) if sent.application.id == application_id]
    if not found:
        raise NotFound
    return found[0]


def to_posting(work: Work, seeker_id: int, posting_id: int) -> Application | None:
    """This person's application to this posting, standing or taken back."""
    return applications.by_pair(work.db, seeker_id, posting_id)


def stages_of(work: Work, seeker_id: int) -> dict[int, Stage]:
    """Where this person's applications stand, by posting id."""
    return applications.stages_of(work.db, seeker_id)


def consent_to(work: Work, seeker_id: int, employer_id: int) -> Consent | None:
    """What this person allowed this employer, standing or recalled."""
    return applications.consent_to(work.db, seeker_id, employer_id)


def withdraw(work: Work, seeker_id: int, application_id: int) -> Application:
    """Take an application back. Raises NotFound, Refused("cannot_withdraw")."""
    application = _own(work, seeker_id, application_id)
    if not rules.may_withdraw(application.stage):
        raise Refused("cannot_withdraw")
    put(work, application, Stage.WITHDRAWN, BY_SEEKER)
    return application


def recall(work: Work, seeker_id: int, employer_id: int) -> Consent:
    """Take the consent to one employer back; what was sent to them is withdrawn with it.

    Raises NotFound where there never was a consent; a second recall changes nothing.
    """
    consent = applications.consent_to(work.db, seeker_id, employer_id)
    if consent is None:
        raise NotFound
    if consent.recalled_at is None:
        consent.recalled_at = work.now
        consent.shares_phone = consent.shares_resume = False
    for application, _, employer in applications.of_seeker(work.db, seeker_id):
        if employer.id == employer_id and rules.may_withdraw(application.stage):
            put(work, application, Stage.WITHDRAWN, BY_SEEKER)
    return consent


def confirm_intent(work: Work, seeker_id: int, application_id: int) -> Application:
    """Say yes to an intent the employer offered: now both agreed, and the stage is AGREED.

    Raises NotFound, Refused("no_offer"); a second yes changes nothing.
    """
    application = _own(work, seeker_id, application_id)
    if application.seeker_agreed_at is not None:
        return application
    if not application.waits_for_seeker:
        raise Refused("no_offer")
    application.seeker_agreed_at = work.now
    put(work, application, Stage.AGREED, BY_SEEKER)
    work.announce(application.fair_id, FeedKind.AGREED, {"posting": application.posting_id})
    return application


def offered_terms(posting: Posting) -> dict[str, Any]:
    """Pay, shift and place of a posting as they stand now, to be frozen with an offer."""
    return {
        "title": posting.title,
        "pay_text": posting.pay_text,
        "pay_min": posting.pay_min,
        "pay_max": posting.pay_max,
        "shift": posting.shift.value if posting.shift else None,
        "rest": posting.rest,
        "place": posting.place,
    }


def put(work: Work, application: Application, stage: Stage, by: str) -> None:
    """Let an application stand at this stage from now on, and note who put it there."""
    application.stage, application.updated_at = stage, work.now
    work.db.add(StageChange(application_id=application.id, stage=stage, by=by, at=work.now))
    work.db.flush()


def forget_offer(application: Application) -> None:
    """Let an intent that was offered, and what either side said to it, count no more."""
    application.employer_agreed_at = application.seeker_agreed_at = None
    application.offered_terms = None


def _locked_seeker(work: Work, seeker_id: int) -> Seeker:
    """The person, theirs alone until the commit: two taps at once make one application."""
    seeker = seekers.one(work.db, seeker_id)
    if seeker is None:
        raise NotFound
    work.db.flush()
    work.db.refresh(seeker, with_for_update=True)
    return seeker


def _own(work: Work, seeker_id: int, application_id: int) -> Application:
    application = applications.one_of_seeker(work.db, seeker_id, application_id)
    if application is None:
        raise NotFound
    return application


def _consent(
    work: Work, seeker: Seeker, employer_id: int, *, shares_phone: bool, shares_resume: bool
) -> None:
    """Make, renew or widen the consent; only a recall narrows it."""
    consent = applications.consent_to(work.db, seeker.id, employer_id)
    if consent is None:
        consent = Consent(seeker_id=seeker.id, employer_id=employer_id, given_at=work.now)
        consent.shares_phone = consent.shares_resume = False
        consent.receipt = _receipt()
        work.db.add(consent)
    elif consent.recalled_at is not None:
        consent.recalled_at, consent.given_at, consent.receipt = None, work.now, _receipt()
    consent.shares_phone |= shares_phone and seeker.phone is not None
    consent.shares_resume |= shares_resume and bool(seeker.resume_text)


def _receipt() -> str:
    return "".join(secrets.choice(_RECEIPT_LETTERS) for _ in range(10))


def _new(
    work: Work, seeker: Seeker, posting: Posting, channel: Channel, fair_session_id: int | None
) -> Application:
    made = Application(
        fair_id=seeker.fair_id,
        seeker_id=seeker.id,
        posting_id=posting.id,
        employer_id=posting.employer_id,
        fair_session_id=fair_session_id,
        channel=channel,
        stage=Stage.SUBMITTED,
        created_at=work.now,
        updated_at=work.now,
    )
    work.db.add(made)
    work.db.flush()
    return made
