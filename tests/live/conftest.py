"""A real server on a free port, and streams that are read as a phone reads them."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPResponse

import pytest

from matcher.services.work import Workshop
from matcher.settings import Settings
from tests.people import People
from web import create_app
from web.asgi import Server, create_asgi

PATIENCE = 20  # seconds before a test that waits for news gives up


class Stream:
    """One open event stream."""

    def __init__(
        self, connection: HTTPConnection, path: str, last_event_id: int | None = None
    ) -> None:
        self.connection = connection
        headers = {} if last_event_id is None else {"Last-Event-ID": str(last_event_id)}
        self.connection.request("GET", path, headers=headers)
        self.answer: HTTPResponse = self.connection.getresponse()

    def next(self) -> dict[str, str]:
        """The next message, as its fields; comments are passed over. Empty at the end."""
        fields: dict[str, str] = {}
        for raw in self.answer:
            line = raw.decode().rstrip("\n")
            if not line and fields:
                return fields
            name, _, value = line.partition(": ")
            if name.strip(": "):
                fields[name] = value
        return fields

    def close(self) -> None:
        """Hang up."""
        self.answer.close()
        self.connection.close()


@dataclass
class Running:
    """A server that serves."""

    server: Server
    thread: threading.Thread
    port: int

    def connect(self) -> HTTPConnection:
        """A connection to it."""
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def stream(self, path: str, last_event_id: int | None = None) -> Stream:
        """Open an event stream."""
        return Stream(self.connect(), path, last_event_id)

    def stop(self) -> float:
        """Tell the server to stop; returns the seconds it took."""
        began = time.monotonic()
        self.server.should_exit = True
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        return time.monotonic() - began


@pytest.fixture
def serve(
    settings: Settings, workshop: Workshop, people: People
) -> Iterator[Callable[..., Running]]:
    """Starts a server with the given settings changed."""
    started: list[Running] = []

    def start(**changed: int) -> Running:
        site = create_app(replace(settings, **changed), workshop)
        server = Server(create_asgi(site, workshop), host="127.0.0.1", port=0)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        deadline = time.monotonic() + PATIENCE
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        started.append(Running(server, thread, port))
        return started[-1]

    yield start
    for running in started:
        if running.thread.is_alive():
            running.stop()
