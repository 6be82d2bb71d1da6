"""What several workers must be: one site. Nothing is known to one of them only."""

import json
import re
from collections.abc import Callable
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from sqlalchemy import select

from matcher.services import broadcasts, run_sheets
from matcher.services.work import Workshop
from matcher.storage.applications import Application
from matcher.storage.seekers import Seeker
from tests.city.conftest import City
from tests.live.test_one_evening import Person
from tests.people import People

pytestmark = [pytest.mark.city, pytest.mark.timeout(600)]

_FIELD = re.compile(r'name="csrf_token" value="([^"]+)"')
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _send(
    connection: HTTPConnection, path: str, form: dict[str, str], cookies: dict[str, str]
) -> tuple[int, str]:
    """Send a form; returns status and where it leads. New cookies are kept."""
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection.request("POST", path, urlencode(form), {**_FORM, "Cookie": cookie})
    answer = connection.getresponse()
    for line in answer.headers.get_all("Set-Cookie") or []:
        name, _, value = line.partition(";")[0].partition("=")
        cookies[name] = value
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location", "")


def _page(connection: HTTPConnection, path: str, cookies: dict[str, str]) -> str:
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    for line in answer.headers.get_all("Set-Cookie") or []:
        name, _, value = line.partition(";")[0].partition("=")
        cookies[name] = value
    text = answer.read().decode()
    connection.close()
    return text


def _token(text: str) -> str:
    found = _FIELD.search(text)
    assert found
    return found.group(1)


def test_who_signs_up_at_one_worker_is_known_to_the_other(city: City, people: People) -> None:
    one, other = city.workers
    cookies: dict[str, str] = {}
    start = f"/f/{people.slug}/start/1"
    token = _token(_page(one.connect(), start, cookies))
    form = {"csrf_token": token, "_key": uuid4().hex, "wanted": "电工"}
    status, leads = _send(other.connect(), start, form, cookies)
    assert (status, leads) == (302, f"/f/{people.slug}/start/2")
    assert "维修电工" in _page(one.connect(), f"/f/{people.slug}/matches", cookies)


def test_a_key_sent_again_to_another_worker_has_one_effect_and_one_answer(
    city: City, people: People, workshop: Workshop
) -> None:
    seeker = Person(city, people.links["seeker"])
    form = {"csrf_token": seeker.token, "_key": uuid4().hex}
    path = f"/f/{people.slug}/p/101/apply"
    told = [_send(worker.connect(), path, form, seeker.cookies) for worker in city.workers * 2]
    assert len(set(told)) == 1
    assert told[0][0] == 302
    with workshop.reading() as work:
        sent = list(work.db.scalars(select(Application).where(Application.fair_id == people.fair)))
    assert len(sent) == 1


def test_a_change_of_a_posting_is_ranked_by_every_worker(city: City, people: People) -> None:
    seeker, firm = (Person(city, people.links[who]) for who in ("seeker", "employer"))
    matches = f"/f/{people.slug}/matches"
    for worker in city.workers:  # each has its index now
        assert "维修电工" in _page(worker.connect(), matches, seeker.cookies)
    firm.send_form(f"/employer/{people.chenguang}/postings/{people.electrician}/close")
    for worker in city.workers:
        assert "维修电工" not in _page(worker.connect(), matches, seeker.cookies)


def test_a_pin_reaches_every_phone_whichever_worker_serves_it(
    city: City, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        run_sheets.add_line(work, broadcasts.session(work, people.stream), 101)
    phones = [city.stream(f"/f/{people.slug}/events") for _ in range(6)]
    assert [phone.next()["event"] for phone in phones] == ["hello"] * 6
    Person(city, people.links["host"]).send_form(f"/host/{people.stream}/start")
    for phone in phones:
        message = phone.next()
        assert (message["event"], json.loads(message["data"])["number"]) == ("pinned", 101)
        phone.close()


def test_guessing_a_password_is_counted_by_all_workers_together(
    cities: Callable[[str], City],
) -> None:
    city = cities("redis")
    cookies: dict[str, str] = {}
    token = _token(_page(city.connect(), "/sign-in", cookies))
    login = uuid4().hex
    told = []
    for turn in range(11):
        form = {"csrf_token": token, "_key": uuid4().hex, "login": login, "password": "wrong"}
        told.append(_send(city.workers[turn % 2].connect(), "/sign-in", form, cookies)[0])
    assert 429 not in told[:10]
    assert told[10] == 429


def test_a_seeker_disabled_in_the_database_is_signed_out_everywhere(
    city: City, people: People, workshop: Workshop
) -> None:
    seeker = Person(city, people.links["seeker"])
    with workshop.writing() as work:
        work.db.delete(work.db.get_one(Seeker, people.linyue))
    for worker in city.workers:
        page = _page(worker.connect(), f"/f/{people.slug}/applications", seeker.cookies)
        assert "林悦" not in page
