"""The bell between processes: one rings, the other wakes at once; a silent line harms nobody."""

import threading
import time

import pytest
from sqlalchemy import make_url

from matcher.bell import Bell, make_bell

pytestmark = pytest.mark.city

LONG = 20.0


@pytest.fixture(params=["redis", "postgresql"])
def address(request: pytest.FixtureRequest, servers: tuple[str, str]) -> dict[str, str | None]:
    if request.param == "redis":
        return {"redis_url": servers[1], "postgres_url": None}
    url = make_url(servers[0]).set(drivername="postgresql")
    return {"redis_url": None, "postgres_url": url.render_as_string(hide_password=False)}


def _ring_until(heard: threading.Event, bell: Bell) -> None:
    while not heard.wait(0.05):
        bell.ring()


def test_one_rings_and_the_other_wakes(address: dict[str, str | None]) -> None:
    ours, theirs = make_bell(**address), make_bell(**address)
    heard = threading.Event()
    caller = threading.Thread(target=_ring_until, args=(heard, theirs))
    caller.start()
    began = time.monotonic()
    ours.wait(LONG)
    heard.set()
    caller.join()
    assert time.monotonic() - began < LONG / 2
    ours.close()
    theirs.close()


@pytest.mark.parametrize(
    "nowhere",
    [
        {"redis_url": "redis://127.0.0.1:1/0"},
        {"redis_url": None, "postgres_url": "postgresql://nobody@127.0.0.1:1/none"},
    ],
)
def test_a_line_that_is_away_neither_raises_nor_keeps_anybody(nowhere: dict[str, str]) -> None:
    bell = make_bell(**nowhere)
    bell.ring()
    began = time.monotonic()
    bell.wait(0.1)
    assert time.monotonic() - began < LONG / 2
    bell.close()
