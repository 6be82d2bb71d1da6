"""Postings: a draft becomes a row, with what its prose says read into facts."""

from typing import Any

from matcher.domain.drafts.postings import PostingDraft
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
from matcher.services.work import Work
from matcher.storage import fairs, postings
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting


def facts(draft: PostingDraft) -> dict[str, Any]:
    """The column values of a draft: what was said stands, what was left open is read from prose.

    Pay is read from `pay_text` alone, in yuan a month; a sum in the prose may be a bonus.
    """
    prose = "\n".join((draft.title, draft.duties, draft.requirements))
    told: dict[str, Any] = draft.model_dump()
    told.update(_pay(draft.pay_text))
    told["veterans"] = draft.veterans or veterans.read(prose)
    for field, read in _READERS.items():
        if told[field] is None:
            told[field] = read(prose)
    if not draft.benefits:
        told["benefits"] = benefits.read(prose)
    if not draft.certificates and not draft.certificates_required:
        told["certificates"] = [name for name, _ in certificates.read(prose)]
        told["certificates_required"] = certificates.needed(prose)
    return told


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
    source_hash: str | None = None,
    number: int | None = None,
) -> Posting:
    """A new posting of this employer; `number` saves the question for the next free one.

    Tells nobody: whoever adds says `announce_change` once at the end.
    """
    posting = Posting(
        fair_id=employer.fair_id,
        employer_id=employer.id,
        number=number or postings.next_number(work.db, employer.fair_id),
        status=status,
        published_at=work.now if status is PostingStatus.PUBLISHED else None,
        updated_at=work.now,
        source_key=source_key,
        source_hash=source_hash,
        **facts(draft),
    )
    work.db.add(posting)
    return posting


def change(work: Work, posting: Posting, draft: PostingDraft) -> None:
    """Let the posting say what this draft says; number, status and source stay."""
    for field, value in facts(draft).items():
        setattr(posting, field, value)
    posting.updated_at = work.now


def announce_change(work: Work, fair_id: int) -> None:
    """Say once that postings of the fair changed: indexes are built anew and screens look again."""
    fairs.bump_catalog(work.db, fair_id)
    work.announce(fair_id, FeedKind.CATALOG_CHANGED)
