"""A worker is killed with a request in its hands: nothing acknowledged is lost, nothing doubled."""

import contextlib
import json
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from sqlalchemy import func, select, text

from matcher.services.work import Workshop
from matcher.storage.applications import Application
from matcher.storage.attendance import CheckIn
from matcher.storage.seekers import Seeker
from tests.city.conftest import City, wait_for
from tests.live.test_one_evening import Person
from tests.people import People

pytestmark = [pytest.mark.city, pytest.mark.timeout(900)]

_WAITING = text(
    "SELECT application_name FROM pg_stat_activity WHERE datname = current_database()"
    " AND wait_event_type = 'Lock'"
)


@pytest.fixture
def city(cities: Callable[[str], City]) -> Iterator[City]:
    """A city whose workers all stand."""
    one = cities("redis")
    yield one
    wait_for(lambda: all(_answers(one, number) for number in range(len(one.workers))))


def _answers(city: City, number: int) -> bool:
    with contextlib.closing(city.workers[number].connect()) as connection:
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except OSError:
            return False


def _waiting_worker(workshop: Workshop) -> int:
    """The process whose request waits for the row that the test holds."""
    with workshop.reading() as work:
        names = list(work.db.scalars(_WAITING))
    return int(names[0].split()[1]) if names else 0


def test_the_other_worker_finishes_what_the_dead_one_held(
    city: City, people: People, workshop: Workshop
) -> None:
    seeker = Person(city, people.links["seeker"])
    with ThreadPoolExecutor(1) as phone, workshop.database.write() as holder:
        holder.execute(select(Seeker).where(Seeker.id == people.linyue).with_for_update())
        told = phone.submit(seeker.send_form, f"/f/{people.slug}/p/101/apply")
        wait_for(lambda: _waiting_worker(workshop) != 0)
        dead = _waiting_worker(workshop)
        assert dead in city.pids().values()
        os.kill(dead, signal.SIGKILL)
        wait_for(lambda: dead not in city.pids().values())
        holder.rollback()
        told.result()  # raises for any answer but a good one
    with workshop.reading() as work:
        query = select(func.count()).where(Application.fair_id == people.fair)
        assert work.db.scalar(query) == 1


def test_streams_of_the_dead_end_and_the_others_go_on(city: City, people: People) -> None:
    wait_for(lambda: len(city.pids()) == len(city.workers))
    phones = [city.stream(f"/f/{people.slug}/events") for _ in range(6)]
    for phone in phones:
        phone.next()
    os.kill(next(iter(city.pids().values())), signal.SIGKILL)
    kiosk = Person(city, people.links["kiosk"])
    kiosk.send_json("/api/v1/check-ins", {"given": "100 001", "nonce": uuid4().hex})
    heard = [phone.next().get("event") for phone in phones]
    assert set(heard) == {None, "checked_in"}
    for phone in phones:
        phone.close()


def test_every_scan_that_was_acknowledged_counts_once_while_workers_die(
    city: City, people: People, workshop: Workshop
) -> None:
    kiosk = Person(city, people.links["kiosk"])
    before = dict(city.pids())
    nonces = [uuid4().hex for _ in range(40)]
    for number, nonce in enumerate(nonces):
        if number == 20:
            os.kill(before[max(before)], signal.SIGKILL)
        scan = {"given": f"10000{1 + number % 2}", "nonce": nonce}
        assert kiosk.send_json("/api/v1/check-ins", scan)["result"] in ("ok", "already")
    with workshop.reading() as work:
        query = select(func.count()).where(CheckIn.fair_session_id == people.hall)
        assert work.db.scalar(query) == 2
    wait_for(lambda: len(city.pids()) == len(before) and city.pids() != before)
    assert json.loads(kiosk.ask("GET", "/health"))["status"] == "ok"
