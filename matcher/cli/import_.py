"""`fairmatch import`: postings from Excel, CSV or JSON lines into a fair."""

from pathlib import Path

import click

from matcher.cli.opening import database_option


@click.group("import", help="Bring data into a fair.")
def command() -> None:
    """Bring data into a fair."""


@command.command("postings", help="Postings from FILE: xlsx, xls, ods, csv or jsonl.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--fair", required=True, help="Number or short name; made if new.")
@click.option("--dry-run", is_flag=True, help="Show what would happen, change nothing.")
@click.option("--replace", is_flag=True, help="Also replace postings edited since they came in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the rows that did not go in to this xlsx, with the reason in a cell.",
)
@database_option
def postings(
    file: Path,
    fair: str,
    dry_run: bool,
    replace: bool,
    as_json: bool,
    report: Path | None,
    database: str | None,
) -> None:
    """Postings from a file: good rows go in, the others are listed with their reason."""
    from matcher.cli import importing  # options are listed without the database library

    wanted = importing.Wanted(file, fair, dry_run=dry_run, replace=replace, report=report)
    importing.run(wanted, as_json=as_json, database=database)
