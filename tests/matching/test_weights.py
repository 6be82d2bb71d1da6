"""Weights: each stands before its component, orders the list, and moves no gate."""

from datetime import date

import numpy as np
import pytest

from matcher import gazetteers
from matcher.cli.comparison import Judged, judged
from matcher.matching.ranker import posting_components, rank_postings, score_postings
from matcher.matching.sides import PostingIndex
from matcher.matching.weights import DEFAULT, NAMES, Weights

TODAY = date(2026, 11, 22)
SOME = Weights(cosine=1.4, saturated=0.7, title=0.6, occupations=1.9, skills=0.5, wishes=1.2)


@pytest.fixture(scope="module")
def found() -> Judged:
    return judged(gazetteers.path("judged"))


@pytest.mark.parametrize("weights", [DEFAULT, SOME], ids=["default", "learned"])
def test_a_score_is_its_components_times_their_weights(found: Judged, weights: Weights) -> None:
    index = PostingIndex.fit(found.postings)
    ids = [posting.id for posting in found.postings]
    for seeker in found.seekers:
        given = posting_components(index, seeker, TODAY, ids)
        assert set(given) == set(NAMES)
        added = np.column_stack([given[name] for name in NAMES]) @ weights.row()
        scores = score_postings(index, seeker, TODAY, gated=False, weights=weights)
        assert np.allclose(added, scores, atol=1e-5)


def test_weights_change_the_order_and_no_gate(found: Judged) -> None:
    index = PostingIndex.fit(found.postings)
    moved = 0
    for seeker in found.seekers:
        before = rank_postings(index, seeker, k=0, today=TODAY)
        after = rank_postings(index, seeker, k=0, today=TODAY, weights=SOME)
        assert {m.posting for m in before.matches} == {m.posting for m in after.matches}
        assert {(b.posting, b.blocks) for b in before.blocked} == {
            (b.posting, b.blocks) for b in after.blocked
        }
        moved += [m.posting for m in before.matches] != [m.posting for m in after.matches]
    assert moved >= 3
