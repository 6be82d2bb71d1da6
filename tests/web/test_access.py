"""Who may enter where: every route against every persona, as access.csv has it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from matcher.storage import Base
from tests.web import errands
from tests.web.doors import PERSONAS, ROLES, STREAM, Doors, Row, table
from web.access import allow

TABLE = [row for row in table() if row.route != STREAM]
GUARDED = [row for row in TABLE if row.roles]
PUBLIC = [row for row in TABLE if not row.roles]
BY_NAME = pytest.mark.parametrize

# The first argument of an address says whose place it is; the others are things in that place.
ROOTS = {"f": "slug", "employer": "employer_id", "organizer": "fair_id", "host": "session_id"}
WORDS = {"step", "gate", "status", "kind", "number", "change"}  # arguments that are nobody's


@BY_NAME("row", TABLE, ids=str)
def test_it_opens_for_whom_it_is_made(row: Row, fresh: Doors) -> None:
    answer = fresh.knock(row, row.asks)
    answer.close()
    assert answer.status_code == int(row.answer)


@BY_NAME("row", PUBLIC, ids=str)
def test_a_public_page_opens_for_everybody(row: Row, lived_in: Doors) -> None:
    if row.method != "GET":
        return
    for who in PERSONAS:
        answer = lived_in.knock(row, who)
        answer.close()
        if row.elsewhere == "steps" and who not in ("seeker", "rival"):
            assert _leads_to(answer, "/f/spring/start/1"), who
        else:
            assert answer.status_code in (200, 302), who


@BY_NAME("row", GUARDED, ids=str)
def test_strangers_are_turned_away(row: Row, lived_in: Doors) -> None:
    for who in PERSONAS:
        expected = _turned_away(row, who)
        if expected:
            answer = lived_in.knock(row, who)
            assert _said(answer) == expected, who
    if row.route not in {r.route for r in PUBLIC}:
        for method in ("HEAD", "OPTIONS", "PUT", "TRACE"):
            assert _said(lived_in.knock(row, "anyone", method=method)) in ("401", "405"), method


@BY_NAME("row", GUARDED, ids=str)
def test_nobody_reaches_anothers_things_through_a_place_of_their_own(
    row: Row, lived_in: Doors
) -> None:
    for who, changed in _own_places(row, lived_in):
        assert lived_in.knock(row, who, changed=changed).status_code == 404, (who, changed)


def test_being_turned_away_changes_nothing(lived_in: Doors) -> None:
    before = _everything(lived_in)
    for row in GUARDED:
        if row.method == "POST":
            for who in PERSONAS:
                if _turned_away(row, who):
                    lived_in.knock(row, who)
    assert _everything(lived_in) == before


def test_a_missing_object_check_would_be_found(
    lived_in: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(r for r in GUARDED if str(r) == "GET /employer/<id:employer_id>/card")

    def unchecked(employer_id: int) -> str:
        return f"the card of {employer_id}"

    monkeypatch.setitem(lived_in.app.view_functions, "employer.card", allow(*row.roles)(unchecked))
    with pytest.raises(AssertionError):
        test_strangers_are_turned_away(row, lived_in)


def test_a_view_that_declares_nothing_stays_shut(
    lived_in: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(lived_in.app.view_functions, "home.fairs", lambda: "open to all")
    for who in PERSONAS:
        assert lived_in.client(who).get("/").status_code == 403


def _said(answer: TestResponse) -> str:
    """The status, or "sign-in" for the way in: a password for staff, three steps for seekers."""
    to_the_steps = answer.status_code == 302 and str(answer.location).endswith("/start")
    is_way_in = to_the_steps or _leads_to(answer, "/sign-in")
    return "sign-in" if is_way_in else str(answer.status_code)


def _leads_to(answer: TestResponse, path: str) -> bool:
    return answer.status_code == 302 and str(answer.location).split("?")[0] == path


def _turned_away(row: Row, who: str) -> str:
    """What a stranger is told at this door; empty for those who have something here."""
    if who == "anyone":
        is_page = row.method == "GET" and not row.route.startswith("/api/")
        return "sign-in" if is_page else "401"
    if ROLES[who] not in row.roles:
        return "403"
    told = row.elsewhere if who.startswith("other_") else row.neighbour
    is_at_home = who in (row.asks, "owner") or told in ("own", "-")
    return "" if is_at_home else told


def _own_places(row: Row, doors: Doors) -> Iterator[tuple[str, dict[str, object]]]:
    people = doors.world.people
    root = ROOTS.get(row.route.split("/")[1], "")
    things = set(errands.names(row.route)) - {root} - WORDS
    if not things or root not in errands.names(row.route):
        return
    places: dict[str, dict[str, object]] = {
        "neighbour": {"employer_id": people.hetian},
        "other_employer": {"employer_id": people.other_employer},
        "other_seeker": {"slug": people.other_slug},
        "other_organizer": {"fair_id": people.other_fair},
        "next_host": {"session_id": doors.world.things["second_stream"]},
        "other_host": {"session_id": people.other_stream},
    }
    for who, place in places.items():
        if ROLES[who] in row.roles and root in place:
            yield who, place


def _everything(doors: Doors) -> dict[str, list[object]]:
    with doors.app.extensions["workshop"].database.read() as db:
        return {
            table.name: [tuple(r) for r in db.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }
