"""`fairmatch bench match`: one seeker at a time, our CPU beside the peers'."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import numpy as np

from matcher.cli.bench import corpora, limit, report
from matcher.cli.bench.agreement import Everything
from matcher.cli.bench.options import (
    POSTGRES,
    corpus_options,
    k_option,
    peers_option,
    run_options,
)
from matcher.cli.bench.peers.chosen import PEERS, chosen
from matcher.cli.bench.peers.ours import Ours
from matcher.cli.bench.peers.peer import Absent, Peer
from matcher.cli.bench.timing import Timing, timed
from matcher.cli.bench.workload import FILTERS, Filter, Workload


@click.command("match", help="One seeker's best postings at a time, ours and the peers in turn.")
@corpus_options
@peers_option
@click.option(
    "--filter",
    "kind",
    default="none",
    type=click.Choice(FILTERS),
    show_default=True,
    help="Keep 5 %: a district for each seeker, or any mask.",
)
@k_option
@click.option("--postgres", default=POSTGRES, show_default=True, help="Server for its peer.")
@run_options
def command(
    data: Path | None,
    postings: int | None,
    seekers: int,
    peers: str,
    kind: str,
    k: int,
    postgres: str,
    budget: float,
    as_json: bool,
) -> None:
    """Print CPU, memory, agreement and the ratio to each peer."""
    names = chosen(peers, PEERS)
    corpus = corpora.load(data, postings, seekers)
    work = Workload(corpus, Filter.of(kind, corpus.matrix.shape[0]), k, postgres)
    document = measure(work, names, budget)
    report.tell(document, {Ours.name: document["ours"], **document["peers"]}, as_json)


def measure(work: Workload, names: list[str], budget: float) -> dict[str, Any]:
    """Ours before, between and after the peers, so that a slow minute of the machine hits all."""
    run = _Run(work, budget, limit.scatter_adds_per_second())
    for name in names:
        run.meet(name, PEERS[name])
    return run.document()


@dataclass
class _Run:
    """One run over all engines, and what is known of each so far."""

    work: Workload
    budget: float
    limit: float
    peers: dict[str, dict[str, Any]] = field(default_factory=dict)
    ratios: dict[str, float] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._truth = Everything(self.work)
        self._ours = Ours(self.work)
        self._turns = [self._timed(self._ours)]

    def meet(self, name: str, make: Callable[[Workload], Peer]) -> None:
        """Build a peer, time it, and time ours once more."""
        try:
            peer = make(self.work)
        except Absent as why:
            self.skipped[name] = str(why)
            return
        with closing(peer):
            timing = self._timed(peer)
            self.peers[name] = self._figures(peer, timing)
        self._turns.append(self._timed(self._ours))
        self.ratios[name] = _ratio(timing, self._pooled())

    def document(self) -> dict[str, Any]:
        """Everything measured."""
        ours = self._figures(self._ours, self._pooled())
        for name, figures in self.peers.items():
            figures["ratio"] = self.ratios[name]
        return {
            "workload": "match",
            **self.work.corpus.facts(),
            "filter": self.work.filter.kind,
            "k": self.work.k,
            "agreement": ours["agreement"],
            "ratios": self.ratios,
            "memory_ratios": dict(self._memory(ours["bytes"])),
            "ours": ours,
            "peers": self.peers,
            "skipped": self.skipped,
            "limit": {"scatter_adds_per_second": round(self.limit), "fraction": ours["of_limit"]},
            "machine": report.machine(),
        }

    def _timed(self, engine: Peer) -> Timing:
        queries = [engine.prepared(at) for at in range(self.work.corpus.queries.shape[0])]
        return timed(engine.top, queries, self.budget, engine.cpu)

    def _pooled(self) -> Timing:
        """Ours over all turns so far: for each query the middle one."""
        shortest = min(len(turn.seconds) for turn in self._turns)
        seconds = np.median([turn.seconds[:shortest] for turn in self._turns], axis=0)
        return Timing(self._turns[0].answers[:shortest], seconds)

    def _figures(self, engine: Peer, timing: Timing) -> dict[str, Any]:
        adds = self.work.adds(len(timing.seconds)) / float(timing.seconds.mean())
        return {
            **timing.figures(),
            **self._truth.compare(timing.answers).figures(),
            "own_formula": engine.own_formula,
            "bytes": engine.nbytes,
            "of_limit": round(adds / self.limit, 3),
        }

    def _memory(self, ours: int) -> Iterator[tuple[str, float]]:
        for name, figures in self.peers.items():
            if figures["bytes"] is not None:
                yield name, round(figures["bytes"] / max(1, ours), 2)


def _ratio(theirs: Timing, ours: Timing) -> float:
    """Their CPU over ours, halfway through the queries that both answered."""
    both = min(len(theirs.seconds), len(ours.seconds))
    return round(float(np.median(theirs.seconds[:both]) / np.median(ours.seconds[:both])), 2)
