"""One effect for one key: tapped twice, sent by eight threads at once, or retried after a loss."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from matcher.services import answers
from matcher.storage.applications import Application
from matcher.storage.attendance import CheckIn
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from tests.web import errands
from tests.web.doors import Doors
from tests.web.errands import POSTING
from web import doorway

TAPS = 8
KEY = "the-very-same-key"


@dataclass(frozen=True)
class Errand:
    """One unsafe request, who makes it, and the table in which it makes one row."""

    who: str
    route: str
    table: type[Any]

    def __str__(self) -> str:
        return self.table.__name__ + (" as JSON" if self.route.startswith("/api/") else "")


ERRANDS = [
    Errand("anyone", "/f/<slug>/start/<id:step>", Seeker),
    Errand("seeker", "/f/<slug>/p/<id:number>/apply", Application),
    Errand("employer", "/employer/<id:employer_id>/postings", Posting),
    Errand("employer", "/employer/<id:employer_id>/import/<name>", Posting),
    Errand("organizer", "/organizer/f/<id:fair_id>/employers/new", Employer),
    Errand("kiosk", "/kiosk/walk-in", Seeker),
    Errand("kiosk", "/kiosk/check-in", CheckIn),
    Errand("kiosk", "/api/v1/check-ins", CheckIn),
]
CREATE = ERRANDS[2]


@pytest.mark.parametrize("errand", ERRANDS, ids=str)
def test_eight_taps_at_once_have_one_effect_and_one_answer(errand: Errand, fresh: Doors) -> None:
    before = _count(fresh, errand)
    told = _tapped(fresh, errand)
    assert _count(fresh, errand) == before + 1
    assert {answer.status_code for answer in told} <= {200, 302, 303}
    assert len({(a.status_code, a.location, a.get_data()) for a in told}) == 1


def test_without_the_stored_answer_eight_taps_would_be_eight_postings(
    fresh: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorway.answers, "find", lambda *_: None)
    monkeypatch.setattr(doorway.answers, "keep", lambda *_, **__: None)
    before = _count(fresh, CREATE)
    _tapped(fresh, CREATE)
    assert _count(fresh, CREATE) == before + TAPS


@pytest.mark.parametrize("errand", ERRANDS, ids=str)
def test_a_retry_after_a_lost_answer_gets_the_same_one(errand: Errand, fresh: Doors) -> None:
    lost, again = (_send(fresh, errand, fresh.client(errand.who)) for _ in range(2))
    assert (again.status_code, again.location) == (lost.status_code, lost.location)
    assert again.get_data() == lost.get_data()


def test_a_retry_signs_in_a_browser_that_never_got_its_cookie(fresh: Doors) -> None:
    create = ERRANDS[0]
    _send(fresh, create, fresh.client("anyone"))
    client = fresh.client("anyone")
    again = _send(fresh, create, client)
    assert client.get(str(again.location)).status_code == 200
    assert client.get(f"/f/{fresh.world.people.slug}/me").status_code == 200


def test_a_key_is_good_for_one_body_only(fresh: Doors) -> None:
    client = fresh.client("employer")
    assert _send(fresh, CREATE, client).status_code == 303
    before = _count(fresh, CREATE)
    assert _send(fresh, CREATE, client, body={**POSTING, "openings": "3"}).status_code == 409
    assert _count(fresh, CREATE) == before


def test_a_key_is_good_in_one_browser_only(fresh: Doors) -> None:
    before = _count(fresh, CREATE)
    for doors in (fresh, Doors(fresh.app, fresh.world)):
        assert _send(doors, CREATE, doors.client("employer")).status_code == 303
    assert _count(fresh, CREATE) == before + 2


def test_a_refused_request_keeps_nothing_so_that_it_can_be_mended(fresh: Doors) -> None:
    client = fresh.client("employer")
    assert _send(fresh, CREATE, client, body={"title": ""}).status_code == 422
    assert _send(fresh, CREATE, client).status_code == 303


def test_answers_are_dropped_after_a_day(fresh: Doors, clock: Any) -> None:
    client = fresh.client("employer")
    _send(fresh, CREATE, client)
    before = _count(fresh, CREATE)
    clock.now += answers.KEPT * 1.1
    with fresh.app.extensions["workshop"].writing() as work:
        answers.purge(work)
    client.set_cookie("fairmatch", _new_session(fresh))
    assert _send(fresh, CREATE, client).status_code == 303
    assert _count(fresh, CREATE) == before + 1


def _tapped(doors: Doors, errand: Errand) -> list[TestResponse]:
    start = Barrier(TAPS)

    def tap(client: FlaskClient) -> TestResponse:
        start.wait()
        return _send(doors, errand, client)

    with ThreadPoolExecutor(TAPS) as threads:
        return list(threads.map(tap, _clients(doors, errand.who)))


def _clients(doors: Doors, who: str) -> Iterator[FlaskClient]:
    return (doors.client(who) for _ in range(TAPS))


def _send(
    doors: Doors, errand: Errand, client: FlaskClient, body: dict[str, Any] | None = None
) -> TestResponse:
    values = errands.arguments(doors.world, errand.route)
    path = errands.address(errand.route, values)
    fields = errands.body(errand.route, values) if body is None else body
    return doors.send(client, "POST", path, fields, key=KEY)


def _count(doors: Doors, errand: Errand) -> int:
    with doors.app.extensions["workshop"].database.read() as db:
        return db.scalar(select(func.count()).select_from(errand.table)) or 0


def _new_session(doors: Doors) -> str:
    account = doors.world.things["accounts"]["employer"]
    with doors.app.extensions["workshop"].writing() as work:
        return str(doorway.accounts.start_session(work, account_id=account))
