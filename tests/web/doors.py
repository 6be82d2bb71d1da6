"""The doors of the site, and who knocks: every route as the reviewed table names it."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matcher.domain.terms import Role
from tests.web import errands
from tests.web.browser import Browser
from tests.web.world import World
from web.doorway import Site

STREAM = "/f/<slug>/events"  # served beside Flask, by asyncio
ROLES = {
    "seeker": Role.SEEKER,
    "rival": Role.SEEKER,
    "other_seeker": Role.SEEKER,
    "employer": Role.EMPLOYER,
    "neighbour": Role.EMPLOYER,
    "other_employer": Role.EMPLOYER,
    "host": Role.HOST,
    "next_host": Role.HOST,
    "other_host": Role.HOST,
    "kiosk": Role.KIOSK,
    "other_kiosk": Role.KIOSK,
    "organizer": Role.ORGANIZER,
    "other_organizer": Role.ORGANIZER,
    "owner": Role.ORGANIZER,
}
PERSONAS = ("anyone", *ROLES)


@dataclass(frozen=True)
class Row:
    """One line of access.csv.

    `who` may enter; `asks` is the persona it is made for, and `answer` the status that one gets
    on this very address. `neighbour` and `elsewhere` are what people of the same role get there:
    of the same fair and of another one. "own" means that the address shows everybody their own.
    """

    method: str
    route: str
    who: str
    asks: str
    answer: str
    neighbour: str
    elsewhere: str

    @property
    def roles(self) -> frozenset[Role]:
        """Who may enter; empty for anyone."""
        return frozenset() if self.who == "anyone" else frozenset(map(Role, self.who.split()))

    def __str__(self) -> str:
        return f"{self.method} {self.route}"


def table() -> list[Row]:
    """The reviewed table."""
    with (Path(__file__).parent / "access.csv").open(encoding="utf-8") as lines:
        return [Row(**line) for line in csv.DictReader(lines)]


class Doors:
    """A site in a world, with a browser for every persona."""

    def __init__(self, app: Site, world: World) -> None:
        self.app, self.world = app, world
        reader = Browser(app.test_client())
        self.token = reader.form_token()
        cookie = reader.client.get_cookie("form")
        assert cookie is not None
        self._form = cookie.value

    def client(self, who: str, *, language: str = "en") -> FlaskClient:
        """A browser in which this persona is signed in."""
        client = self.app.test_client()
        client.set_cookie("language", language)
        client.set_cookie("form", self._form)
        if who != "anyone":
            client.set_cookie("fairmatch", self.world.sessions[who])
        return client

    def knock(
        self,
        row: Row,
        who: str,
        *,
        method: str = "",
        changed: dict[str, Any] | None = None,
        language: str = "en",
    ) -> TestResponse:
        """Send what this row's owner would send, as somebody, with some arguments changed."""
        usual = errands.arguments(self.world, row.route)
        path = errands.address(row.route, {**usual, **(changed or {})})
        client = self.client(who, language=language)
        return self.send(client, method or row.method, path, errands.body(row.route, usual))

    def send(
        self, client: FlaskClient, method: str, path: str, body: dict[str, Any], *, key: str = ""
    ) -> TestResponse:
        """One request with the form's token, and a fresh key unless one is given."""
        key = key or uuid4().hex
        if method != "POST":
            return client.open(path, method=method)
        if path.startswith("/api/"):
            headers = {"X-CSRFToken": self.token, "Idempotency-Key": key}
            return client.post(path, json=body, headers=headers)
        fields = {"csrf_token": self.token, "_key": key, **body}
        return client.post(path, data=fields)
