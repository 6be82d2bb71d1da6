"""`fairmatch rank`: files in, ranked matches out, with no database."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from matcher.cli import records, sides
from matcher.domain.profiles import Blocked, PostingProfile, Ranking, SeekerProfile
from matcher.matching import openings
from matcher.matching.mutual import mutual
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.matching.spread import DEEP, spread

Rank = Callable[[Sequence[PostingProfile], Sequence[SeekerProfile], int, date], Iterator[Ranking]]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("rank", help="Rank the postings of a file for the seekers of another.")
@click.option("--postings", required=True, type=_FILE, help="JSON lines, .gz allowed.")
@click.option("--seekers", required=True, type=_FILE, help="JSON lines, .gz allowed.")
@click.option("--k", default=10, show_default=True, type=click.IntRange(0), help="0: all.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--reverse", is_flag=True, help="Rank seekers for each posting instead.")
@click.option("--explain", is_flag=True, help="Also write what was kept back, and why.")
@click.option("--mutual", "mutually", is_flag=True, help="Order by what suits both sides.")
@click.option("--spread", "spreads", is_flag=True, help="Let no posting with room be forgotten.")
def command(
    postings: Path,
    seekers: Path,
    k: int,
    out: Path,
    reverse: bool,
    explain: bool,
    mutually: bool,
    spreads: bool,
) -> None:
    """Write a line per match: seeker, posting, rank, score, reasons."""
    if reverse and (spreads or mutually) or spreads and k == 0:
        raise click.UsageError(
            "--spread 要求 --k 大于 0；--spread 和 --mutual 不能和 --reverse 一起用。"
            " / --spread needs --k above 0; it and --mutual go without --reverse."
        )
    records.not_an_input(out, postings, seekers)
    offers, people = sides.postings(postings, rooms=spreads), sides.seekers(seekers)
    rank: Rank = _seekers_per_posting if reverse else _postings_per_seeker
    if mutually:
        rank = _mutual
    if spreads:
        rank = partial(_spread, rank, offers.openings)
    rankings = rank(offers.profiles, people.profiles, k, datetime.now(UTC).date())
    total = len((offers if reverse else people).profiles)
    written = 0
    with records.opened(out) as file:
        for ranking in _shown(rankings, total):
            for row in _rows(ranking, explain):
                ids = {"seeker": people.ids[row["seeker"]], "posting": offers.ids[row["posting"]]}
                file.write(json.dumps(row | ids, ensure_ascii=False) + "\n")
            written += len(ranking.matches)
    told = f"{len(people.profiles)} seekers and {len(offers.profiles)} postings"
    click.echo(f"{written} matches of {told}", err=True)


def _shown(rankings: Iterator[Ranking], total: int) -> Iterable[Ranking]:
    """The rankings one by one, with a bar where somebody sees it."""
    console = Console(stderr=True)
    return track(rankings, "ranking", total=total, console=console, disable=not console.is_terminal)


def _postings_per_seeker(
    offers: Sequence[PostingProfile], people: Sequence[SeekerProfile], k: int, today: date
) -> Iterator[Ranking]:
    index = PostingIndex.fit(offers)
    for person in people:
        yield rank_postings(index, person, k=k, today=today)


def _seekers_per_posting(
    offers: Sequence[PostingProfile], people: Sequence[SeekerProfile], k: int, today: date
) -> Iterator[Ranking]:
    index = SeekerIndex.fit(people)
    for offer in offers:
        yield rank_seekers(index, offer, k=k, today=today)


def _mutual(
    offers: Sequence[PostingProfile],
    people: Sequence[SeekerProfile],
    k: int,
    today: date,
) -> Iterator[Ranking]:
    deep = list(_postings_per_seeker(offers, people, k and max(k, DEEP), today))
    yield from mutual(deep, offers, people, k, today)


def _spread(
    rank: Rank,
    rooms: Mapping[str, int],
    offers: Sequence[PostingProfile],
    people: Sequence[SeekerProfile],
    k: int,
    today: date,
) -> Iterator[Ranking]:
    deep = list(rank(offers, people, max(k, DEEP), today))
    yield from spread(deep, k, rooms)


def _rows(ranking: Ranking, explain: bool) -> Iterator[dict[str, Any]]:
    for match in ranking.matches:
        yield {
            "seeker": match.seeker,
            "posting": match.posting,
            "rank": match.rank,
            "score": round(match.score, 6),
            "reasons": [
                {"code": reason.code.value, "terms": list(reason.terms)} for reason in match.reasons
            ],
        }
    yield from _kept_back(ranking) if explain else ()


def _kept_back(ranking: Ranking) -> Iterator[dict[str, Any]]:
    """What was kept back and why; where a certificate alone would do, how many it would open."""
    kept_from: dict[str, list[Blocked]] = {}
    for kept in ranking.blocked:
        kept_from.setdefault(kept.seeker, []).append(kept)
    # Of each person by themselves: with --reverse one posting is kept back from many.
    found = {person: openings.of(theirs) for person, theirs in kept_from.items()}
    for kept in ranking.blocked:
        yield {
            "seeker": kept.seeker,
            "posting": kept.posting,
            "blocked": [block.value for block in kept.blocks],
            "score": round(kept.score, 6),
            "missing": list(kept.missing),
            "opened_by": {
                each.certificate: len(each.postings)
                for each in found[kept.seeker]
                if kept.posting in each.postings
            },
        }
