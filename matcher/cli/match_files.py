"""Everyone in two files ranked in blocks: lines go out to the workers, lists come back."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from matcher.cli import records
from matcher.cli.parts import Parts
from matcher.domain.profiles import Ranking
from matcher.matching import bulk, kept, program
from matcher.matching.bulk import Asked, Hire, Order
from matcher.matching.kept import Index
from matcher.matching.ranker import PostingIndex, SeekerIndex
from matcher.reading import records as profiles
from matcher.reading.records import Record

DIGITS = 6  # of a score, as it is written

_ASKING: dict[str, Callable[[Record], Any]] = {
    "postings": profiles.seeker,
    "seekers": profiles.posting,
}


@dataclass(frozen=True)
class Source:
    """One of the two files: how many lines it has, and what tells its content apart."""

    path: Path
    lines: int
    version: str

    @staticmethod
    def of(path: Path) -> "Source":
        """Read the file once, to know both."""
        digest, lines = sha256(program.state().encode()), 0
        for _, line in records.lines(path):
            digest.update(line.encode())
            lines += 1
        return Source(path, lines, digest.hexdigest()[:32])


@dataclass(frozen=True)
class Run:
    """What is asked for: both files, which way, how deep, by whom, how many to a block."""

    postings: Source
    seekers: Source
    ways: tuple[str, ...]  # what is listed: postings for seekers, seekers for postings
    k: int
    hire: Hire
    block: int

    @property
    def version(self) -> str:
        """What parts of one and the same run have in common."""
        told = (self.postings.version, self.seekers.version, self.ways, self.k, self.block)
        return sha256(repr(told).encode()).hexdigest()[:32]

    @property
    def lists(self) -> int:
        """How many lists there will be."""
        asked = {"postings": self.seekers.lines, "seekers": self.postings.lines}
        return sum(asked[way] for way in self.ways)


@dataclass(frozen=True)
class _Block:
    """Some lines of one file, with their numbers."""

    name: str
    path: Path
    way: str
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class _Answer:
    """What a worker made of a block: one line of JSON for each of its lines."""

    name: str
    lists: int
    text: str


def match(run: Run, parts: Parts) -> Iterator[int]:
    """Write every block that is not finished; yields how many lists are done, old ones first."""
    for way in run.ways:
        order = _kept(run, parts, way)
        yield run.block * sum(parts.has(name) for name in _names(run, way))

        def blocks(way: str = way) -> Iterable[_Block]:
            return (each for each in _blocks(run, way) if not parts.has(each.name))

        for answer in bulk.answers(run.hire, order, _listed, blocks):
            parts.put(answer.name, answer.text)
            yield answer.lists


def _kept(run: Run, parts: Parts, way: str) -> Order:
    """The index of what is listed, on disk: made now unless a stopped run left it."""
    source = run.postings if way == "postings" else run.seekers
    folder = parts.folder.absolute() / f"{way}.index"
    order = Order(folder, source.version, run.k, parts.day, explained=False)
    if not kept.is_kept(order.folder, order.version):
        kept.keep(_fitted(source.path, way), order.folder, order.version)
    return order


def _fitted(path: Path, way: str) -> Index:
    if way == "postings":
        return PostingIndex.fit(records.once(records.read(path, profiles.posting), path))
    return SeekerIndex.fit(records.once(records.read(path, profiles.seeker), path))


def _asking(run: Run, way: str) -> Source:
    return run.seekers if way == "postings" else run.postings


def _names(run: Run, way: str) -> list[str]:
    return [f"{way}-{at:06}" for at in range(-(-_asking(run, way).lines // run.block))]


def _blocks(run: Run, way: str) -> Iterator[_Block]:
    path = _asking(run, way).path
    for name, lines in zip(_names(run, way), bulk.cut(records.lines(path), run.block), strict=True):
        yield _Block(name, path, way, tuple(lines))


def _listed(order: Order, block: _Block) -> _Answer:
    """What a worker does: read the lines, rank, write the lists."""
    make = _ASKING[block.way]
    asked = [Asked(records.parsed(block.path, number, line, make)) for number, line in block.lines]
    found = bulk.rankings(order, asked)
    rows = [_row(block.way, one, each) for one, each in zip(asked, found, strict=True)]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return _Answer(block.name, len(rows), text)


def _row(way: str, asked: Asked, ranking: Ranking) -> dict[str, Any]:
    scores = [round(each.score, DIGITS) for each in ranking.matches]
    if way == "postings":
        ids = [each.posting for each in ranking.matches]
        return {"seeker": asked.query.id, "postings": ids, "scores": scores}
    ids = [each.seeker for each in ranking.matches]
    return {"posting": asked.query.id, "seekers": ids, "scores": scores}
