"""What lists lose while idf is that of fewer postings than there are."""

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfTransformer

from matcher.cli.bench.corpora import Corpus

SHARES = (0.9, 0.5, 0.2, 0.05)
SEEKERS = 60


def figures(corpus: Corpus, k: int) -> dict[str, dict[str, float]]:
    """Overlap@k with fresh idf, where postings came in any order, and occupation by occupation."""
    size = corpus.said.shape[0]
    fresh = _tops(corpus, np.arange(size), k)
    orders = {
        "any_order": np.arange(size),
        "by_occupation": np.argsort(corpus.kinds, kind="stable"),
    }
    return {
        f"{share:.0%}": {
            name: round(_overlap(fresh, _tops(corpus, order[: max(1, int(share * size))], k)), 3)
            for name, order in orders.items()
        }
        for share in SHARES
    }


def _tops(corpus: Corpus, known: NDArray[np.int64], k: int) -> list[set[int]]:
    """The best postings of some seekers, weighed by the idf of the postings known."""
    weigh = TfidfTransformer().fit(corpus.said[known])
    queries = weigh.transform(corpus.asked[:SEEKERS])
    scores = (queries @ weigh.transform(corpus.said).T).toarray()
    return [set(np.argsort(-row, kind="stable")[:k].tolist()) for row in scores]


def _overlap(first: list[set[int]], second: list[set[int]]) -> float:
    shared = (len(a & b) / max(1, len(a)) for a, b in zip(first, second, strict=True))
    return float(np.mean(list(shared)))
