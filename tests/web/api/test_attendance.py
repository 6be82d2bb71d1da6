"""The kiosk's own door: one scan in JSON, one clear answer."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
URL = "/api/v1/check-ins"


def _scan(browser: Browser, given: str, nonce: str = "") -> dict[str, Any]:
    answer = browser.post_json(URL, {"given": given, "nonce": nonce or uuid4().hex})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.get_json()
    return told


def test_a_scan_is_answered_with_words_and_the_count(browse: Browse) -> None:
    told = _scan(browse("kiosk"), "100001")
    assert (told["result"], told["count"]) == ("ok", 1)
    assert told["headline"]
    assert "林**" in told["line"]
    assert "林悦" not in str(told)


def test_the_answer_that_got_lost_is_given_again(browse: Browse) -> None:
    kiosk = browse("kiosk")
    first = _scan(kiosk, "100001", nonce="n" * 20)
    assert _scan(kiosk, "100001", nonce="n" * 20) == first
    assert _scan(kiosk, "100001")["result"] == "already"


def test_each_kiosk_lets_in_where_it_stands(browse: Browse, people: People) -> None:
    told = _scan(browse("kiosk"), "ticket-autumn-100001")
    assert (told["result"], told["code"]) == ("refused", "wrong_fair")
    assert _scan(browse("other_kiosk"), "ticket-autumn-100001")["result"] == "ok"


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"given": "100001"},
        {"given": "100001", "nonce": "short"},
        {"given": "x" * 501, "nonce": "n" * 20},
        {"given": 100001, "nonce": "n" * 20},
        {"given": "100001", "nonce": "n" * 20, "held": -1},
        {"given": "100001", "nonce": "n" * 20, "name": "extra"},
    ],
)
def test_what_is_not_a_scan_is_told_so(browse: Browse, body: object) -> None:
    assert browse("kiosk").post_json(URL, body).status_code == 422


@pytest.mark.parametrize("who", ["anyone", "seeker", "employer", "host", "organizer"])
def test_only_kiosks_check_people_in(browse: Browse, who: str) -> None:
    answer = browse(who).post_json(URL, {"given": "100001", "nonce": "n" * 20})
    assert answer.status_code in (401, 403)
