"""Reads JSON-lines files of postings and seekers for commands that need no database."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

import click

from matcher.reading.records import BadRecord, Record

LONGEST = 20_000  # characters of a text or list: more is no posting and would be read for minutes
NAMED = 5  # repeated ids that are told


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str: ...  # noqa: D102


P = TypeVar("P")
T = TypeVar("T", bound=Named)

_WHY = {
    "no_id": "the record has no id",
    "no_text": "the record has an id but no text to match by",
    "no_prose": "the record has no text",
    "bad_kind": "the kind is neither posting nor seeker",
    "not_a_number": "{field} says “{said}”, write a number such as 8000"
    " / {field} 写的是“{said}”，请写成数字，比如 8000",
    "not_whole": "{field} says “{said}”, write a whole number such as 3"
    " / {field} 写的是“{said}”，请写成整数，比如 3",
    "not_yes_or_no": "{field} says “{said}”, write true or false"
    " / {field} 写的是“{said}”，请写 true（是）或 false（否）",
    "not_a_list": "{field} says “{said}”, write a text or a list of texts"
    " / {field} 写的是“{said}”，请写成文字，或文字的列表",
}


def read(path: Path, make: Callable[[Record], P]) -> list[P]:
    """One profile per line of a .jsonl or .jsonl.gz file; the first bad line ends the command."""
    return [parsed(path, number, line, make) for number, line in lines(path)]


def parsed(path: Path, number: int, line: str, make: Callable[[Record], P]) -> P:
    """The profile of one line; a plain complaint with its number where it is none."""
    try:
        return make(_record(line))
    except _Unfit as error:
        raise _complaint(path, number, str(error)) from error
    except BadRecord as error:
        raise _complaint(path, number, _WHY[error.code].format_map(error.values)) from error
    except RecursionError as error:
        why = "lists within lists without end: a field is a text, a number or one list"
        raise _complaint(path, number, why) from error


class _Unfit(Exception):
    """A line that holds no record, and why."""


def _record(line: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise _Unfit("not a line of JSON") from error
    except ValueError as error:
        raise _Unfit("a number of thousands of digits: write a shorter one") from error
    if not isinstance(record, dict):
        raise _Unfit("not a JSON object")
    for name, value in record.items():
        if flaw := _flaw(value):
            raise _Unfit(f"{name} {flaw}")
    return record


def _flaw(value: Any) -> str:
    """What makes a field's value unfit to be read; nothing for most."""
    if isinstance(value, list):
        together = len(value) + sum(len(each) for each in value if isinstance(each, str))
        return _length(together) or next(filter(None, map(_flaw, value)), "")
    if not isinstance(value, str):
        return ""
    if flaw := _length(len(value)):
        return flaw
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = value[error.start].encode("unicode_escape").decode()
        return f"holds half a character, {half}: take it out or write the whole"
    return ""


def _length(size: int) -> str:
    return f"has {size:,} characters: shorten it to {LONGEST:,} at most" * (size > LONGEST)


def once(found: Sequence[T], path: Path) -> list[T]:
    """The first of each id; repeated ones are told, not ranked twice."""
    unique = {each.id: each for each in reversed(found)}
    again = [each.id for each in found if unique[each.id] is not each]
    if again:
        tell_repeats(path, again)
    return [each for each in found if unique[each.id] is each]


def tell_repeats(path: Path, ids: Sequence[str]) -> None:
    """Say which ids of a file's records an earlier record has."""
    names = list(dict.fromkeys(ids))
    told = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    click.echo(f"{path.name}: {len(ids)} records repeat an id and are left out: {told}", err=True)


def not_an_input(out: Path, *inputs: Path) -> None:
    """Refuse to write over a file that is to be read, by whatever name it is called."""
    if out.exists() and any(out.samefile(each) for each in inputs):
        raise click.ClickException(
            f"{out} 是要读的文件，写进去会毁掉它，请换一个 --out。"
            f" / {out} is to be read, and writing would destroy it: name another --out."
        )


def open_text(path: Path, errors: str = "strict") -> IO[str]:
    """A text file, unpacked on the way where its name ends in .gz."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", errors=errors)
    return path.open(encoding="utf-8-sig", errors=errors)


@contextmanager
def opened(out: Path) -> Iterator[IO[str]]:
    """A new file to write to; a plain complaint where it cannot be made, or the disk is full."""
    try:
        with out.open("w", encoding="utf-8") as file:
            yield file
    except BrokenPipeError:  # `| head` has seen enough: no complaint
        raise
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers, one after another."""
    number = 0
    try:
        with open_text(path, "surrogateescape") as file:  # text is read far ahead of its lines
            for number, line in enumerate(file, start=1):
                if not _is_text(line):
                    raise _complaint(path, number, "cannot be read as UTF-8 text")
                if line.strip():
                    yield number, line
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _complaint(
            path, number + 1, "the packed file is damaged here: pack it anew"
        ) from error
    except OSError as error:
        raise _complaint(path, number + 1, "cannot be read from here on") from error


def _is_text(line: str) -> bool:
    """Whether it was UTF-8: other bytes became halves of characters, which no file has."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _complaint(path: Path, number: int, why: str) -> click.ClickException:
    return click.ClickException(f"{path.name}, line {number}: {why}")
