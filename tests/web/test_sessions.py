"""Signed in and out again: when a session ends, what a wrong password tells, where links lead."""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from argon2.exceptions import VerificationError

from matcher.services import accounts
from matcher.services.work import Workshop
from tests.conftest import Clock
from tests.people import People
from tests.web.browser import Browser
from tests.web.doors import Doors
from web.limits import SIGN_IN

Browse = Callable[[str], Browser]
PASSWORD = "correct horse battery"


def _set_password(workshop: Workshop, login: str) -> None:
    with workshop.writing() as work:
        account = accounts.find(work, login)
        assert account is not None
        accounts.set_password(work, account.id, PASSWORD)


def _sign_in(browser: Browser, login: str, password: str, target: str = "") -> tuple[int, str]:
    fields = {"login": login, "password": password, "next": target}
    answer = browser.post("/sign-in", fields)
    return answer.status_code, answer.location or ""


def test_a_disabled_account_is_out_with_its_next_request(browse: Browse, people: People) -> None:
    employer, organizer = browse("employer"), browse("organizer")
    card = f"/employer/{people.chenguang}/card"
    assert employer.get(card).status_code == 200
    staff = organizer.text(f"/organizer/f/{people.fair}/staff")
    assert "employer" in staff
    with employer.client.application.extensions["workshop"].reading() as work:
        account = accounts.find(work, "employer")
        assert account is not None
        account_id = account.id
    organizer.post(f"/organizer/f/{people.fair}/staff/{account_id}/disable")
    assert employer.get(card).location == f"/sign-in?next=/employer/{people.chenguang}/card"
    assert employer.get(f"/enter/{people.links['employer']}").status_code == 404


