"""The whole way through a real server: a host pins, a kiosk scans, and open phones hear of it."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlencode
from uuid import uuid4

from matcher.services import broadcasts, run_sheets
from matcher.services.work import Workshop
from tests.live.conftest import Running
from tests.people import People

Serve = Callable[..., Running]
_FIELD = re.compile(r'name="csrf_token" value="([^"]+)"')


class Person:
    """A browser over a real connection."""

    def __init__(self, running: Running, link: str) -> None:
        self.running = running
        self.cookies: dict[str, str] = {}
        self.ask("GET", f"/enter/{link}")
        found = _FIELD.search(self.ask("GET", "/sign-in"))
        assert found
        self.token = found.group(1)

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> str:
        """One request; cookies are kept."""
        connection = self.running.connect()
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body=body or None, headers={"Cookie": cookie, **headers})
        answer = connection.getresponse()
        assert answer.status < 400, (path, answer.status)
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode()
        connection.close()
        return text

    def send_form(self, path: str) -> None:
        """Send a form without fields of its own."""
        body = urlencode({"csrf_token": self.token, "_key": uuid4().hex})
        self.ask("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})

    def send_json(self, path: str, value: object) -> dict[str, object]:
        """Send JSON as the site's scripts do."""
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": self.token,
            "Idempotency-Key": uuid4().hex,
        }
        told: dict[str, object] = json.loads(self.ask("POST", path, json.dumps(value), **headers))
        return told


def test_a_pin_reaches_an_open_phone_and_one_that_was_away(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        for number in (101, 102):
            run_sheets.add_line(work, session, number)
    running = serve()
    path = f"/f/{people.slug}/events?session={people.stream}"
    phone = running.stream(path)
    start = int(phone.next()["id"])
    host = Person(running, people.links["host"])
    host.send_form(f"/host/{people.stream}/start")
    first = phone.next()
    assert (first["event"], json.loads(first["data"])["number"]) == ("pinned", 101)
    assert phone.next()["event"] == "went_live"
    phone.close()
    host.send_form(f"/host/{people.stream}/next")
    back = running.stream(path, last_event_id=start)
    back.next()
    told = [back.next() for _ in range(3)]
    assert [message["event"] for message in told] == ["pinned", "went_live", "pinned"]
    assert json.loads(told[-1]["data"])["posting"] == people.night_guard
    back.close()


def test_a_scan_at_the_gate_is_on_the_screen(serve: Serve, people: People) -> None:
    running = serve()
    screen = running.stream(f"/f/{people.slug}/events")
    screen.next()
    kiosk = Person(running, people.links["kiosk"])
    scan = {"given": "100 001", "nonce": uuid4().hex}
    assert kiosk.send_json("/api/v1/check-ins", scan)["result"] == "ok"
    assert kiosk.send_json("/api/v1/check-ins", scan)["result"] == "ok"
    message = screen.next()
    data = json.loads(message["data"])
    assert (message["event"], data["here"], data["people"]) == ("checked_in", 1, 1)
    assert "林" not in message["data"]
    screen.close()
