"""The tables of docs/benchmarks.md between their marks, and a plot of each, from the figures."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tools.benchmarks import svg

Figures = dict[str, Any]
Column = tuple[str, Callable[[Figures], str]]

OURS = "**Fairmatch**"


def write(docs: Path) -> None:
    """Every table whose figures are there; what is written by hand stays."""
    place = docs / "benchmarks.md"
    text = place.read_text("utf-8")
    for path in sorted((docs / "benchmarks").glob("*.json")):
        figures = json.loads(path.read_text("utf-8"))
        if figures.get("workload") in _COLUMNS:
            bars, unit = _bars(figures)
            plot = f"images/bench-{path.stem}.svg"
            (docs / plot).write_text(svg.bars(bars, unit), "utf-8")
            text = _put(text, path.stem, f"{_table(figures)}\n\n![{unit}]({plot})")
            text = _put(text, "machine", _machine(figures["machine"]))
    place.write_text(text, "utf-8")


def _machine(machine: Figures) -> str:
    libraries = ", ".join(f"{name} {version}" for name, version in machine["libraries"].items())
    return (
        f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"Python {machine['python']}; {libraries}."
    )


def _put(text: str, name: str, table: str) -> str:
    """The table between its two marks."""
    mark = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    return mark.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text)


def _table(figures: Figures) -> str:
    columns = _COLUMNS[figures["workload"]]
    lines = [_said(figures), "", "| | " + " | ".join(head for head, _ in columns) + " |"]
    lines.append("|---|" + "--:|" * len(columns))
    for name, row in _rows(figures):
        lines.append(f"| {name} | " + " | ".join(cell(row) for _, cell in columns) + " |")
    lines += [f"- {name}: skipped, {why}" for name, why in figures["skipped"].items()]
    if "stale" in figures:
        lines += ["", *_stale(figures["stale"])]
    return "\n".join(lines)


def _rows(figures: Figures) -> Iterator[tuple[str, Figures]]:
    if figures["workload"] in ("match", "bulk"):
        yield OURS, {**figures["ours"], "ratio": None}
    else:
        yield from ((f"{OURS}, {name}", row) for name, row in figures["ours"].items())
    for name, row in figures["peers"].items():
        yield name, {**row, "ratio": figures["ratios"][name]}


def _said(figures: Figures) -> str:
    """The corpus and the limit of the machine, in one line."""
    size = f"{figures['postings']:,} postings"
    if "corpus" in figures:
        size = f"{figures['corpus']}, {size}, {figures['seekers']:,} seekers, "
        size += f"{figures['features_per_posting']} features per posting"
    if "filter" in figures and figures["filter"] != "none":
        size += f", filter: {figures['filter']}"
    if "threads" in figures:
        size += f", threads: {figures['threads']}"
    if "limit" in figures:
        size += f"; limit {figures['limit']['scatter_adds_per_second'] / 1e6:,.0f} M adds a second"
    return size + "."


def _stale(stale: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "| idf of | any order | occupation by occupation |"
    yield "|---|--:|--:|"
    for share, row in stale.items():
        yield f"| {share} | {row['any_order']:.3f} | {row['by_occupation']:.3f} |"


def _bars(figures: Figures) -> tuple[dict[str, float], str]:
    rows = {name.strip("*").replace("**", ""): row for name, row in _rows(figures)}
    key, unit = {
        "bulk": ("mpairs_per_cpu_second", "million pairs per second and core, more is better"),
        "vectorise": ("documents_per_second", "documents per second and core, more is better"),
    }.get(figures["workload"], ("cpu_ms", "ms of CPU, less is better"))
    return {name: row[key] for name, row in rows.items()}, unit


def _number(key: str) -> Callable[[Figures], str]:
    return lambda row: _short(row.get(key))


def _short(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if isinstance(value, int) or value >= 1000 else f"{value:.3g}"


def _times(row: Figures) -> str:
    return "–" if row.get("ratio") is None else f"{_short(row['ratio'])}×"


def _same(row: Figures) -> str:
    """Identical lists; of a peer with a formula of its own, how much both lists share."""
    if row["own_formula"]:
        return f"own formula, overlap {row['overlap']:.2f}"
    return f"{row['agreement']:.1%}"


def _megabytes(row: Figures) -> str:
    return "–" if row.get("bytes") is None else f"{row['bytes'] / 2**20:,.0f} MB"


def _fraction(row: Figures) -> str:
    return f"{row['of_limit']:.1%}"


_COLUMNS: dict[str, tuple[Column, ...]] = {
    "match": (
        ("CPU ms, median", _number("cpu_ms")),
        ("p99", _number("cpu_ms_p99")),
        ("theirs ÷ ours", _times),
        ("same top ten", _same),
        ("memory", _megabytes),
        ("of the limit", _fraction),
        ("answered", _number("answered")),
    ),
    "bulk": (
        ("Mpairs/s", _number("mpairs_per_second")),
        ("Mpairs/s and core", _number("mpairs_per_cpu_second")),
        ("ours ÷ theirs", _times),
        ("seconds", _number("seconds")),
        ("same top ten", _same),
        ("of the limit", _fraction),
        ("answered", _number("answered")),
    ),
    "refresh": (
        ("CPU ms, median", _number("cpu_ms")),
        ("p99", _number("cpu_ms_p99")),
        ("theirs ÷ our add", _times),
        ("times", _number("answered")),
    ),
    "vectorise": (
        ("documents/s", _number("documents_per_second")),
        ("ours ÷ theirs", _times),
        ("documents", _number("answered")),
    ),
}
