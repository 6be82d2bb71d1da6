"""The full-text search of the databases that a fair may already have."""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from matcher.cli.bench.peers.peer import Absent, Peer
from matcher.cli.bench.workload import Rows, Workload


class Fts5(Peer):
    """SQLite's FTS5, any of the words, ordered by its bm25()."""

    name = "SQLite FTS5"
    own_formula = True

    def __init__(self, work: Workload) -> None:
        """A table in memory that keeps no texts; the label is a word in a column of its own."""
        super().__init__(work)
        self._db = self.opened.enter_context(closing(sqlite3.connect(":memory:")))
        try:
            self._db.execute("create virtual table posting using fts5(said, label, content='')")
        except sqlite3.OperationalError as error:
            raise Absent(str(error)) from None
        labels = work.filter.labels
        rows = (
            (row + 1, " ".join(words), "" if labels is None else f"l{labels[row]}")
            for row, words in _words(work)
        )
        self._db.executemany("insert into posting(rowid, said, label) values(?, ?, ?)", rows)
        self._db.execute("insert into posting(posting) values('optimize')")

    def prepared(self, query: int) -> Any:
        """The words with OR between them, and the label where there is a filter."""
        words = dict.fromkeys(self.work.corpus.tokens(query, asked=True))
        either = " OR ".join(f"w{term}" for term in words)
        if self.work.filter.labels is None:
            return either
        return f"label : l{self.work.filter.wanted(query)} AND said : ({either})"

    def top(self, query: Any) -> Rows:
        """The best by rank."""
        sql = "select rowid from posting where posting match ? order by rank limit ?"
        return np.array([row - 1 for (row,) in self._db.execute(sql, (query, self.k))], dtype=int)

    @property
    def nbytes(self) -> int:
        """The pages of the database."""
        (pages,), (size,) = (
            self._db.execute(f"pragma {name}").fetchone() for name in ("page_count", "page_size")
        )
        return int(pages * size)


class Postgres(Peer):
    """PostgreSQL's full text: any of the words by a GIN index, ordered by ts_rank."""

    name = "PostgreSQL"
    own_formula = True

    def __init__(self, work: Workload) -> None:
        """A temporary table with its index, in a session of its own."""
        super().__init__(work)
        try:
            import psycopg

            self._db = self.opened.enter_context(
                psycopg.connect(work.postgres, autocommit=True, connect_timeout=3)
            )
        except ImportError:
            raise Absent("psycopg is not installed") from None
        except psycopg.Error:
            raise Absent("no server answers at --postgres") from None
        self._backend = Path(f"/proc/{self._db.info.backend_pid}/schedstat")
        self._here = self._backend.exists()
        self._fill()

    def prepared(self, query: int) -> Any:
        """The words with | between them, and the label."""
        words = dict.fromkeys(self.work.corpus.tokens(query, asked=True))
        return " | ".join(f"w{term}" for term in words), self.work.filter.wanted(query)

    def top(self, query: Any) -> Rows:
        """The best by ts_rank, among those of the label where there is a filter."""
        kept = "" if self.work.filter.labels is None else "label = %(label)s and"
        found = self._db.execute(
            f"select row from posting, to_tsquery('simple', %(words)s) asked where {kept}"
            " said @@ asked order by ts_rank(said, asked) desc, row limit %(k)s",
            {"words": query[0], "label": query[1], "k": self.k},
        )
        return np.array([row for (row,) in found], dtype=np.int64)

    def cpu(self) -> float:
        """This process and the server's; of a server elsewhere, the time that passes."""
        if not self._here:
            return time.perf_counter()
        return time.process_time() + int(self._backend.read_text().split()[0]) / 1e9

    @property
    def nbytes(self) -> int:
        """The table with its indexes."""
        found = self._db.execute("select pg_total_relation_size('posting')").fetchall()
        return int(found[0][0])

    def _fill(self) -> None:
        self._db.execute("set max_parallel_workers_per_gather = 0")
        self._db.execute(
            "create temp table posting (row int primary key, label int, said tsvector)"
        )
        labels = self.work.filter.labels
        with (
            self._db.cursor() as cursor,
            cursor.copy("copy posting (row, label, said) from stdin") as lines,
        ):
            for row, words in _words(self.work):
                label = 0 if labels is None else int(labels[row])
                lines.write_row((row, label, _vector(words)))
        self._db.execute("create index on posting using gin (said)")
        self._db.execute("create index on posting (label)")
        self._db.execute("analyze posting")


def _words(work: Workload) -> Iterator[tuple[int, list[str]]]:
    for row in range(work.corpus.said.shape[0]):
        yield row, [f"w{term}" for term in work.corpus.tokens(row)]


def _vector(words: list[str]) -> str:
    """The words as PostgreSQL writes a tsvector; positions stand for how often each is said."""
    often = Counter(words)
    return " ".join(f"{word}:{','.join(map(str, range(1, n + 1)))}" for word, n in often.items())
