"""Whatever people paste in, reading answers, and soon (the suite's time limit is the judge)."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.reading import (
    age,
    answers,
    benefits,
    certificates,
    education,
    pay,
    postings,
    rest,
    seekers,
    shift,
    training,
    years,
)
from matcher.reading.oneself import nights
from matcher.reading.oneself import years as own_years

READERS: list[Callable[[str], object]] = [
    benefits.read,
    certificates.needed,
    education.read,
    pay.read,
    postings.split,
    rest.read,
    seekers.least_pay,
    nights.excludes,
    shift.read,
    training.read,
    own_years.worked,
    years.read,
    age.find,
    lambda text: answers.answer("posting", text),
    lambda text: answers.answer("seeker", text),
]
RUNS = [
    "一",
    "十",
    " ",
    "\n",
    "1",
    "1、",
    "5000-",
    "（",
    "有证",
    "大专",
    "夜班",
    "三年",
    "a",
    "18-",
    "包吃",
    "提供",
    "培训",
    "1.",
    "。1.",
    "负责",
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", RUNS)
def test_long_runs_are_read_in_linear_time(reader: Callable[[str], object], piece: str) -> None:
    reader((piece * 20_000)[:20_000])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_posting_and_a_seeker(text: str) -> None:
    assert postings.profile("p", text, text, pay_text=text, education=text, years=text).id == "p"
    assert seekers.profile("s", [text], text, [text], [text], text, text).id == "s"
