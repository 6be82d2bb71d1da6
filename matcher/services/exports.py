"""Export: what was understood of postings and seekers, in the fields of `fairmatch rank`."""

import re
from collections.abc import Iterable
from typing import Any

from matcher.domain.terms import PayUnit
from matcher.reading import education, pay
from matcher.services.imports import own_source
from matcher.services.work import Work
from matcher.sheets import exports
from matcher.sheets.exports import POSTING_FIELDS, SEEKER_FIELDS
from matcher.storage import fairs, seekers
from matcher.storage import postings as posting_rows
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker

blank = exports.blank
# A seeker may have typed these into their own text: numbers of phones, cards, and addresses.
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[ -]?\d){6,}[xX]?")


def postings_file(work: Work, fair: Fair, kind: str, *, chinese: bool = False) -> bytes:
    """Every posting of the fair as `jsonl` or `xlsx`; `chinese` gives the xlsx Chinese headings."""
    return exports.file(kind, POSTING_FIELDS, posting_records(work, fair), chinese=chinese)


def seekers_file(work: Work, fair: Fair, kind: str, *, chinese: bool = False) -> bytes:
    """Every seeker of the fair as `jsonl` or `xlsx`, without name, phone and resume file."""
    records = [_seeker(each) for each in seekers.in_fair(work.db, fair.id)]
    return exports.file(kind, SEEKER_FIELDS, records, chinese=chinese)


def posting_records(work: Work, fair: Fair) -> list[dict[str, Any]]:
    """Every posting of the fair, by number; `id` is the sender's own where one came with it."""
    booths = fairs.booth_numbers(work.db, fair.id)
    rows = posting_rows.all_in(work.db, fair.id)
    ours = own_source(fair)
    records = [_posting(each, firm, booths.get(firm.id, ""), ours) for each, firm in rows]
    _tell_apart(records, (each.id for each, _ in rows))
    return records


def _tell_apart(records: list[dict[str, Any]], ids: Iterable[int]) -> None:
    """Two employers may both have called a posting 1: the later one gets our number behind it."""
    seen: set[str] = set()
    for record, posting_id in zip(records, ids, strict=True):
        if record["id"] in seen:
            record["id"] += f"-{posting_id}"
        seen.add(record["id"])


def _posting(posting: Posting, employer: Employer, booth: str, ours: str) -> dict[str, Any]:
    source, own = origin(posting) or (ours, str(posting.id))
    low, high = _salary(posting)
    return {
        "id": own,
        "source": source,
        "title": posting.title,
        "company": employer.name,
        "region": posting.place,
        "edu": education.NAMES[posting.education] if posting.education else "",
        "exp_years": _whole(posting.years),
        "salary_min": low,
        "salary_max": high,
        "benefits": posting.benefits,
        "skills": posting.skills,
        "desc": _description(posting),
        "openings": posting.openings,
        "pay_text": posting.pay_text,
        "pay_min": posting.pay_min,
        "pay_max": posting.pay_max,
        "shift": posting.shift,
        "rest": posting.rest,
        "certificates": posting.certificates,
        "certificates_required": posting.certificates_required,
        "trainable": posting.trainable,
        "expires_on": posting.expires_on,
        "number": posting.number,
        "booth": booth,
        "status": posting.status,
        "updated_at": posting.updated_at.isoformat(),
    }


def origin(posting: Posting) -> tuple[str, str] | None:
    """Source and id as the sender gave them; None where none came."""
    _, _, base = (posting.source_key or "").partition("/")
    source, colon, own = base.partition(":")
    return (source, own) if colon and own else None


def _salary(posting: Posting) -> tuple[float | None, float | None]:
    """Yuan a month; below 1,000 by the day or hour as it stands in the text."""
    told = pay.read(posting.pay_text)
    if told is not None and told.unit in (PayUnit.DAY, PayUnit.HOUR) and (told.low or 0) < 1000:
        return _whole(told.low), _whole(told.high)
    return posting.pay_min, posting.pay_max


def _whole(amount: float | None) -> float | None:
    return int(amount) if amount is not None and amount == int(amount) else amount


def _seeker(seeker: Seeker) -> dict[str, Any]:
    return {
        "id": str(seeker.id),
        "wanted": seeker.wanted,
        "text": _PERSONAL.sub("…", seeker.text),
        "certificates": seeker.certificates,
        "skills": seeker.skills,
        "experience_years": _whole(seeker.years),
        "education": education.NAMES[seeker.education] if seeker.education else None,
        "min_pay": seeker.min_pay,
        "no_night": seeker.no_night,
        "weekend_off": seeker.weekend_off,
        "trainable_wanted": seeker.trainable_wanted,
        "veteran": seeker.veteran,
        "districts": seeker.districts,
    }


def _description(posting: Posting) -> str:
    """Duties and requirements as one text that can be read apart again: under their heading."""
    asked = f"任职要求：\n{posting.requirements}" if posting.requirements else ""
    return "\n".join(filter(None, (posting.duties, asked)))
