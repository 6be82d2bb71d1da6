"""The text index: fielded TF-IDF over words and character pairs, cosine and saturated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize

from matcher.domain.readiness import Progress, Tell, silent
from matcher.domain.terms import Making
from matcher.matching.fields import NAMED_TITLE, Fields, Query
from matcher.matching.parts import ALL, Parts
from matcher.matching.text import PAIR, words
from matcher.matching.vocabulary import Vocabulary

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Space: TypeAlias = sparse.csr_matrix  # documents × tokens

K1, B = 1.0, 0.4  # saturation of repeated terms, weight of length (Robertson and Zaragoza 2009)
RARE = 1.5  # power of the scarcity by which words count in the cosine
COSINE_SCALE, SATURATED_SCALE = 2.4, 3.4  # bring the best of a usual query near to 1
LONG_TITLE = 0.2  # power by which a title longer than usual counts more
SHORT, LONG = 8, 60  # words of a lone wish, words of a whole profile


@dataclass(frozen=True)
class Weighed:
    """Different tokens with a weight each, in the order of their numbers."""

    tokens: Ints
    weights: Floats

    def times(self, factor: float) -> "Weighed":
        """The same, every weight so many times as large."""
        return Weighed(self.tokens, self.weights * factor)


@dataclass(frozen=True)
class Told:
    """A query's tokens, and the weight of each word, and each pair, that no document says."""

    known: Weighed
    words: Floats
    pairs: Floats


@dataclass(frozen=True)
class Vector:
    """A query made numbers, one part for each space of the documents."""

    cosine: Weighed
    saturated: Weighed
    title: Weighed
    words: Weighed  # what each word counts where whole texts are compared


class TextIndex:
    """What words weigh, learned from documents; the weights themselves are handed out as spaces.

    Each space is a matrix of documents × tokens, in the order cosine, saturated, title, such that
    a document's score is the sum of its products with the parts of a query's `Vector`. Words
    that come later weigh as if no document said them until the index is fitted anew.
    """

    def __init__(
        self, documents: Sequence[Fields], parts: Parts = ALL, tell: Tell = silent
    ) -> None:
        """Learn from these documents and nothing else; their spaces are in `fitted`."""
        self._parts = parts
        self._vocabulary = Vocabulary(slang=parts.slang, pairs=parts.pairs)
        whole, title = self._counted(documents, tell)
        size = len(documents)
        often = np.append(np.bincount(whole.indices, minlength=whole.shape[1]), 0)
        # The cosine is over words alone: character pairs repeat them and blur what is rare.
        self._is_word = np.append(self._vocabulary.is_word(), True)
        power = RARE if parts.rarity else 1
        self._idf = _idf(whole) ** power * self._is_word
        self._title_idf = _idf(title)
        self._scarcity = np.log(1 + (size - often + 0.5) / (often + 0.5))
        self._mean_length = max(1.0, whole.sum() / max(1, size))
        self._usual_title = _usual(_norms(_times(title, damped(title.data), self._title_idf)))
        self.fitted = self._spaces(whole, title)

    def spaces(self, documents: Sequence[Fields]) -> tuple[Space, Space, Space]:
        """The spaces of further documents."""
        return self._spaces(*self._counted(documents))

    def vector(self, query: Query) -> Vector:
        """The query in this index's terms.

        What no document says takes its share of the query all the same: otherwise the rest would
        count for more as soon as the one document that says it no longer does.
        """
        title, whole = self._asked(query.title), self._asked(query.body)
        length = sum(len(words(text)) for text, _ in query.body)
        cosine_share, title_weight = self._shares(length, query.title_weight)
        cosine = _weighed(whole.known, self._idf, whole.words)
        named = _weighed(title.known, self._title_idf, np.append(title.words, title.pairs))
        return Vector(
            cosine.times(cosine_share * self._parts.cosine),
            self._asked_often(whole, query.is_lone).times(
                (1 - cosine_share) * self._parts.saturated
            ),
            named.times(title_weight * self._parts.title),
            cosine,
        )

    def token(self, text: str) -> int:
        """The number of a word or pair, -1 where no document says it."""
        return self._vocabulary.find(text)

    def name(self, token: int) -> str:
        """A token as it is written."""
        return self._vocabulary.name(token)

    def _asked_often(self, told: Told, is_lone: bool) -> Weighed:
        """The weights by which all that is asked, said often enough, sums up to 1."""
        tokens = told.known.tokens
        scarcity = _of(self._scarcity, tokens)
        if is_lone and self._parts.kinds:  # a name's runs of letters are looked for in titles only
            scarcity = scarcity * [not is_run(self._vocabulary.name(token)) for token in tokens]
        weights = (1 + np.log1p(told.known.weights)) * scarcity
        unsaid = (1 + np.log1p(np.append(told.words, told.pairs))) * self._scarcity[-1] ** 2
        best = float((weights * scarcity).sum() + unsaid.sum()) * (K1 + 1)
        return Weighed(tokens, weights / (best if best > 0 else 1.0))

    def _shares(self, length: int, title_weight: float) -> tuple[float, float]:
        """What the cosine and the title count for a query of this length and kind."""
        if not self._parts.kinds:
            return 0.5, NAMED_TITLE
        long = min(1.0, max(0.0, (length - SHORT) / (LONG - SHORT)))
        return 0.3 + 0.4 * long, title_weight

    def _counted(self, documents: Sequence[Fields], tell: Tell = silent) -> tuple[Space, Space]:
        texts = [document.body or document.title for document in documents]
        titles = [document.title for document in documents]
        size = len(documents)

        def counted(done: int) -> None:
            tell(Progress(Making.COUNTING, min(done, size), size))  # titles take no time

        told = self._vocabulary.count_many([*texts, *titles], progress=counted)
        counts = told.astype(np.float64)
        counts.sort_indices()
        return counts[: len(documents)], counts[len(documents) :]

    def _asked(self, parts: Sequence[tuple[str, float]]) -> Told:
        """The tokens of weighted texts, each with the weighted count of its occurrences."""
        texts = [text for text, _ in parts if text]
        each = np.array([weight for text, weight in parts if text], dtype=np.float64)
        counts = self._vocabulary.count_many(texts, grows=False)
        rows = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
        tokens, places = np.unique(counts.indices, return_inverse=True)
        sums = np.bincount(places, weights=counts.data * each[rows], minlength=len(tokens))
        known = counts.data * _of(self._is_word, counts.indices)
        said = np.array([len(words(text, self._parts.slang)) for text in texts], dtype=np.int64)
        missing = said - np.bincount(rows, weights=known, minlength=len(texts)).astype(np.int64)
        strange = np.repeat(each, np.maximum(missing, 0))
        # Most words have two characters, and so one pair.
        return Told(
            Weighed(tokens, sums.astype(np.float64)),
            strange,
            strange[: strange.size * self._parts.pairs],
        )

    def _spaces(self, whole: Space, title: Space) -> tuple[Space, Space, Space]:
        cosine = _normal(_times(whole, damped(whole.data), self._idf))
        named = self._evened(_times(title, damped(title.data), self._title_idf))
        return cosine * COSINE_SCALE, self._saturated(whole) * SATURATED_SCALE, named

    def _evened(self, titles: Space) -> Space:
        """Rows mostly freed of their length: a long title may name several things at once."""
        rows, lengths = _normal(titles), _norms(titles)
        more = (lengths / self._usual_title) ** LONG_TITLE
        rows.data *= np.repeat(more, np.diff(rows.indptr))
        return rows

    def _saturated(self, counts: Space) -> Space:
        """Okapi weights: repetition saturates, long documents are damped."""
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        damping = K1 * (1 - B + B * lengths[rows] / self._mean_length)
        return _times(counts, counts.data * (K1 + 1) / (counts.data + damping), self._scarcity)


