"""Fields of records as people fill them in."""

import math
from typing import Any

import pytest

from matcher.reading import records
from matcher.reading.cells import Unfit, flag, number, texts


@pytest.mark.parametrize("word", ["yes", "是", "1", 1, 1.0, True, " TRUE "])
def test_yes(word: Any) -> None:
    assert flag(word) is True


@pytest.mark.parametrize("word", ["no", "否", "0", 0, False])
def test_no(word: Any) -> None:
    assert flag(word) is False


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        *(("8k", 8000), ("8000", 8000), ("8,000", 8000), ("8000元/月", 8000), ("八千", 8000)),
        *(("1.2万", 12000), ("8000以上", 8000), ("3年", 3), (2.5, 2.5), (1 / 3, 1 / 3)),
    ],
)
def test_numbers(told: Any, expected: float) -> None:
    assert number(told) == expected


@pytest.mark.parametrize("told", [None, "", "面议", "不限", math.nan])
def test_what_says_nothing(told: Any) -> None:
    assert number(told) is None
    assert flag(told) is None


@pytest.mark.parametrize("told", ["很多", "abc", "8k-10k", True, -1, math.inf, [1], {}, 10**400])
def test_what_is_no_number(told: Any) -> None:
    with pytest.raises(Unfit):
        number(told)


@pytest.mark.parametrize("told", ["maybe", 2, [], "不上夜班"])
def test_what_is_neither_yes_nor_no(told: Any) -> None:
    with pytest.raises(Unfit):
        flag(told)


@pytest.mark.parametrize("told", [{"a": 1}, [{"a": 1}], [["a"]], 5, True])
def test_what_is_no_list_of_texts(told: Any) -> None:
    with pytest.raises(Unfit):
        texts(told)


def test_openings() -> None:
    assert [records.openings({"openings": told}) for told in (3.0, "3", None, 0)] == [3, 3, 1, 1]
    with pytest.raises(records.BadRecord):
        records.openings({"openings": 2.5})


def test_plain_words_are_understood() -> None:
    made = records.seeker({"id": 1, "wanted": "电工", "no_night": "yes", "min_pay": "8k"})
    assert made.no_night
    assert made.min_pay == 8000
    assert records.seeker({"id": 1, "wanted": "电工", "weekend_off": "是"}).weekend_off
