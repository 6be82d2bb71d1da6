"""`fairmatch demo`: a whole fair, half of its day gone by, on this machine in one command."""

import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from matcher.cli import opening
from matcher.domain.terms import Role
from matcher.settings import Settings
from web.commands import serving

if TYPE_CHECKING:
    from rich.console import Console

    from matcher.demo.fair import DemoFair
    from matcher.services.work import Workshop

_LINK_HOURS = 24
_ROLES = {
    Role.ORGANIZER: "组织者 organizer",
    Role.EMPLOYER: "用人单位 employer",
    Role.HOST: "主播 host",
    Role.KIOSK: "自助机 kiosk",
    Role.SEEKER: "求职者 seeker",
}


@click.command("demo", help="Build a fictional fair and serve it: one sign-in link per role.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.option("--reset", is_flag=True, help="Build the fair anew.")
@opening.database_option
def command(port: int, host: str, no_browser: bool, reset: bool, database: str | None) -> None:
    """Build the demo fair where there is none yet, and serve it until Ctrl-C."""
    from rich.console import Console

    console = Console(highlight=False)
    began = time.perf_counter()
    found = _settings(database)
    with serving.hold_port(host, port) as held:
        with _step(console, "打开数据库 / Opening the database"):
            workshop = _open(found)
        try:
            fair = _prepare(console, found, workshop, reset=reset)
            if database is None:  # a box of the demo's own
                _let_try_a_new_fair(workshop, fair)
            with _step(console, "网站 / The site"):
                server = serving.make_server(found, workshop, held)
            address = _address(host, held.getsockname()[1])
            _say_where(console, workshop, fair, address, time.perf_counter() - began)
            if not no_browser:
                webbrowser.open(f"{address}/f/{fair.slug}")
            serving.run(server, held)
        finally:
            workshop.close()
    console.print("已停止。/ Stopped.")


def _settings(database: str | None) -> Settings:
    """The demo lives in a folder of its own, beside whatever else is on this machine."""
    found = opening.settings(database)
    folder = found.folder / "demo"
    url = database or f"sqlite:///{folder}/demo.sqlite"
    return replace(found, folder=folder, database_url=url, redis_url=None)


def _open(found: Settings) -> "Workshop":
    from matcher.services.opening import open_workshop

    with opening.plainly(found.database_url, makes=True):
        return open_workshop(found.database_url, time_zone=found.time_zone, folder=found.folder)


def _prepare(
    console: "Console", found: Settings, workshop: "Workshop", *, reset: bool
) -> "DemoFair":
    """The fair and its stream, each made where it is not there yet; by one demo of several."""
    from matcher.demo import fair as demo
    from matcher.demo.stream import make_stream, playlist
    from matcher.domain.readiness import silent
    from matcher.services.turns import turn

    now = workshop.clock()
    with turn(found.folder / "fair", silent), _step(console, "演示招聘会 / The demo fair") as told:
        with workshop.reading() as work:
            built = None if reset else demo.is_built(work)
        if built is None:
            built = demo.build(workshop, now=now, progress=told)
        else:  # yesterday's fair is over: today's is built in its place
            built = demo.refresh(workshop, now, told) or built
    with turn(found.folder / "fair", silent):
        if playlist(found.folder).exists():
            return built
        with _step(console, "演示直播流 / The demo stream") as told:
            make_stream(found.folder, told)
    return built


def _let_try_a_new_fair(workshop: "Workshop", fair: "DemoFair") -> None:
    """The demo's organizer runs the whole demo box, and so may make fairs on it."""
    from matcher.services import accounts

    with workshop.writing() as work:
        accounts.entrust_the_box(work, fair.account(Role.ORGANIZER))


def _say_where(
    console: "Console", workshop: "Workshop", fair: "DemoFair", address: str, seconds: float
) -> None:
    """One link for each role; each opens that person's page."""
    from matcher.services import accounts

    console.print(f"\n[bold]{address}/f/{fair.slug}[/]  ({seconds:.1f} s)\n")
    with workshop.writing() as work:
        for role, name in _ROLES.items():
            who = (
                {"seeker_id": fair.seeker_id}
                if role is Role.SEEKER
                else {"account_id": fair.account(role)}
            )
            token = accounts.make_link(work, hours=_LINK_HOURS, **who)
            console.print(f"  {name:<18} {address}/enter/{token}", soft_wrap=True)
    console.print(f"  {'大屏 big screen':<18} {address}/f/{fair.slug}/screen")
    console.print("\n按 Ctrl-C 停止 / Ctrl-C stops it", style="dim")


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


@contextmanager
def _step(console: "Console", name: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show one step while it lasts, and its time when it is done."""
    began = time.perf_counter()
    with console.status(name) as status:

        def told(noun: str, done: int, whole: int) -> None:
            status.update(f"{name}: {noun} {done:,}/{whole:,}")

        yield told
    console.print(f"[green]✓[/] {name}  {time.perf_counter() - began:.1f} s")
