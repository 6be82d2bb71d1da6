"""A row is understood as the person meant it, and says what could not be."""

from datetime import date

import pytest

from matcher.domain.terms import Education, Shift
from matcher.sheets import counts, money, postings, reader
from matcher.sheets.postings import Understood
from tests.sheets.files import jsonl, table, xlsx


def _row(**cells: object) -> Understood:
    return postings.understand(reader.read(xlsx(table(cells))).rows[0])


def _record(**fields: object) -> Understood:
    return postings.understand(reader.read(jsonl({"title": "电工", **fields})).rows[0])


def test_a_whole_row() -> None:
    told = _row(
        学历="高中及以上",
        经验="3-5年",
        班次="两班倒，做六休一",
        证书="低压电工证（必须），高压电工证优先",
        福利="五险一金、包吃住 节日福利",
        技能="PLC 布线",
        有效期="2026年5月1日",
        联系人="张师傅 13800000000",
        行业="机械",
    )
    said = told.values
    assert (said["title"], said["openings"], said["pay_text"]) == ("维修电工", 3, "6000-8000元/月")
    assert (said["education"], said["years"]) == (Education.SENIOR, 3.0)
    assert (said["shift"], said["rest"]) == (Shift.TWO_SHIFT, "single")
    assert "低压电工作业证" in said["certificates_required"]
    assert len(said["certificates"]) == 2
    assert said["benefits"] == ["五险一金", "包吃住", "节日福利"]
    assert said["skills"] == ["PLC", "布线"]
    assert said["expires_on"] == date(2026, 5, 1)
    assert told.card == {
        "name": "晨光机械",
        "contact_name": "张师傅",
        "contact_phone": "13800000000",
        "industry": "机械",
    }
    assert not told.problems


def test_a_running_text_is_cut_into_duties_and_requirements() -> None:
    said = _record(desc="岗位职责：\n1、布线\n任职要求：\n1、有低压电工证").values
    assert "布线" in said["duties"]
    assert "低压电工证" in said["requirements"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("3", 3), ("3人", 3), ("三名", 3), ("10-15", 10), ("约 20 人", 20), ("1,200", 1200)]
    + [("3人左右", 3), ("5名（急）", 5), ("急招5人", 5), ("3人（男）", 3), ("男2名，女3名", 5)],
)
def test_people_are_counted(text: str, count: int) -> None:
    assert counts.people(text) == count


def test_openings_are_taken_from_the_prose_before_one_is_assumed() -> None:
    told = _record(desc="负责布线。招聘人数：36人")
    assert told.values["openings"] == 36
    assert not told.notes
    told = _row(人数="若干")
    assert told.values["openings"] == 1
    assert [note.code for note in told.notes] == ["openings_assumed"]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"薪资": "5000-8000元/月"}, "5000-8000元/月"),
        ({"薪资": "面议"}, "面议"),
        ({"薪资": None, "月薪（k）": "6-8"}, "6-8k/月"),
        ({"薪资": None, "薪资(元/月)": "6000-8000"}, "6000-8000元/月"),
        ({"薪资": None, "年薪(万元)": "8-12"}, "8-12万元/年"),
        ({"薪资": None, "时薪": 25}, "25元/小时"),
        ({"薪资": None, "最低薪资": 6000, "最高薪资": 8000}, "6000-8000元/月"),
        ({"薪资": None, "最低薪资": 6000, "最高薪资": None}, "6000元/月起"),
        ({"薪资": None, "最低薪资(元/天)": 200, "最高薪资(元/天)": 260}, "200-260元/天"),
        ({"薪资": None, "最低薪资(k)": 6, "最高薪资(k)": 8}, "6000-8000元/月"),
        ({"薪资": "看能力", "最低薪资": 6000, "最高薪资": 8000}, "6000-8000元/月"),
        ({"薪资": None, "薪资福利": "5000-6000元，包吃住"}, "5000-6000元，包吃住"),
    ],
)
def test_pay_is_written_as_people_read_it(cells: dict[str, object], text: str) -> None:
    assert _row(**cells).values["pay_text"] == text


def test_two_number_columns_of_thousands_are_yuan_a_month() -> None:
    said = _record(salary_min=40000, salary_max=60000, months=14).values
    assert said["pay_text"] == "40000-60000元/月·14薪"
    assert _record(salary_min=150, salary_max=200).values["pay_text"] == "150-200元"
    assert _record(salary_min=700000, salary_max=800000).values["pay_text"] == "700000-800000元"


def test_a_long_pay_text_is_shortened_to_what_names_the_pay() -> None:
    text = money.shortened("本公司待遇优厚，" * 40 + "综合工资6000-8000元/月，包吃住")
    assert text.startswith("综合工资6000-8000元/月")


def test_what_cannot_be_a_number_keeps_the_row_out() -> None:
    told = _row(人数="看情况", 有效期="下个月")
    assert [(each.field, each.code) for each in told.problems] == [("openings", "not_a_number")]
    assert not _row(有效期="长期有效").problems


def test_what_has_no_field_stays_with_the_prose() -> None:
    told = _row(工作时间="8:00-17:30", 专业="机电一体化")
    assert "工作时间：8:00-17:30" in told.values["requirements"]
    assert "专业：机电一体化" in told.values["requirements"]
    told = _row(工作时间="8:00-17:30", 工作内容=None)
    assert not told.values["requirements"]
    assert [note.code for note in told.notes] == ["left_out"]


def test_our_own_words_are_read_back() -> None:
    said = _record(edu="不限", shift="two_shift", rest="monthly:4", exp_years=2).values
    assert (said["education"], said["shift"]) == (Education.NONE, Shift.TWO_SHIFT)
    assert (said["rest"], said["years"]) == ("monthly:4", 2.0)
