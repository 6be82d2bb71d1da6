"""What keeps a posting back is what a careful person would keep back: no more and no less."""

from datetime import date

import pytest

from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.domain.terms import Block, ReasonCode
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)


def alone(posting: PostingProfile, seeker: SeekerProfile) -> Ranking:
    return rank_postings(PostingIndex.fit([posting]), seeker, k=0, today=TODAY)


def needed(title: str) -> tuple[str, ...]:
    """The papers without which a posting of this title is kept back from somebody without any."""
    seeker = SeekerProfile("s", wanted=(title,), text="什么都能做")
    blocked = alone(PostingProfile("p", title=title), seeker).blocked
    return blocked[0].missing if blocked else ()


@pytest.mark.parametrize(
    "title",
    [
        *("机电工程师", "水利水电工程预算员", "弱电工", "外派特变电工", "变电站保护设计"),
        *("挖掘机驾驶员", "无人机驾驶员"),
        *("外科医生助理", "宠物医生", "家庭医生推广员", "护士联络员", "律师事务所前台"),
        *("叉车维修", "制冷工程师", "小学至高中辅导老师", "小学/初中数学老师"),
    ],
)
def test_the_law_asks_no_paper_of_neighbouring_work(title: str) -> None:
    assert needed(title) == ()


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("招聘电工", "电工证"),
        ("变电站值班员", "高压电工作业证"),
        ("口腔医生", "执业助理医师证"),
        ("律师", "法律职业资格证"),
        ("叉车司机", "叉车证(N1)"),
        ("高中数学老师", "高中教师资格证"),
        ("初高中地理教师", "初中教师资格证"),
        ("口腔医生，洁牙师", "执业助理医师证"),
        ("药师/执业药师", "执业药师证"),
        ("小货车司机", "驾驶证"),
        ("出租车驾驶员", "驾驶证"),
        ("驾驶员", "驾驶证"),
        ("植发医生/护士", "护士执业证或执业助理医师证"),
    ],
)
def test_the_law_asks_its_paper_of_the_work_itself(title: str, paper: str) -> None:
    assert needed(title) == (paper,)


@pytest.mark.parametrize("title", ["药店店员/执业药师", "康复治疗师,康复医师,理疗师"])
def test_work_without_a_paper_named_first_needs_none(title: str) -> None:
    assert needed(title) == ()


def test_either_paper_opens_a_title_of_two_kinds_of_work() -> None:
    nurse = SeekerProfile("s", wanted=("护士",), certificates=("护士执业证",))
    assert alone(PostingProfile("p", title="植发医生/护士"), nurse).matches
    teacher = SeekerProfile("s", wanted=("教师",), certificates=("高中教师资格证",))
    assert alone(PostingProfile("p", title="初高中地理教师"), teacher).matches


def paid(text: str) -> Ranking:
    """A posting of 5000 to 6000 by its field, for somebody who wants 6500."""
    posting = postings.profile("p", "仓管员", text, pay_min=5000, pay_max=6000)
    return alone(posting, SeekerProfile("s", wanted=("仓管员",), min_pay=6500))


@pytest.mark.parametrize("text", ["综合工资5500-7000元/月", "月薪5.5k-7k，收货发货"])
def test_more_pay_in_the_text_than_in_the_field_is_asked_about(text: str) -> None:
    (match,) = paid(text).matches
    codes = {reason.code for reason in match.reasons}
    assert ReasonCode.PAY_UNKNOWN in codes
    assert ReasonCode.PAY_MEETS not in codes


@pytest.mark.parametrize(
    "text",
    [
        *("收货发货", "综合工资5200-6200元/月", "月入3万到5万", "月薪6800到7500元"),
        *("7000平仓库收货", "工资22元/小时"),
    ],
)
def test_pay_that_falls_short_or_cannot_be_believed_is_kept_back(text: str) -> None:
    (blocked,) = paid(text).blocked
    assert blocked.blocks == (Block.PAY,)


def read(title: str, requirements: str, seeker: SeekerProfile) -> Ranking:
    """How a posting with this text stands with somebody."""
    return alone(postings.profile("p", title=title, requirements=requirements), seeker)


NURSING = SeekerProfile("s", wanted=("护士",), text="护理专业，刚毕业")


@pytest.mark.parametrize(
    ("said", "keeps_back"),
    [
        ("有护士执业证优先", False),
        ("无证也可，有护士资格证者优先考虑", False),
        ("须持护士执业证", True),
        ("身体健康，有责任心", True),
    ],
)
def test_who_calls_the_lawful_paper_welcome_takes_people_without(
    said: str, keeps_back: bool
) -> None:
    assert bool(read("皮肤科护士", said, NURSING).blocked) is keeps_back


def test_what_the_law_asks_is_told_where_the_firm_takes_people_without() -> None:
    (match,) = read("皮肤科护士", "有护士执业证优先", NURSING).matches
    named = {reason.code: reason.terms for reason in match.reasons}
    assert named[ReasonCode.CERTIFICATE_NEEDED] == ("护士执业证",)
    assert ReasonCode.CERTIFICATE_PREFERRED not in named


def test_no_firm_trains_its_drivers_to_drive() -> None:
    assert read("小货车司机", "无需经验，有人带", SeekerProfile("s", text="力气大")).blocked
    assert not read("电工", "无需经验，有人带", SeekerProfile("s", text="力气大")).blocked


def test_a_tag_names_whom_a_firm_looks_for_and_demands_nothing() -> None:
    person = SeekerProfile("s", wanted=("理货员",), text="会理货")
    tagged = postings.profile("p", title="理货员", skills=("叉车证", "坐岗"))
    told = postings.profile("p", title="理货员", requirements="须持叉车证")
    assert not alone(tagged, person).blocked
    assert alone(told, person).blocked


POOR = PostingProfile("poor", title="仓管员", duties="收货发货盘点", pay_min=3000, pay_max=4000)
FAIR = PostingProfile("fair", title="仓管员", duties="收货", pay_min=6000, pay_max=7000)


@pytest.mark.parametrize(
    "text",
    ["一个月不能少于6000", "日薪不低于300元", "at least 6000 yuan a month", "六千以下不考虑"],
)
def test_pay_said_to_be_the_least_keeps_less_back(text: str) -> None:
    told = rank_postings(
        PostingIndex.fit([POOR, FAIR]), seekers.profile("s", ["仓管员"], text), k=0, today=TODAY
    )
    assert [match.posting for match in told.matches] == ["fair"]
    assert [(each.posting, each.blocks) for each in told.blocked] == [("poor", (Block.PAY,))]


@pytest.mark.parametrize("text", ["会盘点，想要6000", "会盘点，期望6000-8000", "6000左右"])
def test_less_pay_than_wished_for_stands_behind_and_says_so(text: str) -> None:
    told = rank_postings(
        PostingIndex.fit([POOR, FAIR]), seekers.profile("s", ["仓管员"], text), k=0, today=TODAY
    )
    assert [match.posting for match in told.matches] == ["fair", "poor"]
    codes = [{reason.code for reason in match.reasons} for match in told.matches]
    assert ReasonCode.PAY_MEETS in codes[0]
    assert ReasonCode.PAY_SHORT in codes[1]
