"""`fairmatch export`: postings, seekers and the blank form as files."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.messages import Messages
from matcher.cli.opening import database_option, open_workshop, settings
from matcher.domain.errors import FairmatchError, NotFound, Refused

if TYPE_CHECKING:  # options are listed without the database library
    from matcher.services.work import Work
    from matcher.storage.fairs import Fair

_fair = click.option("--fair", required=True, help="Number or short name.")
_out = click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Ends in .xlsx or .jsonl."
)
_chinese = click.option("--chinese", is_flag=True, help="Chinese headings in the xlsx.")
Writer = Callable[..., bytes]


@click.group("export", help="Write what is in a fair to a file.")
def command() -> None:
    """Write what is in a fair to a file."""


@command.command("postings", help="Every posting of the fair, as it was understood.")
@_fair
@_out
@_chinese
@database_option
def postings(fair: str, out: Path, chinese: bool, database: str | None) -> None:
    """Every posting of the fair."""
    from matcher.services import exports

    _export(exports.postings_file, fair, out, chinese, database)


@command.command("seekers", help="Every seeker of the fair, without name and phone.")
@_fair
@_out
@_chinese
@database_option
def seekers(fair: str, out: Path, chinese: bool, database: str | None) -> None:
    """Every seeker of the fair, without name and phone."""
    from matcher.services import exports

    _export(exports.seekers_file, fair, out, chinese, database)


@command.command("template", help="The blank posting form for employers, xlsx with drop-downs.")
@click.option("--out", required=True, type=click.Path(path_type=Path))
def template(out: Path) -> None:
    """The blank posting form for employers."""
    from matcher.services import exports

    messages = Messages(settings().language)
    try:
        _save(out, exports.blank())
    except FairmatchError as error:
        _give_up(messages, error)


def _export(write: Writer, key: str, out: Path, chinese: bool, database: str | None) -> None:
    messages = Messages(settings(database).language)
    try:
        kind = _kind(out)
        with open_workshop(database) as workshop, workshop.reading() as work:
            content = write(work, _existing(work, key), kind, chinese=chinese)
        _save(out, content)
    except FairmatchError as error:
        _give_up(messages, error)
    click.echo(str(out))


def _kind(out: Path) -> str:
    kind = out.suffix.lower().removeprefix(".")
    if kind not in ("xlsx", "jsonl"):
        raise Refused("ending")
    return kind


def _existing(work: "Work", key: str) -> "Fair":
    from matcher.services import imports

    fair = imports.fair_named(work, key)
    if fair is None:
        raise NotFound("fair")
    return fair


def _save(out: Path, content: bytes) -> None:
    """The whole file or the one that stood there before, never half of it."""
    made = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        made.write_bytes(content)
        os.replace(made, out)
    except OSError as error:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise Refused("folder") from error


def _give_up(messages: Messages, error: FairmatchError) -> None:
    click.echo(messages.refusal(error), err=True)
    sys.exit(1)
