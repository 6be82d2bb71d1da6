"""The best k for many queries at once, block by block over threads."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy import sparse

from matcher.matching.engine import kernel
from matcher.matching.engine.engine import ABOVE_ZERO, Engine
from matcher.matching.engine.segment import Ints, Singles

BLOCK = 256  # queries that one thread takes at a time


def top_many(
    engine: Engine, queries: sparse.csr_matrix, k: int = 10, threads: int = 1
) -> tuple[Ints, Singles]:
    """Rows (queries × k, -1 where fewer were found) and their scores, as `Engine.top` gives them.

    Raises ValueError where documents were added or removed since the lists were made.
    """
    if len(engine.added) or engine.closed:
        raise ValueError("rebuild the lists before asking in bulk")
    asked = engine.numbered(queries)
    count = asked.shape[0]
    scores = np.zeros((count, k), dtype=np.float32)
    keys, rows = np.zeros((count, k), np.int64), np.zeros((count, k), np.int64)
    held = np.zeros(count, dtype=np.int64)
    starts = asked.indptr.astype(np.int64)

    def answer(start: int) -> None:
        part = slice(start, min(start + BLOCK, count))
        own = starts[part.start : part.stop + 1]
        into = scores[part], keys[part], rows[part], held[part]
        for segment in engine.segments:
            scratch = engine.scratch()
            kernel.search_many(segment, scratch, own, asked.indices, asked.data, *into, ABOVE_ZERO)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(answer, range(0, count, BLOCK)))
    rows[np.arange(k) >= held[:, None]] = -1
    return rows, scores
