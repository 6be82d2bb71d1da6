"""Ranking quality on our small judged set must not fall below the kept figures."""

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from matcher import gazetteers
from matcher.cli import benchmarks
from matcher.cli.comparison import Comparison
from matcher.cli.evaluate import evaluate
from matcher.matching.evaluation import Quality, ndcg

KEPT = {"ndcg": 0.93, "ndcg_work": 0.90}
KEPT_ON_REAL_POSTINGS = 0.88
KEPT_ON_TITLES = {
    "titles-zh": {"nDCG@10": 0.64, "MAP": 0.46},
    "titles-en": {"nDCG@10": 0.61, "MAP": 0.42},
    "occupation": {"nDCG@10": 0.595, "MAP": 0.55},
}


@lru_cache(maxsize=1)
def figures() -> dict[str, Quality]:
    return evaluate(gazetteers.path("judged"))


def test_quality_is_kept() -> None:
    ours = figures()["fairmatch"]
    assert ours.ndcg >= KEPT["ndcg"]
    assert ours.ndcg_work >= KEPT["ndcg_work"]


def test_plain_tfidf_is_clearly_beaten() -> None:
    assert figures()["fairmatch"].ndcg > figures()["plain TF-IDF"].ndcg + 0.1


def test_no_broken_night_or_pay_wish_among_the_first_ten() -> None:
    slipped = figures()["fairmatch"].slipped
    assert not {"n", "p"} & set(slipped)


@pytest.mark.corpora
def test_quality_on_real_postings() -> None:
    folder = os.environ.get("FAIRMATCH_TEST_CORPORA")
    judged = Path(folder or "") / "judged"
    if not folder or not judged.is_dir():
        pytest.skip("FAIRMATCH_TEST_CORPORA names no folder with a judged set")
    ours = evaluate(judged)["fairmatch"]
    assert ours.ndcg >= KEPT_ON_REAL_POSTINGS
    assert not {"n", "p"} & set(ours.slipped)


@pytest.mark.corpora
@pytest.mark.parametrize("name", KEPT_ON_TITLES)
def test_quality_on_labelled_titles(name: str) -> None:
    folder = os.environ.get("FAIRMATCH_TEST_CORPORA")
    sets = benchmarks.load(Path(folder), [name]) if folder else []
    if not sets:
        pytest.skip(f"FAIRMATCH_TEST_CORPORA names no folder with {name}")
    figures = Comparison(sets[0], date(2026, 1, 1)).ours().means()
    assert all(figures[measure] >= least for measure, least in KEPT_ON_TITLES[name].items())


def test_ndcg_by_hand() -> None:
    gains = {"a": 3.0, "b": 0.0}
    assert ndcg(["x", "a", "b"], gains) == 1.0
    assert ndcg(["b", "a"], gains) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg(["a"], {"a": 0.0}) is None
