"""Booths: numbered tables in a hall, given to employers and taken back."""

import re

from matcher.domain.drafts.shape import clean
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import FeedKind, SessionKind
from matcher.services import sessions
from matcher.services.work import Work
from matcher.storage import employers, fairs
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, Fair, FairSession

AT_ONCE = 300
_RANGE = re.compile(r"([^\W\d_]{0,6})(\d{1,4})(?:\s*[-–—~～至到]\s*([^\W\d_至到]{0,6})(\d{1,4}))?")


def of_fair(work: Work, fair: Fair) -> list[tuple[Booth, FairSession, Employer | None]]:
    """Every booth with its hall and whose it is, by hall and number."""
    return fairs.booths_of(work.db, fair.id)


def add_many(work: Work, fair: Fair, session_id: int, numbers: str) -> int:
    """Put booths into a hall; returns how many are new.

    `numbers` is what people write: "A01–A40", "A01-40", several parted by commas. Raises Invalid
    where it cannot be read or would make more than AT_ONCE.
    """
    hall = sessions.one(work, fair, session_id)
    if hall.kind is not SessionKind.ON_SITE:
        raise Invalid([Problem("session_id", "hall_needed")])
    there = {booth.number for booth, held_in, _ in of_fair(work, fair) if held_in.id == hall.id}
    fresh = [number for number in _numbers(numbers) if number not in there]
    work.db.add_all(Booth(fair_session_id=hall.id, number=number) for number in fresh)
    return len(fresh)


def assign(work: Work, fair: Fair, booth_id: int, employer_id: int | None) -> Booth:
    """Give a booth to an employer of the same fair, or free it. Raises NotFound."""
    booth = _one(work, fair, booth_id)
    if employer_id is not None and employers.one(work.db, fair.id, employer_id) is None:
        raise NotFound
    if booth.employer_id != employer_id:
        booth.employer_id = employer_id
        fairs.bump_catalog(work.db, fair.id)
        work.announce(fair.id, FeedKind.CATALOG_CHANGED)
    return booth


def remove(work: Work, fair: Fair, booth_id: int) -> None:
    """Take a booth out of its hall. Raises Refused("booth_taken") while it is an employer's."""
    booth = _one(work, fair, booth_id)
    if booth.employer_id is not None:
        raise Refused("booth_taken")
    work.db.delete(booth)


def _one(work: Work, fair: Fair, booth_id: int) -> Booth:
    booth = fairs.booth_in(work.db, fair.id, booth_id)
    if booth is None:
        raise NotFound
    return booth


def _numbers(text: str) -> list[str]:
    found: dict[str, None] = {}
    for part in re.split(r"[,，、;；\n]+", str(clean(text))):
        found.update(dict.fromkeys(_range(part.strip())))
        if len(found) > AT_ONCE:
            raise Invalid([Problem("numbers", "too_many_booths", {"most": AT_ONCE})])
    return list(found)


def _range(part: str) -> list[str]:
    read = _RANGE.fullmatch(part)
    if read is None:
        raise Invalid([Problem("numbers", "booth_range")])
    prefix, first, other, last = read.groups()
    if last is None:
        return [part]
    if (other and other != prefix) or int(last) < int(first):
        raise Invalid([Problem("numbers", "booth_range")])
    stop = min(int(last), int(first) + AT_ONCE)
    return [f"{prefix}{n:0{len(first)}}" for n in range(int(first), stop + 1)]
