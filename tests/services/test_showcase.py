"""The public sees published fairs and open postings, and nothing that is not ready or is over."""

from datetime import timedelta

import pytest

from matcher.domain.errors import NotFound
from matcher.domain.terms import BroadcastStatus, FairStatus, PostingStatus
from matcher.services import showcase
from matcher.services.work import Workshop
from matcher.storage.broadcasts import Broadcast
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from tests.people import People


def test_a_fair_in_preparation_is_not_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.DRAFT
        work.db.flush()
        assert [fair.slug for fair in showcase.open_fairs(work)] == [people.other_slug]
        with pytest.raises(NotFound):
            showcase.fair(work, people.slug)


def test_a_stream_on_the_air_comes_first_with_what_is_pinned(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        broadcast = Broadcast(
            fair_session_id=people.stream,
            status=BroadcastStatus.LIVE,
            pinned_posting_id=people.electrician,
        )
        work.db.add(broadcast)
        work.db.flush()
        stream, hall = showcase.sessions(work, people.fair)
        assert stream.is_live
        assert stream.pinned is not None
        assert stream.pinned[0].id == people.electrician
        assert (hall.session.id, hall.employers) == (people.hall, 2)


def test_a_posting_is_found_by_its_spoken_number_in_its_own_fair(
    workshop: Workshop, people: People
) -> None:
    with workshop.reading() as work:
        shown = showcase.posting(work, people.fair, 101)
        assert (shown.posting.id, shown.booth) == (people.electrician, "A01")
        assert showcase.posting(work, people.other_fair, 101).posting.id == people.other_posting
        with pytest.raises(NotFound, match="not_found"):
            showcase.posting(work, people.fair, 999)


def test_closed_and_expired_postings_are_gone_and_drafts_never_were(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        one = work.db.get_one(Posting, people.electrician)
        one.expires_on = work.today
        assert showcase.posting(work, people.fair, 101)
        one.expires_on = work.today - timedelta(days=1)
        with pytest.raises(NotFound, match="posting_gone"):
            showcase.posting(work, people.fair, 101)
        one.expires_on, one.status = None, PostingStatus.CLOSED
        with pytest.raises(NotFound, match="posting_gone"):
            showcase.posting(work, people.fair, 101)
        one.status = PostingStatus.DRAFT
        with pytest.raises(NotFound, match="not_found"):
            showcase.posting(work, people.fair, 101)
