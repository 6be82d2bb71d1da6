"""Search libraries that weigh the words by a formula of their own, BM25."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from matcher.cli.bench.peers.peer import Absent, BulkPeer, Peer, ranked
from matcher.cli.bench.workload import Rows, Workload


class Bm25s(BulkPeer):
    """bm25s with its compiled scorer."""

    name = "bm25s"
    own_formula = True

    def __init__(self, work: Workload) -> None:
        """Index the postings' terms by number."""
        super().__init__(work)
        try:
            import bm25s
        except ImportError:
            raise Absent("not installed") from None
        self._make = bm25s.BM25
        corpus = work.corpus
        self._said = [corpus.tokens(row) for row in range(corpus.said.shape[0])]
        self._names = {str(term): term for term in range(corpus.said.shape[1])}
        self.index()

    def index(self) -> None:
        """Index everything."""
        self._index = self._make(backend="numba")
        self._index.index((self._said, self._names), show_progress=False)

    def prepared(self, query: int) -> Any:
        """The query's terms and mask."""
        mask = self.work.filter.mask(query)
        terms = self.work.corpus.tokens(query, asked=True)
        return [terms], None if mask is None else mask.astype(np.float32)

    def top(self, query: Any) -> Rows:
        """Scores above zero alone: a masked posting has none."""
        terms, mask = query
        found = self._retrieved(terms, 1, weight_mask=mask)
        return np.asarray(found.documents[0][found.scores[0] > 0])

    def batch(self, queries: range) -> Any:
        """The terms of each."""
        return [self.work.corpus.tokens(query, asked=True) for query in queries]

    def many(self, batch: Any, threads: int) -> Any:
        """Its own loop over queries."""
        return self._retrieved(batch, threads).documents

    @property
    def nbytes(self) -> int:
        """Its compressed scores."""
        scores = self._index.scores
        return sum(scores[name].nbytes for name in ("data", "indices", "indptr"))

    def _retrieved(self, terms: Any, threads: int, **more: Any) -> Any:
        k = min(self.k, self.work.corpus.said.shape[0])
        return self._index.retrieve(terms, k=k, show_progress=False, n_threads=threads, **more)


class Tantivy(Peer):
    """tantivy, any of the words."""

    name = "tantivy"
    own_formula = True

    def __init__(self, work: Workload) -> None:
        """Write the index to a folder of its own, with one thread."""
        super().__init__(work)
        try:
            import tantivy
        except ImportError:
            raise Absent("not installed") from None
        self._tantivy = tantivy
        folder = tempfile.TemporaryDirectory(prefix="fairmatch-bench-")
        self._folder = self.opened.enter_context(folder)
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("row", stored=True, indexed=True, fast=True)
        schema.add_text_field("said", tokenizer_name="whitespace", index_option="freq")
        schema.add_text_field("label", tokenizer_name="raw", index_option="basic")
        self._schema = schema.build()
        self._index = tantivy.Index(self._schema, path=self._folder)
        writer = self._writer()
        for row in range(work.corpus.said.shape[0]):
            writer.add_document(self._document(row))
        writer.commit()
        writer.wait_merging_threads()
        self._reload()

    def prepared(self, query: int) -> Any:
        """Any of the terms, and the label where there is a filter."""
        make, occur = self._tantivy.Query, self._tantivy.Occur
        terms = dict.fromkeys(self.work.corpus.tokens(query, asked=True))
        words = (make.term_query(self._schema, "said", f"w{t}", index_option="freq") for t in terms)
        either = make.boolean_query([(occur.Should, word) for word in words])
        if self.work.filter.labels is None:
            return either
        wanted = str(self.work.filter.wanted(query))
        label = make.term_query(self._schema, "label", wanted, index_option="basic")
        kept = make.const_score_query(label, 0.0)
        return make.boolean_query([(occur.Must, either), (occur.Must, kept)])

    def top(self, query: Any) -> Rows:
        """The rows stored with the best documents."""
        hits = self._searcher.search(query, self.k, count=False).hits
        rows = [self._searcher.doc(address)["row"][0] for _, address in hits]
        return ranked(rows, [score for score, _ in hits])

    @property
    def nbytes(self) -> int:
        """Its files."""
        return sum(path.stat().st_size for path in Path(self._folder).iterdir())

    def adding(self) -> Callable[[int], None]:
        """What adds a posting once more, to be found at once."""
        writer = self._writer()
        self.opened.callback(writer.wait_merging_threads)

        def add(row: int) -> None:
            writer.add_document(self._document(row))
            writer.commit()
            self._reload()

        return add

    def _writer(self) -> Any:
        return self._index.writer(200_000_000, 1)

    def _reload(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def _document(self, row: int) -> Any:
        labels = self.work.filter.labels
        said = " ".join(f"w{term}" for term in self.work.corpus.tokens(row))
        label = "" if labels is None else str(labels[row])
        return self._tantivy.Document(row=row, said=said, label=label)
