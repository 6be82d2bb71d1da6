"""Fairs: set up, announced to the public, taken back, closed."""

from datetime import UTC, datetime

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.drafts.fairs import FairDraft, SessionDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import FairStatus, FeedKind
from matcher.services.work import Work
from matcher.storage import employers, fairs
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair

# What may follow what; a fair that was closed by mistake can be opened again.
_NEXT = {
    FairStatus.DRAFT: (FairStatus.PUBLISHED,),
    FairStatus.PUBLISHED: (FairStatus.DRAFT, FairStatus.CLOSED),
    FairStatus.CLOSED: (FairStatus.PUBLISHED,),
}
_YEARS = range(2000, 2101)


def in_care(work: Work, fair_ids: list[int] | None) -> list[Fair]:
    """The fairs an organizer runs, newest first; None means every fair of this box."""
    return fairs.in_care_of(work.db, fair_ids)


def one(work: Work, fair_ids: list[int] | None, fair_id: int) -> Fair:
    """One fair in somebody's care. Raises NotFound for somebody else's."""
    fair = work.db.get(Fair, fair_id)
    if fair is None or (fair_ids is not None and fair.id not in fair_ids):
        raise NotFound
    return fair


def public(work: Work, slug: str) -> Fair:
    """A fair as the public may look it up. Raises NotFound for one that is not announced."""
    fair = fairs.by_slug(work.db, slug)
    if fair is None or fair.status is FairStatus.DRAFT:
        raise NotFound
    return fair


def create(work: Work, draft: FairDraft) -> Fair:
    """A new fair in preparation. Raises Invalid where another fair has the short name."""
    fair = Fair(status=FairStatus.DRAFT, created_at=work.now)
    _say(work, fair, draft)
    work.db.add(fair)
    work.db.flush()
    return fair


def change(work: Work, fair: Fair, draft: FairDraft) -> None:
    """Let the fair say this. Raises Invalid where another fair has the short name."""
    _say(work, fair, draft)


def move(work: Work, fair: Fair, status: FairStatus) -> None:
    """Announce, take back, close or reopen a fair; the same status again changes nothing.

    Raises Refused("fair_not_ready") for a fair without any session, Refused("refused") for a
    step that cannot follow.
    """
    if status is fair.status:
        return
    if status not in _NEXT[fair.status]:
        raise Refused("refused")
    if status is FairStatus.PUBLISHED and not fairs.sessions_of(work.db, fair.id):
        raise Refused("fair_not_ready")
    fair.status = status
    fairs.bump_catalog(work.db, fair.id)
    work.announce(fair.id, FeedKind.CATALOG_CHANGED)


def add_employer(work: Work, fair: Fair, draft: EmployerDraft) -> Employer:
    """An employer who takes part. Raises Invalid where the fair has one of that name."""
    if employers.by_name(work.db, fair.id, draft.name) is not None:
        raise Invalid([Problem("name", "name_taken")])
    employer = Employer(fair_id=fair.id, created_at=work.now, **draft.model_dump())
    work.db.add(employer)
    work.db.flush()
    return employer


def employers_of(work: Work, fair: Fair) -> list[Employer]:
    """Every employer of the fair, by name."""
    return employers.in_fair(work.db, fair.id)


def next_statuses(fair: Fair) -> tuple[FairStatus, ...]:
    """What an organizer may make of the fair now."""
    return _NEXT[fair.status]


def span(work: Work, draft: FairDraft | SessionDraft) -> tuple[datetime, datetime]:
    """Beginning and end in UTC; a time without a zone is the clock at the fair.

    Raises Invalid for a year that no fair is held in.
    """
    return _utc(work, draft.starts_at, "starts_at"), _utc(work, draft.ends_at, "ends_at")


def _utc(work: Work, value: datetime, field: str) -> datetime:
    if value.year not in _YEARS:
        raise Invalid([Problem(field, "year_out_of_range")])
    local = value.replace(tzinfo=work.zone) if value.tzinfo is None else value
    return local.astimezone(UTC)


def _say(work: Work, fair: Fair, draft: FairDraft) -> None:
    holder = fairs.by_slug(work.db, draft.slug)
    if holder is not None and holder.id != fair.id:
        raise Invalid([Problem("slug", "slug_taken")])
    starts_at, ends_at = span(work, draft)
    for field, value in draft.model_dump(exclude={"starts_at", "ends_at"}).items():
        setattr(fair, field, value)
    fair.starts_at, fair.ends_at = starts_at, ends_at
