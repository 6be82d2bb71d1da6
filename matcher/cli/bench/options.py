"""The options that the workloads share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]

POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres"


def corpus_options(command: Command) -> Command:
    """Which postings and seekers: synthetic ones in any number, or real texts."""
    for option in (
        click.option("--seekers", default=300, show_default=True, type=click.IntRange(1)),
        click.option("--postings", type=click.IntRange(1), help="100,000, or all below --data."),
        click.option(
            "--data",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="Directory of real postings; a synthetic corpus if not given.",
        ),
    ):
        command = option(command)
    return command


def run_options(command: Command) -> Command:
    """For how long, and how it is told."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print one JSON document."),
        click.option(
            "--budget",
            default=20.0,
            show_default=True,
            type=click.FloatRange(0, min_open=True),
            help="Seconds of answers from each engine.",
        ),
    ):
        command = option(command)
    return command


peers_option = click.option(
    "--peers", default="all", show_default=True, help="Names with commas between them, or none."
)
k_option = click.option("--k", default=10, show_default=True, type=click.IntRange(1))
