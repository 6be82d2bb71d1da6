"""The figures of rankings by hand."""

import numpy as np
import pytest

from matcher.matching.measures import difference, measure


def test_by_hand() -> None:
    found = measure([np.array([3.0, 2.0, 1.0])], [{1}])
    assert found.means() == pytest.approx(
        {"nDCG@10": 0.6309, "MAP": 0.5, "Recall@10": 1.0, "MRR": 0.5}, abs=1e-4
    )


def test_what_is_kept_back_is_not_found() -> None:
    found = measure([np.array([3.0, -np.inf, 1.0])], [{1, 2}])
    assert found.recall[0] == 0.5
    assert found.average_precision[0] == pytest.approx(0.25)


def test_never_is_left_out() -> None:
    assert measure([np.array([3.0, 2.0])], [{1}], [{0}]).ndcg[0] == 1.0


def test_intervals_hold_their_mean() -> None:
    ours, theirs = np.linspace(0.2, 1, 50), np.linspace(0, 0.9, 50)
    mean, low, high = difference(ours, theirs)
    assert low <= mean <= high
    assert low > 0
