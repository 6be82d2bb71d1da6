"""`fairmatch rank`: files in, ranked matches out, with no database."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.progress import track

from matcher.cli import records
from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.matching import openings
from matcher.matching.mutual import mutual
from matcher.matching.ranker import PostingIndex, SeekerIndex, rank_postings, rank_seekers
from matcher.matching.spread import DEEP, spread
from matcher.reading import records as profiles
from matcher.reading.records import Record

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
        raise click.UsageError("--spread needs --k above 0; it and --mutual go without --reverse")
    offers = records.once(records.read(postings, profiles.posting))
    people = records.once(records.read(seekers, profiles.seeker))
    today = datetime.now(UTC).date()
    rank: Rank = _seekers_per_posting if reverse else _postings_per_seeker
    if mutually:
        rank = _mutual
    if spreads:
        rank = partial(_spread, rank, records.read(postings, _openings))
    total = len(offers) if reverse else len(people)
    progress = Console(stderr=True)
    written = 0
    with _opened(out) as file:
        rankings = rank(offers, people, k, today)
        shown = track(
            rankings, "ranking", total=total, console=progress, disable=not progress.is_terminal
        )
        for ranking in shown:
            for row in _rows(ranking, explain):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += len(ranking.matches)
    click.echo(f"{written} matches of {len(people)} seekers and {len(offers)} postings", err=True)


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
    openings: Sequence[tuple[str, int]],
    offers: Sequence[PostingProfile],
    people: Sequence[SeekerProfile],
    k: int,
    today: date,
) -> Iterator[Ranking]:
    deep = list(rank(offers, people, max(k, DEEP), today))
    yield from spread(deep, k, dict(openings))


def _openings(record: Record) -> tuple[str, int]:
    return str(record.get("id")), profiles.openings(record)


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
    found = openings.of(ranking.blocked)
    for kept in ranking.blocked:
        yield {
            "seeker": kept.seeker,
            "posting": kept.posting,
            "blocked": [block.value for block in kept.blocks],
            "score": round(kept.score, 6),
            "missing": list(kept.missing),
            "opened_by": {
                each.certificate: len(each.postings)
                for each in found
                if kept.posting in each.postings
            },
        }


def _opened(out: Path) -> IO[str]:
    try:
        return out.open("w", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error
