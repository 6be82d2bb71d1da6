"""The summary of a fair counts what is open, and knows what is asked for most."""

from collections.abc import Callable

import pytest

from matcher.domain.terms import PostingStatus
from matcher.services import catalog, postings
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from tests.people import People


def test_it_counts_and_sorts_what_is_open(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        found = catalog.of_fair(work, fair.id)
        assert (found.postings, found.openings, found.employers) == (2, 4, 2)
        assert found.wishes == ("保安", "电工")
        assert found.facets["day"] == {people.electrician}
        assert found.facets["pay8000"] == {people.electrician, people.night_guard}
        assert "健康证" in found.certificates


def test_a_change_of_the_catalog_is_seen_at_once(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        assert catalog.of_fair(work, fair.id).postings == 2
        work.db.get_one(Posting, people.night_guard).status = PostingStatus.CLOSED
        postings.announce_change(work, fair.id)
        work.db.flush()
        assert catalog.of_fair(work, fair.id).postings == 1


def test_pages_of_a_large_fair_get_the_last_summary_while_the_next_is_made(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(catalog, "LARGE", 1)
    workshop.shelf.readying.patience = 1.0
    workshop.shelf.readying.behind = waiting.append
    with workshop.reading() as work:
        before = catalog.of_fair(work, people.fair)
    with workshop.writing() as work:
        work.db.get_one(Posting, people.night_guard).status = PostingStatus.CLOSED
        postings.announce_change(work, people.fair)
    with workshop.reading() as work:
        assert catalog.of_fair(work, people.fair) is before
        assert catalog.of_fair(work, people.fair) is before
    (make,) = waiting
    make()
    with workshop.reading() as work:
        assert catalog.of_fair(work, people.fair).postings == 1
    assert waiting == [make]
