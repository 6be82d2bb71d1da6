"""`fairmatch evaluate`: how well ranking does on a judged set, beside plain TF-IDF."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click

from matcher import gazetteers
from matcher.cli import records
from matcher.matching.evaluation import Grade, Quality, measure, ours, plain_tfidf
from matcher.matching.ranker import PostingIndex
from matcher.reading import records as profiles
from matcher.reading.records import Record

P = TypeVar("P")


@click.command("evaluate", help="Measure ranking on judged pairs, beside plain TF-IDF.")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Directory with postings, seekers and qrels; our own small set if not given.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(data: Path | None, as_json: bool) -> None:
    """Print nDCG@10 over graded pairs for our ranker and for plain TF-IDF."""
    figures = evaluate(data or gazetteers.path("judged"))
    if as_json:
        document = {name: asdict(quality) for name, quality in figures.items()}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    click.echo(f"{'ranker':14} nDCG@10  work only  graded@10  blocked in top 10")
    for name, quality in figures.items():
        slipped = " ".join(f"{letter}:{count}" for letter, count in quality.slipped.items())
        click.echo(
            f"{name:14} {quality.ndcg:7.3f}  {quality.ndcg_work:9.3f}"
            f"  {quality.graded:9.2f}  {slipped or '-'}"
        )


def evaluate(data: Path) -> dict[str, Quality]:
    """The figures of both rankers on the judged set in this directory."""
    postings = _first(data, "postings", profiles.posting)
    seekers = _first(data, "seekers", profiles.seeker)
    judged: dict[str, dict[str, Grade]] = {}
    for row in _first(data, "qrels", dict):
        grade = Grade(float(row["grade"]), str(row.get("block") or ""))
        judged.setdefault(str(row["seeker"]), {})[str(row["posting"])] = grade
    today = datetime.now(UTC).date()
    index = PostingIndex.fit(postings)
    plain = plain_tfidf(postings, seekers)
    return {
        "fairmatch": measure(
            ours(index, seekers, today), ours(index, seekers, today, gated=False), judged
        ),
        "plain TF-IDF": measure(plain, plain, judged),
    }


def _first(data: Path, name: str, make: Callable[[Record], P]) -> list[P]:
    """The profiles of the first file of that name: name.jsonl, name.dev.jsonl, .gz of either."""
    found = sorted(data.glob(f"{name}*.jsonl*"))
    if not found:
        raise click.ClickException(f"{data}: no {name}*.jsonl")
    return records.read(found[0], make)
