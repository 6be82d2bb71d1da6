"""Our ranker beside the usual ones on one labelled set, and with each of its parts taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import click

from matcher.cli import records
from matcher.cli.benchmarks import Benchmark
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching import measures
from matcher.matching.baselines import BASELINES
from matcher.matching.evaluation import Grade, Quality, Ranked, by_scores, each_ndcg, measure, ours
from matcher.matching.measures import Measures
from matcher.matching.parts import ALL, Parts
from matcher.matching.ranker import score_postings
from matcher.matching.sides import PostingIndex
from matcher.reading import records as profiles

OURS = "fairmatch"


@dataclass(frozen=True)
class Judged:
    """Seekers and postings with graded pairs."""

    postings: tuple[PostingProfile, ...]
    seekers: tuple[SeekerProfile, ...]
    grades: dict[str, dict[str, Grade]] = field(default_factory=dict)


def judged(data: Path) -> Judged:
    """The judged set in this directory: files postings, seekers and qrels, .gz or not."""
    postings = records.read(_first(data, "postings"), profiles.posting)
    seekers = records.read(_first(data, "seekers"), profiles.seeker)
    grades: dict[str, dict[str, Grade]] = {}
    for row in records.read(_first(data, "qrels"), dict):
        grade = Grade(float(row["grade"]), str(row.get("block") or ""))
        grades.setdefault(str(row["seeker"]), {})[str(row["posting"])] = grade
    return Judged(tuple(postings), tuple(seekers), grades)


def on_judged(found: Judged, today: date, parts: Parts = ALL) -> Quality:
    """The figures of our ranker on graded pairs."""
    return measure(*_orders(found, today, parts), found.grades)


def beside(found: Judged, today: date) -> dict[str, Quality]:
    """The same beside the usual rankers, none of which knows a gate."""
    return {name: measure(*both, found.grades) for name, both in _everybodys(found, today).items()}


def rows(found: Judged, today: date) -> dict[str, dict[str, Any]]:
    """These figures by name, and how far our nDCG is above each of the usual rankers'."""
    orders = _everybodys(found, today)
    table = {name: measure(*both, found.grades).row() for name, both in orders.items()}
    each = {name: each_ndcg(gated, found.grades) for name, (gated, _) in orders.items()}
    for name in BASELINES if each[OURS].size else ():
        table[name]["gain"] = _gain(each[OURS], each[name])
    return table


def _everybodys(found: Judged, today: date) -> dict[str, tuple[Ranked, Ranked]]:
    """Every ranker's order, with its gates and with every gate open."""
    orders = {OURS: _orders(found, today)}
    for name, rank in BASELINES.items():
        order = by_scores(found.postings, found.seekers, rank(found.postings, found.seekers))
        orders[name] = (order, order)
    return orders


def _orders(found: Judged, today: date, parts: Parts = ALL) -> tuple[Ranked, Ranked]:
    index = PostingIndex.fit(found.postings, parts)
    gated = ours(index, found.seekers, today)
    return gated, ours(index, found.seekers, today, gated=False)


def _gain(ours: measures.Floats, theirs: measures.Floats) -> list[float]:
    return [round(figure, 4) for figure in measures.difference(ours, theirs)]


class Comparison:
    """One labelled set read once and ranked several times."""

    def __init__(self, benchmark: Benchmark, today: date) -> None:
        self.name = benchmark.name
        self._benchmark = benchmark
        self._today = today
        self._postings = [profiles.posting(record) for record in benchmark.postings]
        self._seekers = [profiles.seeker(record) for record in benchmark.seekers]

    def ours(self, parts: Parts = ALL) -> Measures:
        """The figures of our ranker, gates and all, as `fairmatch rank` answers."""
        index = PostingIndex.fit(self._postings, parts)
        return self._measured([score_postings(index, s, self._today) for s in self._seekers])

    def beside(self) -> dict[str, dict[str, Any]]:
        """Our figures and the usual rankers', each with how far ours are above them."""
        best = self.ours()
        table: dict[str, dict[str, Any]] = {OURS: best.means()}
        for name, rank in BASELINES.items():
            theirs = self._measured(rank(self._postings, self._seekers))
            table[name] = {**theirs.means(), "gain": _gain(best.ndcg, theirs.ndcg)}
        return table

    def _measured(self, scores: Sequence[measures.Floats] | measures.Floats) -> Measures:
        return measures.measure(scores, self._benchmark.relevant, self._benchmark.never)


def _first(data: Path, name: str) -> Path:
    found = sorted(data.glob(f"{name}*.jsonl*"))
    if not found:
        raise click.ClickException(f"{data}: no {name}*.jsonl")
    return found[0]
