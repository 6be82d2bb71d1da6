"""A seeker's way through the web door, without a line of JavaScript."""

import io
import json
import re
from collections.abc import Callable

import docx
import pytest
from sqlalchemy import select

from matcher.domain.terms import Stage
from matcher.services import accounts, stages
from matcher.services.work import Workshop
from matcher.storage.applications import Application, Consent, consent_to
from matcher.storage.attendance import registration_of
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting
from matcher.storage.seekers import ResumeFile, Seeker
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def _newest(workshop: Workshop) -> Seeker:
    """Who came last, as stored."""
    with workshop.reading() as work:
        found = work.db.scalars(select(Seeker).order_by(Seeker.id.desc())).first()
        assert found is not None
        work.db.expunge(found)
        return found


def _application(workshop: Workshop) -> Application:
    """The one application there is, as stored."""
    with workshop.reading() as work:
        found = work.db.scalars(select(Application)).one()
        work.db.expunge(found)
        return found


def _consent(workshop: Workshop, people: People) -> Consent:
    """What 林悦 told 晨光, as stored."""
    with workshop.reading() as work:
        found = consent_to(work.db, people.linyue, people.chenguang)
        assert found is not None
        work.db.expunge(found)
        return found


def _take_the_steps(browser: Browser, **more: str) -> None:
    steps = (
        {"wanted": "电工", "no_night": "1", "min_pay": "5000"},
        {"certificates": "低压电工作业证"},
        {"name": "老王", **more},
    )
    for number, fields in enumerate(steps, 1):
        answer = browser.post(f"/f/spring/start/{number}", fields)
        assert answer.status_code == 302, answer.get_data(as_text=True)


def test_three_steps_lead_to_matches_and_a_ticket(browse: Browse, workshop: Workshop) -> None:
    browser = browse("anyone")
    assert browser.get("/f/spring/start/2").location == "/f/spring/start/1"
    _take_the_steps(browser)
    page = browser.text("/f/spring/matches")
    assert "为你找到 1 个岗位" in page
    assert "维修电工" in page
    assert 'class="fits"' in page
    ticket = browser.text("/f/spring/ticket")
    with workshop.reading() as work:
        held = registration_of(work.db, _newest(workshop).id)
        assert held is not None
        work.db.expunge(held)
    assert f"{held.code[:3]} {held.code[3:]}" in ticket
    assert "<svg" in ticket
    assert held.ticket not in ticket
    assert "style=" not in ticket
    assert not _newest(workshop).visible  # nobody is found who did not tick it


def test_the_third_step_shows_the_first_matches(browse: Browse) -> None:
    browser = browse("anyone")
    browser.post("/f/spring/start/1", {"wanted": "电工"})
    browser.post("/f/spring/start/2", {"certificates": "低压电工作业证"})
    assert "维修电工" in browser.text("/f/spring/start/3")


def test_going_back_finds_everything_and_unticking_takes_it_away(
    browse: Browse, workshop: Workshop
) -> None:
    browser = browse("anyone")
    _take_the_steps(browser, phone="138 1234 5678")
    first = browser.text("/f/spring/start/1")
    assert re.search(r'value="5000" checked', first)
    assert re.search(r'name="no_night" value="1" checked', first)
    assert "13812345678" in browser.text("/f/spring/start/3")
    browser.post("/f/spring/start/1", {"wanted": ["保安", "仓管，装卸"]})
    changed = _newest(workshop)
    assert changed.wanted == ["保安", "仓管", "装卸"]
    assert (changed.no_night, changed.min_pay) == (False, None)
    assert (changed.name, changed.certificates) == ("老王", ["低压电工作业证"])


def test_a_problem_keeps_what_was_typed(browse: Browse) -> None:
    browser = browse("anyone")
    browser.post("/f/spring/start/1", {})
    silent = browser.post("/f/spring/start/2", {"years": "3"})
    assert silent.status_code == 422
    assert "至少说一样" in silent.get_data(as_text=True)
    wrong = browser.post("/f/spring/start/2", {"certificates": "叉车证(N1)", "years": "许多"})
    page = wrong.get_data(as_text=True)
    assert wrong.status_code == 422
    assert 'value="许多"' in page
    assert "叉车证(N1)" in page
    browser.post("/f/spring/start/2", {"certificates": "叉车证(N1)", "years": "3 年"})
    phone = browser.post("/f/spring/start/3", {"name": "阿珍", "phone": "12345"})
    assert phone.status_code == 422
    assert 'value="阿珍"' in phone.get_data(as_text=True)
    assert 'value="12345"' in phone.get_data(as_text=True)


