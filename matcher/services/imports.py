"""A file of postings on its way in: rows believed, duplicates found, facts read, nothing stored."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.drafts.fairs import FairDraft, SessionDraft
from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import FairStatus, SessionKind
from matcher.services import fairs, postings, sessions
from matcher.services.imported import digest
from matcher.services.work import Work
from matcher.sheets import reader
from matcher.sheets.postings import Understood, understand
from matcher.sheets.reader import Sheet
from matcher.sheets.rows import Row
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair, by_slug_or_id

Progress = Callable[[int], None]
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,60}\Z")
_EVERY = 200  # rows between two calls of `progress`


@dataclass
class Entry:
    """One row: what it was believed to say, or what is wrong with it."""

    row: Row
    title: str
    company: str
    stamp: str = ""  # when our export says that the posting had changed
    base: str = ""  # what makes it the same posting in the next file of the same employer
    draft: PostingDraft | None = None
    card: EmployerDraft | None = None
    repeats: bool = False  # an earlier row of this file said exactly this
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What the draft comes to, prose included; read once, outside any transaction."""
        assert self.draft is not None
        return postings.facts(self.draft)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of everything the row says of the posting."""
        return "" if self.draft is None else digest(self.draft.model_dump(mode="json"))


@dataclass
class Batch:
    """All rows of one file; `employer_id` is set when an employer sends their own."""

    sheet: Sheet
    entries: list[Entry]
    employer_id: int | None = None


def read(
    file: Path | bytes,
    employer: Employer | None = None,
    progress: Progress | None = None,
    *,
    near: date | None = None,
) -> Batch:
    """The rows of a file as drafts; with `employer` all are theirs, whatever the file says.

    `near`, made by `day_of`, is what dates without a year are near to.

    Touches no database: do it before a transaction is open. Raises Refused where the file cannot
    be read at all.
    """
    sheet = reader.read(file)
    entries = []
    for count, row in enumerate(sheet.rows, 1):
        entries.append(_entry(understand(row, near), employer))
        if progress is not None and count % _EVERY == 0:
            progress(count)
    _tell_apart(entries)
    return Batch(sheet, entries, employer.id if employer else None)


def day_of(work: Work, fair: Fair | None) -> date:
    """The day around which the dates of a file lie: the fair's, or today while it runs.

    For a fair that is still to be made, too, it is today.
    """
    if fair is None:
        return work.today
    first, last = (each.astimezone(work.zone).date() for each in (fair.starts_at, fair.ends_at))
    return min(max(work.today, first), last)


def fair_named(work: Work, key: str) -> Fair | None:
    """The fair a person names: its number or its short name; None where one is to be made.

    Raises NotFound for a number that no fair has, Refused("fair_name") for an unusable name.
    """
    fair = by_slug_or_id(work.db, key)
    if fair is None and key.isdigit():
        raise NotFound("fair")
    if fair is None and not _SLUG.match(key):
        raise Refused("fair_name")
    return fair


def make_fair(work: Work, slug: str) -> Fair:
    """A published fair of one day, today, with one hall: enough to put postings into."""
    midnight = datetime.combine(work.today, time(), work.zone)
    opens, closes = midnight.replace(hour=9), midnight.replace(hour=17)
    fair = fairs.create(work, FairDraft(slug=slug, name=slug, starts_at=opens, ends_at=closes))
    hall = SessionDraft(kind=SessionKind.ON_SITE, name="1 号厅", starts_at=opens, ends_at=closes)
    sessions.add(work, fair, hall)
    fairs.move(work, fair, FairStatus.PUBLISHED)
    return fair


def own_source(fair: Fair) -> str:
    """Where our own export says that a posting without a sender's id came from."""
    return f"fairmatch/{fair.slug}"


def same_name(name: str) -> str:
    """A firm's name without width, case and blanks, so that （ and ( make no second firm."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _entry(told: Understood, employer: Employer | None) -> Entry:
    entry = Entry(
        row=told.row,
        title=str(told.values.get("title", ""))[:200],
        company=employer.name if employer else told.card.get("name", ""),
        stamp=told.text("updated_at"),
        problems=list(told.problems),
        notes=[each for each in told.notes if not employer or each.field != "employer"],
    )
    if told.row.problem is not None:
        return entry
    if not entry.company:
        entry.problems.append(Problem("employer", "missing"))
    else:
        _believe_card(entry, {**told.card, "name": entry.company})
    _believe_draft(entry, told)
    return entry


def _believe_draft(entry: Entry, told: Understood) -> None:
    if not entry.title:
        entry.problems.append(Problem("title", "missing"))
        return
    try:
        draft = believe(PostingDraft, told.values)
    except Invalid as invalid:
        entry.problems += invalid.problems
        return
    entry.base = told.source or f"#{digest([draft.title, draft.place, draft.pay_text])}"
    entry.draft = None if entry.problems else draft


def _believe_card(entry: Entry, card: dict[str, str]) -> None:
    """A firm's name must fit; of the rest of its card, what does not fit is left out and said."""
    try:
        entry.card = believe(EmployerDraft, card)
    except Invalid as invalid:
        wrong = {problem.field for problem in invalid.problems}
        if "name" in wrong:
            entry.problems.append(Problem("employer", "string_too_long", {"max_length": 200}))
            return
        entry.notes += [Problem(name, "left_out", {"text": card[name][:80]}) for name in wrong]
        kept = {name: text for name, text in card.items() if name not in wrong}
        entry.card = believe(EmployerDraft, kept)


def _tell_apart(entries: list[Entry]) -> None:
    """Find rows that say the same posting twice.

    Word for word the same: counted once. The same id with other words: refused, for one of the two
    is wrong. Otherwise they are two posts that look alike, numbered in the order of the file.
    """
    seen: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        if entry.draft is None:
            continue
        digests = seen.setdefault((same_name(entry.company), entry.base), [])
        if entry.digest in digests:
            entry.repeats = True
        elif digests and not entry.base.startswith("#"):
            entry.problems.append(Problem("id", "used_twice"))
            entry.draft = None
        else:
            digests.append(entry.digest)
            entry.base += f"~{len(digests)}" if len(digests) > 1 else ""
