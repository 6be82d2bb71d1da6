"""The employer's side of applications: what was shared, the moves, the notes, one step back."""

from dataclasses import dataclass
from datetime import timedelta

from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.rules import employer_moves
from matcher.domain.terms import Stage
from matcher.services import employers
from matcher.services.applications import forget_offer, offered_terms, put
from matcher.services.work import Work
from matcher.storage import applications, seekers
from matcher.storage.applications import BY_SEEKER, Application, Consent, Note, StageChange
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting
from matcher.storage.seekers import ResumeFile, Seeker

UNDO = timedelta(minutes=10)
NOTE_LENGTH = 2000


@dataclass(frozen=True)
class Shared:
    """One application as its employer may see it; `seeker` is None once the person took it back."""

    application: Application
    posting: Posting
    seeker: Seeker | None
    phone: str | None = None
    has_resume: bool = False

    @property
    def is_unread(self) -> bool:
        """Whether nobody at the employer has opened it yet."""
        return self.application.stage is Stage.SUBMITTED

    @property
    def moves(self) -> list[Stage]:
        """What the employer may do next; reading is done by opening, an offer is made once."""
        said = self.application
        skipped = {Stage.VIEWED, Stage.AGREED} if said.waits_for_seeker else {Stage.VIEWED}
        return [move for move in employer_moves(said.stage) if move not in skipped]


@dataclass(frozen=True)
class Opened:
    """Everything on the page of one application."""

    shared: Shared
    history: list[StageChange]
    notes: list[Note]
    can_undo: bool


def inbox(
    work: Work,
    employer_id: int,
    *,
    stage: Stage | None = None,
    posting_id: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Shared]:
    """What was sent to this employer, latest first."""
    rows = applications.inbox(
        work.db, employer_id, stage=stage, posting_id=posting_id, limit=limit, offset=offset
    )
    return [_shared(*row) for row in rows]


def waiting(work: Work, employer_id: int) -> list[Shared]:
    """Offered intents that wait for the other side, latest application first."""
    return [shared for shared in inbox(work, employer_id) if shared.application.waits_for_seeker]


def counts(work: Work, employer_id: int) -> dict[tuple[int, Stage], int]:
    """Applications by posting id and stage."""
    return applications.counts_of_employer(work.db, employer_id)


def open_one(work: Work, employer_id: int, application_id: int) -> Opened:
    """One application with its history and notes. Raises NotFound for somebody else's."""
    shared = _find(work, employer_id, application_id)
    history = applications.history(work.db, application_id)
    notes = applications.notes_on(work.db, application_id) if shared.seeker else []
    return Opened(
        shared,
        history,
        notes,
        can_undo=shared.seeker is not None and _undoable(work, shared.application, history),
    )


def read(work: Work, employer: Employer, application_id: int, by: str) -> None:
    """Somebody at the employer opened it: a sent application is now a read one."""
    application = _find(work, employer.id, application_id).application
    if application.stage is Stage.SUBMITTED:
        employers.refuse_if_closed(work, employer)
        put(work, application, Stage.VIEWED, by)


def move(work: Work, employer: Employer, application_id: int, stage: Stage, by: str) -> None:
    """Move an application on; AGREED is an offer until the seeker says yes as well.

    Raises Refused("move_not_allowed") where the rules do not lead there, Refused("taken_back")
    once the person recalled what they shared, Refused("fair_closed").
    """
    employers.refuse_if_closed(work, employer)
    shared = _find(work, employer.id, application_id)
    if shared.seeker is None:
        raise Refused("taken_back")
    if stage not in shared.moves:
        raise Refused("move_not_allowed")
    application = shared.application
    if stage is Stage.AGREED:
        _offer(work, shared, by)
        return
    if application.waits_for_seeker or stage is Stage.INTERVIEW:
        forget_offer(application)
    put(work, application, stage, by)


def undo(work: Work, employer: Employer, application_id: int, by: str) -> None:
    """Take the employer's last move back, within ten minutes.

    Raises Refused("too_late_to_undo") after that, or once the other side has answered.
    """
    employers.refuse_if_closed(work, employer)
    opened = open_one(work, employer.id, application_id)
    if not opened.can_undo:
        raise Refused("too_late_to_undo")
    application = opened.shared.application
    if application.waits_for_seeker:
        forget_offer(application)
        application.updated_at = work.now
        return
    put(work, application, opened.history[-2].stage, by)


def note(work: Work, employer: Employer, application_id: int, text: str, by: str) -> Note:
    """Write something down that only this employer reads.

    Raises Invalid for nothing or a book, Refused("taken_back") once nothing is shared any more.
    """
    employers.refuse_if_closed(work, employer)
    if _find(work, employer.id, application_id).seeker is None:
        raise Refused("taken_back")
    if not text.strip():
        raise Invalid([Problem("text", "missing")])
    if len(text) > NOTE_LENGTH:
        raise Invalid([Problem("text", "string_too_long", {"max_length": NOTE_LENGTH})])
    written = Note(application_id=application_id, text=text.strip(), by=by, at=work.now)
    work.db.add(written)
    work.db.flush()
    return written


def resume(work: Work, employer_id: int, application_id: int) -> ResumeFile:
    """The resume file, while the person shares it with this employer. Raises NotFound."""
    shared = _find(work, employer_id, application_id)
    if shared.seeker is None or not shared.has_resume or shared.is_unread:
        raise NotFound
    return work.db.get_one(ResumeFile, shared.seeker.id)


def _find(work: Work, employer_id: int, application_id: int) -> Shared:
    found = applications.one_of_employer(work.db, employer_id, application_id)
    if found is None:
        raise NotFound
    application, posting, seeker = found
    consent = applications.consent_to(work.db, seeker.id, employer_id)
    shared = _shared(application, posting, seeker, consent)
    has_file = shared.has_resume and seekers.has_resume(work.db, seeker.id)
    return Shared(application, posting, shared.seeker, shared.phone, has_file)


def _shared(
    application: Application, posting: Posting, seeker: Seeker, consent: Consent | None
) -> Shared:
    """What the person lets this employer see now: nothing after recall, withdrawal or erasure."""
    stands = (
        consent is not None
        and consent.recalled_at is None
        and seeker.erased_at is None
        and application.stage is not Stage.WITHDRAWN
    )
    if consent is None or not stands:
        return Shared(application, posting, None)
    phone = seeker.phone if consent.shares_phone else None
    return Shared(application, posting, seeker, phone, consent.shares_resume)


def _offer(work: Work, shared: Shared, by: str) -> None:
    """Offer an intent on the terms of this moment; what the posting says later changes nothing."""
    application = shared.application
    if application.stage is Stage.SUBMITTED:
        put(work, application, Stage.VIEWED, by)
    application.employer_agreed_at = application.updated_at = work.now
    application.offered_terms = offered_terms(shared.posting)


def _undoable(work: Work, application: Application, history: list[StageChange]) -> bool:
    offered = application.employer_agreed_at
    if offered is not None and application.seeker_agreed_at is None:
        return work.now - offered <= UNDO
    if len(history) < 2:
        return False
    last = history[-1]
    by_employer = last.by != BY_SEEKER and last.stage not in (Stage.SUBMITTED, Stage.VIEWED)
    return by_employer and work.now - last.at <= UNDO
