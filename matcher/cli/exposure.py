"""What spreading the lists of a whole fair brings, and what it costs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from matcher.cli import benchmarks
from matcher.cli.comparison import Judged
from matcher.domain.profiles import Match, PostingProfile, Ranking, SeekerProfile
from matcher.matching.evaluation import measure, ours
from matcher.matching.measures import CUT
from matcher.matching.ranker import score_postings
from matcher.matching.sides import PostingIndex
from matcher.matching.spread import DEEP, exposure, shown_counts, spread
from matcher.reading import records as profiles

FAIR = 1300  # postings of a large fair

Table = dict[str, dict[str, Any]]


def on_judged(found: Judged, today: date) -> Table:
    """Exposure and nDCG@10 (blocked pairs 0) on graded pairs, as ranked and spread."""
    index = PostingIndex.fit(found.postings)
    ranked = ours(index, found.seekers, today)
    lists = _lists(index, found.seekers, today)
    even = spread(lists, CUT)
    table = {"as ranked": _figures(lists, index), "spread": _figures(even, index)}
    table["as ranked"]["nDCG@10"] = measure(ranked, ranked, found.grades).ndcg
    firsts = {
        s.id: [m.posting for m in r.matches] for s, r in zip(found.seekers, even, strict=True)
    }
    reranked = {name: [*firsts[name], *ranked[name]] for name in ranked}
    unique = {name: list(dict.fromkeys(order)) for name, order in reranked.items()}
    table["spread"]["nDCG@10"] = measure(unique, unique, found.grades).ndcg
    return table


def on_ads(data: Path, today: date) -> Table:
    """Exposure on 1,300 real ads, sought by what other ads and people ask for; {} without them."""
    sets = benchmarks.load(data, ["requirements", "skills", "requirements-non-it", "skills-non-it"])
    if not sets:
        return {}
    postings = [profiles.posting(record) for record in sets[0].postings[:FAIR]]
    seekers = [
        profiles.seeker({**record, "id": f"{each.name} {record['id']}"})
        for each in sets
        for record in each.seekers
    ]
    return both(postings, seekers, today)


def on_demo() -> Table:
    """Exposure of the demo fair's open postings, sought by all its people; built for this alone."""
    from matcher.cli import demo_fair  # the database library, which nothing else here needs

    found = demo_fair.built()
    return both(found.postings, found.seekers, found.day)


def both(
    postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile], today: date
) -> Table:
    """Exposure as ranked and spread."""
    index = PostingIndex.fit(postings)
    lists = _lists(index, seekers, today)
    return {"as ranked": _figures(lists, index), "spread": _figures(spread(lists, CUT), index)}


def _lists(index: PostingIndex, seekers: Sequence[SeekerProfile], today: date) -> list[Ranking]:
    """Every seeker's list, deep enough to be spread, without reasons."""
    found = []
    for seeker in seekers:
        score = score_postings(index, seeker, today)
        order = np.argsort(-score, kind="stable")[:DEEP]
        shown = [at for at in order.tolist() if np.isfinite(score[at])]
        matches = (
            Match(seeker.id, index.blend.ids[at], rank, float(score[at]))
            for rank, at in enumerate(shown, start=1)
        )
        found.append(Ranking(tuple(matches), ()))
    return found


def _figures(lists: Sequence[Ranking], index: PostingIndex) -> dict[str, Any]:
    shown = exposure(shown_counts(lists, CUT, index.blend.ids))
    scores = [match.score for ranking in lists for match in ranking.matches[:CUT]]
    return {
        "Coverage@10": shown.coverage,
        "Gini@10": shown.gini,
        "Congestion@10": shown.congestion,
        "mean score": float(np.mean(scores)) if scores else 0.0,
    }
