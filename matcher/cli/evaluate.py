"""`fairmatch evaluate`: how well ranking does on labelled sets, beside the usual rankers."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from matcher import gazetteers
from matcher.cli import benchmarks, exposure, replay
from matcher.cli.comparison import OURS, Comparison, Judged, beside, judged, on_judged, rows
from matcher.matching.evaluation import Quality
from matcher.matching.parts import ALL, Parts

Table = dict[str, dict[str, Any]]
TASKS = ["judged", "spread", "spread-demo", "replay", *benchmarks.task_names()]


@click.command("evaluate", help="Measure ranking on labelled sets, beside the usual rankers.")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Directory of sets, or of one judged set; our own small set if not given.",
)
@click.option("--task", "tasks", multiple=True, type=click.Choice(TASKS), help="Only this one.")
@click.option("--ablate", is_flag=True, help="Also take each part of the ranker out in turn.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(data: Path | None, tasks: tuple[str, ...], ablate: bool, as_json: bool) -> None:
    """Print a table for each set; higher is better, gains are ours minus theirs."""
    folder = data or gazetteers.path("judged")
    today = datetime.now(UTC).date()
    everything: dict[str, dict[str, Table]] = {}
    for name, tables in _evaluated(folder, frozenset(tasks), today, ablate):
        everything[name] = tables
        if not as_json:
            _print(name, tables)
    if as_json:
        click.echo(json.dumps(everything, ensure_ascii=False, indent=1))


def evaluate(data: Path) -> dict[str, Quality]:
    """The figures of our ranker and of the usual ones on the judged set in this directory."""
    return beside(judged(data), datetime.now(UTC).date())


def _evaluated(
    folder: Path, tasks: frozenset[str], today: date, ablate: bool
) -> Iterator[tuple[str, dict[str, Table]]]:
    place = folder / "judged" if (folder / "judged").is_dir() else folder
    named = tasks & set(benchmarks.task_names())
    sets = [] if tasks and not named else benchmarks.load(folder, named)
    if lost := sorted(named - {each.name for each in sets}):
        told = f"{folder}: no files of {', '.join(lost)}; docs/evaluation.md says where they stand"
        raise click.ClickException(told)
    if "judged" in tasks or not tasks and (not sets or place != folder):
        yield "judged", _judged(judged(place), today, ablate)
    if "spread" in tasks or not tasks and place != folder:
        yield "spread", _spread(folder, place, today)
    if "spread-demo" in tasks:
        yield "spread-demo", {"demo fair": exposure.on_demo()}
    if "replay" in tasks:
        yield "replay", replay.on_all(judged(place), sets, today)
        return
    for benchmark in sets:
        comparison = Comparison(benchmark, today)
        yield comparison.name, _compared(comparison, ablate)


def _spread(folder: Path, place: Path, today: date) -> dict[str, Table]:
    tables = {"judged pairs": exposure.on_judged(judged(place), today)}
    ads = exposure.on_ads(folder, today)
    return {**tables, "1,300 real ads": ads} if ads else tables


def _judged(found: Judged, today: date, ablate: bool) -> dict[str, Table]:
    tables: dict[str, Table] = {"rankers": rows(found, today)}
    if ablate:
        without = _ablated(lambda parts: on_judged(found, today, parts).row())
        tables["ablation"] = {OURS: tables["rankers"][OURS], **without}
    return tables


def _compared(comparison: Comparison, ablate: bool) -> dict[str, Table]:
    tables: dict[str, Table] = {"rankers": comparison.beside()}
    if ablate:
        without = _ablated(lambda parts: dict(comparison.ours(parts).means()))
        tables["ablation"] = {OURS: tables["rankers"][OURS], **without}
    return tables


def _ablated(run: Callable[[Parts], dict[str, Any]]) -> Table:
    return {f"without {name}": run(ALL.without(name)) for name in Parts.names()}


def _print(name: str, tables: dict[str, Table]) -> None:
    for kind, table in tables.items():
        columns = list(dict.fromkeys(key for row in table.values() for key in row))
        click.echo(f"\n{name}, {kind}")
        click.echo("  ".join((f"{'':18}", *(f"{column:>10}" for column in columns))))
        for ranker, row in table.items():
            click.echo("  ".join((f"{ranker:18}", *_cells(row, columns))))


def _cells(row: dict[str, Any], columns: Iterable[str]) -> Iterator[str]:
    for column in columns:
        value = row.get(column)
        if isinstance(value, float):
            yield f"{value:10.3f}"
        elif isinstance(value, list):
            yield f"{value[0]:+.3f} [{value[1]:+.3f}, {value[2]:+.3f}]"
        elif isinstance(value, dict):
            yield f"{' '.join(f'{letter}:{count}' for letter, count in value.items()) or '-':>10}"
        else:
            yield f"{'':10}"
