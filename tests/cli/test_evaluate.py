"""`fairmatch evaluate` on sets laid out as it expects them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from matcher.cli.evaluate import command as evaluate


def packed(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def titles(folder: Path) -> Path:
    """Three queries over five titles."""
    place = folder / "talentclef2025_taskA_zh"
    names = ["税务经理", "法律顾问", "行政总厨", "面包师", "声乐指导"]
    packed(place / "corpus.jsonl.gz", [{"id": str(n), "title": t} for n, t in enumerate(names)])
    queries = [("律师", ["1"]), ("厨师", ["2", "3"]), ("作曲家", ["4"])]
    packed(
        place / "queries.dev.jsonl.gz",
        [{"id": str(n), "title": t, "relevant": r} for n, (t, r) in enumerate(queries)],
    )
    return folder


def run(*options: str) -> Any:
    result = CliRunner().invoke(evaluate, [*options, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_every_set_below_a_folder(tmp_path: Path) -> None:
    figures = run("--data", str(titles(tmp_path)))
    assert list(figures) == ["titles-zh"]
    rankers = figures["titles-zh"]["rankers"]
    assert set(rankers) == {"fairmatch", "plain TF-IDF", "BM25 words", "BM25 tuned"}
    assert rankers["fairmatch"]["nDCG@10"] > rankers["BM25 words"]["nDCG@10"]
    mean, low, high = rankers["BM25 words"]["gain"]
    assert low <= mean <= high


def test_parts_taken_out_in_turn(tmp_path: Path) -> None:
    tables = run("--data", str(titles(tmp_path)), "--task", "titles-zh", "--ablate")["titles-zh"]
    without = tables["ablation"]["without families"]
    assert without["nDCG@10"] < tables["rankers"]["fairmatch"]["nDCG@10"]


def test_spread_on_our_own_set() -> None:
    table = run("--task", "spread")["spread"]["judged pairs"]
    assert table["spread"]["Gini@10"] < table["as ranked"]["Gini@10"]
    assert table["spread"]["mean score"] >= table["as ranked"]["mean score"] * 0.98


def test_judged_pairs_have_the_figures_of_the_other_sets() -> None:
    rankers = run("--task", "judged")["judged"]["rankers"]
    for row in rankers.values():
        assert 0 < row["MAP"] <= 1
        assert 0 < row["Recall@10"] <= 1
        assert 0 < row["MRR"] <= 1
    mean, low, high = rankers["BM25 tuned"]["gain"]
    assert low <= mean <= high
    gap = rankers["fairmatch"]["ndcg"] - rankers["BM25 tuned"]["ndcg"]
    assert mean == pytest.approx(gap, abs=1e-4)


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(evaluate, ["--data", str(tmp_path), "--task", "titles-zh"])
    assert result.exit_code == 1
    assert "no files of titles-zh" in result.output


def test_spread_on_the_demo_fair() -> None:
    table = run("--task", "spread-demo")["spread-demo"]["demo fair"]
    assert table["spread"]["Gini@10"] < table["as ranked"]["Gini@10"] / 2
    assert table["spread"]["mean score"] >= table["as ranked"]["mean score"] * 0.98


def test_ours_alone_as_a_table() -> None:
    result = CliRunner().invoke(evaluate, ["--task", "judged"])
    assert result.exit_code == 0
    assert "BM25 tuned" in result.output
