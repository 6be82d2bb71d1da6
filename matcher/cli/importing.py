"""Runs `fairmatch import` and tells what became of each row, in a table or as one document."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.table import Table

from matcher.cli.messages import Messages
from matcher.cli.opening import open_for_a_trial, open_workshop, settings
from matcher.domain.errors import FairmatchError, Problem, Refused
from matcher.domain.terms import PostingStatus
from matcher.services import exchange, imports, uploads
from matcher.services.exchange import Batch, Line, Outcome, Report
from matcher.services.work import Work, Workshop

_SHOWN = 50  # rows that the screen lists; --json and --report have all
Bars = Callable[[str, int | None], Callable[[int], None]]


@dataclass(frozen=True)
class Wanted:
    """What was asked for."""

    file: Path
    fair: str
    dry_run: bool = False
    replace: bool = False  # also what was edited since it came in
    report: Path | None = None


def run(wanted: Wanted, *, as_json: bool, database: str | None) -> None:
    """Read the file, save its good rows unless this is a dry run, and tell about the others."""
    with _stopped_plainly(as_json=as_json):
        messages = Messages(settings(database).language)
        console = Console(stderr=as_json)
        opened = open_for_a_trial(database) if wanted.dry_run else _open(database)
        with _refused_plainly(messages, as_json=as_json):
            with opened as workshop, _bars(console, messages) as bars:
                batch, told = _run(workshop, wanted, bars)
            if wanted.report is not None:
                _save_report(wanted.report, batch, messages, dry_run=wanted.dry_run)
    if as_json:
        document = _document(told, messages, dry_run=wanted.dry_run)
        click.echo(json.dumps(document, ensure_ascii=False, default=str))
    else:
        _show(console, told, messages, dry_run=wanted.dry_run)


@contextmanager
def _stopped_plainly(*, as_json: bool) -> Iterator[None]:
    """A database or settings that cannot be used: a sentence, or a document where one is due."""
    try:
        yield
    except click.ClickException as error:
        if not as_json:
            raise
        _give_up(error.format_message(), "stopped", as_json=True)


@contextmanager
def _refused_plainly(messages: Messages, *, as_json: bool) -> Iterator[None]:
    try:
        yield
    except FairmatchError as error:
        _give_up(messages.refusal(error), error.code, as_json=as_json)
    except OSError as error:  # nowhere to put the file while it is read
        why = error.strerror or type(error).__name__
        sentence = messages.choose(
            f"磁盘写不进去（{why}）。", f"The disk cannot be written ({why})."
        )
        _give_up(sentence, "disk", as_json=as_json)


def _open(database: str | None) -> AbstractContextManager[Workshop]:
    return open_workshop(database, makes=True)


def _run(workshop: Workshop, wanted: Wanted, bars: Bars) -> tuple[Batch, Report]:
    """Everything slow is done before the writing transaction is opened."""
    key, replace = wanted.fair, wanted.replace
    with workshop.reading() as work:
        near = imports.day_of(work, imports.fair_named(work, key))
    batch = imports.read(wanted.file, progress=bars("read", None), near=near)
    with workshop.reading() as work:
        fair = imports.fair_named(work, key)
        progress = bars("understand", len(batch.entries))
        told = exchange.preview(work, fair, batch, progress, replace=replace)
    if wanted.dry_run:
        return batch, told

    def take_over(work: Work) -> Report:
        fair = imports.fair_named(work, key) or imports.make_fair(work, key)
        return exchange.commit(work, fair, batch, replace=replace)

    return batch, workshop.patiently(take_over)


@contextmanager
def _bars(console: Console, messages: Messages) -> Iterator[Bars]:
    """Progress on a terminal; nothing where the output goes into a file."""
    names = {
        "read": messages.choose("读文件", "reading"),
        "understand": messages.choose("看懂每一行", "understanding"),
    }
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:

        def bar(name: str, total: int | None) -> Callable[[int], None]:
            task = progress.add_task(names[name], total=total)
            return lambda done: progress.update(task, completed=done)

        yield bar


def _give_up(sentence: str, code: str, *, as_json: bool) -> NoReturn:
    if as_json:
        click.echo(json.dumps({"error": {"code": code, "message": sentence}}, ensure_ascii=False))
    else:
        click.echo(sentence, err=True)
    sys.exit(1)


def _save_report(path: Path, batch: Batch, messages: Messages, *, dry_run: bool) -> None:
    heading = messages.choose("原因", "reason")
    try:
        path.write_bytes(uploads.to_mend(batch, lambda each: messages.sentence([each]), heading))
    except OSError as error:
        raise Refused("report_in_a_dry_run" if dry_run else "report") from error


def _document(told: Report, messages: Messages, *, dry_run: bool) -> dict[str, Any]:
    return {
        **_counts(told),
        "dry_run": dry_run,
        "notices": [_note(each, messages) for each in told.notices],
        "refused": [_refused(line, messages) for line in told.refused],
        "headings": {
            "understood": dict(told.headings_used),
            "left_out": told.headings_left,
        },
        "details": [
            _detail(line, messages) for line in told.lines if line.outcome is not Outcome.REFUSED
        ],
    }


def _counts(told: Report) -> dict[str, int]:
    return {
        "rows": told.rows,
        "added": told.count(Outcome.ADDED),
        "changed": told.count(Outcome.CHANGED),
        "unchanged": told.count(Outcome.UNCHANGED),
        "kept": told.count(Outcome.KEPT),
        "published": told.count_status(PostingStatus.PUBLISHED),
        "drafts": told.count_status(PostingStatus.DRAFT),
        "skipped": told.skipped,
    }


def _refused(line: Line, messages: Messages) -> dict[str, Any]:
    entry = line.entry
    first = entry.problems[0]
    return {
        "row": entry.row.number,
        "field": first.field,
        "code": first.code,
        "message": messages.sentence(entry.problems),
        "sheet": entry.row.sheet,
        "problems": [{"field": each.field, "code": each.code} for each in entry.problems],
    }


def _detail(line: Line, messages: Messages) -> dict[str, Any]:
    """What became of a good row; of an unchanged one there is nothing to tell."""
    entry = line.entry
    brief = {"row": entry.row.number, "title": entry.title, "outcome": line.outcome}
    if line.outcome is Outcome.UNCHANGED:
        return brief
    return {
        **brief,
        "status": line.status,
        "missing": list(line.missing),
        "notes": [_note(each, messages) for each in line.notes],
        "understood": {k: v for k, v in line.understood.items() if v not in (None, [], False)},
    }


def _note(problem: Problem, messages: Messages) -> dict[str, str]:
    return {
        "field": problem.field,
        "code": problem.code,
        "message": messages.sentence([problem]),
    }


def _show(console: Console, told: Report, messages: Messages, *, dry_run: bool) -> None:
    _show_counts(console, _counts(told) | {"refused": len(told.refused)}, messages)
    if told.headings_left:
        label = messages.choose("没有用到的列", "Columns not used")
        console.print(f"{label}：{'、'.join(told.headings_left)}", markup=False, highlight=False)
    for notice in told.notices:
        console.print(messages.sentence([notice]), markup=False, highlight=False, soft_wrap=True)
    refused = [(each, messages.sentence(each.entry.problems)) for each in told.refused]
    _show_rows(console, messages.choose("没有收进来的行", "Rows left out"), refused, messages)
    lacking = [(each, messages.lacking(each.missing)) for each in told.lines if each.missing]
    title = messages.choose("存为草稿的岗位，还缺这些", "Kept as drafts, still lacking")
    _show_rows(console, title, lacking, messages)
    noted = [(each, messages.sentence(each.notes)) for each in told.noted]
    _show_rows(console, messages.choose("请看一眼的行", "Rows to look at"), noted, messages)
    if dry_run:
        console.print(messages.choose("这是试运行，什么都没有改。", "Dry run: nothing changed."))


def _show_counts(console: Console, counts: dict[str, int], messages: Messages) -> None:
    names = {
        "rows": ("读到", "rows"),
        "added": ("新增", "added"),
        "changed": ("更新", "changed"),
        "unchanged": ("没有变化", "unchanged"),
        "kept": ("保留改动", "kept"),
        "refused": ("没有收进来", "left out"),
        "published": ("已发布", "published"),
        "drafts": ("草稿", "drafts"),
    }
    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(messages.choose(*names[name]), justify="right")
    table.add_row(*(str(counts[name]) for name in names))
    console.print(table)


def _show_rows(
    console: Console, title: str, lines: list[tuple[Line, str]], messages: Messages
) -> None:
    if not lines:
        return
    console.print(f"\n{title}（{len(lines)}）", highlight=False)
    for line, told in lines[:_SHOWN]:
        row = line.entry.row
        where = f"{row.sheet} {messages.choose(f'第 {row.number} 行', f'row {row.number}')}".strip()
        text = f"  {where}  {line.entry.title[:30]}  {told}"
        console.print(text, markup=False, highlight=False, soft_wrap=True)
    if len(lines) > _SHOWN:
        more = messages.choose("……其余的用 --json 或 --report 看", "… see --json or --report")
        console.print(f"  {more}")
