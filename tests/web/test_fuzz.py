"""Nonsense through every field of every door, as the person it is for: no 5xx, no echoed markup."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.web import errands
from tests.web.doors import STREAM, Doors, Row, table
from tests.web.nasty import BODIES, DEEP, LONG, PAYLOADS, TEXTS

ROWS = [row for row in table() if row.route != STREAM]
POSTS = [row for row in ROWS if row.method == "POST"]
GETS = [row for row in ROWS if row.method == "GET"]
JSON = [row for row in POSTS if row.route.startswith("/api/")]
# Fields that forms have besides those that a valid body needs.
MORE = ("then", "next", "back", "page", "phone", "min_pay", "years", "expires_on", "session")
QUERIES = ("page", "q", "session", "posting", "stage", "pay", "only", "because", "day", "after")
MORE_QUERIES = ("next", "lacks", "missing", "paper", "all")
# Hashing a password or reading a file in a child takes its time: fewer texts will do.
_STEPS = {
    "/sign-in": 5,
    "/organizer/f/<id:fair_id>/staff/<id:account_id>/password": 5,
    "/employer/<id:employer_id>/import/<name>": 5,
}
LOST_CAUSES = (400, 404, 405, 409, 413, 415, 422, 429)


@pytest.fixture(scope="module", autouse=True)
def _unhurried(lived_in: Doors) -> Iterator[None]:
    """Let one browser ask as much as it likes."""
    limiter = next(iter(lived_in.app.extensions["limiter"]))
    limiter.enabled = False
    yield
    limiter.enabled = True


@pytest.mark.parametrize("row", POSTS, ids=str)
def test_no_text_in_any_field_breaks_a_door(row: Row, fresh: Doors) -> None:
    values = errands.arguments(fresh.world, row.route)
    path, client = errands.address(row.route, values), fresh.client(row.asks)
    fields = [*errands.BODIES.get(row.route, {}), *MORE]
    for number, text in enumerate(TEXTS[:: _STEPS.get(row.route, 1)]):
        field = fields[number % len(fields)]
        sent = text if row in JSON else _as_sent(text)
        body = {**errands.body(row.route, values), field: sent}
        if number % 4 == 0:
            body = dict.fromkeys(fields, sent)
        _believable(fresh.send(client, "POST", path, body), text)


@pytest.mark.parametrize("row", GETS, ids=str)
def test_no_text_in_any_query_breaks_a_page(row: Row, lived_in: Doors) -> None:
    values = errands.arguments(lived_in.world, row.route)
    path, client = errands.address(row.route, values), lived_in.client(row.asks)
    names = (*QUERIES, *MORE_QUERIES)
    for text in (*PAYLOADS, *(t for t in TEXTS[len(PAYLOADS) :: 2] if len(t) < LONG)):
        query = dict.fromkeys(names, _as_sent(text))
        _believable(client.get(path, query_string=query), text)


@pytest.mark.parametrize("row", [r for r in ROWS if "<" in r.route], ids=str)
def test_no_text_in_an_address_breaks_a_door(row: Row, lived_in: Doors) -> None:
    usual = errands.arguments(lived_in.world, row.route)
    client = lived_in.client(row.asks)
    for name in errands.names(row.route):
        for text in ("\0", "a\0b", "../..", "%00", "2147483648", "9" * 30, "-1", "１", "岗" * 99):
            path = errands.address(row.route, {**usual, name: text})
            _believable(lived_in.send(client, row.method, path, {}), text)


@pytest.mark.parametrize("row", JSON, ids=str)
def test_no_json_breaks_a_door(row: Row, lived_in: Doors) -> None:
    for raw in BODIES:
        answer = _raw(lived_in, row, raw.encode("utf-8", "surrogatepass"))
        assert answer.status_code in LOST_CAUSES, raw[:60]
        assert answer.is_json


def test_json_nested_too_deep_is_a_bad_request(lived_in: Doors) -> None:
    assert _raw(lived_in, JSON[0], DEEP.encode()).status_code == 400


def test_a_body_too_large_is_refused_before_it_is_read(lived_in: Doors) -> None:
    path = f"/employer/{lived_in.world.people.chenguang}/import"
    answer = lived_in.client("employer").post(
        path,
        data=b"x",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(lived_in.app.config["MAX_CONTENT_LENGTH"] + 1)},
    )
    assert answer.status_code == 413


def test_a_thousand_form_parts_are_refused(lived_in: Doors) -> None:
    part = '--x\r\nContent-Disposition: form-data; name="f{}"\r\n\r\n1\r\n'
    body = "".join(part.format(n) for n in range(1000)) + "--x--\r\n"
    answer = lived_in.client("employer").post(
        f"/employer/{lived_in.world.people.chenguang}/card",
        data=body.encode(),
        content_type="multipart/form-data; boundary=x",
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("content_type", "data"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n"),
        ("multipart/form-data; boundary=" + "x" * 500, b"--" + b"x" * 500),
        ("multipart/form-data; boundary=x", b"--x" * LONG),
        ("application/x-www-form-urlencoded; charset=utf-7", b"login=+ADw-"),
        ("application/x-www-form-urlencoded", b"%" * LONG),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * LONG)),
        ("text/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
        ("application/json; charset=utf-16", b"\xff\xfe{}"),
        ("", b"\x00\xff" * LONG),
    ],
)
def test_no_malformed_body_breaks_a_door(content_type: str, data: bytes, lived_in: Doors) -> None:
    for row in POSTS[:3] + JSON:
        path = errands.address(row.route, errands.arguments(lived_in.world, row.route))
        headers = {"X-CSRFToken": lived_in.token, "Idempotency-Key": "a-good-key"}
        answer = lived_in.client(row.asks).post(
            path, data=data, content_type=content_type, headers=headers
        )
        assert answer.status_code < 500


@pytest.mark.corpora
@pytest.mark.timeout(300)
@pytest.mark.parametrize("row", [r for r in POSTS if r.route in errands.BODIES], ids=str)
def test_no_naughty_string_breaks_a_door(row: Row, fresh: Doors, corpora: Path) -> None:
    values = errands.arguments(fresh.world, row.route)
    path, fields = errands.address(row.route, values), errands.BODIES[row.route]
    for text in json.loads((corpora / "badinput/blns/blns.json").read_text("utf-8")):
        body = dict.fromkeys(fields, text if row in JSON else _as_sent(text))
        _believable(fresh.send(fresh.client(row.asks), "POST", path, body), text)


@pytest.mark.corpora
def test_no_json_of_the_test_suite_breaks_a_door(lived_in: Doors, corpora: Path) -> None:
    for file in sorted((corpora / "badinput/jsontestsuite").rglob("*.json")):
        assert _raw(lived_in, JSON[0], file.read_bytes()).status_code in LOST_CAUSES, file.name


def _raw(doors: Doors, row: Row, data: bytes) -> TestResponse:
    headers = {"X-CSRFToken": doors.token, "Idempotency-Key": f"key-{hash(data)}"}
    client = doors.client(row.asks)
    return client.post(row.route, data=data, content_type="application/json", headers=headers)


def _as_sent(text: str) -> bytes:
    """The text as a careless program puts it on the wire, lone surrogates and all."""
    return text.encode("utf-8", "surrogatepass")


def _believable(answer: TestResponse, text: str) -> None:
    """The answer is no mishap, and what was sent comes back as text, not as markup."""
    assert answer.status_code < 500, text[:60]
    if answer.mimetype == "text/html" and text in PAYLOADS:
        assert Alerts(answer.get_data(as_text=True)).found == []
    answer.close()


class Alerts(HTMLParser):
    """Finds tags and attributes in which a payload would run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values: dict[str, Any] = dict(attrs)
        runs = [name for name in values if name.startswith("on")]
        runs += [n for n in ("href", "src") if str(values.get(n)).startswith("javascript:")]
        self.found += [f"<{tag} {name}>" for name in runs] + ([tag] if tag == "iframe" else [])

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script" and "alert(1)" in data:
            self.found.append("script")
