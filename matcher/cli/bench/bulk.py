"""`fairmatch bench bulk`: everyone at once, pairs a second, ours and the peers in turn."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from matcher.cli.bench import corpora, limit, report
from matcher.cli.bench.agreement import Everything
from matcher.cli.bench.options import corpus_options, k_option, peers_option, run_options
from matcher.cli.bench.peers.chosen import BULK, chosen
from matcher.cli.bench.peers.ours import Ours
from matcher.cli.bench.peers.peer import Absent, BulkPeer
from matcher.cli.bench.workload import Filter, Workload

PROBE = 32  # queries by which the pace is guessed
ROUNDS = 5  # a short run is repeated, and its middle one told
CHECKED = 200  # queries whose answers are held against scoring everything


@click.command("bulk", help="Everyone's best postings at once, ours and the peers in turn.")
@corpus_options
@peers_option
@click.option("--threads", default=1, show_default=True, type=click.IntRange(1))
@k_option
@run_options
def command(
    data: Path | None,
    postings: int | None,
    seekers: int,
    peers: str,
    threads: int,
    k: int,
    budget: float,
    as_json: bool,
) -> None:
    """Print millions of pairs a second, by the clock and by the core."""
    names = chosen(peers, BULK)
    corpus = corpora.load(data, postings, seekers)
    work = Workload(corpus, Filter("none"), k)
    document = measure(work, names, threads, budget)
    report.tell(document, {Ours.name: document["ours"], **document["peers"]}, as_json)


def measure(work: Workload, names: list[str], threads: int, budget: float) -> dict[str, Any]:
    """Every engine in turn, and ours a second time at the end: the better half of a noisy hour."""
    truth = Everything(work)
    rate = limit.scatter_adds_per_second()
    first = _measured(Ours, work, truth, threads, budget)
    peers, skipped = {}, {}
    for name in names:
        try:
            peers[name] = _measured(BULK[name], work, truth, threads, budget)
        except Absent as why:
            skipped[name] = str(why)
    last = _measured(Ours, work, truth, threads, budget)
    ours = max(first, last, key=lambda figures: figures["mpairs_per_cpu_second"])
    adds = work.adds(work.corpus.queries.shape[0]) / work.corpus.matrix.shape[0]
    for figures in (ours, *peers.values()):
        figures["of_limit"] = round(figures["mpairs_per_cpu_second"] * 1e6 * adds / rate, 3)
    return {
        "workload": "bulk",
        **work.corpus.facts(),
        "threads": threads,
        "k": work.k,
        "agreement": ours["agreement"],
        "ratios": _ratios(ours, peers, "mpairs_per_cpu_second"),
        "ratios_by_the_clock": _ratios(ours, peers, "mpairs_per_second"),
        "ours": ours,
        "peers": peers,
        "skipped": skipped,
        "limit": {"scatter_adds_per_second": round(rate), "fraction": ours["of_limit"]},
        "machine": report.machine(),
    }


def _measured(
    make: Callable[[Workload], BulkPeer],
    work: Workload,
    truth: Everything,
    threads: int,
    budget: float,
) -> dict[str, Any]:
    """Warm up, guess how many queries fit the budget, and run those a few times."""
    whole = work.corpus.queries.shape[0]
    with closing(make(work)) as engine:
        probe = engine.batch(range(min(PROBE, whole)))
        engine.many(probe, threads)
        pace = _run(engine, probe, threads)[0] / min(PROBE, whole)
        size = min(whole, max(PROBE, int(budget / 2 / pace)))
        batch = engine.batch(range(size))
        rounds = min(ROUNDS, max(1, int(budget / (pace * size))))
        runs = sorted(_run(engine, batch, threads) for _ in range(rounds))
        clock, cpu = runs[len(runs) // 2]
        answers = engine.listed(engine.many(engine.batch(range(min(CHECKED, size))), threads))
        pairs = size * work.corpus.matrix.shape[0] / 1e6
        return {
            "mpairs_per_second": round(pairs / clock, 2),
            "mpairs_per_cpu_second": round(pairs / cpu, 2),
            "answered": size,
            "seconds": round(clock, 4),
            **truth.compare(answers).figures(),
            "own_formula": engine.own_formula,
            "bytes": engine.nbytes,
        }


def _run(engine: BulkPeer, batch: Any, threads: int) -> tuple[float, float]:
    """Seconds by the clock and of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    engine.many(batch, threads)
    return time.perf_counter() - clock, time.process_time() - cpu


def _ratios(ours: dict[str, Any], peers: dict[str, Any], pace: str) -> dict[str, float]:
    """Our pace over theirs."""
    return {name: round(ours[pace] / figures[pace], 2) for name, figures in peers.items()}
