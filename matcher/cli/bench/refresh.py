"""`fairmatch bench refresh`: a posting comes, changes and goes; others fit everything anew."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer

from matcher.cli.bench import corpora, report, stale
from matcher.cli.bench.corpora import Corpus
from matcher.cli.bench.options import corpus_options, peers_option, run_options
from matcher.cli.bench.peers.chosen import chosen
from matcher.cli.bench.peers.peer import Absent
from matcher.cli.bench.peers.words import Bm25s, Tantivy
from matcher.cli.bench.timing import Timing, timed
from matcher.cli.bench.workload import Filter, Workload
from matcher.matching.engine import Engine

NEW = 256  # postings that come, as many as a busy hour brings
K = 10


@click.command("refresh", help="What a new, changed or closed posting costs, and an old idf.")
@corpus_options
@peers_option
@run_options
def command(
    data: Path | None,
    postings: int | None,
    seekers: int,
    peers: str,
    budget: float,
    as_json: bool,
) -> None:
    """Print CPU of each step, of fitting anew, and what idf of fewer postings does to lists."""
    names = chosen(peers, REFITS)
    document = measure(corpora.load(data, postings, seekers), names, budget)
    rows = {f"ours: {name}": figures for name, figures in document["ours"].items()}
    rows |= document["peers"]
    report.tell(document, rows, as_json)
    if not as_json:
        report.show(
            {f"idf of {name} of the postings": at for name, at in document["stale"].items()}
        )


def measure(corpus: Corpus, names: list[str], budget: float) -> dict[str, Any]:
    """Ours step by step, then each peer making the whole corpus ready once more."""
    ours, found = _ours(corpus, budget)
    peers, skipped = {}, {}
    for name in names:
        try:
            peers[name] = REFITS[name](corpus, budget).figures()
        except Absent as why:
            skipped[name] = str(why)
    return {
        "workload": "refresh",
        **corpus.facts(),
        "found_at_once": found,
        "ratios": {
            name: round(figures["cpu_ms"] / ours["add"]["cpu_ms"], 1)
            for name, figures in peers.items()
        },
        "ours": ours,
        "peers": peers,
        "skipped": skipped,
        "stale": stale.figures(corpus, K),
        "machine": report.machine(),
    }


@dataclass
class _Fair:
    """An engine that lacks the last postings at first."""

    engine: Engine
    corpus: Corpus
    rows: list[int]

    def add(self, posting: int) -> None:
        """Take the posting in."""
        row = self.corpus.matrix[posting]
        self.rows.append(self.engine.add(row.indices, row.data))

    def is_found(self, at: int) -> bool:
        """Whether a posting that came is found by its own words."""
        row = self.corpus.matrix[self.corpus.matrix.shape[0] - len(self.rows) + at]
        return self.rows[at] in self.engine.top(row.indices, row.data, k=K).rows

    def change(self, at: int) -> None:
        """Let a posting that came say what another says."""
        self.engine.remove(self.rows[at])
        row = self.corpus.matrix[at]
        self.rows[at] = self.engine.add(row.indices, row.data)

    def close(self, at: int) -> None:
        """Take a posting out."""
        self.engine.remove(self.rows[at])

    def top(self, query: int) -> Any:
        """An answer."""
        row = self.corpus.queries[query]
        return self.engine.top(row.indices, row.data, k=K)


def _ours(corpus: Corpus, budget: float) -> tuple[dict[str, Any], float]:
    """The figures of each step, and the share of new postings that were found at once."""
    size = corpus.matrix.shape[0]
    new = min(NEW, size // 2)
    fair = _Fair(Engine.build(corpus.matrix[: size - new]), corpus, [])
    queries = range(corpus.queries.shape[0])
    steps: dict[str, Timing] = {"query before": timed(fair.top, queries, budget)}
    steps["add"] = timed(fair.add, range(size - new, size), budget, warm=0)
    found = float(np.mean([fair.is_found(at) for at in range(len(fair.rows))]))
    steps["query after"] = timed(fair.top, queries, budget)
    steps["change"] = timed(fair.change, range(len(fair.rows)), budget, warm=0)
    steps["close"] = timed(fair.close, range(len(fair.rows)), budget, warm=0)
    return {name: timing.figures() for name, timing in steps.items()}, found


def _vectorizer(corpus: Corpus, budget: float) -> Timing:
    """TfidfVectorizer over tokens that are ready."""
    said = [[str(term) for term in corpus.tokens(row)] for row in range(corpus.said.shape[0])]
    return _once(lambda: TfidfVectorizer(analyzer=list).fit_transform(said), budget)


def _transformer(corpus: Corpus, budget: float) -> Timing:
    """TfidfTransformer over counts that are ready."""
    return _once(lambda: TfidfTransformer().fit_transform(corpus.said), budget)


def _vstack(corpus: Corpus, budget: float) -> Timing:
    """The new row below the matrix, idf left as it was."""
    both = (corpus.matrix, corpus.matrix[0])
    return _once(lambda: sparse.vstack(both, format="csr"), budget)


def _bm25s(corpus: Corpus, budget: float) -> Timing:
    """bm25s has no way but to index everything."""
    peer = Bm25s(Workload(corpus, Filter("none"), K))
    return _once(peer.index, budget)


def _tantivy(corpus: Corpus, budget: float) -> Timing:
    """tantivy: add, commit, reload."""
    with closing(Tantivy(Workload(corpus, Filter("none"), K))) as peer:
        return timed(peer.adding(), range(min(NEW, corpus.said.shape[0])), budget, warm=1)


def _once(work: Callable[[], Any], budget: float) -> Timing:
    """A few rounds at most."""
    return timed(lambda _: work(), range(5), budget, warm=0)


REFITS: dict[str, Callable[[Corpus, float], Timing]] = {
    "refit": _vectorizer,
    "refit-counts": _transformer,
    "vstack": _vstack,
    "bm25s": _bm25s,
    "tantivy": _tantivy,
}