def test_a_resume_is_read_and_a_bad_one_loses_nothing(browse: Browse, workshop: Workshop) -> None:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("做过两年数控车床")
    document.save(file)
    browser = browse("anyone")
    browser.post("/f/spring/start/1", {"wanted": "电工"})
    bad = browser.post(
        "/f/spring/start/2",
        {"text": "手脚勤快", "resume": (io.BytesIO(b"\x89PNG\r\n" + bytes(99)), "我.pdf")},
    )
    assert bad.status_code == 422
    assert "手脚勤快" in bad.get_data(as_text=True)
    sent = (io.BytesIO(file.getvalue()), "我的简历.docx")
    good = browser.post("/f/spring/start/2", {"text": "手脚勤快", "resume": sent})
    assert good.status_code == 302
    seeker = _newest(workshop)
    assert (seeker.text, "数控车床" in seeker.resume_text) == ("手脚勤快", True)
    assert "我的简历.docx" in browser.text("/f/spring/start/2")
    browser.post("/f/spring/start/2", {"remove_resume": "1"})
    with workshop.reading() as work:
        assert work.db.get(ResumeFile, seeker.id) is None


def test_who_is_not_known_yet_comes_back_to_the_job_after_the_steps(browse: Browse) -> None:
    browser = browse("anyone")
    answer = browser.get("/f/spring/p/101/apply")
    assert answer.location == "/f/spring/start/1?posting=101"
    for number, fields in enumerate(({"wanted": "电工"}, {}, {}), 1):
        answer = browser.post(f"/f/spring/start/{number}?posting=101", fields)
    assert answer.location == "/f/spring/p/101/apply"


def test_new_profiles_are_limited_and_changing_one_is_not(browse: Browse) -> None:
    busy, honest = browse("anyone"), browse("anyone")
    codes = []
    for _ in range(42):
        busy.client.delete_cookie("fairmatch")
        codes.append(busy.post("/f/spring/start/1", {"wanted": "电工"}).status_code)
    assert codes[-1] == 429
    for _ in range(45):
        assert honest.post("/f/spring/start/1", {"wanted": "电工"}).status_code == 302


def test_filters_are_links_and_leave_what_fits(browse: Browse) -> None:
    browser = browse("rival")
    everything = browser.text("/f/spring/matches")
    assert "夜班保安" in everything
    link = re.search(r'href="(/f/spring/matches\?only=day)"', everything)
    assert link
    by_day = browser.text(link.group(1))
    assert "夜班保安" not in by_day
    assert 'href="/f/spring/matches"' in by_day  # the same chip takes the filter off again
    assert "没有" in browser.text("/f/spring/matches?pay=10000&session=99999999999&only=x&page=7")


def test_what_is_kept_back_is_shown_with_its_reason_and_let_in_with_one_tap(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Seeker, people.zhouhang).no_night = True
    browser = browse("rival")
    assert "因为要上夜班，少看了 1 个岗位" in browser.text("/f/spring/matches")
    assert "夜班保安" in browser.text("/f/spring/matches/kept-back?because=n")
    browser.post("/f/spring/matches/gates/n", {"opened": "1"})
    let_in = browser.text("/f/spring/matches")
    assert "夜班保安" in let_in
    assert "有夜班，你原来说不上夜班" in let_in
    browser.post("/f/spring/matches/gates/n", {"opened": "0"})
    assert "夜班保安" not in browser.text("/f/spring/matches")
    assert browser.post("/f/spring/matches/gates/c", {"opened": "1"}).status_code == 409
    assert browser.post("/f/spring/matches/gates/x9", {"opened": "1"}).status_code == 404


def test_the_nearest_certificate_is_named_with_what_it_would_open(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Posting, people.electrician).certificates_required = ["低压电工作业证"]
        rival = work.db.get_one(Seeker, people.zhouhang)
        rival.wanted, rival.text = ["电工"], "跟师傅做过电工"
    browser = browse("rival")
    page = browser.text("/f/spring/matches")
    assert "考下低压电工作业证，还能多 1 个合适的岗位" in page
    link = re.search(r'href="(/f/spring/matches/kept-back\?certificate=[^"]+)"', page)
    assert link
    listed = browser.text(link.group(1))
    assert "应急管理部门" in listed
    assert "维修电工" in listed
    blocked = browser.text("/f/spring/p/101")
    assert "缺：低压电工作业证" in blocked
    assert "还能多 1 个" in blocked


