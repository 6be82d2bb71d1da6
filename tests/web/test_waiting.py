"""While matches are made ready a phone is told how far it is, and other pages do without them."""

import re
import threading
from collections.abc import Callable, Iterator

import pytest

from matcher.domain.readiness import Progress, Tell
from matcher.domain.terms import Making
from matcher.services import indexes
from matcher.services.readying import in_a_thread
from matcher.services.work import Workshop
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
Later = list[Callable[[], None]]


@pytest.fixture
def later(workshop: Workshop) -> Later:
    """What is to be done behind the scenes, until the test does it; no page waits for it."""
    todo: Later = []
    workshop.shelf.readying.patience = 0.0
    workshop.shelf.readying.behind = todo.append
    return todo


@pytest.fixture
def on_the_way(workshop: Workshop, people: People) -> Iterator[Callable[[Progress], None]]:
    """Lets the fair's index be so far, and no further until the test is over."""
    over = threading.Event()

    def hold(progress: Progress) -> None:
        said = threading.Event()

        def make(tell: Tell) -> None:
            tell(progress)
            said.set()
            over.wait()

        workshop.shelf.readying.patience = 0.0
        workshop.shelf.readying.begin(("postings", people.fair), make)
        said.wait()

    yield hold
    over.set()


def test_a_phone_is_told_at_once_and_goes_on_by_itself(browse: Browse, later: Later) -> None:
    phone = browse("seeker")
    answer = phone.get("/f/spring/matches")
    page = answer.text
    assert answer.status_code == 503
    assert "正在为您准备岗位" in page
    pause = re.search(r'<meta http-equiv="refresh" content="(\d+)">', page)
    assert pause is not None
    assert answer.headers["Retry-After"] == pause[1]
    assert 3 <= int(pause[1]) <= 6
    assert 'href="/f/spring/postings"' in page
    assert len(later) == 1
    assert phone.get("/f/spring/matches/kept-back").status_code == 503
    assert len(later) == 1  # however many ask, it is made once
    later.pop()()
    assert "维修电工" in phone.text("/f/spring/matches")
    assert phone.get("/f/spring/matches/kept-back").status_code == 200
    assert not later


def test_the_page_says_how_far_it_is_in_both_languages(
    browse: Browse, on_the_way: Callable[[Progress], None]
) -> None:
    on_the_way(Progress(Making.READING, 40_000, 80_000))
    phone = browse("seeker")
    page = phone.get("/f/spring/matches").text
    assert "已读 40,000 个，共 80,000 个岗位" in page
    assert '<progress class="wide" max="100" value="7"' in page
    phone.client.set_cookie("language", "en")
    assert "40,000 of 80,000 jobs" in phone.get("/f/spring/matches").text


def test_a_program_is_told_the_same(browse: Browse, on_the_way: Callable[[Progress], None]) -> None:
    on_the_way(Progress(Making.COUNTING, 500, 1000))
    answer = browse("seeker").get("/f/spring/matches", headers={"Accept": "application/json"})
    assert answer.status_code == 503
    assert 3 <= int(answer.headers["Retry-After"]) <= 6
    told = answer.get_json()
    assert told.pop("title")
    assert told.pop("percent") > 20
    assert told == {
        "code": "not_ready",
        "status": 503,
        "step": "counting",
        "done": 500,
        "total": 1000,
    }


def test_other_pages_do_without_matches(browse: Browse, people: People, later: Later) -> None:
    phone = browse("seeker")
    pages = ("/p/101", "/postings", f"/live/{people.stream}", "/ticket", "")
    assert [phone.get(f"/f/spring{page}").status_code for page in pages] == [200] * 5
    assert len(later) == 1


def test_a_small_fair_shows_no_waiting_page(browse: Browse, workshop: Workshop) -> None:
    workshop.shelf.readying.patience = 60.0
    workshop.shelf.readying.behind = in_a_thread
    assert "维修电工" in browse("seeker").text("/f/spring/matches")


def test_who_comes_while_the_program_is_compiled_is_told_so(
    browse: Browse, workshop: Workshop, later: Later
) -> None:
    workshop.shelf.readying.begin(indexes.ENGINE, lambda _: None)
    phone = browse("seeker")
    assert phone.get("/f/spring/matches").status_code == 503
    assert len(later) == 1  # nothing else is begun beside it
    later.pop()()
    assert phone.get("/f/spring/matches").status_code == 503
    later.pop()()
    assert phone.get("/f/spring/matches").status_code == 200


def test_what_went_wrong_is_tried_again(
    browse: Browse, workshop: Workshop, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = browse("seeker")
    phone.get("/f/spring/matches")
    with monkeypatch.context() as broken:
        broken.setattr(indexes, "_made", None)
        later.pop()()
    assert phone.get("/f/spring/matches").status_code == 503
    later.pop()()
    assert phone.get("/f/spring/matches").status_code == 200
