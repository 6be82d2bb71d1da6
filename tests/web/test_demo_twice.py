"""Two demos begun at once on one box: one fair is built, and both serve that."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from matcher.demo import fair, stream
from matcher.services.work import Workshop
from matcher.settings import Settings
from web.commands import demo


def test_the_second_of_two_demos_serves_what_the_first_one_built(
    settings: Settings, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Any] = []
    both = threading.Barrier(2)

    def build(*_: object, **__: object) -> object:
        with suppress(threading.BrokenBarrierError):  # both are here only if nothing holds one back
            both.wait(1.0)
        built.append(object())
        return built[0]

    monkeypatch.setattr(fair, "is_built", lambda _: built[0] if built else None)
    monkeypatch.setattr(fair, "refresh", lambda *_: None)
    monkeypatch.setattr(fair, "build", build)
    monkeypatch.setattr(stream, "make_stream", lambda *_: None)
    found = replace(settings, folder=settings.folder / "demo")
    with ThreadPoolExecutor(2) as pool:
        begun = [
            pool.submit(demo._prepare, Console(quiet=True), found, workshop, reset=False)
            for _ in range(2)
        ]
        served = [each.result() for each in begun]
    assert len(built) == 1
    assert served == [built[0], built[0]]
