"""Commands that do not match start without the libraries that do."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("numba", "numpy", "scipy", "sklearn", "rjieba", "pandas", "distributed")
CODE = """
import sys
from web.command import group
try:
    group(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
print(*(name for name in {names!r} if name in sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str, names: tuple[str, ...] = HEAVY) -> str:
    """Which of these libraries a command has loaded when it is done."""
    code = [sys.executable, "-c", CODE.format(names=names), *arguments]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    return done.stderr.strip()


PLAIN = """
--help | account --help | bench --help | city --help | db --help | demo --help | serve --help
export postings --help | export seekers --help | import postings --help
"""


@pytest.mark.parametrize("words", PLAIN.strip().replace("\n", " | ").split(" | "))
def test_help_loads_neither_numbers_nor_tables(words: str) -> None:
    assert not loaded(*words.split(), names=(*HEAVY, "sqlalchemy", "flask"))


def test_looking_after_the_database_loads_no_numbers(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('db')}/fair.sqlite"
    for words in ("db upgrade", "db check", "db tidy", "account add lin --password a-long-one-9"):
        assert not loaded(*words.split(), "--database", url)


def test_tables_that_are_current_need_no_migrations(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/fair.sqlite"
    assert loaded("db", "upgrade", "--database", url, names=("alembic",)) == "alembic"
    for words in ("db check", "db tidy"):
        assert not loaded(*words.split(), "--database", url, names=("alembic",))


def test_what_is_loaded_is_seen() -> None:
    assert "numpy" in loaded("rank", "--help")
