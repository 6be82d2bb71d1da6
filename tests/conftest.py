"""What every test may ask for: a clock that stands still, a fresh database, the site, personas."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from matcher.services.work import Workshop
from matcher.settings import Settings
from matcher.storage.database import Database
from tests.people import People
from tests.web.browser import Browser
from web import create_app
from web.doorway import Site
from web.limits import limiter

NOON = datetime(2026, 3, 8, 4, 30, tzinfo=UTC)  # 12:30 at the fair


class Clock:
    """A clock that tests set by hand."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real postings and bad input that FAIRMATCH_TEST_CORPORA names."""
    folder = os.environ.get("FAIRMATCH_TEST_CORPORA")
    if not folder:
        pytest.skip("FAIRMATCH_TEST_CORPORA names no folder of test corpora")
    return Path(folder)


@pytest.fixture
def clock() -> Clock:
    """Half past twelve on the day of the fair."""
    return Clock()


@pytest.fixture(scope="session")
def database_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty, up-to-date database that each test copies: SQLite, or the server that is named."""
    server = os.environ.get("FAIRMATCH_TEST_DATABASE_URL")
    if not server:
        path = tmp_path_factory.mktemp("template") / "empty.sqlite"
        _upgrade(f"sqlite:///{path}")
        yield f"sqlite:///{path}"
        return
    name = f"fairmatch_test_{uuid4().hex[:12]}"
    on_server(server, f"CREATE DATABASE {name}")
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    _upgrade(url)
    yield url
    on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database_url(database_template: str, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own."""
    template = make_url(database_template)
    if template.get_backend_name() == "sqlite":
        path = tmp_path / "fair.sqlite"
        shutil.copy(str(template.database), path)
        yield f"sqlite:///{path}"
        return
    name = f"{template.database}_{uuid4().hex[:8]}"
    on_server(database_template, f"CREATE DATABASE {name} TEMPLATE {template.database}")
    yield template.set(database=name).render_as_string(hide_password=False)
    on_server(database_template, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def workshop(database_url: str, clock: Clock, tmp_path: Path) -> Iterator[Workshop]:
    """A workshop on this test's database and clock."""
    made = Workshop(database=Database(database_url), clock=clock, folder=tmp_path)
    yield made
    made.close()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The settings of the site under test."""
    return Settings(database_url=database_url, folder=tmp_path, secret_key="for-tests-only")


@pytest.fixture
def people(workshop: Workshop) -> People:
    """The personas of tests/people.py, with a published fair around them."""
    return People.move_in(workshop)


@pytest.fixture
def app(settings: Settings, workshop: Workshop) -> Iterator[Site]:
    """The site on this test's database."""
    made = create_app(settings, workshop)
    made.testing = True
    yield made
    limiter.reset()


@pytest.fixture
def browse(app: Site, people: People) -> Callable[[str], Browser]:
    """A browser signed in as one of the personas; "anyone" is signed in as nobody."""

    def open_as(who: str = "anyone") -> Browser:
        browser = Browser(app.test_client())
        if who != "anyone":
            browser.get(f"/enter/{people.links[who]}")
        return browser

    return open_as


def _upgrade(url: str) -> None:
    database = Database(url)
    database.upgrade()
    database.close()


def on_server(url: str, statement: str) -> None:
    """Run one statement as the administrator of a PostgreSQL server."""
    admin = make_url(url).set(database="postgres")
    engine = create_engine(admin, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must run, a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("FAIRMATCH_TEST_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
