"""`fairmatch match-all` beside others: a second run, a signal, what was torn, files that clash."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from matcher.cli.parts import Parts, alone
from matcher.matching import bulk
from tests.cli.test_match_all import TITLES, run, stop_after, write_records

pytestmark = pytest.mark.timeout(300)  # real processes, which load the whole library

PEOPLE = 352


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_records(tmp_path, PEOPLE)
    return tmp_path


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """The command as people start it."""
    files = [f"--{name}={folder / name}.jsonl" for name in ("postings", "seekers")]
    line = [sys.executable, "-m", "web.command", "match-all", *files, f"--out={folder / 'out'}"]
    return subprocess.Popen([*line, *options], stderr=subprocess.PIPE, text=True)


def wait_for(what: Callable[[], bool]) -> None:
    """Look again and again."""
    until = time.monotonic() + 100
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_of_two_runs_on_one_output_one_is_refused(folder: Path) -> None:
    first = start(folder, "--jobs=1", "--block=5")
    wait_for((folder / ".out.lock").exists)
    first.send_signal(signal.SIGSTOP)  # so that it is at work, however slow the machine is
    second = start(folder, "--jobs=1", "--block=5")
    told = second.communicate()[1]
    first.send_signal(signal.SIGCONT)
    assert first.wait(100) == 0, first.communicate()
    first.communicate()
    assert second.returncode == 1
    assert "请等它结束" in told
    assert "name another --out" in told
    rows = [json.loads(line) for line in (folder / "out").read_text("utf-8").splitlines()]
    assert [row["seeker"] for row in rows] == [f"s{at}" for at in range(PEOPLE)]
    assert {each.name for each in folder.iterdir()} == {"out", "postings.jsonl", "seekers.jsonl"}


def test_a_lock_left_by_a_crash_keeps_nobody_out(folder: Path) -> None:
    (folder / ".out.jsonl.lock").touch()
    assert run(folder, "--jobs=1").exit_code == 0
    with alone(folder / "out.jsonl"):
        assert run(folder, "--jobs=1").exit_code == 1
    assert run(folder, "--jobs=1").exit_code == 0


@pytest.fixture
def busy(folder: Path) -> Iterator[tuple[subprocess.Popen[str], list[psutil.Process]]]:
    """A run that is ranking and has long to go, and its workers."""
    write_records(folder, 3 * PEOPLE)
    process = start(folder, "--jobs=2", "--block=1")
    others: list[psutil.Process] = []
    try:
        wait_for(lambda: bool(list((folder / "out.parts").glob("*.part"))))
        others += psutil.Process(process.pid).children(recursive=True)
        assert any("LokyProcess" in " ".join(each.cmdline()) for each in others)
        yield process, others
    finally:
        process.kill()
        process.communicate()
        for each in others:
            if each.is_running():
                each.kill()


def test_a_run_that_is_told_to_end_takes_its_workers_along(
    folder: Path, busy: tuple[subprocess.Popen[str], list[psutil.Process]]
) -> None:
    process, others = busy
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)  # as `timeout` does
    assert process.wait(60) == 128 + signal.SIGTERM
    assert not psutil.wait_procs(others, timeout=10)[1]
    assert not (folder / ".out.lock").exists()


def test_workers_end_with_a_run_that_is_killed(
    busy: tuple[subprocess.Popen[str], list[psutil.Process]],
) -> None:
    process, others = busy
    process.kill()
    assert not psutil.wait_procs(others, timeout=20)[1]


# What was torn.


@pytest.fixture
def stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of parts of a run that was stopped after two blocks."""
    with monkeypatch.context() as first:
        stop_after(first, 2)
        assert run(folder, "--jobs=1", "--block=50").exit_code == 1
    return folder / "out.jsonl.parts"


def whole(folder: Path) -> bool:
    rows = (folder / "out.jsonl").read_text("utf-8").splitlines()
    return [json.loads(row)["seeker"] for row in rows] == [f"s{at}" for at in range(PEOPLE)]


