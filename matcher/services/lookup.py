"""Finds a thing by its number for those who stand outside all tenants: the command line."""

from matcher.services.work import Work
from matcher.storage import seekers
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker


def seeker(work: Work, seeker_id: int) -> Seeker | None:
    """The seeker with this number, in whichever fair."""
    return seekers.one(work.db, seeker_id)


def posting(work: Work, posting_id: int) -> Posting | None:
    """The posting with this number, in whichever fair."""
    return work.db.get(Posting, posting_id)
