"""Import of postings: shown first, then taken over; all good rows in one transaction, or none."""

from collections.abc import Callable
from datetime import date

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import FairStatus, PostingStatus
from matcher.services import imported, postings
from matcher.services.decisions import (
    UNWRITTEN,
    Decision,
    decide,
    is_ours,
    key_of,
    line_of,
    standing,
)
from matcher.services.imports import (
    Batch,
    Entry,
    Progress,
    day_of,
    read,
    same_name,
)
from matcher.services.reports import Line, Outcome, Report
from matcher.services.work import Work
from matcher.storage import employers as employer_rows
from matcher.storage import postings as posting_rows
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting

__all__ = [
    "Batch",
    "Line",
    "Outcome",
    "Report",
    "commit",
    "day_of",
    "preview",
    "read",
    "take_over",
]

_EVERY = 200  # rows between two calls of `progress`


def preview(
    work: Work,
    fair: Fair | None,
    batch: Batch,
    progress: Progress | None = None,
    *,
    replace: bool = False,
) -> Report:
    """What an import would do now; `fair` is None for one that is still to be made."""
    firms = _Firms(work, fair, batch.employer_id)
    stored = standing(work, fair) if fair else {}
    report = _report_on(batch)
    for count, entry in enumerate(batch.entries, 1):
        report.lines.append(line_of(decide(work, entry, firms.find(entry), stored, replace)))
        if progress is not None and count % _EVERY == 0:
            progress(count)
    return report


def take_over(
    work: Work, fair: Fair, read_batch: Callable[[], Batch], *, replace: bool = False
) -> Report:
    """Read a batch and commit it, for one who holds the database already, as a web request does.

    Reading takes seconds; the transaction is let go meanwhile, so nothing may be written before.
    What was loaded by then stays readable, but no longer belongs to the session.
    """
    fair_id = fair.id
    _let_go(work)
    batch = read_batch()
    fair = work.db.get_one(Fair, fair_id)
    new = _new_to_us(work, fair, batch)
    _let_go(work)
    for entry in new:
        _ = entry.facts
    return commit(work, work.db.get_one(Fair, fair_id), batch, replace=replace)


def _let_go(work: Work) -> None:
    work.db.expunge_all()
    work.db.rollback()


def _new_to_us(work: Work, fair: Fair, batch: Batch) -> list[Entry]:
    """The rows that the fair does not have yet, or has with other words."""
    firms = _Firms(work, fair, batch.employer_id)
    known = {imported.row_of(p) for p in posting_rows.by_source(work.db, fair.id).values()}
    good = (entry for entry in batch.entries if entry.draft is not None and not entry.repeats)
    return [entry for entry in good if not firms.find(entry) or entry.digest not in known]


def commit(work: Work, fair: Fair, batch: Batch, *, replace: bool = False) -> Report:
    """Take all good rows over; the same file again changes nothing.

    Complete postings are published, others are drafts; what somebody closed stays closed, and
    what somebody edited since it came in stays as it is unless `replace`.
    Raises Refused("fair_closed"), and NotFound for a batch of another fair's employer.
    """
    if fair.status is FairStatus.CLOSED:
        raise Refused("fair_closed")
    firms = _Firms(work, fair, batch.employer_id)
    for entry in batch.entries:
        if entry.draft is not None:
            firms.welcome(entry)
    work.db.flush()
    stored = standing(work, fair)
    number = posting_rows.next_number(work.db, fair.id)
    last_day = postings.default_expiry(work, fair)
    report = _report_on(batch)
    for entry in batch.entries:
        employer = firms.find(entry)
        decision = decide(work, entry, employer, stored, replace)
        if decision.outcome is Outcome.ADDED and employer is not None:
            _settle(_add(work, employer, decision, number), entry, last_day)
            number += 1
        elif decision.outcome is Outcome.CHANGED:
            _settle(_change(work, decision), entry, last_day)
        report.lines.append(line_of(decision))
    if report.count(Outcome.ADDED) + report.count(Outcome.CHANGED):
        postings.announce_change(work, fair.id)
    work.db.flush()
    return report


class _Firms:
    """The employers of the fair by name, looked up once; new ones are made on demand."""

    def __init__(self, work: Work, fair: Fair | None, only: int | None) -> None:
        self._work = work
        self._fair = fair
        found = employer_rows.in_fair(work.db, fair.id) if fair else []
        self._by_name = {same_name(employer.name): employer for employer in found}
        self._only = next((each for each in found if each.id == only), None)
        if only is not None and self._only is None:
            raise NotFound()

    def find(self, entry: Entry) -> Employer | None:
        """Whose posting this is, if they are here already."""
        return self._only or self._by_name.get(same_name(entry.company))

    def welcome(self, entry: Entry) -> None:
        """Make the employer if they are new; fill what their card leaves open."""
        if entry.card is None or self._fair is None:
            return
        said = entry.card.model_dump()
        employer = self.find(entry)
        if employer is None:
            employer = Employer(fair_id=self._fair.id, created_at=self._work.now, **said)
            self._work.db.add(employer)
            self._by_name[same_name(entry.company)] = employer
            return
        for name, text in said.items():
            if text and not getattr(employer, name):
                setattr(employer, name, text)


def _add(work: Work, employer: Employer, decision: Decision, number: int) -> Posting:
    entry = decision.entry
    assert entry.draft is not None
    assert decision.status is not None
    return postings.add(
        work,
        employer,
        entry.draft,
        status=decision.status,
        source_key=key_of(employer, entry),
        number=number,
        known=entry.facts,
    )


def _change(work: Work, decision: Decision) -> Posting:
    entry, posting, status = decision.entry, decision.posting, decision.status
    assert entry.draft is not None
    assert posting is not None
    assert status is not None
    known = entry.facts
    if is_ours(posting, entry):  # what no column holds stays as it is
        known = known | {name: getattr(posting, name) for name in UNWRITTEN}
    postings.change(work, posting, entry.draft, known=known)
    if status is PostingStatus.PUBLISHED:
        posting.published_at = posting.published_at or work.now
    posting.status = status
    return posting


def _settle(posting: Posting, entry: Entry, last_day: date) -> None:
    """What is shown has a last day, as with a posting published by hand; and its row is noted."""
    if posting.status is PostingStatus.PUBLISHED:
        posting.expires_on = posting.expires_on or last_day
    imported.mark(posting, entry.digest)


def _report_on(batch: Batch) -> Report:
    used = [(each.text, each.column.field) for each in batch.sheet.headings if each.column]
    left = [each.text for each in batch.sheet.headings if not each.column]
    return Report(
        skipped=batch.sheet.skipped,
        headings_used=used,
        headings_left=left,
        notices=batch.sheet.notices,
    )
