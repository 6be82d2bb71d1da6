"""The command line as it is typed: quick help, a port that is taken, the demo from start to end."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from web.command import SUMMARIES, Fairmatch, group
from web.commands import serving

START = [sys.executable, "-m", "web.command"]


def test_help_lists_every_command_in_its_own_words_without_loading_any() -> None:
    code = "import sys, web.command as c; c.group(['--help'], standalone_mode=False); " + (
        "sys.exit(any(m in sys.modules for m in ('flask', 'sqlalchemy', 'sklearn')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in Fairmatch.modules)


@pytest.mark.parametrize("name", sorted(Fairmatch.modules))
def test_the_summary_is_what_the_command_says(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.help == SUMMARIES[name]


@pytest.mark.parametrize("name", ["demo", "serve"])
def test_a_port_that_is_taken_is_told_in_one_sentence_before_anything_is_built(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(tmp_path))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = CliRunner().invoke(group, [name, "--port", str(port)])
    assert done.exit_code == 1
    [line] = done.output.strip().splitlines()
    assert f"端口 {port}" in line
    assert f"Port {port} is in use" in line
    assert not list(tmp_path.rglob("*.sqlite"))


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_and_ends_when_told_to(tmp_path: Path, stop: signal.Signals) -> None:
    environment = {
        **os.environ,
        "FAIRMATCH_FOLDER": str(tmp_path),
        "FAIRMATCH_DATABASE_URL": f"sqlite:///{tmp_path}/fair.sqlite",
        "PYTHONUNBUFFERED": "1",
    }
    with subprocess.Popen(
        [*START, "serve", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().split(":")[3].split("/")[0])
        _ask(port)
        server.send_signal(stop)
        rest = server.communicate(timeout=30)[0]
        assert (server.returncode, rest) == (0, "已停止。/ Stopped.\n")


def _ask(port: int) -> None:
    for _ in range(100):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/health")
            assert connection.getresponse().status == 200
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise AssertionError("the server never answered")


def test_the_port_that_is_held_sends_at_once() -> None:
    """Without TCP_NODELAY a body waits 40 ms for the receipt of its head."""

    async def accepted() -> int:
        told = asyncio.get_running_loop().create_future()

        def take(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            ours = writer.get_extra_info("socket")
            told.set_result(ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(take, sock=held):
            _, writer = await asyncio.open_connection(*held.getsockname()[:2])
            try:
                return int(await asyncio.wait_for(told, 20))
            finally:
                writer.close()

    held = serving.hold_port("127.0.0.1", 0)
    assert asyncio.run(accepted())
