"""One side of a ranking as its file has it: profiles, ids as they were written, openings."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from matcher.cli import records
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.reading import records as profiles
from matcher.reading.records import Record

P = TypeVar("P", PostingProfile, SeekerProfile)


@dataclass(frozen=True)
class Side(Generic[P]):
    """The first record of each id."""

    profiles: list[P]
    ids: dict[str, str | int]  # a number stays a number
    openings: dict[str, int]


class _Row(NamedTuple, Generic[P]):
    id: str
    written: str | int
    profile: P
    openings: int


def postings(path: Path, *, rooms: bool) -> Side[PostingProfile]:
    """The postings of a file; `rooms`: with how many people each seeks."""
    return _read(path, profiles.posting, profiles.openings if rooms else _one)


def seekers(path: Path) -> Side[SeekerProfile]:
    """The seekers of a file."""
    return _read(path, profiles.seeker, _one)


def _read(path: Path, make: Callable[[Record], P], room: Callable[[Record], int]) -> Side[P]:
    rows: list[_Row[P]] = records.once(records.read(path, partial(_row, make, room)), path)
    return Side(
        [row.profile for row in rows],
        {row.id: row.written for row in rows},
        {row.id: row.openings for row in rows},
    )


def _row(make: Callable[[Record], P], room: Callable[[Record], int], record: Record) -> _Row[P]:
    profile = make(record)
    return _Row(profile.id, record["id"], profile, room(record))


def _one(record: Record) -> int:
    return 1
