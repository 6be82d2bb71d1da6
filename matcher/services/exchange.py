"""Import of postings: shown first, then taken over; all good rows in one transaction, or none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

from matcher.domain.errors import NotFound, Refused
from matcher.domain.rules import missing_elements
from matcher.domain.terms import FairStatus, PostingStatus
from matcher.services import exports, postings
from matcher.services.imports import Batch, Entry, Progress, own_source, read, same_name
from matcher.services.reports import Line, Outcome, Report
from matcher.services.work import Work
from matcher.storage import employers as employer_rows
from matcher.storage import postings as posting_rows
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting

__all__ = ["Batch", "Line", "Outcome", "Report", "commit", "preview", "read", "take_over"]

_EVERY = 200  # rows between two calls of `progress`
_UNDERSTOOD = (
    *("pay_unit", "pay_min", "pay_max", "shift", "rest", "education", "years", "certificates"),
    *("certificates_required", "benefits", "skills", "trainable", "veterans", "expires_on"),
)
_UNWRITTEN = ("trainable", "veterans")  # our export has no column that is read back


@dataclass
class _Decision:
    """What is to be done with one row."""

    entry: Entry
    outcome: Outcome
    posting: Posting | None = None
    missing: tuple[str, ...] = ()
    status: PostingStatus | None = None


def preview(
    work: Work, fair: Fair | None, batch: Batch, progress: Progress | None = None
) -> Report:
    """What an import would do now; `fair` is None for one that is still to be made."""
    firms = _Firms(work, fair, batch.employer_id)
    stored = _stored(work, fair) if fair else {}
    report = _report_on(batch)
    for count, entry in enumerate(batch.entries, 1):
        report.lines.append(_line(_decide(work, entry, firms.find(entry), stored)))
        if progress is not None and count % _EVERY == 0:
            progress(count)
    return report


def take_over(work: Work, fair: Fair, read_batch: Callable[[], Batch]) -> Report:
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
    return commit(work, work.db.get_one(Fair, fair_id), batch)


def _let_go(work: Work) -> None:
    work.db.expunge_all()
    work.db.rollback()


def _new_to_us(work: Work, fair: Fair, batch: Batch) -> list[Entry]:
    """The rows that the fair does not have yet, or has with other words."""
    firms = _Firms(work, fair, batch.employer_id)
    known = {p.source_hash for p in posting_rows.by_source(work.db, fair.id).values()}
    good = (entry for entry in batch.entries if entry.draft is not None and not entry.repeats)
    return [entry for entry in good if not firms.find(entry) or entry.digest not in known]


def commit(work: Work, fair: Fair, batch: Batch) -> Report:
    """Take all good rows over; the same file again changes nothing.

    Complete postings are published, others are drafts; what somebody closed stays closed.
    Raises Refused("fair_closed"), and NotFound for a batch of another fair's employer.
    """
    if fair.status is FairStatus.CLOSED:
        raise Refused("fair_closed")
    firms = _Firms(work, fair, batch.employer_id)
    for entry in batch.entries:
        if entry.draft is not None:
            firms.welcome(entry)
    work.db.flush()
    stored = _stored(work, fair)
    number = posting_rows.next_number(work.db, fair.id)
    last_day = postings.default_expiry(work, fair)
    report = _report_on(batch)
    for entry in batch.entries:
        employer = firms.find(entry)
        decision = _decide(work, entry, employer, stored)
        if decision.outcome is Outcome.ADDED and employer is not None:
            _publish(_add(work, employer, decision, number), last_day)
            number += 1
        elif decision.outcome is Outcome.CHANGED:
            _publish(_change(work, decision), last_day)
        report.lines.append(_line(decision))
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


def _stored(work: Work, fair: Fair) -> dict[str, Posting]:
    """The postings by the row they came from, and by the row of our own export."""
    found = posting_rows.by_source(work.db, fair.id)
    for posting, _ in posting_rows.all_in(work.db, fair.id):
        if exports.origin(posting) is None:
            found[f"{posting.employer_id}/{own_source(fair)}:{posting.id}"] = posting
    return found


def _decide(
    work: Work, entry: Entry, employer: Employer | None, stored: dict[str, Posting]
) -> _Decision:
    if entry.draft is None:
        return _Decision(entry, Outcome.REFUSED)
    posting = stored.get(_key(employer, entry)) if employer else None
    if entry.repeats or (posting is not None and _says(posting, entry)):
        return _Decision(entry, Outcome.UNCHANGED, posting)
    missing = _missing(work, entry)
    status = PostingStatus.DRAFT if missing else PostingStatus.PUBLISHED
    if posting is None:
        return _Decision(entry, Outcome.ADDED, None, missing, status)
    if posting.status is PostingStatus.CLOSED:
        status = PostingStatus.CLOSED
    return _Decision(entry, Outcome.CHANGED, posting, missing, status)


def _says(posting: Posting, entry: Entry) -> bool:
    """Whether the posting has been told this before, or stands as our own export wrote it."""
    if posting.source_hash == entry.digest:
        return True
    if not _is_ours(posting, entry):
        return False
    told = entry.facts.items()
    return all(getattr(posting, name) == value for name, value in told if name not in _UNWRITTEN)


def _is_ours(posting: Posting, entry: Entry) -> bool:
    """Whether a row is one of our own export: it names the posting by our number."""
    return exports.origin(posting) is None and not entry.base.startswith("#")


def _key(employer: Employer, entry: Entry) -> str:
    """Ids are the sender's own: two employers may both have a posting number 1."""
    return f"{employer.id}/{entry.base}"


