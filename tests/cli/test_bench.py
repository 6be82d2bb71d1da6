"""`fairmatch bench` on little work: the figures are all there and agreement tells right from wrong.

Nothing here looks at a clock: how fast anything is stands in docs/benchmarks.md.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
import pytest
from click.testing import CliRunner

from matcher.cli import LazyGroup
from matcher.cli.bench import bulk, match, stale, texts
from matcher.cli.bench.agreement import Everything
from matcher.cli.bench.corpora import synthetic
from matcher.cli.bench.peers.ours import Ours
from matcher.cli.bench.workload import FILTERS, Filter, Rows, Workload
from web.command import group

LINEAR = ("posting-lists", "scikit-learn", "scipy", "sparse_dot_topn", "sp_matmul_rs")
WORDS = ("bm25s", "tantivy", "fts5")
SMALL = ("--postings", "300", "--seekers", "5", "--budget", "1")


def run(*options: str) -> Any:
    result = CliRunner().invoke(group, ["bench", *options, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def met(found: dict[str, Any], *names: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The figures of those of these peers that are installed; who is not was told so."""
    assert set(found["peers"]) | set(found["skipped"]) >= set(names)
    assert all(found["skipped"].values())
    yield from ((name, found["peers"][name]) for name in names if name in found["peers"])


@pytest.mark.parametrize("kind", FILTERS)
def test_one_seeker_at_a_time(kind: str) -> None:
    peers = ",".join((*LINEAR, *WORDS))
    found = run("match", *SMALL, "--filter", kind, "--peers", peers)
    assert (found["postings"], found["seekers"], found["filter"]) == (300, 5, kind)
    assert found["agreement"] == 1
    for name, figures in met(found, *LINEAR):
        assert figures["agreement"] == 1, name
    for name, figures in met(found, *WORDS):
        assert figures["own_formula"], name
        assert figures["overlap"] > 0.5, name
    assert set(found["ratios"]) == set(found["peers"])
    assert all(ratio > 0 for ratio in (*found["ratios"].values(), *found["memory_ratios"].values()))
    assert found["limit"]["scatter_adds_per_second"] > 0
    assert {"cpu_ms", "cpu_ms_p99", "bytes", "answered"} <= found["ours"].keys()
    assert found["machine"]["cores"]


def test_a_server_that_is_absent_is_skipped_with_the_reason() -> None:
    nowhere = ("--postgres", "postgresql://nobody@127.0.0.1:1/nothing")
    found = run("match", *SMALL, "--peers", "postgresql", *nowhere)
    assert "no server" in found["skipped"]["postgresql"]
    assert found["ratios"] == {}


def test_a_library_that_is_not_installed_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sp_matmul_rs", None)
    assert run("bulk", *SMALL, "--peers", "sp_matmul_rs")["skipped"] == {
        "sp_matmul_rs": "not installed"
    }


class Careless(Ours):
    """Forgets the best posting."""

    def top(self, query: Any) -> Rows:
        return super().top(query)[1:]

    def many(self, batch: Any, threads: int) -> Any:
        return super().many(batch, threads)[:, ::-1]


def test_a_wrong_engine_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "Ours", Careless)
    monkeypatch.setattr(bulk, "Ours", Careless)
    for words in (("match",), ("match", "--filter", "mask"), ("bulk",)):
        assert run(*words, *SMALL, "--peers", "none")["agreement"] == 0, words


def test_what_counts_as_the_same_list() -> None:
    work = Workload(synthetic(50, 3), Filter("none"), 10)
    truth = Everything(work)
    scores = (work.corpus.matrix @ work.corpus.queries.T).toarray().T
    right = [np.argsort(-row, kind="stable")[:10] for row in scores]
    assert truth.compare(right).identical == 1
    swapped = [row[[1, 0, *range(2, 10)]] for row in right]
    assert (truth.compare(swapped).identical, truth.compare(swapped).overlap) == (0, 1)
    assert truth.compare([row[:9] for row in right]).identical == 0
    assert truth.compare([np.repeat(row[:1], 10) for row in right]).identical == 0


@pytest.mark.parametrize("threads", ["1", "2"])
def test_everyone_at_once(threads: str) -> None:
    found = run("bulk", *SMALL, "--threads", threads)
    assert found["agreement"] == 1
    for name, figures in met(found, *(name for name in LINEAR if name != "scipy")):
        assert figures["agreement"] == 1, name
    assert found["ratios"].keys() == found["ratios_by_the_clock"].keys() == found["peers"].keys()
    assert found["ours"]["answered"] == 5


def test_a_posting_comes_changes_and_goes() -> None:
    found = run("refresh", *SMALL)
    assert found["found_at_once"] == 1
    assert {"add", "change", "close", "query before", "query after"} == found["ours"].keys()
    assert {"refit", "refit-counts", "vstack"} <= found["ratios"].keys()
    assert all(0 <= value <= 1 for row in found["stale"].values() for value in row.values())


def test_idf_of_nearly_all_postings_loses_little() -> None:
    figures = stale.figures(synthetic(2000, 20), 10)
    assert figures["90%"]["any_order"] > 0.95
    assert figures["90%"]["any_order"] > figures["5%"]["any_order"]


def test_texts_made_vectors() -> None:
    found = run("vectorise", "--postings", "40", "--budget", "1", "--peers", "tfidf-rjieba")
    assert found["ours"]["from texts"]["answered"] > 0
    assert found["ratios"]["tfidf-rjieba"] > 0
    assert 200 < found["letters_per_posting"] < 600


def test_a_table_for_people() -> None:
    result = CliRunner().invoke(group, ["bench", "match", *SMALL, "--peers", "scipy"])
    assert result.exit_code == 0, result.output
    assert "fairmatch" in result.output
    assert "scipy" in result.output


def test_a_peer_nobody_knows() -> None:
    result = CliRunner().invoke(group, ["bench", "match", *SMALL, "--peers", "scipy,lucene"])
    assert result.exit_code == 2
    assert "lucene" in result.output


def test_real_postings_once_each_and_some_kept_out(tmp_path: Path) -> None:
    folder = tmp_path / "postings_here"
    folder.mkdir()
    ads = [
        {"id": str(at), "title": f"电工{at}", "desc": f"维修设备{'水泵电机配电柜'[at % 7]}，{text}"}
        for at, text in enumerate(texts.made_up(30))
    ]
    rows = [*ads, {**ads[0], "id": "again"}, {"id": "empty", "title": "焊工", "desc": ""}]
    with gzip.open(folder / "postings.dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    assert len(texts.ads(tmp_path)) == 30
    options = ("--data", str(tmp_path), "--seekers", "5", "--budget", "1")
    found = run("match", *options, "--peers", "scipy")
    assert (found["postings"], found["seekers"], found["agreement"]) == (25, 5, 1)
    result = CliRunner().invoke(group, ["bench", "match", "--data", str(tmp_path)])
    assert (result.exit_code, "fewer than 301" in result.output) == (1, True)


def test_the_summaries_are_what_the_commands_say() -> None:
    bench = group.get_command(click.Context(group), "bench")
    assert isinstance(bench, LazyGroup)
    context = click.Context(bench)
    for name in bench.list_commands(context):
        command = bench.get_command(context, name)
        assert command is not None
        assert command.help == bench.summaries[name]
