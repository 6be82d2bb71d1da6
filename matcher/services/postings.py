"""Postings: a draft becomes a row with its prose read into facts; shown, taken down, copied."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.rules import missing_elements
from matcher.domain.terms import FeedKind, PostingStatus
from matcher.reading import (
    benefits,
    certificates,
    education,
    pay,
    rest,
    shift,
    training,
    veterans,
    years,
)
from matcher.services import employers
from matcher.services.work import Work
from matcher.storage import fairs, postings
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting as Posting

STAYS_UP = timedelta(days=30)  # after the last day of the fair, unless the firm says otherwise


def facts(draft: PostingDraft) -> dict[str, Any]:
    """The column values of a draft: what was said stands, what was left open is read from prose.

    Pay is read from `pay_text` alone, in yuan a month; a sum in the prose may be a bonus.
    """
    prose = "\n".join((draft.title, draft.duties, draft.requirements))
    told: dict[str, Any] = draft.model_dump(exclude={"unsaid"})
    told.update(_pay(draft.pay_text))
    told["veterans"] = draft.veterans or veterans.read(prose)
    for field, read in _READERS.items():
        if told[field] is None and field not in draft.unsaid:
            told[field] = read(prose)
    if not draft.benefits and "benefits" not in draft.unsaid:
        told["benefits"] = benefits.read(prose)
    if not (draft.certificates or draft.certificates_required or _CERTIFICATES & {*draft.unsaid}):
        told["certificates"] = [name for name, _ in certificates.read(prose)]
        told["certificates_required"] = certificates.needed(prose)
    return told


_CERTIFICATES = frozenset(("certificates", "certificates_required"))
_READERS = {
    "shift": shift.read,
    "rest": rest.read,
    "education": education.read,
    "years": years.read,
    "trainable": training.read,
}


def _pay(pay_text: str) -> dict[str, Any]:
    read = pay.read(pay_text)
    if read is None:
        return {"pay_unit": None, "pay_min": None, "pay_max": None}
    return {"pay_unit": read.unit, "pay_min": read.monthly_min, "pay_max": read.monthly_max}


def add(
    work: Work,
    employer: Employer,
    draft: PostingDraft,
    *,
    status: PostingStatus,
    source_key: str | None = None,
    number: int | None = None,
    known: Mapping[str, Any] | None = None,
) -> Posting:
    """A new posting of this employer; `number` saves the question for the next free one.

    `known` are the draft's facts where they have been made already. Tells nobody: whoever adds
    says `announce_change` once at the end.
    """
    posting = Posting(
        fair_id=employer.fair_id,
        employer_id=employer.id,
        number=number or postings.next_number(work.db, employer.fair_id),
        status=status,
        published_at=work.now if status is PostingStatus.PUBLISHED else None,
        updated_at=work.now,
        source_key=source_key,
        **(known or facts(draft)),
    )
    work.db.add(posting)
    return posting


def change(
    work: Work, posting: Posting, draft: PostingDraft, *, known: Mapping[str, Any] | None = None
) -> None:
    """Let the posting say what this draft says; number, status and source stay."""
    for field, value in (known or facts(draft)).items():
        setattr(posting, field, value)
    posting.updated_at = work.now


def announce_change(work: Work, fair_id: int) -> None:
    """Say once that postings of the fair changed: indexes are built anew and screens look again."""
    fairs.bump_catalog(work.db, fair_id)
    work.announce(fair_id, FeedKind.CATALOG_CHANGED)


def mine(work: Work, employer_id: int) -> list[Posting]:
    """Every posting of this employer, by number."""
    return postings.of_employer(work.db, employer_id)


def find(work: Work, employer_id: int, posting_id: int) -> Posting:
    """One posting of this employer. Raises NotFound for anybody else's."""
    posting = postings.one_of(work.db, employer_id, posting_id)
    if posting is None:
        raise NotFound
    return posting


def understood(draft: PostingDraft) -> Posting:
    """What a draft would become: a posting that stands nowhere yet."""
    return Posting(**facts(draft))


