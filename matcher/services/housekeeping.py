"""What has had its time goes: people's data after the retention time, old sessions and answers."""

from datetime import timedelta

from matcher.services import answers, privacy
from matcher.services.work import Work
from matcher.storage import seekers


def tidy(work: Work, *, retention_days: int) -> int:
    """Erase seekers of fairs that ended longer ago than `retention_days`; returns how many."""
    answers.purge(work)
    overdue = seekers.overdue(work.db, work.now - timedelta(days=retention_days))
    for seeker_id in overdue:
        privacy.erase(work, seeker_id)
    return len(overdue)
