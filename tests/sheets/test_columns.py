"""Headings as people write them find their field."""

import pytest

from matcher.sheets.columns import BY_FIELD, COLUMNS, heading
from matcher.sheets.headings import find


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("招聘岗位 *", "title"),
        ("工种", "title"),
        ("岗位/工种", "title"),
        ("Job Title", "title"),
        ("用人单位名称", "company"),
        ("企 业", "company"),
        ("需求人数（人）", "openings"),
        ("拟招聘人数", "openings"),
        ("需要几人", "openings"),
        ("月薪待遇", "pay_text"),
        ("几班倒", "shift"),
        ("薪 资 待 遇", "pay_text"),
        ("月薪\n（元）", "pay_text"),
        ("salary_min", "salary_min"),
        ("最高薪资", "salary_max"),
        ("任职要求（必填）", "requirements"),
        ("岗位职责", "duties"),
        ("desc", "duties"),
        ("学历要求", "education"),
        ("工作年限", "years"),
        ("exp_years", "years"),
        ("Region", "place"),
        ("工作时间", "shift"),
        ("持证要求", "certificates"),
        ("有效期至", "expires_on"),
        ("联系人/电话", "contact_name"),
        ("ＴＩＴＬＥ：", "title"),
        ("福利待遇", "pay_and_benefits"),
    ],
)
def test_a_heading_is_understood(text: str, field: str) -> None:
    column = heading(text).column
    assert column is not None
    assert column.field == field


@pytest.mark.parametrize("text", ["序号", "性别要求", "年龄", "面试地点", "", "招聘会", "x" * 999])
def test_what_is_no_field_of_ours_is_left_alone(text: str) -> None:
    assert heading(text).column is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("薪资(元/月)", "元/月"),
        ("月薪（k）", "k/月"),
        ("月薪", "元/月"),
        ("年薪(万元)", "万元/年"),
        ("时薪", "元/小时"),
        ("薪资", ""),
        ("Salary (CNY/month)", "元/月"),
    ],
)
def test_the_unit_in_a_heading_is_kept(text: str, unit: str) -> None:
    assert heading(text).unit == unit


def test_no_two_fields_claim_one_heading() -> None:
    claimed = [word for each in COLUMNS for word in {each.zh, *each.aliases}]
    assert not {word for word in claimed if claimed.count(word) > 1}
    assert all(heading(each.zh).column is BY_FIELD[each.field] for each in COLUMNS)


def test_the_row_of_headings_is_found_under_titles_and_notes() -> None:
    rows = [
        ["2026 年春季招聘会岗位需求表"],
        ["填表单位：", "晨光机械", "", "日期：3 月"],
        [],
        ["序号", "岗位", "人数", "薪资", ""],
        ["1", "电工", "3", "6000", "x"],
    ]
    found = find(rows)
    assert found is not None
    assert found.used == 4


def test_headings_over_two_rows_are_read_together() -> None:
    rows = [
        ["单位", "岗位", "薪资", "薪资", "人数"],
        ["单位", "岗位", "最低", "最高", "人数"],
        ["晨光", "电工", "6000", "8000", "2"],
    ]
    found = find(rows)
    assert found is not None
    assert found.used == 2
    fields = [each.column.field for each in found.headings if each.column]
    assert fields == ["company", "title", "salary_min", "salary_max", "openings"]


def test_a_table_without_a_post_has_no_headings() -> None:
    assert find([["a", "b"], ["人数", "薪资"]]) is None
