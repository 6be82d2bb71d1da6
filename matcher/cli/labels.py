"""Texts that people labelled: our own sentences, and real ones that only a corpus folder holds."""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from matcher import gazetteers
from matcher.cli import records
from matcher.reading.accuracy import Labelled

HALVES = ("dev", "held")
# Where the texts of each source lie under the corpus folder, and which of its fields is the text.
_FILES = {
    "judged postings": ("judged/postings.jsonl.gz", "desc"),
    "judged seekers": ("judged/seekers.dev.jsonl", "text"),
}

_MISSING = (
    "of real texts only the labels are here, and FAIRMATCH_TEST_CORPORA names no folder that holds "
    "the texts: set it to one, or leave --half out to check our own sentences"
)


def sets(half: str | None = None) -> Iterator[tuple[str, list[Labelled]]]:
    """Each set of labelled texts by name; without the corpus folder only our own sentences.

    A half that is asked for by name must be there.
    """
    folder = os.environ.get("FAIRMATCH_TEST_CORPORA")
    if half is None:
        yield "own sentences", own()
    real = corpus(Path(folder)) if folder else {}
    if half and not real.get(half):
        raise click.ClickException(_MISSING)
    for name in (half,) if half else HALVES:
        if real.get(name):
            yield f"real texts, {name}", real[name]


def own() -> list[Labelled]:
    """Our own sentences, text and all."""
    told = [*rows("own.jsonl"), *rows("own_physical.jsonl")]
    return [Labelled(row["id"], row["kind"], row["text"], _sure(row)) for row in told]


def corpus(folder: Path) -> dict[str, list[Labelled]]:
    """Real texts by half: labels name them by hash, the corpus folder holds their words."""
    told = [*rows("corpus.jsonl"), *rows("corpus_physical.jsonl")]
    texts = _texts(folder, {row["source"] for row in told}, {row["sha256"] for row in told})
    found: dict[str, list[Labelled]] = defaultdict(list)
    for row in told:
        if row["sha256"] in texts:
            text = texts[row["sha256"]]
            found[row["half"]].append(Labelled(row["id"], row["kind"], text, _sure(row)))
    return found


def _sure(row: dict[str, Any]) -> dict[str, Any]:
    """The fields that count: where two readings are equally good, neither is held against us."""
    doubts = row.get("unsure", ())
    return {name: label for name, label in row["fields"].items() if name not in doubts}


def _texts(folder: Path, sources: set[str], wanted: set[str]) -> dict[str, str]:
    found = {}
    for source in sorted(sources):
        name, field = _FILES.get(source, (f"{source}/postings.dev.jsonl.gz", "desc"))
        if not (folder / name).is_file():
            continue
        with records.open_text(folder / name) as file:
            for line in file:
                text = json.loads(line).get(field) or ""
                key = sha256(text.encode()).hexdigest()
                if key in wanted:
                    found[key] = text
    return found


def rows(name: str) -> list[dict[str, Any]]:
    """The labels of one file of `data/reading`."""
    lines = gazetteers.path("reading", name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
