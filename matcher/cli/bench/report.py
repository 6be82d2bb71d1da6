"""What was measured, as one JSON document or as a table, with the machine it was measured on."""

import json
import os
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

LIBRARIES = (
    "numpy",
    "scipy",
    "numba",
    "scikit-learn",
    "sparse-dot-topn",
    "sp-matmul-rs",
    "bm25s",
    "tantivy",
    "psycopg",
    "rjieba",
)
WIDE = 140

Figures = Mapping[str, Any]


def machine() -> dict[str, Any]:
    """The processor, the system and the versions of what is measured."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "libraries": dict(_versions()),
    }


def tell(document: Figures, rows: Mapping[str, Figures], as_json: bool) -> None:
    """The document where JSON is asked for, or its rows as a table under its single figures."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    single = {key: value for key, value in document.items() if not isinstance(value, dict | list)}
    click.echo("  ".join(f"{key} {_cell(value)}" for key, value in single.items()))
    show(rows)
    for name, why in document.get("skipped", {}).items():
        click.echo(f"skipped {name}: {why}")


def show(rows: Mapping[str, Figures]) -> None:
    """Figures as a table."""
    Console(width=WIDE).print(_table(rows))


def _table(rows: Mapping[str, Figures]) -> Table:
    columns = list(dict.fromkeys(key for row in rows.values() for key in row))
    table = Table("", box=box.SIMPLE)
    for column in columns:
        table.add_column(column.replace("_", " "), justify="right")
    for name, row in rows.items():
        table.add_row(name, *(_cell(row.get(column)) for column in columns))
    return table


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _versions() -> list[tuple[str, str]]:
    found = {each.name.lower().replace("_", "-"): each.version for each in metadata.distributions()}
    return [(name, found[name]) for name in LIBRARIES if name in found]
