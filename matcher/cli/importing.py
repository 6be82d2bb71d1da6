"""Runs `fairmatch import` and tells what became of each row, in a table or as one document."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.table import Table

from matcher.cli.messages import Messages
from matcher.cli.opening import open_for_a_trial, open_workshop, settings
from matcher.domain.errors import FairmatchError, Problem
from matcher.domain.terms import PostingStatus
from matcher.services import exchange, imports, uploads
from matcher.services.exchange import Batch, Line, Outcome, Report
from matcher.services.work import Work, Workshop

_SHOWN = 50  # rows that the screen lists; --json and --report have all
Bars = Callable[[str, int | None], Callable[[int], None]]


def run(
    file: Path,
    fair: str,
    *,
    dry_run: bool,
    as_json: bool,
    report: Path | None,
    database: str | None,
) -> None:
    """Read the file, save its good rows unless this is a dry run, and tell about the others."""
    messages = Messages(settings(database).language)
    console = Console(stderr=as_json)
    try:
        opened = open_for_a_trial(database) if dry_run else open_workshop(database, makes=True)
        with opened as workshop, _bars(console, messages) as bars:
            batch, told = _run(workshop, file, fair, dry_run=dry_run, bars=bars)
        if report is not None:
            _save_report(report, batch, messages)
    except FairmatchError as error:
        _give_up(messages.refusal(error), error.code, as_json=as_json)
    except OSError:
        _give_up(messages.choose("报告写不进去。", "Cannot write the report."), "", as_json=as_json)
    if as_json:
        document = _document(told, messages, dry_run=dry_run)
        click.echo(json.dumps(document, ensure_ascii=False, default=str))
    else:
        _show(console, told, messages, dry_run=dry_run)


def _run(
    workshop: Workshop, file: Path, key: str, *, dry_run: bool, bars: Bars
) -> tuple[Batch, Report]:
    """Everything slow is done before the writing transaction is opened."""
    with workshop.reading() as work:
        imports.fair_named(work, key)
    batch = imports.read(file, progress=bars("read", None))
    with workshop.reading() as work:
        fair = imports.fair_named(work, key)
        told = exchange.preview(work, fair, batch, bars("understand", len(batch.entries)))
    if dry_run:
        return batch, told

    def take_over(work: Work) -> Report:
        fair = imports.fair_named(work, key) or imports.make_fair(work, key)
        return exchange.commit(work, fair, batch)

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


def _give_up(sentence: str, code: str, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"error": {"code": code, "message": sentence}}, ensure_ascii=False))
    else:
        click.echo(sentence, err=True)
    sys.exit(1)


def _save_report(path: Path, batch: Batch, messages: Messages) -> None:
    heading = messages.choose("原因", "reason")
    path.write_bytes(uploads.to_mend(batch, lambda each: messages.sentence([each]), heading))


def _document(told: Report, messages: Messages, *, dry_run: bool) -> dict[str, Any]:
    return {
        **_counts(told),
        "dry_run": dry_run,
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
        "notes": [_note(each, messages) for each in entry.notes],
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
    _show_rows(console, messages.choose("没有收进来的行", "Rows left out"), told.refused, messages)
    incomplete = [line for line in told.lines if line.missing]
    title = messages.choose("存为草稿的岗位，还缺这些", "Kept as drafts, still lacking")
    _show_rows(console, title, incomplete, messages)
    if dry_run:
        console.print(messages.choose("这是试运行，什么都没有改。", "Dry run: nothing changed."))


def _show_counts(console: Console, counts: dict[str, int], messages: Messages) -> None:
    names = {
        "rows": ("读到", "rows"),
        "added": ("新增", "added"),
        "changed": ("更新", "changed"),
        "unchanged": ("没有变化", "unchanged"),
        "refused": ("没有收进来", "left out"),
        "published": ("已发布", "published"),
        "drafts": ("草稿", "drafts"),
    }
    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(messages.choose(*names[name]), justify="right")
    table.add_row(*(str(counts[name]) for name in names))
    console.print(table)


def _show_rows(console: Console, title: str, lines: list[Line], messages: Messages) -> None:
    if not lines:
        return
    console.print(f"\n{title}（{len(lines)}）", highlight=False)
    for line in lines[:_SHOWN]:
        entry = line.entry
        reason = messages.fields(line.missing) or messages.sentence(entry.problems)
        where = f"{entry.row.sheet} {entry.row.number}".strip()
        told = f"  {where}  {entry.title[:30]}  {reason}"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    if len(lines) > _SHOWN:
        more = messages.choose("……其余的用 --json 或 --report 看", "… see --json or --report")
        console.print(f"  {more}")
