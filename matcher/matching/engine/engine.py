"""The engine as others use it: built from a matrix, asked, added to, taken from."""

import threading
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from matcher.matching.engine import kernel
from matcher.matching.engine.added import Added
from matcher.matching.engine.best import Best
from matcher.matching.engine.limits import allowed, of_rows, started
from matcher.matching.engine.partition import MIXED, partition, places_of
from matcher.matching.engine.scoring import Rows, scan
from matcher.matching.engine.scratch import Scratch, listed
from matcher.matching.engine.segment import Ints, Mask, Segment, Singles

DEEP = 1000  # so many wanted, scoring everything is no slower
ABOVE_ZERO = float(np.finfo(np.float32).tiny)


class Found(NamedTuple):
    """The best rows, best first, and their scores."""

    rows: Ints
    scores: Singles


class Engine:
    """Exact top k over sparse documents with weights of at least 0; ties go to the lower key.

    Any number of threads may ask while one adds or removes.
    """

    def __init__(
        self, segments: list[Segment], groups: list[int], numbers: Ints, owners: Ints
    ) -> None:
        """Parts as `build` and `open` make them.

        `groups` names each segment's group, `numbers` each feature's place by frequency, `owners`
        each row's group.
        """
        self.segments, self.groups = segments, groups
        self.numbers, self.owners = numbers, owners
        self._holding = places_of(groups)
        self.built = sum(segment.size for segment in segments)
        self.added = Added()
        self.closed: set[int] = set()
        self.features = len(numbers)
        self._local = threading.local()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Mapped arrays as plain ones, which share their memory and are quicker to cut."""
        self.__dict__.update(state)
        self.segments = [Segment(*map(np.asarray, segment)) for segment in self.segments]
        self.numbers, self.owners = np.asarray(self.numbers), np.asarray(self.owners)

    @staticmethod
    def build(
        matrix: sparse.csr_matrix, groups: Ints | None = None, keys: Ints | None = None
    ) -> "Engine":
        """Lists over documents × features (float32); `groups` partition, `keys` break ties."""
        size = matrix.shape[0]
        owners = np.zeros(size, dtype=np.int64) if groups is None else np.asarray(groups, np.int64)
        ties = np.arange(size) if keys is None else np.asarray(keys, dtype=np.int64)
        often = np.bincount(matrix.indices, minlength=matrix.shape[1])
        numbers = np.empty(matrix.shape[1], dtype=np.int32)
        numbers[np.argsort(-often, kind="stable")] = np.arange(matrix.shape[1], dtype=np.int32)
        numbered = sparse.csr_matrix(
            (matrix.data.astype(np.float32), numbers[matrix.indices], matrix.indptr.copy()),
            shape=matrix.shape,
        )
        numbered.sort_indices()
        parts = list(partition(owners))
        segments = [Segment.of(numbered[rows], ties[rows], rows) for rows, _ in parts]
        return Engine(segments, [group for _, group in parts], numbers, owners)

    @property
    def size(self) -> int:
        """Rows given out so far, those removed included."""
        return len(self.owners)

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays."""
        lists = sum(segment.nbytes for segment in self.segments)
        return lists + self.added.nbytes + self.numbers.nbytes + self.owners.nbytes

    @cached_property
    def names(self) -> Ints:
        """The feature of `build` behind each number."""
        names = np.empty(len(self.numbers), dtype=np.int32)
        names[self.numbers] = np.arange(len(names), dtype=np.int32)
        return names

    @cached_property
    def places(self) -> Ints:
        """For each row of the lists its segment and its place in it."""
        places = np.empty((self.built, 2), dtype=np.int32)
        for at, segment in enumerate(self.segments):
            places[segment.rows, 0] = at
            places[segment.rows, 1] = np.arange(segment.size)
        return places

    def top(
        self,
        terms: Ints,
        weights: Singles,
        k: int = 10,
        *,
        mask: Mask | None = None,
        group: int | None = None,
        base: Singles | None = None,
        floor: float = ABOVE_ZERO,
    ) -> Found:
        """The best k rows with a score of at least `floor`, of those in `mask` and `group`.

        `terms` are different features, `weights` at least 0; `base` is added to each row's score.
        """
        if k > DEEP:
            return self._by_scores(self.scores(terms, weights, base), k, mask, group, base, floor)
        best = Best(
            np.zeros(k, dtype=np.float32), np.zeros(k, np.int64), np.zeros(k, np.int64), False
        )
        held = self._search(best, terms, weights, mask, group, base, floor)
        return Found(best.rows[:held], best.scores[:held])

    def reaching(
        self,
        floor: float,
        terms: Ints,
        weights: Singles,
        *,
        mask: Mask | None = None,
        base: Singles | None = None,
    ) -> Found:
        """Every row whose score is at least `floor`, best first."""
        best = Best(
            np.zeros(self.size, dtype=np.float32),
            np.zeros(self.size, np.int64),
            np.zeros(self.size, np.int64),
            True,
        )
        held = self._search(best, terms, weights, mask, None, base, floor)
        order = np.lexsort((best.keys[:held], -best.scores[:held]))
        return Found(best.rows[:held][order], best.scores[:held][order])

    def add(self, terms: Ints, weights: Singles, *, group: int = 0, key: int | None = None) -> int:
        """One more document, ranked from now on; returns its row. Features may be new ones."""
        row = self.size
        features = self.number(terms)
        order = np.argsort(features, kind="stable")
        self.features = max(self.features, int(features.max(initial=-1)) + 1)
        self.owners = np.append(self.owners, group)
        self.added.add(features[order], weights[order], row if key is None else key, row, group)
        return row

    def remove(self, row: int) -> None:
        """Rank this row no more."""
        self.closed.add(row)

    def scores(self, terms: Ints, weights: Singles, base: Singles | None = None) -> Singles:
        """Every row's score, by scipy: the plain way, and what the search is tested against.

        `base` is added before anything is rounded, as the search does: the same bits.
        """
        asked = np.zeros(self.features)
        asked[self.number(terms)] = weights
        parts = self.parts()
        found = np.zeros(sum(part.size for part in parts))
        for part in parts:
            found[part.rows] = part.times(asked)
        if base is not None:
            found += started(base, len(found))
        return found.astype(np.float32)

    def parts(self) -> list[Segment | Rows]:
        """Everything that holds rows."""
        return [*self.segments, self.added.rows()]

    def _by_scores(
        self,
        scores: Singles,
        k: int,
        mask: Mask | None,
        group: int | None,
        base: Singles | None,
        floor: float,
    ) -> Found:
        size = len(scores)
        own = allowed(mask, base, self._members(group, size), self.closed, size)
        rows = np.flatnonzero((scores >= floor) & (own if own.size else True))
        keys = np.empty(len(scores), dtype=np.int64)
        for part in self.parts():
            inside = part.rows < len(scores)
            keys[part.rows[inside]] = part.keys[inside]
        order = rows[np.lexsort((keys[rows], -scores[rows]))][:k]
        return Found(order, scores[order])

    def _search(
        self,
        best: Best,
        terms: Ints,
        weights: Singles,
        mask: Mask | None,
        group: int | None,
        base: Singles | None,
        floor: float,
    ) -> int:
        terms, weights = np.asarray(terms, np.int32), np.asarray(weights, np.float32)
        # What was added is looked at first: later rows are not of this search.
        later = self.added.rows() if len(self.added) else None
        features, asked = listed(self.numbers, terms, weights)
        scratch = self.scratch()
        size, held = self.built + (later.size if later else 0), 0
        own = allowed(mask, base, self._members(group, size), self.closed, size)
        start = started(base, size)
        for at in self._holding[group if group in self._holding else MIXED]:
            segment = self.segments[at]
            limits = of_rows(own, segment.span), of_rows(start, segment.span)
            held = kernel.search(segment, scratch, features, asked, *limits, best, held, floor)
        if later:
            limits = of_rows(own, later.rows), of_rows(start, later.rows)
            named = self.number(terms)
            held = scan(later, scratch, named, weights, *limits, best, held, floor)
        return held

    def _members(self, group: int | None, size: int) -> Mask | None:
        """Which of so many rows are in a group; None where only such are looked at."""
        if group is None or (MIXED not in self.groups and size == self.built):
            return None
        return np.asarray(self.owners[:size] == group)

    def number(self, terms: Ints) -> Ints:
        """Numbers of features; those that came after the lists keep their own."""
        numbers = np.asarray(terms, dtype=np.int32).copy()
        known = numbers < len(self.numbers)
        numbers[known] = self.numbers[numbers[known]]
        return numbers

    def numbered(self, queries: sparse.csr_matrix) -> sparse.csr_matrix:
        """Queries by the numbers of features, without those that no document names."""
        known = sparse.csr_matrix(queries[:, : len(self.numbers)], dtype=np.float32)
        indices = self.numbers[known.indices]
        return sparse.csr_matrix((known.data, indices, known.indptr), shape=known.shape)

    def scratch(self) -> Scratch:
        """This thread's space for queries."""
        held: Scratch | None = getattr(self._local, "scratch", None)
        if held is None or len(held.weights) < self.features:
            held = Scratch.of(self.features + self.features // 8)
            self._local.scratch = held
        return held
