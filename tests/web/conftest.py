"""A world that is built once, and copies of it: one to look at, one for each change."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import make_url

from matcher.services.work import Workshop
from matcher.settings import Settings
from matcher.storage.database import Database
from tests.conftest import Clock
from tests.web import world as worlds
from tests.web.doors import Doors
from tests.web.world import World, database_copied
from web import create_app
from web.doorway import Site
from web.limits import limiter


@pytest.fixture(scope="session")
def world(database_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The world that all copies are made from."""
    folder = tmp_path_factory.mktemp("world")
    with database_copied(make_url(database_template), folder) as url:
        workshop = Workshop(database=Database(url), clock=Clock(), folder=folder)
        built = worlds.build(workshop)
        workshop.close()
        yield built


@pytest.fixture(scope="module")
def lived_in(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    """Doors to one copy for a whole module: to look and to be turned away, not to change."""
    folder = tmp_path_factory.mktemp("lived_in")
    with world.copied(folder, Clock()) as workshop:
        yield Doors(_site(workshop, folder), world)
        limiter.reset()


@pytest.fixture
def fresh(world: World, lived_in: Doors, clock: Clock, tmp_path: Path) -> Iterator[Doors]:
    """Doors to a copy for one test, which may do what it likes there."""
    with ExitStack() as stack:
        workshop = stack.enter_context(world.copied(tmp_path, clock))
        before = lived_in.app.extensions["workshop"]
        lived_in.app.extensions["workshop"] = workshop
        stack.callback(lived_in.app.extensions.update, workshop=before)
        stack.callback(limiter.reset)
        yield lived_in


def _site(workshop: Workshop, folder: Path) -> Site:
    url = workshop.database.url.render_as_string(hide_password=False)
    site = create_app(Settings(database_url=url, folder=folder, secret_key="for-tests"), workshop)
    site.testing = True
    return site
