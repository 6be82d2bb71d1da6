"""A server makes everything ready at its start, before anybody asks."""

import gc
import time
from collections.abc import Iterator

import pytest

from matcher.services import indexes, warming
from matcher.services.work import Workshop
from tests.people import People


@pytest.fixture
def thawed() -> Iterator[None]:
    """What a server puts out of the collector's sight is in its sight again after the test."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_published_fairs_are_ready_and_out_of_the_collectors_sight(
    workshop: Workshop, people: People
) -> None:
    warming.start(workshop)
    until = time.monotonic() + 60
    while not gc.get_freeze_count() and time.monotonic() < until:
        time.sleep(0.05)
    assert gc.get_freeze_count() > 0
    for name in ("postings", "notices", "catalog"):
        assert workshop.shelf.newest((name, people.fair)) is not None
    assert workshop.shelf.readying.patience == warming.PATIENCE
    with workshop.reading() as work:
        assert len(indexes.of_postings(work, people.fair).live()) == 2
