"""The feed for those who cannot hold a stream open."""

from collections.abc import Callable

from matcher.domain.terms import FairStatus, FeedKind
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


def test_one_asks_for_what_came_after(browse: Browse, workshop: Workshop, people: People) -> None:
    url = f"/api/v1/fairs/{people.slug}/feed"
    browser = browse("anyone")
    start = browser.get(url).get_json()
    assert start["entries"] == []
    with workshop.writing() as work:
        work.announce(people.other_fair, FeedKind.REGISTERED)
        work.announce(people.fair, FeedKind.REGISTERED, {"source": "phone"})
        work.announce(people.fair, FeedKind.PINNED, {"posting": 1}, fair_session_id=people.stream)
    told = browser.get(f"{url}?after={start['next']}").get_json()
    assert [entry["kind"] for entry in told["entries"]] == ["registered", "pinned"]
    mine = browser.get(f"{url}?after={start['next']}&session={people.stream}").get_json()
    assert [entry["posting"] for entry in mine["entries"]] == [1]
    again = browser.get(f"{url}?after={told['next']}").get_json()
    assert again == {"entries": [], "next": told["next"]}


def test_a_fair_in_preparation_tells_nothing(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.DRAFT
    assert browse("anyone").get(f"/api/v1/fairs/{people.slug}/feed").status_code == 404
