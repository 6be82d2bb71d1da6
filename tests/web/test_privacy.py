"""A person comes to the fair: who sees their phone, what addresses and logs tell, what is left."""

import io
import json
import logging
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from matcher.storage import Base
from matcher.storage.attendance import Registration
from matcher.storage.seekers import Seeker
from tests.web import errands
from tests.web.doors import ROLES, STREAM, Doors, Row, table

PHONE = "13912345679"
NAME = "甄小明"
MARK = "Zq7xMarkW"  # stands in everything this person writes
PHONE_AS_WRITTEN = re.compile(r"139[-\s]?1234[-\s]?5679")
LINKS = re.compile(r'(?:href|src|action)="([^"]*)"')
FILES = (STREAM, "/static/", "/media/")  # the same for everybody
GETS = [row for row in table() if row.method == "GET" and not row.route.startswith(FILES)]


@dataclass
class Walk:
    """One person's day: who they are, and every answer given to anybody meanwhile."""

    doors: Doors
    client: FlaskClient
    application_id: int = 0
    secrets: tuple[str, ...] = ()
    answers: list[TestResponse] = field(default_factory=list)

    def post(self, path: str, body: dict[str, object], client: FlaskClient | None = None) -> None:
        """One unsafe request that must succeed."""
        answer = self.doors.send(client or self.client, "POST", path, body)
        assert answer.status_code in (200, 302, 303), (path, answer.status_code)
        self.answers.append(answer)


@pytest.fixture
def walk(fresh: Doors) -> Walk:
    """The three steps, an application with the phone, a check-in, a question, a note, an offer."""
    people = fresh.world.people
    made = Walk(fresh, fresh.client("anyone"))
    made.post(f"/f/{people.slug}/start/1", {"wanted": f"{MARK}\n电工"})
    resume = (io.BytesIO(f"维修电工 {MARK} 五年经验".encode()), f"{MARK}.txt")
    made.post(f"/f/{people.slug}/start/2", {"text": f"{MARK} 电工", "resume": resume})
    third = {"name": NAME + MARK, "phone": PHONE, "visible": "1"}
    made.post(f"/f/{people.slug}/start/3", third)
    made.post(f"/f/{people.slug}/p/101/apply", {"shares_phone": "1", "shares_resume": "1"})
    made.application_id = int(re.findall(r"applications/(\d+)", made.answers[-1].location or "")[0])
    made.post(f"/f/{people.slug}/live/{people.stream}/ask", {"text": f"{MARK} 几点上班"})
    with fresh.app.extensions["workshop"].database.read() as db:
        seeker = db.scalars(select(Seeker).where(Seeker.name == NAME + MARK)).one()
        ticket = db.scalars(select(Registration).where(Registration.seeker_id == seeker.id)).one()
        token, code = ticket.ticket, ticket.code
    made.secrets = (token, code, PHONE, NAME, MARK)
    scan = {"given": token, "nonce": "n" * 20}
    made.post("/kiosk/check-in", scan, fresh.client("kiosk"))
    desk = f"/employer/{people.chenguang}/applications/{made.application_id}"
    employer = fresh.client("employer")
    made.post(f"{desk}/read", {}, employer)
    made.post(f"{desk}/notes", {"text": f"{MARK} 面试不错"}, employer)
    return made


def test_nobody_sees_the_phone_but_its_owner_and_the_firm_it_was_given_to(walk: Walk) -> None:
    seen = {
        (row.route, who)
        for row, who, answer in _everything_everybody_sees(walk)
        if PHONE_AS_WRITTEN.search(_text(answer))
    }
    desk = "/employer/<id:employer_id>/applications"
    given_to = {(f"{desk}/<id:application_id>", "employer"), (f"{desk}.xlsx", "employer")}
    assert seen <= given_to | {(row.route, "the person") for row in GETS}
    assert given_to <= seen


def test_no_address_tells_who_somebody_is(walk: Walk) -> None:
    everything = list(_everything_everybody_sees(walk))
    sent_to = [a.location or "" for a in walk.answers + [a for _, _, a in everything]]
    linked = [
        link
        for row, _, answer in everything
        if answer.mimetype == "text/html"
        for link in LINKS.findall(_text(answer))
    ]
    asked = [a for a in map(unquote, sent_to + linked) if not a.startswith("tel:")]
    told = [address for address in asked if any(s in address for s in walk.secrets)]
    assert told == []