def _missing(work: Work, entry: Entry) -> tuple[str, ...]:
    """What keeps it from being shown: elements the law asks for, and a last day gone by."""
    missing = missing_elements(SimpleNamespace(**entry.facts))
    last_day = entry.facts["expires_on"]
    return (*missing, "expires_on") if last_day and last_day < work.today else tuple(missing)


def _add(work: Work, employer: Employer, decision: _Decision, number: int) -> Posting:
    entry = decision.entry
    assert entry.draft is not None
    assert decision.status is not None
    return postings.add(
        work,
        employer,
        entry.draft,
        status=decision.status,
        source_key=_key(employer, entry),
        source_hash=entry.digest,
        number=number,
        known=entry.facts,
    )


def _change(work: Work, decision: _Decision) -> Posting:
    entry, posting, status = decision.entry, decision.posting, decision.status
    assert entry.draft is not None
    assert posting is not None
    assert status is not None
    known = entry.facts
    if _is_ours(posting, entry):  # what no column holds stays as it is
        known = known | {name: getattr(posting, name) for name in _UNWRITTEN}
    postings.change(work, posting, entry.draft, known=known)
    posting.source_hash = entry.digest
    if status is PostingStatus.PUBLISHED:
        posting.published_at = posting.published_at or work.now
    posting.status = status
    return posting


def _publish(posting: Posting, last_day: date) -> None:
    """What is shown has a last day, as with a posting published by hand."""
    if posting.status is PostingStatus.PUBLISHED:
        posting.expires_on = posting.expires_on or last_day


def _report_on(batch: Batch) -> Report:
    used = [(each.text, each.column.field) for each in batch.sheet.headings if each.column]
    left = [each.text for each in batch.sheet.headings if not each.column]
    return Report(skipped=batch.sheet.skipped, headings_used=used, headings_left=left)


def _line(decision: _Decision) -> Line:
    entry, outcome = decision.entry, decision.outcome
    told = outcome in (Outcome.ADDED, Outcome.CHANGED)
    return Line(
        entry=entry,
        outcome=outcome,
        status=decision.status,
        missing=decision.missing,
        understood={name: entry.facts[name] for name in _UNDERSTOOD} if told else {},
    )
