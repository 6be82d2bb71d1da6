"""The feed as it is told: in order, by fair, to those who may hear it."""

import pytest

from matcher.domain.errors import NotFound
from matcher.domain.terms import FairStatus, FeedKind
from matcher.services import feed
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from tests.people import People


def test_after_a_number_comes_what_happened_since(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        work.announce(people.fair, FeedKind.REGISTERED, {"source": "phone"})
        work.announce(people.other_fair, FeedKind.REGISTERED)
        work.announce(people.fair, FeedKind.CHECKED_IN, {"here": 1}, fair_session_id=people.hall)
    with workshop.reading() as work:
        mine = feed.after(work, 0, fair_id=people.fair)
        assert [entry.kind for entry in mine] == [FeedKind.REGISTERED, FeedKind.CHECKED_IN]
        assert feed.after(work, mine[0].id, fair_id=people.fair) == mine[1:]
        assert len(feed.after(work, 0)) == 3
        assert feed.newest(work) == mine[1].id
        assert mine[1].public() == {
            "id": mine[1].id,
            "kind": "checked_in",
            "session": people.hall,
            "at": work.now.isoformat(),
            "here": 1,
        }


@pytest.mark.parametrize("status", [FairStatus.DRAFT, FairStatus.CLOSED])
def test_only_a_published_fair_can_be_followed(
    workshop: Workshop, people: People, status: FairStatus
) -> None:
    with workshop.writing() as work:
        assert feed.published_fair(work, people.slug) == people.fair
        work.db.get_one(Fair, people.fair).status = status
        with pytest.raises(NotFound):
            feed.published_fair(work, people.slug)
