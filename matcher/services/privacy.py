"""A person's own data: who holds it, a copy of all of it, and its end (PIPL arts. 44-47)."""

from typing import Any

from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.errors import NotFound
from matcher.services import applications as applying
from matcher.services import resumes, standing, tickets
from matcher.services.work import Work
from matcher.storage import accounts, applications, attendance, broadcasts, learning, seekers
from matcher.storage.applications import Consent
from matcher.storage.employers import Employer
from matcher.storage.seekers import Seeker


def holders(work: Work, seeker_id: int) -> list[tuple[Consent, Employer]]:
    """Every employer who holds, or held, this person's data; latest consent first."""
    return applications.consents_of(work.db, seeker_id)


def export(work: Work, seeker_id: int) -> dict[str, Any]:
    """Everything kept about this person, in plain JSON values; times are ISO 8601 in UTC.

    The resume is given as its text and its file name. Raises NotFound.
    """
    seeker = _seeker(work, seeker_id)
    resume = resumes.of_seeker(work, seeker)
    return {
        "profile": _profile(seeker),
        "resume": resume
        and {
            "filename": resume.filename,
            "at": _iso(resume.uploaded_at),
            "text": seeker.resume_text,
        },
        "ticket": _ticket(work, seeker),
        "consents": [_consent(*pair) for pair in applications.consents_of(work.db, seeker_id)],
        "applications": _applications(work, seeker_id),
        "watched": [
            {"session": v.fair_session_id, "first_at": _iso(v.first_at), "seconds": v.seconds}
            for v in attendance.viewings_by(work.db, seeker_id)
        ],
        "questions": [
            {"session": q.fair_session_id, "at": _iso(q.asked_at), "text": q.text}
            for q in broadcasts.questions_by(work.db, seeker_id)
        ],
        "choices": _choices(work, seeker_id),
        "ranked_ahead": standing.told(work, seeker),
    }


def erase(work: Work, seeker_id: int) -> None:
    """Forget this person: nothing names them any more, and the figures still add up.

    Consents are recalled and applications withdrawn, the resume and employers' notes deleted,
    the ticket made worthless, every browser signed out; empty rows stay to be counted.
    Raises NotFound.
    """
    seeker = _seeker(work, seeker_id)
    for consent, _ in applications.consents_of(work.db, seeker_id):
        applying.recall(work, seeker_id, consent.employer_id)
    applications.delete_notes_about(work.db, seeker_id)
    resumes.remove(work, seeker)
    tickets.void(work, seeker)
    for viewing in attendance.viewings_by(work.db, seeker_id):
        viewing.seeker_id = None
    for question in broadcasts.questions_by(work.db, seeker_id):
        question.seeker_id, question.text = None, ""
        question.hidden_at = question.hidden_at or work.now
    for field, value in SeekerDraft().model_dump().items():
        setattr(seeker, field, value)
    seeker.phone, seeker.relaxed = None, []
    seeker.erased_at = seeker.updated_at = work.now
    learning.forget_seeker(work.db, seeker_id)
    standing.forget_seeker(work, seeker)
    accounts.forget_seeker(work.db, seeker_id)


def _seeker(work: Work, seeker_id: int) -> Seeker:
    seeker = seekers.one(work.db, seeker_id)
    if seeker is None:
        raise NotFound
    return seeker


def _profile(seeker: Seeker) -> dict[str, Any]:
    told = {field: getattr(seeker, field) for field in SeekerDraft.model_fields}
    return {
        **told,
        "gates_opened": seeker.relaxed,
        "personalised": seeker.personalised,
        "language": seeker.language,
        "made_through": seeker.source.value,
        "created_at": _iso(seeker.created_at),
        "updated_at": _iso(seeker.updated_at),
    }


def _ticket(work: Work, seeker: Seeker) -> dict[str, Any] | None:
    ticket = tickets.of_seeker(work, seeker)
    if ticket is None:
        return None
    return {
        "code": ticket.registration.code,
        "created_at": _iso(ticket.registration.created_at),
        "check_ins": [
            {"session": session.name, "at": _iso(check_in.at), "gate": check_in.gate}
            for session, check_in in ticket.sessions
            if check_in is not None
        ],
    }


def _consent(consent: Consent, employer: Employer) -> dict[str, Any]:
    return {
        "employer": employer.name,
        "receipt": consent.receipt,
        "shares_phone": consent.shares_phone,
        "shares_resume": consent.shares_resume,
        "given_at": _iso(consent.given_at),
        "recalled_at": _iso(consent.recalled_at),
    }


def _applications(work: Work, seeker_id: int) -> list[dict[str, Any]]:
    return [
        {
            "posting": posting.title,
            "number": posting.number,
            "employer": employer.name,
            "channel": application.channel.value,
            "stage": application.stage.value,
            "history": [
                {"stage": change.stage.value, "at": _iso(change.at)}
                for change in applications.history(work.db, application.id)
            ],
            "offered_terms": application.offered_terms,
        }
        for application, posting, employer in applications.of_seeker(work.db, seeker_id)
    ]


def _choices(work: Work, seeker_id: int) -> dict[str, Any] | None:
    """What was noted for learning, under which agreement; None without one."""
    consent = learning.consent_of(work.db, seeker_id)
    if consent is None:
        return None
    return {
        "agreed_at": _iso(consent.given_at),
        "shown": [
            {
                "posting": posting.title,
                "number": posting.number,
                "place": seen.place,
                "components": seen.components,
                "shown_at": _iso(seen.shown_at),
                "opened_at": _iso(seen.opened_at),
            }
            for seen, posting in learning.of_seeker(work.db, seeker_id)
        ],
    }


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()
