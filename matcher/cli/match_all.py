"""`fairmatch match-all`: everyone's list at once, on this machine or on a cluster."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from matcher.cli import clusters, records
from matcher.cli.ending import orderly
from matcher.cli.match_files import Run, match
from matcher.cli.opening import chosen_fair, database_option, open_workshop
from matcher.cli.parts import Parts, alone, holding
from matcher.cli.sources import Source
from matcher.matching import bulk
from matcher.matching.bulk import Hire, Unreachable

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_WAYS = {"postings": ("postings",), "seekers": ("seekers",), "both": ("postings", "seekers")}
_PAGE, _FEW = 100, 10  # as deep as a person's page of matches; as `fairmatch rank`


@click.command("match-all", help="Rank for everyone at once, ahead or into a file.")
@click.option("--fair", metavar="F", help="A fair, by its number or short name.")
@click.option("--postings", type=_FILE, help="JSON lines, .gz allowed.")
@click.option("--seekers", type=_FILE, help="JSON lines, .gz allowed.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--direction",
    type=click.Choice(list(_WAYS)),
    default="postings",
    show_default=True,
    help="What is listed: postings for seekers, seekers for postings.",
)
@click.option("--k", type=click.IntRange(0), help="0: all. [default: 100 for a fair, 10 for files]")
@click.option("--jobs", type=click.IntRange(1), help="Processes. [default: one for each core]")
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler: tcp://host:port.")
@click.option("--block", default=bulk.BLOCK, show_default=True, type=click.IntRange(1))
@database_option
def command(
    fair: str | None,
    postings: Path | None,
    seekers: Path | None,
    out: Path | None,
    direction: str,
    k: int | None,
    jobs: int | None,
    cluster: str | None,
    block: int,
    database: str | None,
) -> None:
    """Rank block by block; a stopped run, started again, goes on where it stopped."""
    if cluster and jobs:
        raise click.UsageError(
            "--cluster 用自己的进程，不能和 --jobs 一起用。"
            " / --cluster has its own workers; it goes without --jobs."
        )
    hire, ways = _hire(jobs, cluster), _WAYS[direction]
    if fair and not (postings or seekers or out):
        with orderly():
            _of_fair(fair, database, ways, _PAGE if k is None else k, hire, block)
    elif postings and seekers and out and not fair:
        records.not_an_input(out, postings, seekers)
        with orderly(), _plainly(), alone(out):
            sources = Source.of(postings), Source.of(seekers)
            _of_files(Run(*sources, ways, _FEW if k is None else k, hire, block), out)
    else:
        raise click.UsageError(
            "请写 --fair，或者 --postings、--seekers、--out 三个都写。"
            " / Name --fair, or all of --postings, --seekers and --out."
        )


def _hire(jobs: int | None, cluster: str | None) -> Hire:
    if cluster:
        return clusters.hire(cluster)
    from joblib import cpu_count

    return bulk.processes(jobs or cpu_count())


def _of_files(run: Run, out: Path) -> None:
    parts = Parts(out, run.version, datetime.now(UTC).date())
    _shown(match(run, parts), run.lists)
    parts.join(run.blocks())
    click.echo(f"{run.lists} lists in {out}", err=True)


def _of_fair(
    key: str, database: str | None, ways: Iterable[str], k: int, hire: Hire, block: int
) -> None:
    from matcher.services import match_all

    make = {"postings": match_all.for_seekers, "seekers": match_all.for_postings}
    with open_workshop(database) as workshop:
        with workshop.reading() as work:
            found = chosen_fair(work, key)
            plan = match_all.Plan(found.id, k, hire, block)
            owners = dict(zip(_WAYS["both"], match_all.how_many(work, found.id), strict=True))
        with _plainly(), _alone_at(key, workshop.folder / "lists" / f".{plan.fair_id}.lock"):
            for way in ways:
                try:
                    made = _shown(make[way](workshop, plan), owners[way])
                except match_all.Moved:
                    raise click.ClickException(
                        "排的时候岗位或求职者有改动，请再运行一次，已排好的会保留。"
                        " / Postings or people changed meanwhile: run it again, finished"
                        " blocks that still hold stay."
                    ) from None
                click.echo(f"{way}: {made} lists ranked, {owners[way] - made} stood", err=True)


def _alone_at(fair: str, lock: Path) -> AbstractContextManager[None]:
    return holding(
        lock,
        f"另一个 match-all 正在排 {fair}，请等它结束。"
        f" / Another match-all is at work on {fair}: wait until it ends.",
    )


def _shown(steps: Generator[int, None, None], total: int) -> int:
    """Go through the steps with a bar, where somebody sees it; returns their sum."""
    console, done = Console(stderr=True), 0
    quiet = not console.is_terminal
    with closing(steps), Progress(console=console, disable=quiet) as progress:
        bar = progress.add_task("ranking", total=total)
        for step in steps:
            done += step
            progress.update(bar, completed=min(done, total))
    return done


@contextmanager
def _plainly() -> Iterator[None]:
    """What goes wrong with workers or files, in one sentence; finished blocks stay."""
    try:
        yield
    except BrokenProcessPool:
        raise click.ClickException(
            "计算进程一再中断，可能内存不够；已完成的保留，请减少 --jobs 再运行。"
            " / Workers died again and again, perhaps for lack of memory; finished blocks stay:"
            " run it again with fewer --jobs."
        ) from None
    except Unreachable as error:
        raise click.ClickException(clusters.absent(error)) from error
    except OSError as error:
        told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise click.ClickException(f"读写失败 / cannot be read or written: {told}") from error
