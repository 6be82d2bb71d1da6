"""`fairmatch read`: what texts say, field by field, with the words it came from; no database."""

import json
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from matcher.cli import labels, records
from matcher.reading.accuracy import Mistake, Score, measure
from matcher.reading.answers import KINDS, answer
from matcher.reading.records import BadRecord, Record

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("read", help="Read what texts say, with the words it came from.")
@click.option("--in", "texts", type=_FILE, help="JSON lines, .gz allowed.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="JSON lines.")
@click.option("--check", is_flag=True, help="Print precision and recall on labelled texts instead.")
@click.option("--half", type=click.Choice(labels.HALVES), help="Only this part of the labels.")
@click.option("--mistakes", is_flag=True, help="With --check: also each answer that is wrong.")
def command(
    texts: Path | None, out: Path | None, check: bool, half: str | None, mistakes: bool
) -> None:
    """Write one answer per text, or say how often such answers are right."""
    if check:
        _report(half, mistakes)
    elif texts is None or out is None:
        raise click.UsageError(
            "请写 --in 和 --out，或者 --check。 / --in and --out are needed, or --check."
        )
    else:
        _answer_all(texts, out)


def _answer_all(texts: Path, out: Path) -> None:
    records.not_an_input(out, texts)
    asked = records.read(texts, _text)
    progress = Console(stderr=True)
    shown = track(
        asked, "reading", total=len(asked), console=progress, disable=not progress.is_terminal
    )
    with records.opened(out) as file:
        for id_, kind, text in shown:
            row = {"id": id_} | answer(kind, text)
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    click.echo(f"{len(asked)} texts read", err=True)


def _text(record: Record) -> tuple[str | int, str, str]:
    id_, kind, text = record.get("id"), record.get("kind", "posting"), record.get("text")
    if isinstance(id_, bool) or not isinstance(id_, str | int) or id_ == "":
        raise BadRecord("no_id")
    if kind not in KINDS:
        raise BadRecord("bad_kind")
    if not isinstance(text, str):
        raise BadRecord("no_prose")
    return id_, kind, text


def _report(half: str | None, mistakes: bool) -> None:
    """Print the score of each set of labels, and what went wrong if asked."""
    for name, labelled in labels.sets(half):
        scores, wrong = measure(labelled)
        _print(name, len(labelled), scores)
        for each in wrong if mistakes else ():
            click.echo(_spelled(each))


def _print(name: str, texts: int, scores: dict[str, Score]) -> None:
    click.echo(f"\n{name}: {texts} texts")
    click.echo(f"{'field':24}precision  recall  right  given  wanted")
    for field, score in scores.items():
        click.echo(
            f"{field:24}{score.precision:9.3f}{score.recall:8.3f}"
            f"{score.right:7}{score.given:7}{score.wanted:8}"
        )


def _spelled(mistake: Mistake) -> str:
    label, given = (
        json.dumps(each, ensure_ascii=False) for each in (mistake.label, mistake.answer)
    )
    return f"  {mistake.field} of {mistake.id}: {label} was read as {given}"
