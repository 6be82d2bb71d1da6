"""Whatever is wrong with a database is said in one sentence, and looking at one never makes it."""

import json
import sqlite3
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from sqlalchemy.exc import OperationalError

from matcher.cli.opening import open_workshop
from web.command import group

READING = [
    "match seeker 1",
    "match posting 1",
    "match-all --fair 1 --jobs 1",
    "learn --all",
    "export postings --fair 1 --out o.jsonl",
    "export seekers --fair 1 --out o.jsonl",
    "db check",
    "db tidy",
    "account link lin",
]
MAKING = [
    "db upgrade",
    "account add lin --password a-long-one-9",
    "import postings p.jsonl --fair spring",
    "serve --port 0",
]
TRYING = "import postings p.jsonl --fair spring --dry-run"


def run(words: str, url: str) -> Result:
    return CliRunner().invoke(group, [*words.split(), "--database", url])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(tmp_path / "var"))
    return tmp_path


def told(result: Result) -> str:
    """The one sentence of a command that was refused."""
    assert result.exit_code == 1, (result.output, result.exception)
    assert isinstance(result.exception, SystemExit)
    assert len(result.output.splitlines()) == 1
    return result.output


@pytest.mark.parametrize("words", READING)
def test_what_only_reads_makes_no_database(folder: Path, words: str) -> None:
    for place in (folder / "no.sqlite", folder / "not" / "there" / "no.sqlite"):
        sentence = told(run(words, f"sqlite:///{place}"))
        assert "还没有数据库" in sentence
        assert "There is no database at" in sentence
    assert not list(folder.rglob("*.sqlite*"))
    assert not (folder / "not").exists()


def test_a_dry_run_makes_no_database(folder: Path) -> None:
    (folder / "p.jsonl").write_text('{"title": "电工", "company": "晨光"}', "utf-8")
    url = f"sqlite:///{folder}/no.sqlite"
    shown = run(f"{TRYING} --json", url)
    assert (shown.exit_code, json.loads(shown.stdout)["added"]) == (0, 1)
    assert not list(folder.rglob("*.sqlite*"))
    run("import postings p.jsonl --fair spring", url)
    shown = run(f"{TRYING} --json", url)
    assert json.loads(shown.stdout)["unchanged"] == 1


@pytest.mark.parametrize("words", [*READING, *MAKING, TRYING])
@pytest.mark.parametrize("url", ["nonsense", "bogus://x", "postgresql://here:port/x"])
def test_what_is_no_address_is_told(words: str, url: str) -> None:
    assert "The address of a database is sqlite:///fair.sqlite" in told(run(words, url))


@pytest.mark.parametrize("words", ["match seeker 1", "db check", "db upgrade"])
def test_a_server_that_does_not_answer_is_told_without_the_password(words: str) -> None:
    pytest.importorskip("psycopg", reason="fairmatch[postgres] is not installed")
    sentence = told(run(words, "postgresql+psycopg://fair:secret@127.0.0.1:1/fair"))
    assert "fair:***@127.0.0.1:1/fair cannot be opened" in sentence
    assert "secret" not in sentence


@pytest.mark.parametrize("words", ["match seeker 1", "db check", "db upgrade"])
def test_a_driver_that_is_not_installed_is_told(words: str) -> None:
    assert "cannot be opened (No module named" in told(run(words, "mssql+pymssql://x/y"))


@pytest.mark.parametrize("words", ["match seeker 1", "db check", "db upgrade"])
def test_a_file_that_is_no_database_is_told(folder: Path, words: str) -> None:
    (folder / "text").write_text("no tables here " * 100, "utf-8")
    assert "cannot be opened (file is not a database)" in told(run(words, "sqlite:///text"))


@pytest.mark.parametrize("words", MAKING)
def test_a_folder_that_cannot_be_made_is_told(folder: Path, words: str) -> None:
    (folder / "taken").touch()
    assert "cannot be opened" in told(run(words, f"sqlite:///{folder}/taken/fair.sqlite"))


def test_what_makes_a_database_makes_it_with_its_folder(folder: Path) -> None:
    url = f"sqlite:///{folder}/new/fair.sqlite"
    assert run("db upgrade", url).exit_code == 0
    assert run("db check", url).exit_code == 0
    assert "There is no seeker 1" in told(run("match seeker 1", url))
    assert run("account add lin --password a-long-one-9", url).exit_code == 0


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "eighty", "must be a whole number"),
        ("LANGUAGE", "tlh", "must be zh_CN or en"),
        ("TIME_ZONE", "Asia/Shanghia", "must be a time zone such as Asia/Shanghai"),
        ("TIME_ZONE", "../etc/passwd", "must be a time zone such as Asia/Shanghai"),
    ],
)
@pytest.mark.parametrize("words", ["db upgrade", "serve --port 0"])
def test_a_setting_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str, words: str
) -> None:
    monkeypatch.setenv(f"FAIRMATCH_{name}", value)
    output = told(run(words, "sqlite:///fair.sqlite"))
    assert f"FAIRMATCH_{name}={value}：应为" in output
    assert sentence in output


@pytest.mark.parametrize("words", ["db upgrade", "serve --port 0"])
def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    (folder / "taken").touch()
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(folder / "taken"))
    monkeypatch.delenv("FAIRMATCH_SECRET_KEY", raising=False)
    output = told(run(words, "sqlite:///fair.sqlite"))
    assert "The folder FAIRMATCH_FOLDER cannot be read or written" in output


def test_a_disk_that_is_full_on_the_way_is_said_in_one_sentence(tmp_path: Path) -> None:
    full = OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))
    url = f"sqlite:///{tmp_path}/fair.sqlite"
    with pytest.raises(click.ClickException) as told, open_workshop(url, makes=True):
        raise full
    assert "disk is full" in told.value.message
    assert "INSERT" not in told.value.message
