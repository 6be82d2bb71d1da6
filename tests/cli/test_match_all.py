"""`fairmatch match-all`: everyone at once, stopped and gone on with, into files and ahead."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner, Result

from matcher.cli.match_all import command
from matcher.cli.parts import Parts
from matcher.cli.rank import command as rank
from matcher.domain.profiles import Ranking
from matcher.matching import bulk, program
from matcher.services import match_all, privacy, recommend, seekers
from matcher.services.cards import Matches
from matcher.services.match_all import Moved, Plan
from matcher.services.shelf import Shelf
from matcher.services.turns import only_one
from matcher.services.work import Work, Workshop
from matcher.storage.fairs import Fair, bump_catalog
from matcher.storage.postings import Posting
from matcher.storage.standing import PostingList, SeekerList
from tests.conftest import Clock
from tests.people import People
from tests.web.browser import Browser

TITLES = ("维修电工", "会计", "淘宝客服", "保安", "叉车司机", "服务员", "焊工")


def write_records(folder: Path, people: int) -> None:
    """A few postings, and so many people who want one of them."""
    offers = [{"id": f"p{at}", "title": f"{title}{at}号"} for at, title in enumerate(TITLES * 3)]
    asking = [{"id": f"s{at}", "wanted": [TITLES[at % 7]]} for at in range(people)]
    for name, records in (("postings", offers), ("seekers", asking)):
        text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")


def run(folder: Path, *options: str, out: str = "out.jsonl") -> Result:
    """Match everyone in the folder's files."""
    files = [f"--{name}={folder / name}.jsonl" for name in ("postings", "seekers")]
    return CliRunner().invoke(command, [*files, f"--out={folder / out}", *options])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_records(tmp_path, 23)
    return tmp_path


