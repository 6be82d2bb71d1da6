"""The big screen: open to everybody, counts only."""

from collections.abc import Callable

from matcher.domain.terms import Channel, FairStatus, FeedKind
from matcher.services import applications
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from matcher.storage.seekers import Seeker
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


def test_nobody_s_name_or_number_is_on_the_wall(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        for seeker_id in (people.linyue, people.zhouhang):
            work.db.get_one(Seeker, seeker_id).phone = "+8613812345678"
            applications.apply(work, seeker_id, people.electrician, channel=Channel.ON_SITE)
    anyone = browse("anyone")
    wall = anyone.text(f"/f/{people.slug}/screen")
    numbers = anyone.get(f"/f/{people.slug}/screen/numbers").get_data(as_text=True)
    for secret in ("林悦", "周航", "13812345678", "100001"):
        assert secret not in wall
        assert secret not in numbers
    assert anyone.get(f"/f/{people.slug}/screen/numbers").get_json()["counts"] == {
        "visitors": "0",
        "viewers": "0",
        "applications": "<5",
        "agreed": "0",
        "openings": "4",
    }


def test_a_fair_that_is_not_announced_has_no_wall(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.DRAFT
    for path in ("screen", "screen/numbers"):
        assert browse("anyone").get(f"/f/{people.slug}/{path}").status_code == 404
        assert browse("anyone").get(f"/f/nowhere/{path}").status_code == 404


def test_what_happens_is_on_the_wall_at_the_next_look(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    anyone = browse("anyone")
    path = f"/f/{people.slug}/screen/numbers"
    assert anyone.get(path).get_json()["hours"]["hours"] == []
    with workshop.writing() as work:
        applications.apply(work, people.linyue, people.electrician, channel=Channel.ON_SITE)
        work.announce(people.fair, FeedKind.APPLIED)
    assert anyone.get(path).get_json()["counts"]["applications"] == "<5"


def test_the_wall_s_words_cannot_become_code(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        fair.name = fair.organizer_name = "</script><b>'\"><img src=x>"
    page = browse("anyone").text(f"/f/{people.slug}/screen")
    assert "<img src=x>" not in page
    assert "</script><b>" not in page
