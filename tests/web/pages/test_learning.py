"""The pages of learning: both words given, noted while looking around, used on request only."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from matcher.matching.weights import DEFAULT
from matcher.services import learning
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from matcher.storage.learning import Impression, Lesson
from matcher.storage.seekers import Seeker
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


@pytest.fixture
def page(people: People) -> str:
    return f"/organizer/f/{people.fair}/learning"


def _lesson(workshop: Workshop, people: People, verdict: str) -> None:
    weights = {**DEFAULT.by_name(), "title": 1.6}
    report = {
        "start": DEFAULT.by_name(),
        "tried": weights,
        "evidence": {"people": 320, "choices": 900, "pairs": 4000, "sources": 60},
        "gain": [0.031, 0.012, 0.05],
    }
    with workshop.writing() as work:
        work.db.add(
            Lesson(
                fair_id=people.fair,
                made_at=work.now,
                verdict=verdict,
                weights=weights,
                report=report,
            )
        )


def test_looking_around_is_noted_only_after_both_said_yes(
    browse: Browse, people: People, page: str, workshop: Workshop
) -> None:
    seeker = browse("seeker")
    me, matches = f"/f/{people.slug}/me", f"/f/{people.slug}/matches"
    assert "me/learning" not in seeker.get(me).text
    browse("organizer").post(page, {"do": "on"})
    assert "me/learning" in seeker.get(me).text
    seeker.get(matches)
    workshop.journal.flush()
    with workshop.reading() as work:
        assert work.db.scalar(select(Impression)) is None
    seeker.post(f"/f/{people.slug}/me/learning", {"wanted": "1"})
    seeker.get(matches)
    seeker.get(f"/f/{people.slug}/p/101")
    workshop.journal.flush()
    with workshop.reading() as work:
        seen = work.db.scalars(select(Impression)).one()
        assert (seen.posting_id, seen.place) == (people.electrician, 1)
        assert seen.opened_at is not None
    seeker.post(f"/f/{people.slug}/me/learning", {"wanted": "0"})
    with workshop.reading() as work:
        assert work.db.scalar(select(Impression)) is None


def test_learning_on_nothing_says_so(browse: Browse, page: str) -> None:
    organizer = browse("organizer")
    organizer.post(page, {"do": "on"})
    assert organizer.post(page, {"do": "learn"}).status_code == 303
    said = organizer.get(page).text
    assert "目前太少" in said
    organizer.post(page, {"do": "use"})
    assert "在用" not in organizer.get(page).text


def test_a_gain_is_used_only_when_told_and_people_are_told(
    browse: Browse, people: People, page: str, workshop: Workshop
) -> None:
    _lesson(workshop, people, "learned")
    organizer, seeker = browse("organizer"), browse("seeker")
    assert "先打开学习" in organizer.get(page).text
    organizer.post(page, {"do": "on"})
    said = organizer.get(page).text
    assert "× 1.60" in said
    assert "+3.1 %" in said
    assert "320" in said
    matches = f"/f/{people.slug}/matches"
    assert "学来的" not in seeker.get(matches).text
    organizer.post(page, {"do": "use"})
    assert "学来的" in seeker.get(matches).text
    seeker.post(f"/f/{people.slug}/me/learning", {"wanted": "1"})
    seeker.get(matches)
    seeker.get(f"/f/{people.slug}/p/101")
    workshop.journal.flush()
    said = organizer.get(page).text
    assert "用学到的分量排的名单" in said
    assert "100.0 %" in said
    seeker.post(f"/f/{people.slug}/personalised", {"wanted": "0"})
    assert "学来的" not in seeker.get(matches).text
    organizer.post(page, {"do": "stop"})
    with workshop.reading() as work:
        rival = work.db.get_one(Seeker, people.zhouhang)
        assert learning.weights_for(work, rival) == DEFAULT


def test_what_is_no_gain_has_no_button(
    browse: Browse, people: People, page: str, workshop: Workshop
) -> None:
    _lesson(workshop, people, "no_gain")
    organizer = browse("organizer")
    organizer.post(page, {"do": "on"})
    assert 'value="use"' not in organizer.get(page).text
    organizer.post(page, {"do": "use"})
    with workshop.reading() as work:
        assert not learning.state(work, work.db.get_one(Fair, people.fair)).in_use


def test_forgetting_leaves_nothing(
    browse: Browse, people: People, page: str, workshop: Workshop
) -> None:
    _lesson(workshop, people, "learned")
    organizer = browse("organizer")
    organizer.post(page, {"do": "forget"})
    with workshop.reading() as work:
        assert work.db.scalar(select(Lesson)) is None
    assert organizer.post(page, {"do": "anything"}).status_code == 404