def said(posting: Posting) -> dict[str, Any]:
    """The draft values of a posting for its form, without those its prose says anyway.

    A field that is left out here is read anew when the prose changes; one that is empty although
    the prose says something stands in `unsaid`.
    """
    columns = [field for field in PostingDraft.model_fields if field != "unsaid"]
    told = {field: getattr(posting, field) for field in columns} | {"unsaid": []}
    prose_only = PostingDraft.model_validate({k: told[k] for k in _TYPED})
    read = facts(prose_only)
    pairs = (("certificates", "certificates_required"), ("benefits",), *((f,) for f in _READERS))
    for fields in pairs:
        if all(told[field] == read[field] for field in fields):
            told.update({field: PostingDraft.model_fields[field].default for field in fields})
        elif not any(told[field] not in (None, []) for field in fields):
            told["unsaid"] += fields
    return told


_TYPED = ("title", "duties", "requirements", "pay_text")


def default_expiry(work: Work, fair: Fair) -> date:
    """How long a posting stays up: the last day of the fair and thirty days more, never past."""
    last_day = max(fair.ends_at.astimezone(work.zone).date(), work.today)
    return last_day + STAYS_UP


def create(work: Work, employer: Employer, draft: PostingDraft) -> Posting:
    """Keep a draft posting. Raises Invalid for a date gone by, Refused("fair_closed")."""
    employers.refuse_if_closed(work, employer)
    _refuse_gone_by(work, draft)
    posting = add(work, employer, draft, status=PostingStatus.DRAFT)
    work.db.flush()
    return posting


def revise(work: Work, employer: Employer, posting_id: int, draft: PostingDraft) -> Posting:
    """Let a posting say this.

    Raises Refused("elements_missing", fields=…) where a published posting would lack what the law
    asks for, Invalid for a date gone by, Refused("fair_closed").
    """
    employers.refuse_if_closed(work, employer)
    posting = find(work, employer.id, posting_id)
    _refuse_gone_by(work, draft)
    is_shown = posting.status is PostingStatus.PUBLISHED
    if is_shown:
        _refuse_incomplete(understood(draft))
    change(work, posting, draft)
    if is_shown:
        _announce(work, posting)
    return posting


def publish(work: Work, employer: Employer, posting_id: int) -> Posting:
    """Show a posting to everybody, a draft for the first time or a closed one again.

    Raises Refused("elements_missing", fields=…), Refused("expired"), Refused("fair_closed").
    """
    fair = employers.refuse_if_closed(work, employer)
    posting = find(work, employer.id, posting_id)
    _refuse_incomplete(posting)
    posting.expires_on = posting.expires_on or default_expiry(work, fair)
    if posting.expires_on < work.today:
        raise Refused("expired")
    posting.status = PostingStatus.PUBLISHED
    posting.published_at = posting.published_at or work.now
    posting.updated_at = work.now
    _announce(work, posting)
    return posting


def close(work: Work, employer: Employer, posting_id: int) -> Posting:
    """Take a posting down; applications stay. Raises Refused("fair_closed")."""
    employers.refuse_if_closed(work, employer)
    posting = find(work, employer.id, posting_id)
    if posting.status is PostingStatus.PUBLISHED:
        posting.status = PostingStatus.CLOSED
        posting.updated_at = work.now
        _announce(work, posting)
    return posting


def copy(work: Work, employer: Employer, posting_id: int) -> Posting:
    """A draft with a number of its own that says the same. Raises Refused("fair_closed")."""
    employers.refuse_if_closed(work, employer)
    told = said(find(work, employer.id, posting_id)) | {"expires_on": None}
    return create(work, employer, PostingDraft.model_validate(told))


def _refuse_gone_by(work: Work, draft: PostingDraft) -> None:
    if draft.expires_on is not None and draft.expires_on < work.today:
        raise Invalid([Problem("expires_on", "date_gone_by")])


def _refuse_incomplete(posting: Posting) -> None:
    missing = missing_elements(posting)
    if missing:
        raise Refused("elements_missing", fields=missing)


def _announce(work: Work, posting: Posting) -> None:
    work.db.flush()
    announce_change(work, posting.fair_id)
