"""Reading must not fall below the kept figures, on our sentences and on labelled real texts."""

import os
from functools import lru_cache
from pathlib import Path

import pytest

from matcher.cli import labels
from matcher.reading.accuracy import Score, measure
from matcher.reading.answers import FIELDS

KEPT = (0.97, 0.95)  # precision, recall
KEPT_ON_REAL_TEXTS = (0.95, 0.90)


@lru_cache(maxsize=1)
def own() -> dict[str, Score]:
    return measure(labels.own())[0]


def test_enough_is_labelled() -> None:
    assert len(labels.own()) >= 150
    assert all(own()[field].wanted >= 3 for field in FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_our_sentences_are_read(field: str) -> None:
    score = own()[field]
    assert (score.precision, score.recall) >= KEPT
    assert score.recall >= KEPT[1]


@pytest.mark.corpora
@pytest.mark.parametrize("half", labels.HALVES)
def test_real_texts_are_read(half: str) -> None:
    folder = os.environ.get("FAIRMATCH_TEST_CORPORA")
    if not folder or not (Path(folder) / "judged").is_dir():
        pytest.skip("FAIRMATCH_TEST_CORPORA names no folder with real postings")
    scores, _ = measure(labels.corpus(Path(folder))[half])
    weak = {
        field: (score.precision, score.recall)
        for field, score in scores.items()
        if score.precision < KEPT_ON_REAL_TEXTS[0] or score.recall < KEPT_ON_REAL_TEXTS[1]
    }
    assert not weak


def test_labels_point_into_their_text() -> None:
    for row in (*labels.rows("own.jsonl"), *labels.rows("own_physical.jsonl")):
        for places in row["spans"].values():
            assert all(0 <= start < end <= len(row["text"]) for start, end in places)
