"""The text index: fielded TF-IDF over words and character pairs, cosine and saturated."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from matcher.matching.fields import NAMED_TITLE, Fields, Query
from matcher.matching.parts import ALL, Parts
from matcher.matching.text import PAIR, pairs, words
from matcher.matching.vocabulary import Vocabulary

Floats = NDArray[np.float64]

K1, B = 1.0, 0.4  # saturation of repeated terms, weight of length (Robertson and Zaragoza 2009)
RARE = 1.5  # power of the scarcity by which words count in the cosine
COSINE_SCALE, SATURATED_SCALE = 2.0, 3.0  # bring the best of a usual query near to 1
LONG_TITLE = 0.2  # power by which a title longer than usual counts more
SHORT, LONG = 8, 60  # words of a lone wish, words of a whole profile


@dataclass(frozen=True)
class Vector:
    """A query made numbers: cosine weights for the title, cosine and saturated for the whole."""

    title: sparse.csr_matrix
    title_weight: float
    whole: sparse.csr_matrix
    plain: sparse.csr_matrix
    length: int
    weights: Floats  # `whole` as one dense row


class TextIndex:
    """Fitted once on documents and never changed; products run over term-by-document matrices."""

    def __init__(self, documents: Sequence[Fields], parts: Parts = ALL) -> None:
        """Count, weigh and transpose; nothing is learned beyond these documents."""
        self._parts = parts
        size = len(documents)
        texts = [document.body or document.title for document in documents]
        titles = [document.title for document in documents]
        self._vocabulary = Vocabulary(slang=parts.slang, pairs=parts.pairs)
        counts = self._counted([*texts, *titles], grows=True)
        whole, title = counts[:size], counts[size:]
        often = np.bincount(whole.indices, minlength=whole.shape[1])
        # The cosine is over words alone: character pairs repeat them and blur what is rare.
        self._idf = _idf(whole) ** (RARE if parts.rarity else 1) * self._vocabulary.is_word()
        self._scarcity = np.log(1 + (size - often + 0.5) / (often + 0.5))
        self._title_idf = _idf(title)
        self._rows = _unit(_weighed(whole, self._idf))
        self._whole = self._rows.T.tocsr()
        self._title = _evened(_weighed(title, self._title_idf)).T.tocsr()
        self._saturated = _saturated(whole, self._scarcity).T.tocsr()

    def vector(self, query: Query) -> Vector:
        """The query in this index's terms; words that no document says are lost."""
        title = self._counts(query.title)
        whole = self._counts(query.body)
        plain = whole.copy()
        plain.data = 1 + np.log1p(plain.data)
        length = sum(len(words(text)) for text, _ in query.body)
        weighed = _unit(_weighed(whole, self._idf))
        return Vector(
            _unit(_weighed(title, self._title_idf)),
            query.title_weight,
            weighed,
            _unit(_weighed(plain, self._scarcity, sublinear=False)),
            length,
            weighed.toarray().ravel(),
        )

    def components(self, vector: Vector) -> dict[str, Floats]:
        """How well each document's words fit the query, part by part; about 0 to 1.3 together."""
        whole = _row(vector.whole @ self._whole)
        saturated = _row(vector.plain @ self._saturated)
        title = _row(vector.title @ self._title)
        cosine_share, title_weight = self._shares(vector)
        rest = (1 - cosine_share) * SATURATED_SCALE * saturated / self._best(vector.plain)
        return {
            "cosine": cosine_share * COSINE_SCALE * whole * self._parts.cosine,
            "saturated": rest * self._parts.saturated,
            "title": title_weight * title * self._parts.title,
        }

    def _shares(self, vector: Vector) -> tuple[float, float]:
        """What the cosine and the title count for a query of this length and kind."""
        if not self._parts.kinds:
            return 0.5, NAMED_TITLE
        long = min(1.0, max(0.0, (vector.length - SHORT) / (LONG - SHORT)))
        return 0.3 + 0.4 * long, vector.title_weight

    def saying(self, text: str) -> NDArray[np.int64]:
        """The documents that may hold a text letter by letter, found by its rarest token."""
        found = pairs(text) if self._parts.pairs else ()
        columns = [self._vocabulary.find(token) for token in set(found or words(text))]
        if not columns or -1 in columns:
            return np.empty(0, dtype=np.int64)
        starts = self._saturated.indptr
        rarest = min(columns, key=lambda column: int(starts[column + 1] - starts[column]))
        found = self._saturated.indices[starts[rarest] : starts[rarest + 1]]
        return np.sort(found).astype(np.int64)

    def shared_words(self, vector: Vector, document: int, limit: int) -> tuple[str, ...]:
        """The words of query and document that weigh most, never character pairs."""
        start, end = self._rows.indptr[document : document + 2]
        terms = self._rows.indices[start:end]
        weights = self._rows.data[start:end] * vector.weights[terms]
        found: list[str] = []
        for place in np.argsort(-weights, kind="stable"):
            if weights[place] <= 0 or len(found) == limit:
                break
            word = self._vocabulary.name(terms[place])
            if _is_shown(word):
                found.append(word)
        return tuple(found)

    def _counted(self, texts: Sequence[str], *, grows: bool) -> sparse.csr_matrix:
        counts = self._vocabulary.count_many(texts, grows=grows).astype(np.float64)
        counts.sort_indices()
        return counts

    def _best(self, plain: sparse.csr_matrix) -> float:
        """What a document would score that says every word of the query over and over."""
        best = float((plain.data * self._scarcity[plain.indices]).sum()) * (K1 + 1)
        return best if best > 0 else 1.0

    def _counts(self, parts: Sequence[tuple[str, float]]) -> sparse.csr_matrix:
        told = [(text, weight) for text, weight in parts if text]
        if not told:
            return sparse.csr_matrix((1, len(self._idf)))
        counted = self._counted([text for text, _ in told], grows=False)
        weights = sparse.csr_matrix(np.array([[weight for _, weight in told]]))
        return (weights @ counted).tocsr()


def _idf(counts: sparse.csr_matrix) -> Floats:
    """How rare each token is, as scikit-learn has it; nothing said is nothing to weigh."""
    if not counts.nnz:
        return np.ones(counts.shape[1])
    return np.asarray(TfidfTransformer().fit(counts).idf_)


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


def _evened(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows mostly freed of their length: a long title may name several things at once."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    said = lengths[lengths > 0]
    usual = float(np.median(said)) if said.size else 1.0
    rows = _unit(matrix)
    rows.data *= np.repeat((lengths / usual) ** LONG_TITLE, np.diff(rows.indptr))
    return rows


def _row(product: sparse.csr_matrix) -> Floats:
    return np.asarray(product.todense(), dtype=np.float64).ravel()


def _is_shown(word: str) -> bool:
    return not word.startswith(PAIR) and len(word) > 1