def _idf(counts: Space) -> Floats:
    """scikit-learn's smoothed idf for every token, and at the end for one that nobody says."""
    if counts.shape[0] == 0 or counts.shape[1] == 0:
        return np.ones(counts.shape[1] + 1)
    fitted = TfidfTransformer().fit(counts)
    return np.append(fitted.idf_, np.log(1 + counts.shape[0]) + 1)


def _normal(space: Space) -> Space:
    """Rows of length one; scikit-learn takes no matrix without rows."""
    return normalize(space) if space.shape[0] else space


def _norms(space: Space) -> Floats:
    squares = np.asarray(space.multiply(space).sum(axis=1), dtype=np.float64)
    return np.asarray(np.sqrt(squares.ravel()))


def _usual(lengths: Floats) -> float:
    said = lengths[lengths > 0]
    return float(np.median(said)) if said.size else 1.0


def _of(values: Floats, tokens: Ints) -> Floats:
    """Each token's value; the last one for tokens that came after the fit."""
    return values[np.minimum(tokens, len(values) - 1)]


def damped(counts: Floats) -> Floats:
    """1 + ln of a count above 1; below it is left alone."""
    return np.where(counts > 1, 1 + np.log(np.maximum(counts, 1)), counts)


def _times(counts: Space, weights: Floats, idf: Floats) -> Space:
    out = counts.copy()
    out.data = weights * _of(idf, counts.indices)
    out.eliminate_zeros()
    return out


def _weighed(known: Weighed, idf: Floats, strange: Floats) -> Weighed:
    """Tokens by their idf, of length one together with what no document says."""
    weights = damped(known.weights) * _of(idf, known.tokens)
    unsaid = damped(strange) * idf[-1]
    length = float(np.sqrt((weights * weights).sum() + (unsaid * unsaid).sum()))
    return Weighed(known.tokens, weights / (length or 1.0))


def is_run(token: str) -> bool:
    """Whether a token is a run of Latin letters out of a word."""
    return token.startswith(PAIR) and token[1:].isascii()


def is_shown(word: str) -> bool:
    """Whether a token is a word that people can be shown as evidence."""
    return not word.startswith(PAIR) and len(word) > 1
