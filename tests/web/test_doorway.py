"""The doorway: retries, forgery, strangers and the way in by a link."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from matcher.services.work import Workshop
from matcher.settings import Settings
from tests.web.browser import Browser
from web import create_app

Browse = Callable[[str], Browser]


def test_a_link_signs_in_and_signing_out_ends_it(browse: Browse) -> None:
    browser = browse("organizer")
    cookie = browser.client.get_cookie("fairmatch")
    assert cookie is not None
    browser.post("/sign-out")
    browser.client.set_cookie("fairmatch", cookie.value)
    assert browser.get("/desk").location == "/sign-in"


def test_an_unsafe_request_without_a_form_token_is_refused(browse: Browse) -> None:
    browser = browse("anyone")
    assert browser.client.post("/sign-out").status_code == 400


def test_an_unsafe_request_without_a_key_is_refused(browse: Browse) -> None:
    browser = browse("anyone")
    answer = browser.client.post("/sign-out", data={"csrf_token": browser.form_token()})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("referrer", "back"),
    [
        ("http://localhost/sign-in?next=/desk", 'href="/sign-in?next=/desk"'),
        ("http://evil.example/sign-in", None),
        ("http://localhost//evil.example/", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_a_form_that_is_refused_leads_back_to_its_page(
    browse: Browse, referrer: str | None, back: str | None
) -> None:
    headers = {"Referer": referrer} if referrer else {}
    page = browse("anyone").client.post("/sign-out", headers=headers).get_data(as_text=True)
    assert "请返回" in page or "刷新" in page
    assert ("返回</a>" in page) is bool(back)
    assert (back or "") in page


def test_a_key_is_not_good_for_another_body(browse: Browse) -> None:
    browser = browse("anyone")
    first = browser.post("/text-size/large", {"back": "/sign-in"}, key="one-key-for-all")
    again = browser.post("/text-size/large", {"back": "/sign-in"}, key="one-key-for-all")
    other = browser.post("/text-size/large", {"back": "/desk"}, key="one-key-for-all")
    assert (first.status_code, again.status_code, other.status_code) == (302, 302, 409)
    assert again.location == first.location


def test_the_way_back_never_leads_to_another_site(browse: Browse) -> None:
    browser = browse("anyone")
    for target in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert browser.post("/text-size/large", {"back": target}).location == "/"


def test_chinese_is_spoken_unless_english_is_asked_for(browse: Browse) -> None:
    browser = browse("anyone")
    page = browser.get("/sign-in", headers={"Accept-Language": "zh-CN,en;q=0.8"})
    assert 'lang="zh-CN"' in page.get_data(as_text=True)
    page = browser.get("/sign-in", headers={"Accept-Language": "en"})
    assert 'lang="en"' in page.get_data(as_text=True)


@pytest.mark.parametrize(("usual", "spoken"), [("zh_CN", "zh-CN"), ("en", "en")])
@pytest.mark.parametrize("asked", [None, "de", "not a language;q=x"])
def test_who_asks_for_neither_reads_the_usual_language(
    settings: Settings, workshop: Workshop, usual: str, spoken: str, asked: str | None
) -> None:
    site = create_app(replace(settings, language=usual), workshop)
    headers = {"Accept-Language": asked} if asked else {}
    page = site.test_client().get("/sign-in", headers=headers)
    assert f'lang="{spoken}"' in page.get_data(as_text=True)


def test_each_request_is_answered_in_its_own_language_mishaps_too(browse: Browse) -> None:
    browser = browse("anyone")
    for path in ("/sign-in", "/no-such-page"):
        pages = [browser.get(path, headers={"Accept-Language": it}) for it in ("en", "zh", "en")]
        spoken = ["招聘会智配" in page.get_data(as_text=True) for page in pages]
        assert spoken == [False, True, False], path
