"""Whatever people paste in, reading answers, in time that grows as the text does."""

import gc
import re
import time
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
    protected,
    rest,
    seekers,
    shift,
    training,
    years,
)
from matcher.reading.oneself import nights
from matcher.reading.oneself import pay as own_pay
from matcher.reading.oneself import years as own_years

READERS: list[Callable[[str], object]] = [
    benefits.read,
    certificates.needed,
    education.read,
    pay.read,
    postings.split,
    protected.without,
    rest.read,
    own_pay.wanted,
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
    "我想找电工，会接线，不上夜班，",
    "不上夜班。",
    "电工证、",
    "双休，",
    "6000元，",
]
# Sixteen times the text: linear readers take sixteen times as long, quadratic ones 256 times.
SHORT, LONG, TIMES = 2_500, 40_000, 64
LOOKS = 5  # the fewest CPU of these counts: a busy machine adds, it never takes away
AT_ONCE = 0.3  # seconds of CPU in which nothing grows that matters


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", RUNS)
def test_long_runs_are_read_in_linear_time(reader: Callable[[str], object], piece: str) -> None:
    assert any(_grows_as_the_text(reader, piece) for _ in range(LOOKS))


def test_a_reader_that_looks_at_every_pair_is_found_out() -> None:
    assert not any(_grows_as_the_text(_pairs, "双休，") for _ in range(LOOKS))


def _pairs(text: str) -> int:
    """Slow enough that no machine is done with the long text at once."""
    return sum(len(re.findall("夜班|晚班", text[at:])) for at in range(0, len(text), 3))


def _grows_as_the_text(reader: Callable[[str], object], piece: str) -> bool:
    long = _cpu(reader, piece, LONG)
    return long < AT_ONCE or long < TIMES * min(_cpu(reader, piece, SHORT) for _ in range(LOOKS))


def _cpu(reader: Callable[[str], object], piece: str, size: int) -> float:
    """Seconds of CPU of this thread alone, garbage aside: a pass over all that the tests made
    before would count for the reader."""
    text = (piece * size)[:size]
    gc.disable()
    try:
        began = time.thread_time()
        reader(text)
        return time.thread_time() - began
    finally:
        gc.enable()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_posting_and_a_seeker(text: str) -> None:
    assert postings.profile("p", text, text, pay_text=text, education=text, years=text).id == "p"
    assert seekers.profile("s", [text], text, [text], [text], text, text).id == "s"
