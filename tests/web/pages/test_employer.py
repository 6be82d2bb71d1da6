"""The employer's desk through the web door: postings, people, applications, strangers."""

import re
from collections.abc import Callable

import pytest

from matcher.domain.terms import Channel, FairStatus, Role, Stage
from matcher.services import accounts, applications, stages
from matcher.services.accounts import Place
from matcher.services.work import Workshop
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.seekers import ResumeFile, Seeker
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
PHONE = "13800001234"
WELDER = {
    "title": "焊工",
    "openings": "3",
    "place": "苏溪镇",
    "pay_text": "计件，月均7000-9000",
    "duties": "长白班，需焊工证",
}


def _desk(people: People) -> str:
    return f"/employer/{people.chenguang}"


def _apply(workshop: Workshop, people: People, *, shares: bool = True) -> int:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.phone, seeker.resume_text = f"+86{PHONE}", "维修电工"
        seeker.certificates, seeker.years = ["低压电工证"], 1.5
        work.db.add(
            ResumeFile(
                seeker_id=seeker.id,
                filename='林"悦.html',
                media_type="text/html",
                content=b"<script>1</script>",
                uploaded_at=work.now,
            )
        )
        made = applications.apply(
            work,
            seeker.id,
            people.electrician,
            channel=Channel.ON_SITE,
            shares_phone=shares,
            shares_resume=shares,
        )
        return made.id


def test_a_new_posting_is_published_and_seekers_find_it(browse: Browse, people: People) -> None:
    firm, seeker = browse("employer"), browse("seeker")
    answer = firm.post(f"{_desk(people)}/postings", WELDER | {"then": "publish"})
    assert answer.status_code == 303
    assert "焊工" in firm.text(f"{_desk(people)}/postings")
    assert "焊工" in seeker.text(f"/f/{people.slug}/matches?q=焊工&plain=1")


def test_what_was_understood_stands_beside_the_form(browse: Browse, people: People) -> None:
    firm = browse("employer")
    checked = firm.post(f"{_desk(people)}/postings", WELDER | {"then": "check"})
    page = checked.get_data(as_text=True)
    assert checked.status_code == 200
    assert "7,000–9,000" in page
    assert "计件，按单位自己估的" in page
    assert "焊工" not in firm.text(f"{_desk(people)}/postings")


def test_what_was_read_wrongly_can_be_left_open(browse: Browse, people: People) -> None:
    firm = browse("employer")
    opened = {"duties": "长白班，包吃住", "shift": "unsaid", "benefits": "没有"}
    kept = firm.post(f"{_desk(people)}/postings", WELDER | opened | {"then": "save"})
    form = firm.text(kept.headers["Location"])
    assert '<option value="unsaid" selected>' in form
    assert 'name="benefits" value="没有"' in form
    assert "<dd>没写</dd>" in form


def test_a_draft_without_pay_is_kept_and_the_reason_said(browse: Browse, people: People) -> None:
    firm = browse("employer")
    told = WELDER | {"pay_text": "面议", "then": "publish"}
    answer = firm.post(f"{_desk(people)}/postings", told)
    assert answer.status_code == 303
    page = firm.text(answer.location)
    assert "第二十四条" in page
    assert "草稿" in page
    assert "#pay_text" in firm.text(_desk(people))


def test_a_published_posting_never_loses_an_element(browse: Browse, people: People) -> None:
    firm = browse("employer")
    at = f"{_desk(people)}/postings/{people.electrician}"
    answer = firm.post(at, WELDER | {"place": "", "duties": "新写的一大段", "then": "save"})
    assert answer.status_code == 422
    assert "新写的一大段" in answer.get_data(as_text=True)
    assert "维修电工" in firm.text(at)


def test_bad_values_are_marked_and_nothing_typed_is_lost(browse: Browse, people: People) -> None:
    firm = browse("employer")
    told = WELDER | {"openings": "很多", "expires_on": "2020-01-01"}
    answer = firm.post(f"{_desk(people)}/postings", told)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'id="openings-wrong"' in page
    assert WELDER["duties"] in page


def test_a_form_sent_twice_makes_one_posting(browse: Browse, people: People) -> None:
    firm = browse("employer")
    for _ in range(2):
        firm.post(f"{_desk(people)}/postings", WELDER | {"then": "save"}, key="one-and-the-same")
    assert firm.text(f"{_desk(people)}/postings").count("<b>焊工</b>") == 1


def test_close_show_again_and_copy(browse: Browse, people: People) -> None:
    firm, at = browse("employer"), f"{_desk(people)}/postings/{people.electrician}"
    for verb, words in (("close", "重新上架"), ("publish", "已发布"), ("copy", "草稿")):
        assert firm.post(f"{at}/{verb}").status_code == 303
        assert words in firm.text(f"{_desk(people)}/postings")


