"""Spreading shows more postings at a small loss, and never what a gate kept back."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from matcher.domain.profiles import Match, PostingProfile, Ranking, SeekerProfile
from matcher.domain.terms import Shift
from matcher.matching.ranker import PostingIndex, rank_postings
from matcher.matching.spread import DEEP, LOSS, exposure, shown_counts, spread

NAMES = [f"p{number:02d}" for number in range(40)]


def lists() -> list[Ranking]:
    """Sixty people who all like the same few postings a hair better than the rest."""
    scores = np.linspace(1.0, 0.9, len(NAMES))
    matches = [
        Match("s", name, rank, float(score))
        for rank, (name, score) in enumerate(zip(NAMES, scores, strict=True), start=1)
    ]
    return [Ranking(tuple(matches), ()) for _ in range(60)]


def mean_score(rankings: list[Ranking]) -> float:
    return float(np.mean([m.score for each in rankings for m in each.matches[:5]]))


def test_forgotten_postings_are_shown_at_a_small_loss() -> None:
    before = exposure(shown_counts(lists(), 5, NAMES))
    even = spread(lists(), 5)
    after = exposure(shown_counts(even, 5, NAMES))
    assert before.gini == pytest.approx(1 - 5 / 40)
    assert after.gini < before.gini * 0.58  # as far as 2 % of the score go here
    assert (before.coverage, after.coverage) == (5 / 40, 1)
    assert mean_score(even) >= mean_score(lists()) * (1 - LOSS)


def test_what_a_gate_kept_back_is_never_shown_however_forgotten() -> None:
    day = [PostingProfile(f"d{at}", "仓管员", "收货发货", shift=Shift.DAY) for at in range(6)]
    night = [replace(each, id=f"n{at}", shift=Shift.NIGHT) for at, each in enumerate(day)]
    people = [SeekerProfile(f"s{at}", ("仓管员",), no_night=at % 2 == 0) for at in range(20)]
    index = PostingIndex.fit([*day, *night])
    today = date(2026, 11, 22)
    deep = [rank_postings(index, each, k=DEEP, today=today) for each in people]
    even = spread(deep, 3, {each.id: 50 for each in night})
    shown = {ranking.matches[0].seeker: {m.posting[0] for m in ranking.matches} for ranking in even}
    assert all(shown[each.id] == {"d"} for each in people if each.no_night)
    assert any("n" in shown[each.id] for each in people if not each.no_night)


def test_lists_keep_their_length_order_and_ranks() -> None:
    for ranking in spread(lists(), 5):
        assert [match.rank for match in ranking.matches] == [1, 2, 3, 4, 5]
        scores = [match.score for match in ranking.matches]
        assert scores == sorted(scores, reverse=True)


def test_room_counts() -> None:
    roomy = spread(lists(), 5, {name: 10 for name in NAMES[:5]})
    shown = shown_counts(roomy, 5, NAMES)
    assert shown[:5].mean() > shown[5:].mean() * 2


def test_nothing_to_spread() -> None:
    assert spread([], 5) == []
    assert spread(lists(), 0) == lists()


def test_exposure_by_hand() -> None:
    assert exposure(np.array([2, 2, 2, 2])).gini == 0
    one = exposure(np.array([0, 0, 0, 8]))
    assert one.gini == pytest.approx(0.75)
    assert one.coverage == 0.25
    assert one.congestion == 4
