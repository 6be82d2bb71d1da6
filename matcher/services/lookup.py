"""Finds a thing by its number for those who stand outside all tenants: the command line."""

from matcher.services.work import Work
from matcher.storage import seekers
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker


def seeker(work: Work, seeker_id: int) -> Seeker | None:
    """The seeker with this number, in whichever fair."""
    return seekers.one(work.db, seeker_id)


def posting(work: Work, posting_id: int) -> Posting | None:
    """The posting with this number, in whichever fair."""
    return work.db.get(Posting, posting_id)


def is_on(work: Work, fair_id: int) -> bool:
    """Whether the fair is going on now."""
    fair = work.db.get(Fair, fair_id)
    return fair is not None and fair.starts_at <= work.now <= fair.ends_at
