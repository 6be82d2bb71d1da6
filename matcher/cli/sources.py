"""One of the files of a long run: its lines, each id once, and what tells its content apart."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from matcher.cli import records
from matcher.matching import program
from matcher.reading.records import id_of


@dataclass(frozen=True)
class Source:
    """A file of JSON lines, read once already."""

    path: Path
    lines: int  # each id once
    version: str
    repeats: frozenset[int]  # which of its lines, from 0, have an id that stands above

    @staticmethod
    def of(path: Path) -> "Source":
        """Read the file once; repeated ids are told, and the first line that is none is refused."""
        digest, ids = sha256(program.state().encode()), array("q")
        for number, line in records.lines(path):
            digest.update(line.encode())
            ids.append(hash(records.parsed(path, number, line, id_of)))
        repeats = _repeats(ids)
        if repeats:
            records.tell_repeats(path, _named(path, repeats))
        return Source(path, len(ids) - len(repeats), digest.hexdigest()[:32], repeats)

    def each(self) -> Iterator[tuple[int, str]]:
        """The lines, with their numbers; of those that repeat an id, the first."""
        for at, line in enumerate(records.lines(self.path)):
            if at not in self.repeats:
                yield line


def _named(path: Path, rows: frozenset[int]) -> list[str]:
    """The ids in some of a file's lines, which is read for them once more."""
    chosen = (line for at, line in enumerate(records.lines(path)) if at in rows)
    return [records.parsed(path, number, line, id_of) for number, line in chosen]


def _repeats(ids: "array[int]") -> frozenset[int]:
    """Which ids stand before already.

    Hashes in place of ids take 8 bytes each, however long the file; that two ids out of ten
    million have the same one happens once in 300,000 files.
    """
    hashes = np.frombuffer(ids, np.int64) if ids else np.zeros(0, np.int64)
    order = np.argsort(hashes, kind="stable")  # among equals, the first stays in front
    return frozenset(order[1:][np.diff(hashes[order]) == 0].tolist())
