"""Whole answers: values as `fairmatch read` writes them, and the words they came from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.reading.answers import FIELDS, KINDS, answer
from matcher.reading.numerals import with_digits
from matcher.reading.plain import plain
from matcher.reading.told import told

TEXT = (
    "１、长白班，月休四天；２、持低压电工证，有高压证优先；３、中专及以上学历，三年以上经验，"
    "18～45岁。工资６０００－８０００元，包吃住，退伍军人优先。"
)


def spoken(kind: str, text: str, field: str) -> list[str]:
    return [text[start:end] for start, end in answer(kind, text)["spans"][field]]


def test_a_posting_is_answered_field_by_field() -> None:
    said = answer("posting", TEXT)
    del said["spans"]
    assert said == {
        "night": False,
        "rest": "monthly:4",
        "certificates": ["低压电工作业证", "高压电工作业证"],
        "certificates_preferred": ["高压电工作业证"],
        "education": "中专",
        "years": 3,
        "pay": {"min": 6000, "max": 8000, "unit": "month", "assumed": None},
        "trainable": None,
        "dormitory": True,
        "meals": True,
        "veterans": True,
        "age": [18, 45],
        "physical": None,
    }


def test_spans_lead_to_the_words_of_the_text_as_given() -> None:
    assert spoken("posting", TEXT, "rest") == ["月休四天"]
    assert spoken("posting", TEXT, "certificates") == ["低压电工证", "高压证"]
    assert spoken("posting", TEXT, "pay") == ["６０００－８０００元"]
    assert spoken("posting", TEXT, "age") == ["18～45岁"]
    assert spoken("seeker", "干了三年半，两班倒也行", "years") == ["三年半"]


def test_a_day_and_an_hour_say_what_a_month_was_taken_for() -> None:
    by_hour = answer("posting", "时薪20元")["pay"]
    assert (by_hour["min"], by_hour["unit"]) == (3480, "hour")
    assert by_hour["assumed"] == "174 hours a month"
    assert answer("posting", "工资200元/天")["pay"]["assumed"] == "21.75 days a month"


@pytest.mark.parametrize("kind", KINDS)
def test_silence_is_answered_with_nothing(kind: str) -> None:
    said = answer(kind, "")
    assert all(said[field] is None for field in FIELDS)
    assert said["spans"] == {}


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120), st.sampled_from(KINDS))
def test_spans_stay_inside_whatever_is_pasted(text: str, kind: str) -> None:
    for places in answer(kind, text)["spans"].values():
        assert all(0 <= start <= end <= len(text) for start, end in places)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="一二三五十百千万年月天休班～－—０１２ａＢ㎡①ﬁ ,，12-", max_size=60))
def test_told_is_plain_text_with_the_way_back(text: str) -> None:
    seen = told(text)
    assert seen.text == with_digits(plain(text))
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    assert list(seen.starts) == sorted(seen.starts)
