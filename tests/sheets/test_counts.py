"""Headcounts: one number, several kinds of work in a cell, and what is no number of people."""

import pytest

from matcher.sheets import counts, postings, reader
from tests.sheets.files import table, xlsx


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("普工50，质检5", 55),
        ("电工2人、焊工3人", 5),
        ("电工2人焊工3人", 5),
        ("2名电工，3名焊工", 5),
        ("2个电工3个焊工", 5),
        ("电工：2人；焊工：3人", 5),
        ("①电工2人②焊工3人", 5),
        ("1、电工2人；2、焊工3人", 5),
        ("1.普工50 2.质检5", 55),
        ("普工 50人 质检 5人", 55),
        ("普工５０／质检５", 55),
        ("电工（2人），焊工（3人）", 5),
        ("电工两人、焊工三人", 5),
        ("普工50-60人，质检5人", 55),
        ("普工(18-45岁)50人，质检（女）5人", 55),
        ("夜班2人，白班3人", 5),
        ("普工若干，质检5", 5),
        ("2+3", 5),
        ("50\n5", 55),
        ("男女各5人", 10),
        ("电工、焊工各2人，普工5人", 9),
        ("五至八人", 5),
        # A total, or a number with words around it, counts alone.
        ("共5人（电工2人、焊工3人）", 5),
        ("电工2人、焊工3人，共5人", 5),
        ("5人，其中男2人女3人", 5),
        ("5人（男2女3）", 5),
        ("2人，要求18-45岁", 2),
        ("10人 长期招聘", 10),
        # Nobody can say how many people these are.
        ("50，5", None),
        ("50人，5人", None),
        ("3/5", None),
        ("看情况", None),
        ("每班2人，三班", None),
        ("2人/班", None),
        ("3人/组", None),
        ("各岗位各5人", None),
        ("18-45岁", None),
        ("6000元", None),
        ("13800000000", None),
        ("电话13800000000", None),
        ("2026年", None),
        ("第2批", None),
        ("1.5米", None),
        ("普工" * 20_000, None),
    ],
)
def test_several_kinds_of_work_in_one_cell(text: str, count: int | None) -> None:
    assert counts.several(text) == count


def test_the_sum_is_told_and_a_plain_number_is_not() -> None:
    rows = table({"人数": "普工50，质检5"}, {"人数": "3人左右"}, {"人数": "男2女3"})
    told = [postings.understand(row) for row in reader.read(xlsx(rows)).rows]
    assert [each.values["openings"] for each in told] == [55, 3, 5]
    assert [[note.code for note in each.notes] for each in told] == [["openings_summed"], [], []]
    assert told[0].notes[0].values == {"text": "普工50，质检5", "count": 55}


@pytest.mark.parametrize(("text", "count"), [("十余人", 10), ("20来人", None), ("五名", 5)])
def test_spelled_numbers(text: str, count: int | None) -> None:
    assert counts.people(text) == count


@pytest.mark.parametrize("text", ["几名", "储备", "数个", "若干"])
def test_some_is_no_number(text: str) -> None:
    assert counts.is_vague(text)
    assert counts.several(text) is None


@pytest.mark.parametrize(
    ("title", "count"),
    [("电工2名、焊工3名", 5), ("保洁1人", 1), ("焊工（3人）", 3)]
    + [("10人团队主管", 1), ("B2B销售", 1), ("电工", 1), ("3D建模师", 1)],
)
def test_a_title_that_counts_its_people(title: str, count: int) -> None:
    (row,) = reader.read(xlsx(table({"岗位": title, "人数": None}))).rows
    assert postings.understand(row).values["openings"] == count


@pytest.mark.parametrize(
    ("men", "women", "count"),
    [(5, 3, 8), (None, 4, 4), ("2人", "", 2), ("√", "", 1), ("不限", "", 1)],
)
def test_columns_for_men_and_women(men: object, women: object, count: int) -> None:
    rows = [["单位", "岗位", "需求", ""], ["", "", "男", "女"], ["晨光", "冲压工", men, women]]
    (row,) = reader.read(xlsx(rows, [(0, 2, 0, 3)])).rows
    assert postings.understand(row).values["openings"] == count
    (row,) = reader.read(xlsx(table({"男": 5, "女": 5}))).rows
    assert postings.understand(row).values["openings"] == 3, "the column for all counts"
