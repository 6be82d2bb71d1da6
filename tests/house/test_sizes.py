"""Short functions, short files, an opening sentence in each module."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FUNCTION_LINES, FILE_LINES, MEDIAN_LINES = 45, 270, 15


def _modules() -> list[Path]:
    found = [*ROOT.glob("matcher/**/*.py"), *ROOT.glob("web/**/*.py")]
    return [path for path in found if "versions" not in path.parts and "vendor" not in path.parts]


def _functions() -> Iterator[tuple[str, int]]:
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                yield name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_short() -> None:
    lengths = dict(_functions())
    assert not [f"{name}: {lines}" for name, lines in lengths.items() if lines > FUNCTION_LINES]
    assert sorted(lengths.values())[len(lengths) // 2] <= MEDIAN_LINES


def test_files_are_short() -> None:
    long = [p for p in _modules() if len(p.read_text("utf-8").splitlines()) > FILE_LINES]
    assert not long


def test_each_module_says_what_it_is_for() -> None:
    silent = [p for p in _modules() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_no_room_without_a_name() -> None:
    nameless = {"utils", "util", "helpers", "common", "misc", "manager", "tools", "base"}
    assert not [path for path in _modules() if path.stem in nameless]