def test_a_torn_index_is_made_anew(folder: Path, stopped: Path) -> None:
    index = stopped / "postings.index" / "index.joblib"
    torn = index.with_name("torn")  # not in place: this process still has the old one mapped
    torn.write_bytes(index.read_bytes()[:500])
    torn.replace(index)
    bulk._index.cache_clear()  # as in a process of its own
    done = run(folder, "--jobs=1", "--block=50")
    assert done.exit_code == 0, done.output
    assert whole(folder)


@pytest.mark.parametrize("keep", [("version",), ("day",), (), None])
def test_a_run_that_cannot_be_known_begins_anew(
    folder: Path, stopped: Path, keep: tuple[str, ...] | None
) -> None:
    told = json.loads((stopped / "run.json").read_text("utf-8"))
    text = "[" if keep is None else json.dumps({name: told[name] for name in keep})
    (stopped / "run.json").write_text(text, "utf-8")
    done = run(folder, "--jobs=1", "--block=50")
    assert done.exit_code == 0, done.output
    assert "beginning anew" in done.output
    assert whole(folder)


def test_a_block_that_is_not_whole_is_told_and_made_anew(folder: Path, stopped: Path) -> None:
    part = stopped / "postings-000001.part"
    part.write_text("".join(part.read_text("utf-8").splitlines(True)[:-1]), "utf-8")
    torn = run(folder, "--jobs=1", "--block=50")
    assert torn.exit_code == 1
    assert "postings-000001.part is not whole" in torn.output
    assert not (folder / "out.jsonl").exists()
    assert run(folder, "--jobs=1", "--block=50").exit_code == 0
    assert whole(folder)


def test_a_block_that_vanished_is_missed(
    folder: Path, stopped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join = Parts.join

    def late(parts: Parts, blocks: dict[str, int]) -> None:
        (stopped / "postings-000003.part").unlink()
        join(parts, blocks)

    with monkeypatch.context() as patched:
        patched.setattr(Parts, "join", late)
        assert "postings-000003.part is not whole" in run(folder, "--jobs=1", "--block=50").output
    assert run(folder, "--jobs=1", "--block=50").exit_code == 0
    assert whole(folder)


# What clashes.


def test_what_is_read_is_not_written_over(folder: Path) -> None:
    before = (folder / "seekers.jsonl").read_bytes()
    (folder / "again").symlink_to(folder / "seekers.jsonl")
    for out in ("seekers.jsonl", "postings.jsonl", "again", f"../{folder.name}/seekers.jsonl"):
        told = run(folder, "--jobs=1", out=out)
        assert told.exit_code == 1
        assert "name another --out" in told.output
    assert (folder / "seekers.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    "address", ["foo", "http://x:80", "tcp://x:y", "tcp://x", "tcp://x:70000", "tcp://x:0"]
)
def test_what_is_no_address_of_a_cluster_is_told_at_once(folder: Path, address: str) -> None:
    told = run(folder, f"--cluster={address}")
    assert told.exit_code == 1
    assert f"--cluster is tcp://host:port or tls://host:port, not {address}." in told.output


def test_who_stands_twice_is_ranked_once(folder: Path) -> None:
    rows = [{"id": at % 7, "wanted": [TITLES[at % 6]]} for at in range(20)]
    text = "\n\n".join(json.dumps(each, ensure_ascii=False) for each in rows)
    (folder / "seekers.jsonl").write_text(text, "utf-8")
    with (folder / "postings.jsonl").open("a") as file:
        file.write('{"id": "p3", "title": "会计"}\n')
    done = run(folder, "--jobs=1", "--block=3", "--direction=both", "--k=0")
    assert done.exit_code == 0, done.output
    assert "13 records repeat an id and are left out" in done.output
    assert "1 records repeat an id and are left out" in done.output
    assert "28 lists in" in done.output
    found = [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["seeker"] for row in found if "seeker" in row] == [str(at) for at in range(7)]
    assert [row["posting"] for row in found if "posting" in row] == [f"p{at}" for at in range(21)]
    assert all(len(set(row["seekers"])) == 7 for row in found if "seekers" in row)


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "taken").touch()
    told = run(folder, "--jobs=1", out="taken/out.jsonl")
    assert told.exit_code == 1
    assert "cannot be read or written" in told.output