def test_where_somebody_would_like_to_work_is_a_reason_and_can_be_taken_back(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Posting, people.night_guard).place = "义乌市北苑街道云杉路8号"
    browser = browse("seeker")
    assert 'name="districts" value="北苑街道"' in browser.text("/f/spring/start/1")
    browser.post("/f/spring/start/1", {"wanted": "电工", "districts": "苏溪镇"})
    assert "在你想去的地方：苏溪镇" in browser.text("/f/spring/matches")
    assert 'value="苏溪镇" checked' in browser.text("/f/spring/start/1")
    browser.post("/f/spring/start/1", {"wanted": "电工"})
    assert "在你想去的地方" not in browser.text("/f/spring/matches")


def test_ranking_can_be_switched_off(browse: Browse) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/personalised", {"wanted": "0"})
    page = browser.text("/f/spring/matches")
    assert page.index("维修电工") < page.index("夜班保安")
    assert 'class="fits"' not in page
    browser.post("/f/spring/personalised", {"wanted": "1"})
    assert "夜班保安" not in browser.text("/f/spring/matches")


def test_applying_names_one_employer_and_happens_once(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("seeker")
    page = browser.text("/f/spring/p/101/apply")
    assert "只给晨光机械" in page
    first = browser.post("/f/spring/p/101/apply")
    again = browser.post("/f/spring/p/101/apply")
    assert first.location == again.location
    assert _application(workshop).posting_id == people.electrician
    assert _consent(workshop, people).receipt in browser.text(str(first.location))
    assert browser.get("/f/spring/p/101/apply").location == first.location
    assert "你投过了" in browser.text("/f/spring/p/101")


def test_the_phone_goes_only_where_it_was_ticked(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Seeker, people.linyue).phone = "+8613812345678"
    browser = browse("seeker")
    page = browser.text("/f/spring/p/101/apply")
    assert "138****5678" in page
    assert "13812345678" not in page
    browser.post("/f/spring/p/101/apply", {"shares_phone": "1"})
    browser.post("/f/spring/p/102/apply")
    with workshop.reading() as work:
        shared = [
            (found := consent_to(work.db, people.linyue, employer)) and found.shares_phone
            for employer in (people.chenguang, people.hetian)
        ]
    assert shared == [True, False]


def test_applying_from_a_livestream_counts_for_it(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/p/101/apply", {"session": str(people.stream)})
    sent = _application(workshop)
    assert (sent.channel.value, sent.fair_session_id) == ("livestream", people.stream)
    foreign = browser.post("/f/spring/p/102/apply", {"session": str(people.other_stream)})
    assert foreign.status_code == 404


def test_an_application_is_withdrawn_by_its_owner_alone(browse: Browse, workshop: Workshop) -> None:
    owner, rival = browse("seeker"), browse("rival")
    owner.post("/f/spring/p/101/apply")
    sent = _application(workshop).id
    for path in ("receipt", "intent"):
        assert rival.get(f"/f/spring/applications/{sent}/{path}").status_code == 404
    for path in ("withdraw", "intent"):
        assert rival.post(f"/f/spring/applications/{sent}/{path}").status_code == 404
    assert owner.post(f"/f/spring/applications/{sent}/withdraw").status_code == 302
    assert "已撤回" in owner.text("/f/spring/applications")


def test_an_offered_intent_is_frozen_and_confirmed(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/p/101/apply")
    sent = _application(workshop)
    with workshop.writing() as work:
        firm = work.db.get_one(Employer, people.chenguang)
        stages.move(work, firm, sent.id, Stage.AGREED, "employer")
        work.db.get_one(Posting, people.electrician).pay_text = "1元/月"
    assert "看看条件" in browser.text("/f/spring/me")
    path = f"/f/spring/applications/{sent.id}/intent"
    page = browser.text(path)
    assert "6000-8000元/月" in page
    assert "这不是劳动合同" in page
    assert browser.post(path).status_code == 302
    assert "你同意" in browser.text(path)
    assert _application(workshop).stage is Stage.AGREED


def test_who_holds_my_data_and_taking_it_back(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/p/101/apply")
    assert _consent(workshop, people).receipt in browser.text("/f/spring/data")
    assert browser.post(f"/f/spring/data/recall/{people.hetian}").status_code == 404
    assert browser.post(f"/f/spring/data/recall/{people.chenguang}").status_code == 302
    assert "已撤回" in browser.text("/f/spring/data")
    assert _application(workshop).stage is Stage.WITHDRAWN


def test_a_copy_and_the_end_of_my_data(browse: Browse, people: People) -> None:
    browser, phone = browse("seeker"), browse("seeker")
    browser.post("/f/spring/p/101/apply")
    copy = browser.get("/f/spring/data/export.json")
    assert "attachment" in copy.headers["Content-Disposition"]
    assert json.loads(copy.get_data(as_text=True))["profile"]["name"] == "林悦"
    refused = browser.post("/f/spring/data/erase", {"word": "好"})
    assert refused.status_code == 422
    assert "林悦" in browser.text("/f/spring/me")
    assert browser.post("/f/spring/data/erase", {"word": " 删除 "}).location == "/f/spring"
    assert phone.get("/f/spring/me").location == "/f/spring/start/1"
    assert phone.get(f"/enter/{people.links['seeker']}").status_code == 404


def test_the_ticket_moves_to_another_phone_for_a_quarter_of_an_hour(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    page = browse("seeker").text("/f/spring/ticket/other-phone")
    found = re.search(r"/enter/([\w-]+)", page)
    assert found
    other = browse("anyone")
    other.get(f"/enter/{found.group(1)}")
    assert "100 001" in other.text("/f/spring/ticket")
    with workshop.reading() as work:
        link = accounts.open_link(work, found.group(1))
        assert (link.expires_at - work.now).total_seconds() == 15 * 60


def test_a_ticket_page_without_a_ticket_says_what_to_do(browse: Browse) -> None:
    browser = browse("anyone")
    assert "这部手机上还没有入场码" in browser.text("/f/spring/ticket")
    browser.post("/f/spring/start/1", {"wanted": "电工"})
    assert "还差一步" in browser.text("/f/spring/ticket")


def test_a_seeker_of_another_fair_starts_anew_here(browse: Browse) -> None:
    browser = browse("other_seeker")
    for page in ("matches", "me", "data", "applications", "matches/kept-back"):
        assert browser.get(f"/f/spring/{page}").location == "/f/spring/start/1"
    assert browser.post("/f/spring/p/101/apply").status_code == 404
    assert browser.get("/me").location == "/f/autumn/matches"


def test_being_found_is_switched_by_hand(
    browse: Browse, workshop: Workshop, people: People
) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/me/visible", {"wanted": "0"})
    with workshop.reading() as work:
        assert not work.db.get_one(Seeker, people.linyue).visible
    browser.post("/f/spring/me/visible", {"wanted": "1"})
    with workshop.reading() as work:
        assert work.db.get_one(Seeker, people.linyue).visible


_DATA = (
    "春风送岗|金秋招聘|组委会|会展中心|义乌|号馆|一楼|直播带岗|晨光机械|禾田针织|维修电工|夜班保安"
    "|苏溪镇|负责|的日常工作|认真负责|元|月|林悦|电工证|电工|保安|中文"
)
_PAGES = (
    "/?all=1",
    "/f/spring",
    "/f/spring/postings",
    "/f/spring/p/101",
    "/f/spring/start/1",
    "/f/spring/start/2",
    "/f/spring/start/3",
    "/f/spring/matches",
    "/f/spring/matches/kept-back",
    "/f/spring/ticket",
    "/f/spring/ticket/other-phone",
    "/f/spring/applications",
    "/f/spring/data",
    "/f/spring/data/erase",
    "/f/spring/me",
    "/f/spring/p/102/apply",
)


@pytest.mark.parametrize("path", _PAGES)
def test_in_english_only_the_data_is_chinese(browse: Browse, path: str) -> None:
    browser = browse("seeker")
    browser.post("/f/spring/p/101/apply")
    answer = browser.get(path, headers={"Accept-Language": "en"})
    page = re.sub(r'value="[^"]*"|<label class="chip">.*?</label>', "", answer.get_data(True))
    assert answer.status_code == 200
    assert not _HAN.findall(re.sub(_DATA, "", page))


@pytest.mark.parametrize("path", _PAGES)
def test_pages_are_light_and_keep_to_the_content_policy(browse: Browse, path: str) -> None:
    answer = browse("seeker").get(path)
    page = answer.get_data(as_text=True)
    assert len(answer.get_data()) < 40_000
    assert not re.search(r"\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|<style", page)


def test_who_holds_a_ticket_elsewhere_is_told_before_it_is_replaced(
    browse: Browse, people: People
) -> None:
    here = browse("seeker").text(f"/f/{people.other_slug}/start/1")
    assert f"/f/{people.slug}/ticket/other-phone" in here
    assert "/ticket/other-phone" not in browse("anyone").text(f"/f/{people.other_slug}/start/1")


def test_a_form_sent_by_nobody_known_leads_on(browse: Browse, people: People) -> None:
    answer = browse("anyone").post(f"/f/{people.slug}/me/visible", {"wanted": "0"})
    assert answer.status_code == 401
    assert f"/f/{people.slug}/start" in answer.get_data(as_text=True)