def test_the_public_feed_tells_numbers_only(walk: Walk) -> None:
    people = walk.doors.world.people
    told = walk.doors.client("anyone").get(f"/api/v1/fairs/{people.slug}/feed?after=0").get_json()
    kinds = {entry["kind"] for entry in told["entries"]}
    assert {"applied", "checked_in", "asked"} <= kinds
    text = json.dumps(told, ensure_ascii=False)
    assert not [secret for secret in walk.secrets if secret in text]


def test_the_log_tells_nobodys_name(
    fresh: Doors, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    caplog.set_level(logging.INFO)  # even where an operator lets everything log
    walked = request.getfixturevalue("walk")
    assert not [secret for secret in walked.secrets if secret in caplog.text]


def test_a_mishap_is_logged_by_its_route_not_by_its_address(
    fresh: Doors, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(fresh.app, "testing", False)
    monkeypatch.setattr("matcher.services.accounts.open_link", stumble)
    token = fresh.world.people.links["seeker"]
    assert fresh.client("anyone").get(f"/enter/{token}").status_code == 500
    assert "/enter/<token>" in caplog.text
    assert token not in caplog.text


def test_after_erasing_nothing_is_left(walk: Walk, tmp_path: Path) -> None:
    doors, people = walk.doors, walk.doors.world.people
    marks = [MARK.encode(), NAME.encode(), PHONE.encode()]
    assert all(any(mark in data for data in _kept(doors, tmp_path)) for mark in marks)
    walk.post(f"/f/{people.slug}/data/erase", {"word": "erase"})
    for path in (f"/employer/{people.chenguang}/people", f"/f/{people.slug}/screen"):
        assert MARK not in doors.client("employer").get(path).get_data(as_text=True)
    assert walk.client.get(f"/f/{people.slug}/me").status_code == 302
    doors.app.extensions["workshop"].close()
    left = [mark for mark in marks if any(mark in data for data in _kept(doors, tmp_path))]
    assert left == []


def test_who_recalls_is_gone_from_the_desk_at_once(walk: Walk) -> None:
    people = walk.doors.world.people
    walk.post(f"/f/{people.slug}/data/recall/{people.chenguang}", {})
    rows = [row for row in GETS if row.route.startswith("/employer/<id:employer_id>/app")]
    for row, _, answer in _everything_everybody_sees(walk, rows):
        assert PHONE_AS_WRITTEN.search(_text(answer)) is None, row.route
        assert NAME not in _text(answer), row.route


def _everything_everybody_sees(
    walk: Walk, rows: Iterable[Row] = GETS
) -> Iterator[tuple[Row, str, TestResponse]]:
    doors = walk.doors
    for row in rows:
        values = errands.arguments(doors.world, row.route)
        if row.route.startswith("/employer/"):
            values["application_id"] = walk.application_id
        path = errands.address(row.route, values)
        personas = [w for w in ROLES if ROLES[w] in row.roles] if row.roles else ["anyone", "host"]
        for who in personas:
            yield row, who, doors.client(who).get(path)
        if row.route.startswith("/f/"):
            yield row, "the person", walk.client.get(path)


def _text(answer: TestResponse) -> str:
    if "spreadsheet" in answer.mimetype:
        with zipfile.ZipFile(io.BytesIO(answer.get_data())) as book:
            return "\n".join(book.read(name).decode() for name in book.namelist())
    return answer.get_data().decode("utf-8", "replace")


def _kept(doors: Doors, folder: Path) -> Iterator[bytes]:
    """Everything on disk; on a server, every row of every table."""
    yield from (path.read_bytes() for path in folder.rglob("*") if path.is_file())
    workshop = doors.app.extensions["workshop"]
    if workshop.database.url.get_backend_name() != "sqlite":
        with workshop.database.read() as db:
            rows = [row for t in Base.metadata.sorted_tables for row in db.execute(select(t))]
        yield "\n".join(str(tuple(row)) for row in rows).encode()
