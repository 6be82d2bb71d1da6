"""The run sheet of a livestream: which postings are spoken of, in which order."""

from matcher.domain.errors import NotFound, Refused
from matcher.services import broadcasts as broadcasting
from matcher.services.work import Work
from matcher.storage import broadcasts, postings
from matcher.storage.broadcasts import RunSheetEntry
from matcher.storage.fairs import FairSession


def add_line(work: Work, session_: FairSession, number: int) -> None:
    """Put the posting with this spoken number at the end of the run sheet.

    Raises NotFound("posting_gone") unless the public may see it; one that stands there stays.
    """
    found = postings.by_number(work.db, session_.fair_id, number)
    if found is None or not broadcasting.is_open(work, found[0]):
        raise NotFound("posting_gone")
    posting, _ = found
    if broadcasts.entry_of(work.db, session_.id, posting.id) is None:
        work.db.add(
            RunSheetEntry(
                fair_session_id=session_.id,
                posting_id=posting.id,
                position=broadcasts.next_position(work.db, session_.id),
            )
        )


def remove_line(work: Work, session_: FairSession, posting_id: int) -> None:
    """Take a posting off the run sheet; what is being spoken of stays until another is pinned."""
    entry = broadcasts.entry_of(work.db, session_.id, posting_id)
    broadcast = broadcasts.of_session(work.db, session_.id)
    if broadcast is not None and broadcast.pinned_posting_id == posting_id:
        raise Refused("pinned_now")
    if entry is not None:
        work.db.delete(entry)


def move_line(work: Work, session_: FairSession, posting_id: int, *, up: bool) -> None:
    """Let a posting change places with the one above or below it."""
    rows = [entry for entry, _, _ in broadcasts.run_sheet(work.db, session_.id)]
    place = next((i for i, entry in enumerate(rows) if entry.posting_id == posting_id), None)
    if place is None:
        raise NotFound("posting_gone")
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
    for position, entry in enumerate(rows, start=1):
        entry.position = position