@pytest.mark.parametrize("who", ["employer", "neighbour", "other_employer"])
def test_only_the_owner_gets_in(
    browse: Browse, people: People, workshop: Workshop, who: str
) -> None:
    made = _apply(workshop, people)
    with workshop.writing() as work:
        stages.read(work, work.db.get_one(Employer, people.chenguang), made, "陈经理")
    own = {"neighbour": people.hetian, "other_employer": people.other_employer}
    desks = [people.chenguang] if who == "employer" else [people.chenguang, own[who]]
    expected = {200, 303} if who == "employer" else {404}
    for desk in desks:
        posting = f"/employer/{desk}/postings/{people.electrician}"
        application = f"/employer/{desk}/applications/{made}"
        reads = [posting, application, f"{application}/resume"]
        reads.append(f"/employer/{desk}/people?posting={people.electrician}")
        reads.append(f"/employer/{desk}/applications?posting={people.electrician}")
        firm = browse(who)
        assert {firm.get(path).status_code for path in reads} <= expected
        writes: list[tuple[str, dict[str, str]]] = [
            (posting, WELDER),
            (f"{posting}/close", {}),
            (f"{posting}/publish", {}),
            (f"{posting}/copy", {}),
            (f"{application}/read", {}),
            (f"{application}/notes", {"text": "记一笔"}),
            (f"{application}/move", {"stage": "interview"}),
            (f"{application}/undo", {}),
        ]
        assert {firm.post(path, data).status_code for path, data in writes} <= expected


def test_nobody_else_enters_the_desk(browse: Browse, people: People) -> None:
    for who, status in (("seeker", 403), ("host", 403), ("organizer", 403), ("anyone", 302)):
        assert browse(who).get(_desk(people)).status_code == status


def test_no_phone_before_consent_anywhere(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    made = _apply(workshop, people, shares=False)
    firm = browse("employer")
    firm.post(f"{_desk(people)}/applications/{made}/read")
    rooms = ["", "/people", "/applications", f"/applications/{made}", "/postings"]
    for room in rooms:
        assert PHONE[-4:] not in firm.text(f"{_desk(people)}{room}")
    assert "林**" in firm.text(f"{_desk(people)}/people")
    assert firm.get(f"{_desk(people)}/applications/{made}/resume").status_code == 404


def test_the_envelope_is_opened_by_a_post_and_shut_by_recall(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    made = _apply(workshop, people)
    firm, at = browse("employer"), f"{_desk(people)}/applications/{made}"
    sealed = firm.text(at)
    assert PHONE not in sealed
    assert "林悦" not in sealed
    firm.post(f"{at}/read")
    opened = firm.text(at)
    assert PHONE in opened
    assert "想做：电工" in opened
    resume = firm.get(f"{at}/resume")
    assert resume.headers["Content-Disposition"] == f"attachment; filename=resume-{made}"
    assert resume.headers["X-Content-Type-Options"] == "nosniff"
    assert resume.mimetype == "application/octet-stream"
    with workshop.writing() as work:
        applications.recall(work, people.linyue, people.chenguang)
    gone = firm.text(at)
    assert "对方已收回资料" in gone
    assert "林悦" not in gone
    assert firm.get(f"{at}/resume").status_code == 404


def test_stages_move_and_an_intent_takes_two(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    made = _apply(workshop, people)
    firm, at = browse("employer"), f"{_desk(people)}/applications/{made}"
    firm.post(f"{at}/read")
    for stage in ("hired", "withdrawn", "nonsense"):
        assert firm.post(f"{at}/move", {"stage": stage}).status_code == 409
    assert firm.post(f"{at}/move", {"stage": "agreed"}).status_code == 303
    assert "等对方确认" in firm.text(at)
    assert "等对方确认" in firm.text(_desk(people))
    with workshop.writing() as work:
        applications.confirm_intent(work, people.linyue, made)
    assert "达成意向" in firm.text(at)
    assert firm.post(f"{at}/move", {"stage": "hired"}).status_code == 303
    firm.post(f"{at}/undo")
    with workshop.reading() as work:
        shared = stages.open_one(work, people.chenguang, made).shared
        assert shared.application.stage is Stage.AGREED


def test_the_company_card_is_kept(browse: Browse, people: People) -> None:
    firm, at = browse("employer"), f"{_desk(people)}/card"
    assert firm.post(at, {"name": "禾田针织", "about": "不能丢"}).status_code == 422
    assert firm.post(at, {"name": "晨光机械", "about": "做机床的"}).status_code == 303
    assert "做机床的" in firm.text(at)


def test_a_closed_fair_says_so_and_changes_nothing(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.CLOSED
    firm = browse("employer")
    assert "已经结束" in firm.text(_desk(people))
    assert firm.post(f"{_desk(people)}/postings", WELDER).status_code == 409


def test_somebody_with_two_desks_chooses(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    assert browse("employer").get("/employer").location == _desk(people)
    with workshop.writing() as work:
        account = accounts.find(work, "employer")
        assert account is not None
        accounts.grant(work, account, Place(Role.EMPLOYER, people.fair, people.hetian))
    page = browse("employer").text("/employer")
    assert set(re.findall(r'href="(/employer/\d+)"', page)) == {
        _desk(people),
        f"/employer/{people.hetian}",
    }
