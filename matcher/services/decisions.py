"""What is to be done with each row of an import: new, changed, as before, kept, or refused."""

from dataclasses import dataclass
from types import SimpleNamespace

from matcher.domain.rules import missing_elements
from matcher.domain.terms import PostingStatus
from matcher.services import exports, imported
from matcher.services.imports import Entry, own_source
from matcher.services.reports import Line, Outcome
from matcher.services.work import Work
from matcher.storage import postings as posting_rows
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting

_UNDERSTOOD = (
    *("pay_unit", "pay_min", "pay_max", "shift", "rest", "education", "years", "certificates"),
    *("certificates_required", "benefits", "skills", "trainable", "veterans", "expires_on"),
)
UNWRITTEN = ("trainable", "veterans")  # our export has no column that is read back


@dataclass
class Decision:
    """What is to be done with one row."""

    entry: Entry
    outcome: Outcome
    posting: Posting | None = None
    missing: tuple[str, ...] = ()
    status: PostingStatus | None = None


def standing(work: Work, fair: Fair) -> dict[str, Posting]:
    """The postings by the row they came from, and by the row of our own export."""
    found = posting_rows.by_source(work.db, fair.id)
    for posting, _ in posting_rows.all_in(work.db, fair.id):
        if exports.origin(posting) is None:
            found[f"{posting.employer_id}/{own_source(fair)}:{posting.id}"] = posting
    return found


def decide(
    work: Work,
    entry: Entry,
    employer: Employer | None,
    stored: dict[str, Posting],
    replace: bool,
) -> Decision:
    """What to do with a row, given the postings that are `standing`.

    A row that changed does not undo what people changed here, unless `replace`.
    """
    if entry.draft is None:
        return Decision(entry, Outcome.REFUSED)
    posting = stored.get(key_of(employer, entry)) if employer else None
    if entry.repeats or (posting is not None and _says(posting, entry)):
        return Decision(entry, Outcome.UNCHANGED, posting)
    if posting is not None and not replace and imported.was_edited(posting, entry.stamp):
        return Decision(entry, Outcome.UNCHANGED if _agrees(posting, entry) else Outcome.KEPT)
    missing = _missing(work, entry)
    status = PostingStatus.DRAFT if missing else PostingStatus.PUBLISHED
    if posting is None:
        return Decision(entry, Outcome.ADDED, None, missing, status)
    if posting.status is PostingStatus.CLOSED:
        status = PostingStatus.CLOSED
    return Decision(entry, Outcome.CHANGED, posting, missing, status)


def _says(posting: Posting, entry: Entry) -> bool:
    """Whether the posting has been told this before, or stands as our own export wrote it."""
    if imported.row_of(posting) == entry.digest:
        return True
    return is_ours(posting, entry) and _agrees(posting, entry)


def _agrees(posting: Posting, entry: Entry) -> bool:
    """Whether the posting says what the row does, as far as a row can say it."""
    unsaid = {*UNWRITTEN, *(("expires_on",) if entry.facts["expires_on"] is None else ())}
    told = entry.facts.items()
    return all(getattr(posting, name) == value for name, value in told if name not in unsaid)


def is_ours(posting: Posting, entry: Entry) -> bool:
    """Whether a row is one of our own export: it names the posting by our number."""
    return exports.origin(posting) is None and not entry.base.startswith("#")


def key_of(employer: Employer, entry: Entry) -> str:
    """Ids are the sender's own: two employers may both have a posting number 1."""
    return f"{employer.id}/{entry.base}"


def _missing(work: Work, entry: Entry) -> tuple[str, ...]:
    """What keeps it from being shown: elements the law asks for, and a last day gone by."""
    missing = missing_elements(SimpleNamespace(**entry.facts))
    last_day = entry.facts["expires_on"]
    return (*missing, "expires_on") if last_day and last_day < work.today else tuple(missing)


def line_of(decision: Decision) -> Line:
    """What the report says of it."""
    entry, outcome = decision.entry, decision.outcome
    told = outcome in (Outcome.ADDED, Outcome.CHANGED)
    return Line(
        entry=entry,
        outcome=outcome,
        status=decision.status,
        missing=decision.missing,
        understood={name: entry.facts[name] for name in _UNDERSTOOD} if told else {},
    )
