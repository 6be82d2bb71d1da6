"""`fairmatch city`: several workers behind nginx, on PostgreSQL, from one command."""

import logging
import os
from functools import partial
from pathlib import Path

import click

from matcher.cli.opening import database_option, open_workshop, settings
from web.city.plan import Plan
from web.commands import serving

_FILE = click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)


@click.command("city", help="Run the site for a city: several workers behind nginx.")
@click.option("--host", help="Address to listen on; FAIRMATCH_HOST otherwise.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port; FAIRMATCH_PORT otherwise.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; one for each core.")
@click.option("--state", type=click.Path(path_type=Path), help="Folder of sockets and logs.")
@click.option("--certificate", type=_FILE, help="Certificate chain (PEM): serve HTTPS.")
@click.option("--certificate-key", type=_FILE, help="The certificate's private key.")
@click.option("--behind", multiple=True, help="Address or network of a load balancer of yours.")
@database_option
def command(
    host: str | None,
    port: int | None,
    workers: int | None,
    state: Path | None,
    certificate: Path | None,
    certificate_key: Path | None,
    behind: tuple[str, ...],
    database: str | None,
) -> None:
    """Bring the database up to date, then run workers and nginx until told to stop."""
    found = settings(database)
    if (certificate is None) != (certificate_key is None):
        raise click.UsageError(
            "--certificate 和 --certificate-key 要一起写。"
            " / --certificate and --certificate-key go together."
        )
    plan = Plan(
        settings=found,
        workers=workers or os.cpu_count() or 1,
        host=host or found.host,
        port=port or found.port,
        state=(state or found.folder / "city").absolute(),
        certificate=certificate,
        certificate_key=certificate_key,
        behind=behind,
    )
    serving.hold_port(plan.host, plan.port).close()  # told now, and not by nginx
    nginx = _nginx(plan)
    _prepare(found.database_url, found.retention_days)
    _run(plan, nginx)


def _nginx(plan: Plan) -> str:
    """The nginx program, content with the configuration it will run."""
    from web.city import proxy

    nginx = proxy.program()
    if nginx is None:
        raise click.ClickException(
            "没有找到 nginx，请先安装，例如 apt install nginx-light。"
            " / nginx was not found; install it, for example apt install nginx-light."
        )
    plan.make_room()
    proxy.write(plan)
    complaint = proxy.complaint(nginx, plan)
    if complaint:
        raise click.ClickException(complaint)
    return nginx


def _prepare(database_url: str, retention_days: int) -> None:
    """The tables in this version's shape, old data erased: once, before the workers start."""
    from matcher.services import housekeeping

    if database_url.startswith("sqlite"):
        raise click.ClickException(
            "多个进程需要 PostgreSQL，请设置 FAIRMATCH_DATABASE_URL。"
            " / Several processes need PostgreSQL; set FAIRMATCH_DATABASE_URL."
        )
    with open_workshop(database_url, makes=True) as workshop:
        workshop.patiently(partial(housekeeping.tidy, retention_days=retention_days))


def _run(plan: Plan, nginx: str) -> None:
    from web.city.supervisor import Supervisor

    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
    supervisor = Supervisor(plan, nginx)
    supervisor.run(lambda: click.echo(f"Fairmatch: {plan.address}/  ({plan.workers} workers)"))
    click.echo("已停止。/ Stopped.")
