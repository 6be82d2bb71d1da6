"""Everyone in two files ranked in blocks: lines go out to the workers, lists come back."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from matcher.cli import records
from matcher.cli.parts import Parts
from matcher.cli.sources import Source
from matcher.domain.profiles import Ranking
from matcher.matching import bulk, kept
from matcher.matching.bulk import Asked, Hire, Order
from matcher.matching.kept import Index
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.reading import records as profiles
from matcher.reading.records import Record

P = TypeVar("P")

DIGITS = 6  # of a score, as it is written

_ASKING: dict[str, Callable[[Record], Any]] = {
    "postings": profiles.seeker,
    "seekers": profiles.posting,
}


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
        return sum(self.blocks().values())

    def blocks(self) -> dict[str, int]:
        """The blocks in the order of the output, and how many lists each holds."""
        return {name: lists for way in self.ways for name, lists in self.blocks_of(way).items()}

    def blocks_of(self, way: str) -> dict[str, int]:
        """The blocks of one way."""
        lines = self.asking(way).lines
        return {
            f"{way}-{at:06}": min(self.block, lines - start)
            for at, start in enumerate(range(0, lines, self.block))
        }

    def listed(self, way: str) -> Source:
        """The file of those who stand on the lists."""
        return self.postings if way == "postings" else self.seekers

    def asking(self, way: str) -> Source:
        """The file of those who get a list."""
        return self.seekers if way == "postings" else self.postings


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


def match(run: Run, parts: Parts) -> Generator[int, None, None]:
    """Write every block that is not finished; yields how many lists are done, old ones first."""
    for way in run.ways:
        order = _kept(run, parts, way)
        yield sum(lists for name, lists in run.blocks_of(way).items() if parts.has(name))

        def blocks(way: str = way) -> Iterable[_Block]:
            return (each for each in _blocks(run, way) if not parts.has(each.name))

        for answer in bulk.answers(run.hire, order, _listed, blocks):
            parts.put(answer.name, answer.text)
            yield answer.lists


def _kept(run: Run, parts: Parts, way: str) -> Order:
    """The index of what is listed, on disk: made now unless a stopped run left it."""
    source = run.listed(way)
    folder = parts.folder.absolute() / f"{way}.index"
    order = Order(folder, source.version, run.k, parts.day, explained=False)
    kept.ensure(order.folder, order.version, lambda: _fitted(source, way))
    return order


def _fitted(source: Source, way: str) -> Index:
    if way == "postings":
        return PostingIndex.fit(_profiles(source, profiles.posting))
    return SeekerIndex.fit(_profiles(source, profiles.seeker))


def _profiles(source: Source, make: Callable[[Record], P]) -> list[P]:
    return [records.parsed(source.path, number, line, make) for number, line in source.each()]


def _blocks(run: Run, way: str) -> Iterator[_Block]:
    source = run.asking(way)
    cut = bulk.cut(source.each(), run.block)
    for name, lines in zip(run.blocks_of(way), cut, strict=True):
        yield _Block(name, source.path, way, tuple(lines))


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
