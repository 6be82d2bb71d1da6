"""A livestream on the air: what is pinned, what comes next, and what the phones are told."""

import pytest

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import BroadcastStatus, Channel, FeedKind, PostingStatus
from matcher.services import applications, broadcasts, feed, run_sheets
from matcher.services.broadcasts import OnAir
from matcher.services.work import Work, Workshop
from matcher.storage.postings import Posting
from tests.people import People


def _prepared(work: Work, people: People) -> broadcasts.FairSession:
    session = broadcasts.session(work, people.stream)
    run_sheets.add_line(work, session, 101)
    run_sheets.add_line(work, session, 102)
    work.db.flush()
    return session


def _stands(air: OnAir) -> tuple[int | None, int | None]:
    """The spoken numbers of what is pinned and of what comes next."""
    return (
        air.pinned.posting.number if air.pinned else None,
        air.upcoming.posting.number if air.upcoming else None,
    )


def test_a_stream_goes_through_its_run_sheet(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _prepared(work, people)
        assert _stands(broadcasts.on_air(work, session)) == (None, 101)
        broadcasts.start(work, session)
        assert _stands(broadcasts.on_air(work, session)) == (101, 102)
        broadcasts.pin_next(work, session)
        assert _stands(broadcasts.on_air(work, session)) == (102, None)
        with pytest.raises(Refused, match="run_sheet_done"):
            broadcasts.pin_next(work, session)
        broadcasts.end(work, session)
        air = broadcasts.on_air(work, session)
        assert (air.status, air.pinned) == (BroadcastStatus.ENDED, None)


def test_the_phones_are_told_each_step_once(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _prepared(work, people)
        broadcasts.start(work, session)
        broadcasts.start(work, session)
        broadcasts.pin(work, session, people.night_guard)
        broadcasts.end(work, session)
        broadcasts.end(work, session)
    with workshop.reading() as work:
        told = feed.after(work, 0)
    assert [entry.kind for entry in told] == [
        FeedKind.PINNED,
        FeedKind.WENT_LIVE,
        FeedKind.PINNED,
        FeedKind.ENDED,
    ]
    assert {entry.fair_session_id for entry in told} == {people.stream}
    assert told[2].payload == {"posting": people.night_guard, "number": 102}


def test_nothing_is_pinned_off_the_air_or_off_the_sheet(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        run_sheets.add_line(work, session, 101)
        with pytest.raises(Refused, match="not_live"):
            broadcasts.pin(work, session, people.electrician)
        broadcasts.start(work, session)
        for posting in (people.night_guard, people.other_posting, 999_999):
            with pytest.raises(NotFound):
                broadcasts.pin(work, session, posting)


def test_a_closed_posting_is_passed_over(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _prepared(work, people)
        work.db.get_one(Posting, people.electrician).status = PostingStatus.CLOSED
        broadcasts.start(work, session)
        air = broadcasts.on_air(work, session)
        assert _stands(air) == (102, None)
        assert [line.is_open for line in air.sheet] == [False, True]
        with pytest.raises(NotFound, match="posting_gone"):
            broadcasts.pin(work, session, people.electrician)


def test_a_hall_is_no_stream(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work, pytest.raises(NotFound):
        broadcasts.session(work, people.hall)


def test_one_runs_the_sessions_one_was_given(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work:
        one = broadcasts.hosted(work, session_ids=[people.stream, people.hall], fair_ids=[])
        whole = broadcasts.hosted(work, session_ids=[], fair_ids=[people.other_fair])
        none = broadcasts.hosted(work, session_ids=[], fair_ids=[])
        assert [s.id for s in one] == [people.stream]
        assert [s.id for s in whole] == [people.other_stream]
        assert none == []


def test_what_was_taken_back_does_not_count(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _prepared(work, people)
        sent = applications.apply(
            work,
            people.linyue,
            people.electrician,
            channel=Channel.LIVESTREAM,
            fair_session_id=session.id,
        )
        assert broadcasts.counts(work, session)["applications"] == 1
        applications.withdraw(work, people.linyue, sent.id)
        assert broadcasts.counts(work, session)["applications"] == 0
