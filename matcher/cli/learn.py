"""`fairmatch learn`: what a fair's choices teach about the weights, and whether to use it."""

import json
from typing import Any

import click

from matcher.cli.opening import chosen_fair, database_option, open_workshop
from matcher.domain.errors import Refused
from matcher.matching.choices import LISTS, PAIRS, PEOPLE, SOURCES
from matcher.services import learning
from matcher.services.work import Work
from matcher.storage.fairs import Fair
from matcher.storage.learning import Lesson

_SAYS = {
    "too_little": f"too little to learn from: it takes {PAIRS} pairs of {PEOPLE} people"
    f" with {LISTS} different lists and {SOURCES} employers",
    "no_gain": "no gain that is surely above chance: the weights stay as they are",
    "learned": "a gain: it may be used",
}


@click.command("learn", help="Learn the weights of the ranking from a fair's choices.")
@click.option("--fair", metavar="F", help="A fair, by its number or short name.")
@click.option("--all", "everywhere", is_flag=True, help="From all fairs: where each one starts.")
@click.option("--use", "uses", is_flag=True, help="Rank the fair's lists by what was learned.")
@click.option("--forget", "forgets", is_flag=True, help="Delete what the fair noted and learned.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@database_option
def command(
    fair: str | None,
    everywhere: bool,
    uses: bool,
    forgets: bool,
    as_json: bool,
    database: str | None,
) -> None:
    """Print evidence, gain and each weight before and after; nothing is used without --use."""
    if (fair is None) is not everywhere or (uses and forgets) or (everywhere and (uses or forgets)):
        raise click.UsageError(
            "请写 --fair 或 --all；--use 或 --forget 要和 --fair 一起用。"
            " / Name --fair or --all; --use or --forget go with --fair."
        )
    with open_workshop(database) as workshop, workshop.writing() as work:
        chosen = _fair(work, fair)
        if forgets and chosen is not None:
            learning.forget(work, chosen)
            click.echo("forgotten")
            return
        lesson = learning.learn(work, chosen)
        click.echo(json.dumps(_document(lesson), indent=1) if as_json else _text(lesson))
        if uses:
            _use(work, _fair(work, fair))


def _fair(work: Work, key: str | None) -> Fair | None:
    return None if key is None else chosen_fair(work, key)


def _use(work: Work, fair: Fair | None) -> None:
    try:
        if fair is not None:
            learning.use(work, fair, on=True)
    except Refused:
        # Kept all the same: what was learned can be read on the organizer's page.
        click.echo(
            "没有启用：这场招聘会没有打开学习，或者没有变好。"
            " / Not used: learning is off at this fair, or nothing was gained.",
            err=True,
        )
        work.commit()
        raise SystemExit(1) from None


def _document(lesson: Lesson) -> dict[str, Any]:
    return {"verdict": lesson.verdict, "weights": lesson.weights, **lesson.report}


def _text(lesson: Lesson) -> str:
    evidence, gain = lesson.report["evidence"], lesson.report["gain"]
    lines = [
        "  ".join(f"{name} {count}" for name, count in evidence.items()),
        _SAYS[lesson.verdict],
    ]
    if gain:
        lines.append(f"gain {gain[0]:+.4f} [{gain[1]:+.4f}, {gain[2]:+.4f}]")
    lines += [
        f"{name:12} {lesson.report['start'][name]:.2f} -> {tried:.2f}"
        for name, tried in lesson.report["tried"].items()
    ]
    return "\n".join(lines)
