"""The site under test and browsers that are signed in as the personas."""

from collections.abc import Callable, Iterator

import pytest

from matcher.services.work import Workshop
from matcher.settings import Settings
from tests.people import People
from tests.web.browser import Browser
from web import create_app
from web.doorway import Site
from web.limits import limiter


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
