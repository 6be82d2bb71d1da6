"""Rankers that ours is measured against: plain TF-IDF as tutorials write it, and Okapi BM25."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching.said import Floats
from matcher.matching.text import pairs, segments
from matcher.reading.plain import plain

TITLE_TIMES = 3  # how often the tuned one counts the title


def tutorial(postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile]) -> Floats:
    """Scores by scikit-learn's TF-IDF over words with every setting left alone."""
    vectorizer = TfidfVectorizer(analyzer=_words)
    documents = vectorizer.fit_transform([_document(posting, 1) for posting in postings])
    queries = vectorizer.transform([_query(seeker) for seeker in seekers])
    return np.asarray((queries @ documents.T).toarray(), dtype=np.float64)


def bm25(postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile]) -> Floats:
    """Scores by BM25 over words, k1 1.2 and b 0.75 as most libraries ship it."""
    documents = [_document(posting, 1) for posting in postings]
    return _okapi(documents, [_query(seeker) for seeker in seekers], _words, 1.2, 0.75)


def bm25_tuned(postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile]) -> Floats:
    """Scores by the best BM25 we found: words and pairs, title three times, k1 1.6, b 1."""
    documents = [_document(posting, TITLE_TIMES) for posting in postings]
    return _okapi(documents, [_query(seeker) for seeker in seekers], _words_and_pairs, 1.6, 1.0)


BASELINES: dict[str, Callable[[Sequence[PostingProfile], Sequence[SeekerProfile]], Floats]] = {
    "plain TF-IDF": tutorial,
    "BM25 words": bm25,
    "BM25 tuned": bm25_tuned,
}


def _okapi(
    documents: Sequence[str],
    queries: Sequence[str],
    analyzer: Callable[[str], list[str]],
    k1: float,
    b: float,
) -> Floats:
    """Robertson and Zaragoza 2009, with the idf that is never negative."""
    counter = CountVectorizer(analyzer=analyzer, dtype=np.float64)
    counts = counter.fit_transform(documents).tocsr()
    size = counts.shape[0]
    often = np.bincount(counts.indices, minlength=counts.shape[1])
    scarcity = np.log(1 + (size - often + 0.5) / (often + 0.5))
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    row = np.repeat(np.arange(size), np.diff(counts.indptr))
    damping = k1 * (1 - b + b * lengths[row] / max(1.0, lengths.mean()))
    weighed = sparse.csr_matrix(
        (
            scarcity[counts.indices] * counts.data * (k1 + 1) / (counts.data + damping),
            counts.indices,
            counts.indptr,
        ),
        shape=counts.shape,
    )
    return np.asarray((counter.transform(queries) @ weighed.T).toarray(), dtype=np.float64)


def _document(posting: PostingProfile, title_times: int) -> str:
    title = f"{posting.title} \n" * title_times
    return title + "\n".join((posting.requirements, posting.duties, *posting.skills))


def _query(seeker: SeekerProfile) -> str:
    return "\n".join((*seeker.wanted, seeker.text, *seeker.skills, *seeker.certificates))


def _words(text: str) -> list[str]:
    return list(segments(plain(text)))


def _words_and_pairs(text: str) -> list[str]:
    return [*_words(text), *pairs(text, slang=False)]
