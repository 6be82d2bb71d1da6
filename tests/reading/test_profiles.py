"""Whole postings and seekers made from fields and prose."""

import pytest

from matcher.cli import labels
from matcher.domain.terms import Block, Education, Shift
from matcher.reading import postings, seekers
from matcher.reading.answers import answer

TEXT = """岗位职责：
1、负责车间设备的日常维修；2、做好巡检记录。
任职要求：
1、持低压电工证，中专以上学历；2、3年以上维修经验；3、能适应两班倒。
福利待遇：五险一金，包吃住，月休4天"""


def test_prose_fills_what_fields_leave_open() -> None:
    made = postings.profile("p1", "维修电工", TEXT, pay_min=6000, pay_max=8000)
    assert "日常维修" in made.duties
    assert "低压电工证" in made.requirements
    assert made.certificates_required == ("低压电工作业证",)
    assert made.education is Education.VOCATIONAL
    assert made.years == 3
    assert made.shift is Shift.TWO_SHIFT
    assert made.rest == "monthly:4"
    assert {"五险一金", "包吃", "包住"} <= set(made.benefits)
    assert (made.pay_min, made.pay_max) == (6000, 8000)


def test_pay_is_read_from_prose_where_no_field_says_it() -> None:
    made = postings.profile("p1", "仓管员", "月薪3000-3500元")
    assert (made.pay_min, made.pay_max) == (3000, 3500)
    assert postings.profile("p1", "仓管员", "底薪3000+提成").pay_max is None
    assert postings.profile("p1", "仓管员", "月薪3000-3500元", pay_max=5000).pay_max == 5000


def test_fields_win_over_prose() -> None:
    made = postings.profile(
        "p1",
        "电工",
        TEXT,
        education=Education.COLLEGE,
        years="1",
        shift=Shift.DAY,
        pay_text="25元/小时",
    )
    assert made.education is Education.COLLEGE
    assert made.years == 1
    assert made.shift is Shift.DAY
    assert made.pay_max == 4350


def test_the_lower_schooling_is_taken_where_form_and_prose_differ() -> None:
    assert postings.profile("p", "顾问", "学历不限", education="大专").education is Education.NONE
    assert postings.profile("p", "顾问", "大专以上优先", education="大专").education is None


def test_headings_split_duties_from_requirements() -> None:
    duties, requirements = postings.split("任职要求：会开车。工作内容：送货。")
    assert duties == "送货。"
    assert requirements == "会开车。"
    assert postings.split("搬货装车") == ("搬货装车", "")


def test_wishes_and_skills_of_signs_alone_are_none() -> None:
    told = seekers.profile("s", wanted=["!!!", "😀", "C++"], skills=["…", "焊接"])
    assert (told.wanted, told.skills) == (("C++",), ("焊接",))


def test_a_sentence_makes_a_seeker() -> None:
    made = seekers.profile("s1", text="有低压电工证，不上夜班，工资6000以上，周末要休")
    assert made.certificates == ("低压电工作业证",)
    assert made.no_night
    assert made.weekend_off
    assert made.min_pay == 6000


@pytest.mark.parametrize("text", [row.text for row in labels.own() if row.kind == "seeker"])
def test_matching_sees_what_reading_finds(text: str) -> None:
    made, said = seekers.profile("s", text=text), answer("seeker", text)
    assert made.min_pay == (said["pay"] and said["pay"]["min"])
    assert made.weekend_off == (said["rest"] == "double")
    assert made.no_night == (said["night"] is False)
    assert made.years == said["years"]
    assert made.certificates == tuple(said["certificates"] or ())
    assert made.trainable_wanted == (said["trainable"] is True)
    assert made.veteran == (said["veterans"] is True)
    assert made.cannot == set(said["physical"] or ())


def test_a_wish_for_pay_keeps_nothing_back_and_a_least_does() -> None:
    assert seekers.profile("s", text="想要6000").relaxed == {Block.PAY}
    assert not seekers.profile("s", text="不低于6000").relaxed
    assert not seekers.profile("s", text="想要6000", min_pay=5000).relaxed


def test_what_a_person_ticked_wins_over_their_text() -> None:
    made = seekers.profile(
        "s1", text="不上夜班", no_night=False, education="初中", years=3, relaxed=[Block.PAY]
    )
    assert not made.no_night
    assert made.education is Education.JUNIOR
    assert made.years == 3
    assert made.relaxed == {Block.PAY}
