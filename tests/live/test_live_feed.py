"""Live streams over a real server: news arrives, nothing missed is lost, the door has a limit."""

import json
from collections.abc import Callable

from matcher.domain.terms import FairStatus, FeedKind
from matcher.services import feed
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from tests.live.conftest import Running
from tests.people import People

Serve = Callable[..., Running]


def _announce(workshop: Workshop, people: People, number: int, **where: int | None) -> None:
    with workshop.writing() as work:
        work.announce(
            where.get("fair") or people.fair,
            FeedKind.CHECKED_IN,
            {"count": number},
            fair_session_id=where.get("session"),
        )


def test_news_reaches_an_open_stream_in_order(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    stream = serve().stream(f"/f/{people.slug}/events")
    assert stream.next()["event"] == "hello"
    for number in range(5):
        _announce(workshop, people, number)
    told = [json.loads(stream.next()["data"])["count"] for _ in range(5)]
    assert told == [0, 1, 2, 3, 4]
    stream.close()


def test_who_comes_back_gets_what_was_missed_and_nothing_twice(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    running = serve()
    stream = running.stream(f"/f/{people.slug}/events")
    stream.next()
    _announce(workshop, people, 1)
    last = int(stream.next()["id"])
    stream.close()
    _announce(workshop, people, 2)
    _announce(workshop, people, 3)
    again = running.stream(f"/f/{people.slug}/events", last_event_id=last)
    assert again.next()["event"] == "hello"
    assert [json.loads(again.next()["data"])["count"] for _ in range(2)] == [2, 3]
    _announce(workshop, people, 4)
    assert json.loads(again.next()["data"])["count"] == 4
    again.close()


def test_what_happened_before_the_server_started_is_read_from_the_table(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    _announce(workshop, people, 1)
    stream = serve().stream(f"/f/{people.slug}/events?after=0")
    stream.next()
    assert json.loads(stream.next()["data"])["count"] == 1
    stream.close()


def test_who_missed_too_much_is_told_to_look_again(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        for number in range(150):
            work.announce(people.fair, FeedKind.CHECKED_IN, {"count": number})
        newest = feed.newest(work)
    stream = serve().stream(f"/f/{people.slug}/events?after=0")
    stream.next()
    message = stream.next()
    assert message["event"] == "resync"
    assert int(message["id"]) >= newest
    stream.close()


def test_a_stream_hears_only_its_fair_and_its_session(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    stream = serve().stream(f"/f/{people.slug}/events?session={people.stream}")
    stream.next()
    _announce(workshop, people, 1, fair=people.other_fair)
    _announce(workshop, people, 2, session=people.hall)
    _announce(workshop, people, 3, session=people.stream)
    assert json.loads(stream.next()["data"])["count"] == 3
    stream.close()


def test_a_full_house_answers_come_back_later(serve: Serve, people: People) -> None:
    running = serve(streams_max=1)
    first = running.stream(f"/f/{people.slug}/events")
    assert first.next()["event"] == "hello"
    second = running.stream(f"/f/{people.slug}/events")
    assert second.answer.status == 503
    assert 5 <= int(second.answer.headers["Retry-After"]) <= 30
    page = running.connect()
    page.request("GET", "/health")
    assert page.getresponse().status == 200
    page.close()
    first.close()
    second.close()


def test_slow_senders_do_not_hold_up_anybody_else(serve: Serve) -> None:
    running = serve()
    slow = []
    for _ in range(40):  # more than there are threads
        connection = running.connect()
        connection.putrequest("POST", "/sign-in")
        connection.putheader("Content-Length", "100")
        connection.putheader("Content-Type", "application/x-www-form-urlencoded")
        connection.endheaders(b"login=")
        slow.append(connection)
    page = running.connect()
    page.request("GET", "/health")
    assert page.getresponse().status == 200
    for connection in (*slow, page):
        connection.close()


def test_a_fair_that_is_not_published_has_no_stream(
    serve: Serve, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = work.db.get(Fair, people.other_fair)
        assert fair is not None
        fair.status = FairStatus.DRAFT
    running = serve()
    for slug in (people.other_slug, "no-such-fair"):
        stream = running.stream(f"/f/{slug}/events")
        assert stream.answer.status == 404
        stream.close()


def test_open_streams_do_not_hold_up_the_end(serve: Serve, people: People) -> None:
    running = serve()
    streams = [running.stream(f"/f/{people.slug}/events") for _ in range(5)]
    for stream in streams:
        stream.next()
    assert running.stop() < 3
    assert streams[0].next() == {}
    for stream in streams:
        stream.close()
