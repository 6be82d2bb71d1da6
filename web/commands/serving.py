"""A port held from the beginning, and a server on it until somebody says stop."""

import contextlib
import errno
import logging
import signal
import socket
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.settings import Settings

if TYPE_CHECKING:
    from matcher.services.work import Workshop
    from web.asgi import Server

_BACKLOG = 4096
_FILES = 20_000


def hold_port(host: str, port: int) -> socket.socket:
    """Take the port before anything slow is done.

    Raises ClickException with one sentence in both languages where somebody else has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends at once: else a body waits 40 ms for its head's receipt.
    held = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((host, port))
        held.listen(_BACKLOG)
    except OSError as error:
        held.close()
        raise click.ClickException(_cannot(error, host, port)) from None
    return held


def hold_socket(path: Path) -> socket.socket:
    """Listen at a Unix socket; one left behind by a process that was killed gives way."""
    path.unlink(missing_ok=True)
    held = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        held.bind(str(path))
        held.listen(_BACKLOG)
    except OSError as error:
        held.close()
        raise click.ClickException(f"{path}: {error.strerror or error}") from None
    return held


def make_server(
    settings: Settings, workshop: "Workshop", held: socket.socket | None = None
) -> "Server":
    """The site as a server for the port that is held; loads everything the site needs."""
    from matcher.services import warming
    from web import create_app
    from web.asgi import Server, create_asgi

    _log_progress()
    warming.start(workshop)
    if held is not None:
        host, port = held.getsockname()[:2]
        settings = replace(settings, host=host, port=port)
    asgi = create_asgi(create_app(settings, workshop), workshop)
    return Server(asgi, host=settings.host, port=settings.port)


def _log_progress() -> None:
    """Let the log say how far it is what takes long at a start."""
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("matcher.services.readying").setLevel(logging.INFO)


def run(server: "Server", held: socket.socket) -> None:
    """Serve until Ctrl-C or SIGTERM; open streams are ended at once."""
    allow_many_streams()
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        server.run(sockets=[held])
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def allow_many_streams() -> None:
    """Every open phone is an open file, and the usual limit is 1,024."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _cannot(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"端口 {port} 已经被别的程序占用，请换一个端口，例如 --port {port + 1}。"
            f" / Port {port} is in use; choose another one, for example --port {port + 1}."
        )
    return (
        f"不能在 {host}:{port} 上提供服务：{error.strerror}。请换一个 --host 或 --port。"
        f" / Cannot serve on {host}:{port}: {error.strerror}. Choose another --host or --port."
    )
