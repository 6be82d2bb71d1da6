"""The live room for viewers: what is on, asking, applying, watching, and whose picture is shown."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from matcher.domain.terms import Channel
from matcher.services import applications, broadcasts, run_sheets, viewings
from matcher.services.work import Workshop
from matcher.storage.fairs import FairSession
from tests.conftest import Clock
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


@pytest.fixture
def room(workshop: Workshop, people: People) -> str:
    """The address of a stream that is on the air with the electrician's post."""
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        for number in (101, 102):
            run_sheets.add_line(work, session, number)
        broadcasts.start(work, session)
    return f"/f/{people.slug}/live/{people.stream}"


def _stream_at(workshop: Workshop, people: People, **where: str) -> None:
    with workshop.writing() as work:
        session = work.db.get_one(FairSession, people.stream)
        for name, value in where.items():
            setattr(session, name, value)


def test_everybody_sees_what_is_spoken_of(browse: Browse, people: People, room: str) -> None:
    page = browse("anyone").text(room)
    assert f'data-posting="{people.electrician}" data-status="live"' in page
    assert "夜班保安" in page
    assert 'name="text"' not in page  # asking needs a profile
    assert "直播中" in browse("anyone").text(f"/f/{people.slug}/live")


def test_a_known_seeker_sees_reasons_and_what_does_not_fit(browse: Browse, room: str) -> None:
    page = browse("seeker").text(room)
    assert 'class="why"' in page
    assert 'class="lacks"' in page  # the night guard's post, for somebody who wants no nights
    sheet = page.split('id="sheet"')[1]
    assert sheet.index("维修电工") < sheet.index("夜班保安")


def test_the_piece_follows_the_host(
    browse: Browse, people: People, room: str, workshop: Workshop
) -> None:
    viewer = browse("anyone")
    assert "维修电工" in viewer.text(f"{room}/pinned")
    with workshop.writing() as work:
        broadcasts.pin_next(work, broadcasts.session(work, people.stream))
    assert "夜班保安" in viewer.text(f"{room}/pinned")
    with workshop.writing() as work:
        broadcasts.end(work, broadcasts.session(work, people.stream))
    assert 'data-status="ended"' in viewer.text(f"{room}/pinned")


def test_asking_is_for_seekers_of_this_fair_and_shows_text_only(browse: Browse, room: str) -> None:
    seeker = browse("seeker")
    hostile = "</li><script>alert(1)</script>"
    assert seeker.post(f"{room}/ask", {"text": hostile}).location == room
    page = browse("anyone").text(f"{room}/questions")
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert "林悦" not in page
    assert "notice warn" in seeker.post(f"{room}/ask", {"text": ""}, follow_redirects=True).text
    assert browse("anyone").post(f"{room}/ask", {"text": "包住吗"}).status_code == 401
    assert browse("other_seeker").post(f"{room}/ask", {"text": "包住吗"}).status_code == 404


def test_one_tap_asks_for_consent_first_and_sends_at_once_afterwards(
    browse: Browse, people: People, room: str, workshop: Workshop
) -> None:
    seeker = browse("seeker")
    tap = f"{room}/apply/{people.electrician}"
    consent = f"/f/{people.slug}/p/101/apply?session={people.stream}"
    assert seeker.post(tap).location == consent
    with workshop.writing() as work:
        sent = applications.apply(work, people.linyue, people.electrician, channel=Channel.ON_SITE)
        applications.withdraw(work, people.linyue, sent.id)
    assert seeker.post(tap).location == room
    assert f"/f/{people.slug}/me" in seeker.text(f"{room}/pinned")
    with workshop.writing() as work:
        applications.recall(work, people.linyue, people.chenguang)
    assert seeker.post(tap).location == consent


def test_a_stranger_who_taps_is_sent_to_the_three_steps(
    browse: Browse, people: People, room: str
) -> None:
    answer = browse("anyone").post(f"{room}/apply/{people.electrician}")
    assert answer.location.startswith(f"/f/{people.slug}/start/1")
    assert browse("seeker").post(f"{room}/apply/{people.other_posting}").status_code == 404


def test_watching_adds_up_by_browser(
    browse: Browse, people: People, room: str, workshop: Workshop, clock: Clock
) -> None:
    viewer = browse("anyone")
    viewer.get(room)
    for _ in range(3):
        told = viewer.post_json(f"{room}/watching", {}).get_json()
        assert told == {"watching": 1}
        clock.now += timedelta(seconds=30)
    stranger = browse("anyone")  # never opened the room: has no cookie, is nobody
    stranger.post_json(f"{room}/watching", {})
    with workshop.reading() as work:
        assert viewings.watched(work, broadcasts.session(work, people.stream)) == (1, 60)


def test_rooms_of_other_fairs_and_halls_are_not_here(browse: Browse, people: People) -> None:
    for session in (people.other_stream, people.hall, 999_999):
        assert browse("anyone").get(f"/f/{people.slug}/live/{session}").status_code == 404


def test_a_stream_of_ours_is_played_here(
    browse: Browse, people: People, room: str, workshop: Workshop
) -> None:
    _stream_at(workshop, people, stream_url="/media/demo/live.m3u8")
    answer = browse("anyone").get(room)
    assert 'data-src="/media/demo/live.m3u8"' in answer.text
    assert "media-src 'self' blob:;" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ({"room_url": "https://live.example/room/1"}, "live.example"),
        ({"stream_url": "https://unknown.example/a.m3u8"}, "unknown.example"),
    ],
)
def test_a_room_elsewhere_is_a_link_that_tells_nothing_of_us(
    browse: Browse, people: People, room: str, workshop: Workshop, where: dict[str, str], shown: str
) -> None:
    _stream_at(workshop, people, **where)
    page = browse("anyone").text(room)
    assert 'rel="noopener noreferrer"' in page
    assert shown in page
    assert "<video" not in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil", "ftp://x"]
)
def test_what_is_no_web_address_is_not_linked(
    browse: Browse, people: People, room: str, workshop: Workshop, address: str
) -> None:
    _stream_at(workshop, people, room_url=address, stream_url=address)
    page = browse("anyone").text(room)
    assert address not in page
