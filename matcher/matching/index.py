"""The text index: fielded TF-IDF over words and character pairs, cosine and saturated."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from matcher.matching.fields import Fields, Query
from matcher.matching.text import PAIR, tokens, words

Floats = NDArray[np.float64]

K1, B = 1.2, 0.6  # saturation of repeated terms, weight of length (Robertson and Zaragoza 2009)
COMMON = 0.25  # terms in more than this share of the documents say nothing about the work
COMMON_FROM = 200  # documents; in a smaller set a common term may still be the trade itself
TITLE_WEIGHT = 0.3
COSINE_SCALE, SATURATED_SCALE = 2.0, 3.0  # bring the best of a usual query near to 1
SHORT, LONG = 8, 60  # words of a lone wish, words of a whole profile


@dataclass(frozen=True)
class _Vector:
    """A query made numbers: cosine weights for the title, cosine and saturated for the whole."""

    title: sparse.csr_matrix
    whole: sparse.csr_matrix
    plain: sparse.csr_matrix
    length: int


class TextIndex:
    """Fitted once on documents and never changed; all matrices stand term by document."""

    def __init__(self, documents: Sequence[Fields]) -> None:
        """Count, weigh and transpose; nothing is learned beyond these documents."""
        self._counter = CountVectorizer(analyzer=tokens, dtype=np.float64)
        size = len(documents)
        texts = [document.body or document.title for document in documents]
        titles = [document.title for document in documents]
        try:
            self._counter.fit([*texts, *titles])
        except ValueError:  # nothing but stop words: an index that finds nothing
            self._counter.fit(["空白"])
        whole = self._counter.transform(texts).tocsr()
        title = self._counter.transform(titles).tocsr()
        often = np.bincount(whole.indices, minlength=whole.shape[1])
        self._idf = np.log((1 + size) / (1 + often)) + 1
        self._scarcity = np.log(1 + (size - often + 0.5) / (often + 0.5))
        if size >= COMMON_FROM:
            self._idf[often > COMMON * size] = 0.0
            self._scarcity[often > COMMON * size] = 0.0
        named = np.bincount(title.indices, minlength=title.shape[1])
        self._title_idf = np.log((1 + size) / (1 + named)) + 1
        self._whole = _unit(_weighed(whole, self._idf)).T.tocsr()
        self._title = _unit(_weighed(title, self._title_idf)).T.tocsr()
        self._saturated = _saturated(whole, self._scarcity).T.tocsr()
        self._names = self._counter.get_feature_names_out()

    def score(self, query: Query) -> Floats:
        """How well each document's words fit the query; about 0 to 1.3, more is better."""
        vector = self._vector(query)
        whole = _row(vector.whole @ self._whole)
        saturated = _row(vector.plain @ self._saturated)
        title = _row(vector.title @ self._title)
        long = min(1.0, max(0.0, (vector.length - SHORT) / (LONG - SHORT)))
        cosine_share = 0.3 + 0.4 * long
        blend = cosine_share * COSINE_SCALE * whole
        blend += (1 - cosine_share) * SATURATED_SCALE * saturated / self._best(vector.plain)
        return blend + TITLE_WEIGHT * title

    def shared_words(self, query: Query, document: int, limit: int) -> tuple[str, ...]:
        """The words of query and document that weigh most, never character pairs."""
        vector = self._vector(query)
        column = self._whole[:, document].toarray().ravel()
        weights = np.asarray(vector.whole.multiply(column).todense()).ravel()
        order = sorted(np.flatnonzero(weights), key=lambda term: (-weights[term], term))
        found = (str(self._names[term]) for term in order)
        return tuple([word for word in found if _is_shown(word)][:limit])

    def _vector(self, query: Query) -> _Vector:
        title = self._counts(query.title)
        whole = self._counts(query.body)
        plain = whole.copy()
        plain.data = 1 + np.log1p(plain.data)
        length = sum(len(words(text)) for text, _ in query.body)
        return _Vector(
            _unit(_weighed(title, self._title_idf)),
            _unit(_weighed(whole, self._idf)),
            _unit(_weighed(plain, np.sqrt(self._scarcity), sublinear=False)),
            length,
        )

    def _best(self, plain: sparse.csr_matrix) -> float:
        """What a document would score that says every word of the query over and over."""
        best = float((plain.data * self._scarcity[plain.indices]).sum()) * (K1 + 1)
        return best if best > 0 else 1.0

    def _counts(self, parts: Sequence[tuple[str, float]]) -> sparse.csr_matrix:
        told = [(text, weight) for text, weight in parts if text]
        if not told:
            return sparse.csr_matrix((1, len(self._idf)))
        counted = self._counter.transform([text for text, _ in told])
        weights = sparse.csr_matrix(np.array([[weight for _, weight in told]]))
        return (weights @ counted).tocsr()


def _weighed(
    counts: sparse.csr_matrix, idf: Floats, *, sublinear: bool = True
) -> sparse.csr_matrix:
    """Counts with a damped frequency (1 + ln tf, tf below 1 left alone) times idf."""
    out = counts.copy()
    if sublinear:
        out.data = np.where(out.data > 1, 1 + np.log(np.maximum(out.data, 1)), out.data)
    out.data = out.data * idf[out.indices]
    return out


def _saturated(counts: sparse.csr_matrix, scarcity: Floats) -> sparse.csr_matrix:
    """Okapi weights: repetition saturates, long documents are damped."""
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    mean = max(1.0, lengths.sum() / max(1, len(lengths)))
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    out = counts.copy()
    damping = K1 * (1 - B + B * lengths[rows] / mean)
    out.data = scarcity[out.indices] * out.data * (K1 + 1) / (out.data + damping)
    return out


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows of length one; empty rows stay empty."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    out = matrix.copy()
    out.data = out.data / np.repeat(np.where(norms > 0, norms, 1.0), np.diff(out.indptr))
    return out


def _row(product: sparse.csr_matrix) -> Floats:
    return np.asarray(product.todense(), dtype=np.float64).ravel()


def _is_shown(word: str) -> bool:
    return not word.startswith(PAIR) and len(word) > 1
