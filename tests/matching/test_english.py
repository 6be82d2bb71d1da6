"""People and postings in English are ranked by the same pipeline: gates, wishes, reasons."""

from datetime import date

import pytest

from matcher.domain.profiles import Ranking, SeekerProfile
from matcher.domain.terms import Block, ReasonCode
from matcher.matching import fields
from matcher.matching.ranker import PostingIndex, rank_postings
from matcher.matching.text import words
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)
WISHES = "No night shifts, weekends off, dormitory, social insurance, at least 5000 yuan a month"
FAIR = [
    postings.profile("day", "Warehouse clerk", "Pick and pack, stock counts. Day work."),
    postings.profile(
        "night", "Warehouse clerk", "Pick and pack. Night shifts and overtime, dormitory, weekends."
    ),
    postings.profile("poor", "Warehouse clerk", "Pick", pay_text="3000 to 4000 yuan a month"),
    postings.profile("weld", "Welder", "Weld frames"),
]


def ranked(text: str) -> Ranking:
    seeker = seekers.profile("s", ["warehouse clerk"], text)
    return rank_postings(PostingIndex.fit(FAIR), seeker, k=0, today=TODAY)


def test_wishes_in_english_are_read_for_ranking() -> None:
    made = seekers.profile("s", text=WISHES)
    assert (made.no_night, made.weekend_off, made.min_pay) == (True, True, 5000)
    assert not made.relaxed


def test_wishes_in_english_gate() -> None:
    found = {each.posting: each.blocks for each in ranked(f"Pick and pack. {WISHES}").blocked}
    assert Block.NIGHT in found["night"]
    assert Block.PAY in found["poor"]


def test_conditions_and_words_of_grammar_are_no_reasons() -> None:
    best = ranked(f"I can pick and pack for you. {WISHES}").matches[0]
    named = [reason.terms for reason in best.reasons if reason.code is ReasonCode.WORDS]
    assert [set(each) for each in named] == [{"pick", "pack"}]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Forklift driver with no night shifts", ["forklift", "driver"]),
        ("I want a job in cooking, meals and housing", ["cook"]),
        ("8 years of welding, 25 yuan an hour", ["weld"]),
    ],
)
def test_only_the_work_is_left_of_what_is_said(text: str, left: list[str]) -> None:
    assert list(words(fields.told(SeekerProfile("s", text=text)))) == left
