"""The real postings below a folder, each once, and the people who stand in for seekers."""

import hashlib
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from matcher import gazetteers
from matcher.cli import records
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.reading.plain import clauses

Row = dict[str, Any]

CLAUSES = 45  # make about 400 letters
HEAD = 200  # letters by which one ad is known again under another number
_SPACE = re.compile(r"\s+")


def ads(data: Path) -> list[Row]:
    """Every posting with text, once, shuffled."""
    once: dict[str, Row] = {}
    for ad in _postings(data):
        if ad.get("desc"):
            once.setdefault(_SPACE.sub("", whole(ad))[:HEAD], ad)
    return shuffled(once.values())


def shuffled(rows: Iterable[Row]) -> list[Row]:
    """The rows in no order to speak of, but the same on every machine."""
    return sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())


def as_seeker(ad: Row) -> Row:
    """Somebody who looks for just this work."""
    return {"id": f"as {ad['id']}", "wanted": [ad["title"]], "text": ad["desc"]}


def made_up(size: int) -> list[str]:
    """Texts as long as real ones, each of clauses drawn from our own judged postings."""
    path = gazetteers.path("judged") / "postings.jsonl"
    pool = sorted({clause for row in records.read(path, dict) for clause in clauses(whole(row))})
    draw = random.Random(5)
    return ["，".join(draw.choices(pool, k=CLAUSES)) for _ in range(size)]


def judged_seekers(data: Path) -> list[Row]:
    """The seekers of the judged set, where it is there."""
    return [row for path in _files(data / "judged", "seekers") for row in records.read(path, dict)]


def posting(ad: Row) -> PostingProfile:
    """The ad as it is matched by its words; what it says of conditions is not read."""
    skills = tuple(ad.get("skills") or ())
    return PostingProfile(ad["id"], title=ad["title"], duties=ad["desc"], skills=skills)


def seeker(row: Row) -> SeekerProfile:
    """The person, likewise."""
    return SeekerProfile(
        row["id"],
        wanted=tuple(row.get("wanted") or ()),
        text=row.get("text") or "",
        certificates=tuple(row.get("certificates") or ()),
        skills=tuple(row.get("skills") or ()),
    )


def whole(row: Row) -> str:
    """Everything that a posting or a seeker says, as one text."""
    title = row.get("title") or " ".join(row.get("wanted") or ())
    said = row.get("desc") or row.get("text") or ""
    return "\n".join((title, said, *(row.get("skills") or ())))


def _postings(data: Path) -> Iterator[Row]:
    for folder in sorted(data.glob("postings_*")):
        for path in _files(folder, "postings"):
            for row in records.read(path, dict):
                yield {**row, "source": folder.name}


def _files(folder: Path, name: str) -> list[Path]:
    return sorted(folder.glob(f"{name}*.jsonl*"))