def test_a_new_password_ends_every_session(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    employer = browse("employer")
    _set_password(workshop, "employer")
    assert employer.get("/employer").status_code == 302
    assert employer.get("/employer").location == "/sign-in?next=/employer"


def test_a_new_password_ends_every_sign_in_link(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    _set_password(workshop, "employer")
    assert browse("anyone").get(f"/enter/{people.links['employer']}").status_code == 404


def test_a_sign_in_sent_again_asks_for_the_password_of_now(
    browse: Browse, workshop: Workshop
) -> None:
    """What was answered to a retry's key must not open a door whose lock was changed."""
    _set_password(workshop, "employer")
    browser = browse("anyone")
    form = {"login": "employer", "password": PASSWORD, "csrf_token": browser.form_token()}
    sent = {**form, "next": "", "_key": "the-very-same-key"}
    assert browser.client.post("/sign-in", data=sent).status_code == 302
    assert browser.client.post("/sign-in", data=sent).status_code == 302
    with workshop.writing() as work:
        account = accounts.find(work, "employer")
        assert account is not None
        accounts.set_password(work, account.id, "another password")
    assert browser.client.post("/sign-in", data=sent).status_code == 422
    assert browser.get("/employer").status_code == 302


@pytest.mark.parametrize(("who", "hours"), [("employer", 12), ("seeker", 24 * 30)])
def test_a_session_ends_by_itself(
    who: str, hours: int, browse: Browse, people: People, clock: Clock
) -> None:
    browser = browse(who)
    path = f"/f/{people.slug}/me" if who == "seeker" else f"/employer/{people.chenguang}"
    clock.now += timedelta(hours=hours) - timedelta(seconds=1)
    assert browser.get(path).status_code == 200
    clock.now += timedelta(seconds=1)
    assert browser.get(path).status_code == 302


def test_a_sign_in_link_ends_by_itself(browse: Browse, people: People, clock: Clock) -> None:
    clock.now += timedelta(hours=12)
    assert browse("anyone").get(f"/enter/{people.links['host']}").status_code == 404


def test_signing_in_makes_a_new_session_each_time(browse: Browse, people: People) -> None:
    tokens = set()
    for _ in range(3):
        cookie = browse("employer").client.get_cookie("fairmatch")
        assert cookie is not None
        tokens.add(cookie.value)
    assert len(tokens) == 3
    assert all(len(token) == 32 for token in tokens)  # 192 bits


def test_a_session_that_somebody_planted_is_not_taken_over(browse: Browse) -> None:
    browser = browse("anyone")
    browser.client.set_cookie("fairmatch", "planted-by-a-stranger")
    assert browser.get("/employer").location == "/sign-in?next=/employer"


def test_after_signing_out_old_forms_are_worth_nothing(browse: Browse) -> None:
    browser = browse("employer")
    token = browser.form_token()
    browser.post("/sign-out")
    stale = browser.client.post("/sign-out", data={"csrf_token": token, "_key": "k" * 12})
    assert stale.status_code == 400


def test_a_wrong_name_and_a_wrong_password_are_told_apart_by_nothing(
    browse: Browse, workshop: Workshop
) -> None:
    _set_password(workshop, "employer")
    pages, seconds = set(), {"employer": list[float](), "nobody-at-all": list[float]()}
    for _ in range(5):
        for login, taken in seconds.items():
            browser = browse("anyone")
            token = browser.form_token()
            began = time.perf_counter()
            answer = browser.post("/sign-in", {"login": login, "password": "x", "next": ""})
            taken.append(time.perf_counter() - began)
            text = answer.get_data(as_text=True)
            pages.add((answer.status_code, len(text.replace(token, "")) // 100))
    assert len({status for status, _ in pages}) == 1
    known, unknown = (statistics.median(taken) for taken in seconds.values())
    assert 0.2 < known / unknown < 5  # a hash is computed either way; without, 1 : 20


def test_hashing_a_password_holds_up_nobody(
    browse: Browse, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    class Slow:
        def verify(self, *_: str) -> None:
            with workshop.writing() as work:  # somebody else, meanwhile
                written.append(accounts.add(work, login="meanwhile", name="x"))
            raise VerificationError

    monkeypatch.setattr(accounts, "_hasher", Slow())
    assert _sign_in(browse("anyone"), "employer", "guess")[0] == 422
    assert written


def test_guessing_passwords_comes_to_an_end(browse: Browse) -> None:
    most = int(SIGN_IN.split()[0])
    told = [_sign_in(browse("anyone"), "employer", f"guess {n}")[0] for n in range(most + 2)]
    assert told == [422] * most + [429, 429]
    assert _sign_in(browse("anyone"), "organizer", "another name")[0] == 422


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/%09/evil.example\r\nX: y",
        "@evil.example",
        "evil.example",
    ],
)
def test_signing_in_leads_to_our_own_pages_only(
    target: str, browse: Browse, workshop: Workshop
) -> None:
    _set_password(workshop, "employer")
    status, location = _sign_in(browse("anyone"), "employer", PASSWORD, target)
    assert (status, location) == (302, "/desk")
    page = browse("anyone").get("/sign-in", query_string={"next": target})
    assert 'name="next" value=""' in page.get_data(as_text=True)


def test_signing_in_leads_back_to_where_one_was_sent_from(
    browse: Browse, workshop: Workshop
) -> None:
    _set_password(workshop, "employer")
    assert _sign_in(browse("anyone"), "employer", PASSWORD, "/employer") == (302, "/employer")


def test_a_file_name_is_text_and_never_a_header(fresh: Doors) -> None:
    """The world's resume has markup and a quote in its name."""
    people, things = fresh.world.people, fresh.world.things
    desk = f"/employer/{people.chenguang}/applications/{things['application']}"
    employer, seeker = fresh.client("employer"), fresh.client("seeker")
    for client, path in (
        (employer, desk),
        (seeker, f"/f/{people.slug}/me"),
        (seeker, f"/f/{people.slug}/start/2"),
    ):
        assert "<img src=x" not in client.get(path).get_data(as_text=True)
    answer = employer.get(f"{desk}/resume")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=resume-")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == "application/octet-stream"
