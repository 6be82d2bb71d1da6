"""Our own engine behind the door of its peers."""

from typing import Any

from matcher.cli.bench.peers.peer import BulkPeer
from matcher.cli.bench.workload import Rows, Workload
from matcher.matching.engine import Engine, top_many


class Ours(BulkPeer):
    """The engine of matcher.matching; districts are its partitions, any other filter a mask."""

    name = "fairmatch"

    def __init__(self, work: Workload) -> None:
        """Build the engine."""
        super().__init__(work)
        groups = work.filter.labels if work.filter.kind == "group" else None
        self._engine = Engine.build(work.corpus.matrix, groups=groups)

    def prepared(self, query: int) -> Any:
        """Terms, weights, and what the filter says."""
        row, kind = self.work.corpus.queries[query], self.work.filter.kind
        mask = self.work.filter.mask(query) if kind == "mask" else None
        group = self.work.filter.wanted(query) if kind == "group" else None
        return row.indices, row.data, mask, group

    def top(self, query: Any) -> Rows:
        """One call."""
        terms, weights, mask, group = query
        found: Rows = self._engine.top(terms, weights, k=self.k, mask=mask, group=group).rows
        return found

    def batch(self, queries: range) -> Any:
        """A slice of rows."""
        return self.work.corpus.queries[queries.start : queries.stop]

    def many(self, batch: Any, threads: int) -> Any:
        """One call."""
        return top_many(self._engine, batch, k=self.k, threads=threads)[0]

    @property
    def nbytes(self) -> int:
        """All of the engine."""
        return int(self._engine.nbytes)
