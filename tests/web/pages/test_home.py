"""The fair as everybody sees it, through the web door."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from matcher.domain.terms import BroadcastStatus, FairStatus, PayUnit, PostingStatus
from matcher.services import postings
from matcher.services.work import Workshop
from matcher.storage import fairs
from matcher.storage.broadcasts import Broadcast
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


def test_one_open_fair_is_gone_to_at_once_and_the_list_stays_reachable(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("anyone")
    page = browser.text("/")
    assert "春风送岗" in page
    assert "金秋招聘" in page
    with workshop.writing() as work:
        work.db.get_one(Fair, people.other_fair).status = FairStatus.CLOSED
    assert browser.get("/").location == "/f/spring"
    assert "春风送岗" in browser.text("/?all=1")


def test_the_fair_shows_its_counts_sessions_and_the_way_in(browse: Browse) -> None:
    page = browse("anyone").text("/f/spring")
    for piece in ("<b>2</b>", "<b>4</b>", "1号馆", "直播带岗", "组委会", "/f/spring/start/1"):
        assert piece in page


def test_a_live_session_says_what_is_spoken_of(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        live = Broadcast(
            fair_session_id=people.stream,
            status=BroadcastStatus.LIVE,
            pinned_posting_id=people.electrician,
        )
        work.db.add(live)
    assert "正在讲：维修电工（岗位号 101）" in browse("anyone").text("/f/spring")


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (6000, 8000, "6,000–8,000 元/月"),
        (6000, 6000, "6,000 元/月"),
        (6000, None, "6,000 元/月起"),
        (None, 8000, "最高 8,000 元/月"),
    ],
)
def test_pay_is_told_as_far_as_it_is_known(
    browse: Browse, workshop: Workshop, people: People, low: int | None, high: int | None, told: str
) -> None:
    with workshop.writing() as work:
        posting = work.db.get_one(Posting, people.electrician)
        posting.pay_min, posting.pay_max = low, high
        fairs.bump_catalog(work.db, people.fair)
    assert told in browse("anyone").text("/f/spring/p/101")


@pytest.mark.parametrize("path", ["", "/postings", "/p/101", "/start/1", "/matches", "/ticket"])
def test_a_fair_in_preparation_is_not_there(
    browse: Browse, workshop: Workshop, people: People, path: str
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.DRAFT
    assert browse("anyone").get(f"/f/spring{path}").status_code == 404


def test_a_closed_fair_says_so_and_takes_nothing_in(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.CLOSED
    browser = browse("anyone")
    assert "已经结束" in browser.text("/f/spring")
    assert browser.get("/f/spring/start/1").location == "/f/spring"
    assert browser.post("/f/spring/start/1", {"wanted": "电工"}).status_code == 409
    seeker = browse("seeker")
    assert "/p/101/apply" not in seeker.text("/f/spring/p/101")
    assert seeker.post("/f/spring/p/101/apply").status_code == 409


@pytest.mark.parametrize(
    ("words", "found", "missing"),
    [
        ("电工", "维修电工", "夜班保安"),
        ("102", "夜班保安", "维修电工"),
        ("禾田", "夜班保安", "维修电工"),
        ("晨光 电工", "维修电工", "夜班保安"),
        ("%", "没搜到", "维修电工"),
    ],
)
def test_search_finds_words_numbers_and_employers(
    browse: Browse, words: str, found: str, missing: str
) -> None:
    page = browse("anyone").get("/f/spring/postings", query_string={"q": words})
    text = page.get_data(as_text=True)
    assert found in text
    assert missing not in text
    assert "客房服务员" not in text


def test_long_lists_come_in_pages(browse: Browse, workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        model = work.db.get_one(Posting, people.electrician)
        for number in range(200, 212):
            work.db.add(
                Posting(
                    fair_id=people.fair,
                    employer_id=people.chenguang,
                    number=number,
                    title=f"装配工{number}",
                    status=PostingStatus.PUBLISHED,
                    updated_at=model.updated_at,
                )
            )
        postings.announce_change(work, people.fair)
    browser = browse("anyone")
    first, second = (browser.text(f"/f/spring/postings?q=装配工&page={n}") for n in (1, 2))
    assert "装配工200" in first
    assert "装配工211" not in first
    assert "装配工211" in second
    for odd in ("0", "-1", "x", "99999999999", "²"):
        assert browser.get(f"/f/spring/postings?page={odd}").status_code == 200


def test_a_posting_shows_its_fact_card(browse: Browse, workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        one = work.db.get_one(Posting, people.electrician)
        one.pay_text, one.pay_unit, one.pay_min, one.pay_max = "25元/小时", PayUnit.HOUR, 4350, 4350
        one.certificates_required = ["低压电工作业证"]
        one.expires_on = work.today + timedelta(days=3)
    page = browse("anyone").text("/f/spring/p/101")
    for piece in (
        "25元/小时",
        "按每月 174 小时算",
        "长白班",
        "苏溪镇",
        "A01",
        "1号馆",
        "低压电工作业证",
        "3月11日",
        "晨光机械",
        "没写，到展位问一声",
    ):
        assert piece in page, piece


def test_what_is_taken_down_or_belongs_elsewhere_is_not_shown(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("anyone")
    assert browser.get("/f/spring/p/999").status_code == 404
    assert browser.get("/f/spring/p/99999999999").status_code == 404
    with workshop.writing() as work:
        work.db.get_one(Posting, people.electrician).status = PostingStatus.CLOSED
        work.db.get_one(Posting, people.night_guard).expires_on = work.today - timedelta(days=1)
    for number in (101, 102):
        gone = browser.get(f"/f/spring/p/{number}")
        assert gone.status_code == 404
        assert "已下线" in gone.get_data(as_text=True)
    assert "客房服务员" in browser.text("/f/autumn/p/101")


def test_a_page_for_somebody_else_offers_to_sign_in(browse: Browse) -> None:
    answer = browse("seeker").get("/organizer")
    assert answer.status_code == 403
    assert 'href="/sign-in"' in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/f/spring/p/999", "/f/spring/nowhere"])
def test_what_is_not_there_leaves_the_fair_at_hand(browse: Browse, path: str) -> None:
    answer = browse("anyone").get(path)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 404
    for way in ("/f/spring", "/f/spring/matches", "/f/spring/ticket"):
        assert f'href="{way}"' in page


@pytest.mark.parametrize("path", ["/f/none/p/999", "/f/none", "/nowhere"])
def test_where_no_fair_is_the_way_leads_to_the_start(
    browse: Browse, workshop: Workshop, people: People, path: str
) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.other_fair)
        fair.slug, fair.status = "none", FairStatus.DRAFT
    page = browse("anyone").get(path).get_data(as_text=True)
    assert 'href="/"' in page
    assert 'href="/f/none' not in page
