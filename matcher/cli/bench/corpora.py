"""What is measured on: a synthetic corpus of any size, and the real texts of a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from matcher.cli.bench import texts
from matcher.matching import fields
from matcher.matching.blend import Blend
from matcher.matching.engine import matrix as matrix_of
from matcher.matching.parts import ALL
from matcher.matching.vocabulary import Vocabulary
from matcher.matching.weights import DEFAULT

TERMS, OCCUPATIONS, OWN_TERMS = 100_000, 300, 1_500
LEAST, MOST = 60, 150  # tokens of a synthetic text
OWN, FIRST = 0.5, 0.8  # tokens of an occupation's own terms; of those, of the first occupation
COMMON = 200  # terms that no occupation calls its own

Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Corpus:
    """Postings and seekers as weighed vectors, and as the plain counts they came from."""

    name: str
    matrix: sparse.csr_matrix  # float32: one product with a query is the score
    queries: sparse.csr_matrix
    said: sparse.csr_matrix  # whole counts over terms, for engines that weigh by themselves
    asked: sparse.csr_matrix
    kinds: Ints  # occupation or source of each posting

    def tokens(self, row: int, *, asked: bool = False) -> list[int]:
        """The terms of a posting or a query, each as often as it was said."""
        counts = self.asked if asked else self.said
        at = slice(counts.indptr[row], counts.indptr[row + 1])
        found: list[int] = np.repeat(counts.indices[at], counts.data[at].astype(int)).tolist()
        return found

    def facts(self) -> dict[str, Any]:
        """What a reader must know of it."""
        return {
            "corpus": self.name,
            "postings": self.matrix.shape[0],
            "seekers": self.queries.shape[0],
            "features": self.matrix.shape[1],
            "features_per_posting": round(self.matrix.nnz / max(1, self.matrix.shape[0]), 1),
            "features_per_seeker": round(self.queries.nnz / max(1, self.queries.shape[0]), 1),
        }


def load(data: Path | None, postings: int | None, seekers: int) -> Corpus:
    """The real texts below `data`, or a synthetic corpus; `postings` at most."""
    if data is None:
        return synthetic(100_000 if postings is None else postings, seekers)
    return real(data, postings, seekers)


def synthetic(postings: int, seekers: int) -> Corpus:
    """Zipf's law over a hundred thousand terms, half of each text on an occupation's own terms."""
    said, kinds = _drawn(postings, seed=1)
    asked, _ = _drawn(seekers, seed=2)
    weigh = TfidfTransformer().fit(said)
    return Corpus(
        "synthetic",
        _ready(weigh.transform(said)),
        _ready(weigh.transform(asked)),
        said,
        asked,
        kinds,
    )


def real(data: Path, postings: int | None, seekers: int) -> Corpus:
    """Real postings; the queries are postings kept out of the index, and the judged seekers."""
    ads = texts.ads(data)
    if len(ads) <= seekers:
        raise click.ClickException(f"{data}: fewer than {seekers + 1} postings with text")
    held, kept = ads[:seekers], ads[seekers:][:postings]
    people = texts.shuffled([*map(texts.as_seeker, held), *texts.judged_seekers(data)])
    matrix, queries = _ranked(kept, people)
    vocabulary = Vocabulary()
    said = _ready(vocabulary.count_many([texts.whole(ad) for ad in kept]))
    asked = _ready(vocabulary.count_many([texts.whole(one) for one in people], grows=False))
    kinds = np.unique([ad["source"] for ad in kept], return_inverse=True)[1].astype(np.int32)
    return Corpus("real texts", matrix, queries, said, asked, kinds)


def _ranked(
    ads: Sequence[texts.Row], people: Sequence[texts.Row]
) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Postings and seekers as our ranker weighs them, but for wishes and skills by the letter."""
    documents = [fields.of_posting(texts.posting(ad)) for ad in ads]
    blend = Blend([ad["id"] for ad in ads], documents, [[each.title] for each in documents], ALL)
    asked = (blend.ask(fields.seeker_query(texts.seeker(one)), None) for one in people)
    terms, weights = zip(*(blend.terms(each, DEFAULT) for each in asked), strict=True)
    ends = np.cumsum([0, *map(len, terms)])
    matrix = _ready(matrix_of(blend.engine))
    shape = (len(people), matrix.shape[1])
    told = (np.concatenate(weights), np.concatenate(terms), ends)
    return matrix, _ready(sparse.csr_matrix(told, shape=shape))


def _drawn(size: int, seed: int) -> tuple[sparse.csr_matrix, Ints]:
    """Counts of `size` texts, and their occupations, some far more usual than others."""
    draw = np.random.default_rng(seed)
    lengths = draw.integers(LEAST, MOST + 1, size)
    rows = np.repeat(np.arange(size), lengths)
    first, second = (OCCUPATIONS * draw.random((2, size)) ** 1.6).astype(np.int32)
    about = np.where(draw.random(rows.size) < FIRST, first[rows], second[rows])
    own = _own_terms()[about, _zipf(draw, OWN_TERMS, rows.size, 5.0, 1.0)]
    common = _zipf(draw, TERMS, rows.size, 2.7, 1.05)
    columns = np.where(draw.random(rows.size) < OWN, own, common)
    ones = np.ones(rows.size, dtype=np.float32)
    counts = sparse.coo_matrix((ones, (rows, columns)), shape=(size, TERMS)).tocsr()
    return counts, first


@lru_cache(maxsize=1)
def _own_terms() -> Ints:
    """The terms of each occupation, the usual ones first."""
    draw = np.random.default_rng(7)
    terms = np.arange(COMMON, TERMS, dtype=np.int32)
    chance = terms**-0.6 / (terms**-0.6).sum()
    chosen = [draw.choice(terms, OWN_TERMS, replace=False, p=chance) for _ in range(OCCUPATIONS)]
    return np.stack(chosen)


def _zipf(
    draw: np.random.Generator, terms: int, size: int, shift: float, power: float
) -> NDArray[np.int64]:
    """Ranks drawn by the law of Zipf and Mandelbrot."""
    weights = np.cumsum((np.arange(1, terms + 1) + shift) ** -power)
    found: NDArray[np.int64] = np.searchsorted(weights, draw.random(size) * weights[-1])
    return np.minimum(found, terms - 1)


def _ready(matrix: sparse.spmatrix) -> sparse.csr_matrix:
    out = sparse.csr_matrix(matrix, dtype=np.float32)
    out.sort_indices()
    return out