def stop_after(monkeypatch: pytest.MonkeyPatch, blocks: int) -> None:
    """Press Ctrl-C when so many blocks were kept."""
    left = iter(range(blocks))
    keep = Parts.put

    def put(parts: Parts, name: str, text: str) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        keep(parts, name, text)

    monkeypatch.setattr(Parts, "put", put)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that are ranked from now on."""
    found: list[str] = []
    ranking = bulk.rankings

    def count(order: bulk.Order, asked: Sequence[bulk.Asked]) -> Iterator[Ranking]:
        found.extend(each.query.id for each in asked)
        return ranking(order, asked)

    monkeypatch.setattr(bulk, "rankings", count)
    return found


def test_files_say_what_rank_says(folder: Path) -> None:
    assert run(folder, "--jobs=1", "--block=4", "--k=3").exit_code == 0
    files = [f"--{name}={folder / name}.jsonl" for name in ("postings", "seekers")]
    CliRunner().invoke(rank, [*files, f"--out={folder / 'ranked'}", "--k=3"])
    ranked: dict[str, list[tuple[str, float]]] = {}
    for line in (folder / "ranked").read_text("utf-8").splitlines():
        row = json.loads(line)
        ranked.setdefault(row["seeker"], []).append((row["posting"], row["score"]))
    rows = [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["seeker"] for row in rows] == [f"s{at}" for at in range(23)]
    assert {r["seeker"]: list(zip(r["postings"], r["scores"], strict=True)) for r in rows} == ranked


def test_two_processes_say_the_same_byte_for_byte(folder: Path) -> None:
    for jobs in (1, 2):
        done = run(folder, f"--jobs={jobs}", "--block=5", "--direction=both", out=f"by{jobs}")
        assert done.exit_code == 0, done.output
    assert (folder / "by1").read_bytes() == (folder / "by2").read_bytes()
    assert len((folder / "by1").read_text("utf-8").splitlines()) == 23 + 21


def test_a_stopped_run_goes_on_and_ranks_nobody_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        stop_after(first, 2)
        assert run(folder, "--jobs=1", "--block=5").exit_code == 1
    assert not (folder / "out.jsonl").exists()
    ranked = counted(monkeypatch)
    assert run(folder, "--jobs=1", "--block=5").exit_code == 0
    assert ranked == [f"s{at}" for at in range(10, 23)]
    assert len((folder / "out.jsonl").read_text("utf-8").splitlines()) == 23
    assert not list(folder.glob("*.parts"))


def test_a_process_that_dies_costs_its_blocks_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(folder, "--jobs=1", "--block=2", out="whole").exit_code == 0
    keep, kept = Parts.put, []

    def put(parts: Parts, name: str, text: str) -> None:
        keep(parts, name, text)
        kept.append(name)
        if len(kept) == 3:
            workers = psutil.Process().children(recursive=True)
            next(each for each in workers if "LokyProcess" in " ".join(each.cmdline())).kill()

    monkeypatch.setattr(Parts, "put", put)
    assert run(folder, "--jobs=2", "--block=2").exit_code == 0
    assert len(kept) == len(set(kept)) == 12
    assert (folder / "out.jsonl").read_bytes() == (folder / "whole").read_bytes()


def test_other_postings_begin_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as first:
        stop_after(first, 2)
        run(folder, "--jobs=1", "--block=5")
    with (folder / "postings.jsonl").open("a") as file:
        file.write('{"id": "new", "title": "会计"}\n')
    ranked = counted(monkeypatch)
    assert run(folder, "--jobs=1", "--block=5").exit_code == 0
    assert len(ranked) == 23
    assert '"new"' in (folder / "out.jsonl").read_text("utf-8")


def test_another_state_of_the_program_begins_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as first:
        stop_after(first, 2)
        run(folder, "--jobs=1", "--block=5")
    monkeypatch.setattr(program, "state", lambda: "another rule, in the same version")
    ranked = counted(monkeypatch)
    assert run(folder, "--jobs=1", "--block=5").exit_code == 0
    assert len(ranked) == 23


@pytest.mark.parametrize(
    "options",
    [["--jobs=1", "--cluster=tcp://127.0.0.1:1"], ["--fair=1"]],
)
def test_what_cannot_be_meant_is_refused(folder: Path, options: list[str]) -> None:
    assert run(folder, *options).exit_code == 2


def test_a_line_that_is_none_is_told_by_number(folder: Path) -> None:
    with (folder / "seekers.jsonl").open("a") as file:
        file.write("{}\n")
    told = run(folder, "--jobs=1")
    assert told.exit_code == 1
    assert "line 24" in told.output


# Ahead, in the database.


def ahead(workshop: Workshop, people: People, way: str = "for_seekers", k: int = 100) -> int:
    """Rank everyone of the fair here and now; how many lists that made."""
    plan = Plan(people.fair, k, bulk.here, block=1)
    made: Iterable[int] = getattr(match_all, way)(workshop, plan)
    return sum(made)


def found(work: Work, people: People, seeker_id: int, k: int) -> Matches:
    return recommend.postings_for(work, seekers.one_in(work, people.fair, seeker_id), k=k)


@pytest.mark.parametrize("k", [1, 2, 100])
def test_a_list_that_stands_says_what_ranking_says(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch, k: int
) -> None:
    with workshop.writing() as work:
        seekers.one_in(work, people.fair, people.zhouhang).no_night = True
    owners = (people.linyue, people.zhouhang)
    with workshop.reading() as work:
        fresh = [found(work, people, each, k) for each in owners]
    workshop.shelf = Shelf()
    assert ahead(workshop, people) == 2

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("ranked anew")

    monkeypatch.setattr(recommend, "rank_postings", never)
    with workshop.reading() as work:
        assert [found(work, people, each, k) for each in owners] == fresh


def test_people_for_a_posting_stand_too(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed() -> list[Any]:
        with workshop.reading() as work:
            posting = work.db.get_one(Posting, people.electrician)
            found = recommend.seekers_for(work, posting, k=5)
            return [(each.seeker.id, each.score, each.rank, each.reasons) for each in found]

    fresh = listed()
    torn = workshop.folder / "lists" / f".{people.fair}-seekers-torn"  # left by a power cut
    torn.mkdir(parents=True)
    assert ahead(workshop, people, "for_postings") == 2
    assert not list((workshop.folder / "lists").glob("*seekers*"))  # what people said is gone
    monkeypatch.setattr(recommend, "rank_seekers", None)
    assert listed() == fresh


def test_only_what_changed_is_ranked_again(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    assert ahead(workshop, people) == 2
    assert ahead(workshop, people) == 0
    with workshop.writing() as work:
        seekers.one_in(work, people.fair, people.linyue).wanted = ["焊工"]
    assert ahead(workshop, people) == 1
    with workshop.writing() as work:
        bump_catalog(work.db, people.fair)
    assert ahead(workshop, people) == 2
    assert ahead(workshop, people, k=5) == 0  # a deeper list stands
    assert ahead(workshop, people, k=0) == 2


@pytest.mark.parametrize("way", ["for_seekers", "for_postings"])
def test_lists_of_another_state_of_the_program_are_void(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    made = ahead(workshop, people, way)
    assert ahead(workshop, people, way) == 0
    monkeypatch.setattr(program, "state", lambda: "another rule, in the same version")
    assert ahead(workshop, people, way) == made


def test_a_posting_that_changes_meanwhile_stops_the_run(workshop: Workshop, people: People) -> None:
    steps = match_all.for_seekers(workshop, Plan(people.fair, 100, bulk.here, block=1))
    next(steps)
    with workshop.writing() as work:
        bump_catalog(work.db, people.fair)
    with pytest.raises(Moved):
        list(steps)


def test_who_switched_it_off_or_left_has_no_list(workshop: Workshop, people: People) -> None:
    ahead(workshop, people)
    ahead(workshop, people, "for_postings")
    with workshop.writing() as work:
        seekers.personalise(work, seekers.one_in(work, people.fair, people.linyue), wanted=False)
        privacy.erase(work, people.zhouhang)
        assert work.db.query(SeekerList).count() == 0
        assert work.db.query(PostingList).count() == 0
    assert ahead(workshop, people) == 0


def test_who_leaves_while_lists_are_made_gets_none(workshop: Workshop, people: People) -> None:
    steps = match_all.for_seekers(workshop, Plan(people.fair, 100, bulk.here, block=2))

    def leave(order: bulk.Order, asked: Sequence[bulk.Asked]) -> Iterator[Ranking]:
        with workshop.writing() as work:
            privacy.erase(work, people.linyue)
        yield from ranking(order, asked)

    ranking = bulk.rankings
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "rankings", leave)
        list(steps)
    with workshop.reading() as work:
        assert [each.id for each in work.db.query(SeekerList)] == [people.zhouhang]


def test_the_copy_of_ones_data_holds_what_stands(workshop: Workshop, people: People) -> None:
    ahead(workshop, people)
    ahead(workshop, people, "for_postings")
    with workshop.reading() as work:
        told = privacy.export(work, people.linyue)["ranked_ahead"]
    assert told["postings"][0]["posting"] == "维修电工"
    assert {each["posting"] for each in told["listed_for"]} == {"维修电工"}


def test_lists_go_with_the_fair(workshop: Workshop, people: People) -> None:
    ahead(workshop, people)
    with workshop.writing() as work:
        work.db.delete(work.db.get_one(Fair, people.fair))
        work.db.flush()
        assert work.db.query(SeekerList).count() == 0


def test_the_page_of_matches_is_served_from_it(
    workshop: Workshop,
    people: People,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    browse: Callable[[str], Browser],
) -> None:
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(workshop.folder))
    options = ["--fair", people.slug, "--jobs=1", "--direction=both", "--database", database_url]
    told = CliRunner().invoke(command, options)
    assert "postings: 2 lists ranked, 0 stood" in told.output, told.output
    monkeypatch.setattr(recommend, "rank_postings", None)
    assert "维修电工" in browse("seeker").get(f"/f/{people.slug}/matches").text


def test_of_two_runs_on_one_fair_one_is_refused(
    workshop: Workshop, people: People, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(workshop.folder))
    options = ["--fair", people.slug, "--jobs=1", "--database", database_url]
    lock = workshop.folder / "lists" / f".{people.fair}.lock"
    with only_one(lock):
        refused = CliRunner().invoke(command, options)
    assert refused.exit_code == 1
    assert f"请等它结束。 / Another match-all is at work on {people.slug}" in refused.output
    assert CliRunner().invoke(command, options).exit_code == 0
    assert not lock.exists()
