"""`fairmatch demo`: makes the demonstration fair, serves it, prints a way in for every role."""

import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import click

from matcher.cli.opening import database_option, settings
from matcher.settings import Settings
from web.serving import ports


@click.command("demo", help="Serve a fictional fair in the middle of its day.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.option("--reset", is_flag=True, help="Make the fair anew.")
@database_option
def command(port: int, host: str, no_browser: bool, reset: bool, database: str | None) -> None:
    """Serve a fictional fair in the middle of its day."""
    begun = time.monotonic()
    ports.need(host, port)
    found = _demo_settings(database, host, port)
    with _step("程序 / program"):
        from web.serving.demonstration import Demonstration
        from web.serving.run import run
    with _step("数据库 / database"):
        demonstration = Demonstration(found)
    try:
        with _step("招聘会 / fair"):
            demonstration.prepare(reset=reset)
        with _step("匹配索引 / match index"):
            demonstration.warm()
        links = demonstration.links(f"http://{host}:{port}")

        def ready() -> None:
            _welcome(links, time.monotonic() - begun)
            if not no_browser:
                webbrowser.open(links["fair"])

        run(found, demonstration.workshop, ready=ready)
    finally:
        demonstration.close()
    click.echo("已停止 / stopped")


def _demo_settings(database: str | None, host: str, port: int) -> Settings:
    found = settings(database)
    folder = found.folder / "demo"
    url = database or f"sqlite:///{folder}/demo.sqlite"
    return replace(found, folder=folder, database_url=url, host=host, port=port)


@contextmanager
def _step(name: str) -> Iterator[None]:
    click.echo(f"  {name} … ", nl=False)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        click.echo()
        raise
    click.echo(f"{time.monotonic() - begun:.1f} s")


_NAMES = {
    "fair": "招聘会 fair",
    "organizer": "主办方 organizer",
    "employer": "用人单位 employer",
    "host": "主播 host",
    "kiosk": "自助机 kiosk",
    "seeker": "求职者 seeker",
    "screen": "大屏 big screen",
}


def _welcome(links: dict[str, str], seconds: float) -> None:
    click.echo(f"  就绪 / ready: {seconds:.1f} s\n")
    for who, link in links.items():
        click.echo(f"  {_NAMES[who]}: {link}")
    click.echo(
        "\n  演示数据均为虚构 / every person, firm and job is made up. Ctrl-C 停止 / to stop."
    )
