"""What every answer carries, and that no page holds script or style that the policy would stop."""

from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from werkzeug.test import TestResponse

from matcher.services.work import Workshop
from matcher.settings import Settings
from tests.people import People
from tests.web.browser import Browser
from tests.web.doors import STREAM, Doors, Row, table
from web import create_app
from web.limits import limiter

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; media-src 'self' blob:; worker-src 'self'; "
    "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)
OWN_WORKERS = POLICY.replace("worker-src 'self'", "worker-src 'self' blob:")  # the QR reader
WITH_WORKERS = ("/kiosk",)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
KEPT_BY_BROWSERS = ("/static/", "/media/")
PAGES = [row for row in table() if row.method == "GET" and row.route != STREAM]


class Page(HTMLParser):
    """Finds in a page what a strict policy forbids, and what would be loaded from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forbidden: list[str] = []
        self.language = ""
        self._is_code = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.language = values.get("lang", "") if tag == "html" else self.language
        self._is_code = tag if tag in ("script", "style") else ""
        self.forbidden += [f"<{tag} {n}>" for n in values if n == "style" or n.startswith("on")]
        for name in ("href", "src", "action", "formaction"):
            if urlsplit(values.get(name, "")).scheme in ("javascript", "data", "vbscript"):
                self.forbidden.append(f"<{tag} {name}={values[name][:30]}>")
        for source in ("src", "srcset") if tag != "a" else ():
            if urlsplit(values.get(source, "")).netloc:
                self.forbidden.append(f"<{tag}> loads from elsewhere")
        if tag == "form" and values.get("method", "get").lower() == "get":
            return
        if tag == "form" and urlsplit(values.get("action", "")).netloc:
            self.forbidden.append("a form that sends elsewhere")

    def handle_endtag(self, tag: str) -> None:
        self._is_code = ""

    def handle_data(self, data: str) -> None:
        if self._is_code and data.strip() and not data.lstrip().startswith(("{", "[")):
            self.forbidden.append(f"<{self._is_code}> with code in the page")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("row", PAGES, ids=str)
def test_pages_are_dressed(row: Row, language: str, lived_in: Doors) -> None:
    answer = lived_in.knock(row, row.asks, language=language)
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    allowed = OWN_WORKERS if row.route in WITH_WORKERS else POLICY
    assert answer.headers["Content-Security-Policy"] == allowed
    assert _is_private(row, answer)
    if answer.mimetype == "text/html" and answer.status_code == 200:
        page = Page(answer.get_data(as_text=True))
        assert page.forbidden == []
        assert page.language in ("", language.replace("_", "-"))
    answer.close()


def test_what_the_policy_forbids_would_be_found() -> None:
    for piece in (
        '<p style="color:red">',
        "<b onclick=x>",
        "<script>x()</script>",
        '<a href="javascript:x">',
        '<img src="https://elsewhere.example/x">',
    ):
        assert Page(piece).forbidden, piece


@pytest.mark.parametrize("path", ["/nowhere", "/f/nowhere", "/employer/999/card", "/api/v1/x"])
def test_refusals_are_dressed_too(path: str, lived_in: Doors) -> None:
    answer = lived_in.client("employer").get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["Cache-Control"] == "no-store"


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(fresh: Doors) -> None:
    client = fresh.app.test_client()
    answers = [
        client.get("/sign-in"),
        client.get(f"/enter/{fresh.world.people.links['employer']}"),
        client.get(f"/f/{fresh.world.people.slug}/live/{fresh.world.people.stream}"),
        Browser(client).post("/language/en"),
        Browser(client).post("/text-size/large"),
    ]
    cookies = [line for answer in answers for line in answer.headers.getlist("Set-Cookie")]
    names = {line.split("=")[0] for line in cookies}
    assert names == {"form", "fairmatch", "viewer", "language", "large_text"}
    assert [line for line in cookies if "HttpOnly" not in line] == []
    assert [line for line in cookies if "SameSite=Lax" not in line] == []


def test_over_https_cookies_belong_to_this_host_alone(
    settings: Settings, workshop: Workshop, people: People
) -> None:
    site = create_app(replace(settings, secure=True), workshop)
    browser = site.test_client()
    answer = browser.get(f"/enter/{people.links['employer']}", base_url="https://fair.example")
    page = browser.get(f"/employer/{people.chenguang}", base_url="https://fair.example")
    limiter.reset()
    assert page.status_code == 200
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    cookies = [line for a in (answer, page) for line in a.headers.getlist("Set-Cookie")]
    assert {line.split("=")[0] for line in cookies} == {"__Host-fairmatch", "__Host-form"}
    assert [c for c in cookies if "; Secure" not in c or "Path=/" not in c or "Domain" in c] == []


def _is_private(row: Row, answer: TestResponse) -> bool:
    if row.route.startswith(KEPT_BY_BROWSERS):
        return True
    return answer.headers.get("Cache-Control") == "no-store"
