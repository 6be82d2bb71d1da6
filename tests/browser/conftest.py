"""A real server with the demo fair, and real Chromium windows that look at it."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as time_of_day
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from matcher.demo import fair as demo
from matcher.demo.fair import DemoFair
from matcher.demo.stream import make_stream
from matcher.services import accounts
from matcher.services.work import Workshop
from matcher.settings import Settings
from matcher.storage.database import Database
from web import create_app
from web.asgi import create_asgi

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
WALL = {"width": 1920, "height": 1080}


@dataclass(frozen=True)
class Site:
    """The running site."""

    url: str
    demo: DemoFair
    workshop: Workshop

    def link(self, *, account_id: int | None = None, seeker_id: int | None = None) -> str:
        """A fresh sign-in link."""
        with self.workshop.writing() as work:
            token = accounts.make_link(work, account_id=account_id, seeker_id=seeker_id)
        return f"{self.url}/enter/{token}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo fair on a server of its own, as `fairmatch demo` runs it."""
    folder = tmp_path_factory.mktemp("site")
    url = f"sqlite:///{folder}/demo.sqlite"
    workshop = Workshop(database=Database(url), folder=folder, clock=_midday_clock())
    workshop.database.upgrade()
    built = demo.build(workshop, seed=2026, now=workshop.clock(), progress=lambda *_: None)
    make_stream(folder, lambda *_: None)
    settings = Settings(database_url=url, folder=folder, secret_key="for-tests-only")
    app = create_asgi(create_app(settings, workshop), workshop)
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="warning", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(f"http://127.0.0.1:{port}", built, workshop)
    server.should_exit = True
    thread.join(timeout=15)
    workshop.close()


def _midday_clock() -> Callable[[], datetime]:
    """A clock that runs from twenty to one at the fair, whenever the test does."""
    begun = datetime.now(UTC)
    midday = datetime.combine(begun.date(), time_of_day(4, 40), UTC)
    return lambda: midday + (datetime.now(UTC) - begun)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as the machine has it."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield browser
        browser.close()


Open = Callable[..., Page]


def _hear(text: str, complaints: list[str]) -> None:
    if "Content Security Policy" in text:
        complaints.append(text)


@pytest.fixture
def window(chromium: Browser, site: Site) -> Iterator[Open]:
    """Opens windows of a size; a script error or a broken content policy fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_window(size: dict[str, int], *, language: str = "zh-CN", scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            locale=language,
            timezone_id="Asia/Shanghai",
            java_script_enabled=scripts,
            base_url=site.url,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not complaints, complaints


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Keeps a screenshot where FAIRMATCH_PICTURES names a folder; the README shows some of them."""
    folder = os.environ.get("FAIRMATCH_PICTURES")

    def take(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png")

    return take


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
