"""`fairmatch rank` and `fairmatch evaluate`: files in, files out."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matcher.cli import sides
from matcher.cli.evaluate import command as evaluate
from matcher.cli.rank import command as rank

POSTINGS = [
    {
        "id": "e1",
        "title": "维修电工",
        "desc": "持低压电工证，长白班",
        "salary_min": "6000",
        "salary_max": 8000,
    },
    {
        "id": "e2",
        "title": "值班电工",
        "desc": "持低压电工证，两班倒",
        "skills": None,
        "benefits": None,
    },
    {"id": 3, "title": "会计"},
    {
        "id": "k1",
        "desc": "网店售前客服，打字快",
        "exp_years": None,
        "edu": "",
        "salary_max": "面议",
    },
]
SEEKERS = [
    {"id": "s1", "certificates": ["低压电工作业证"], "no_night": True},
    {"id": "s2", "wanted": ["会计"], "min_pay": "5,000", "experience_years": "2"},
    {"id": "s3", "text": "打字快，找淘宝客服。"},
]


def lines(path: Path, records: list[Any]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    return path


def run(folder: Path, *options: str, postings: Path | None = None) -> Result:
    offers = postings or lines(folder / "postings.jsonl", POSTINGS)
    people = lines(folder / "seekers.jsonl", SEEKERS)
    files = ["--postings", str(offers), "--seekers", str(people), "--out", str(folder / "out")]
    return CliRunner().invoke(rank, [*files, *options])


def written(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "out").read_text("utf-8").splitlines()]


def test_best_postings_with_reasons(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "1").exit_code == 0
    rows = written(tmp_path)
    assert [(row["seeker"], row["posting"], row["rank"]) for row in rows] == [
        ("s1", "e1", 1),
        ("s2", 3, 1),
        ("s3", "k1", 1),
    ]
    assert {"code": "shift_fits", "terms": []} in rows[0]["reasons"]
    assert rows[0]["score"] > 0


def test_all_and_what_was_kept_back(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "0", "--explain").exit_code == 0
    mine = [row for row in written(tmp_path) if row["seeker"] == "s1"]
    kept = [row for row in mine if "blocked" in row]
    assert [(row["posting"], row["blocked"]) for row in kept] == [("e2", ["n"])]
    assert kept[0]["score"] > 0
    assert [row["rank"] for row in mine if "rank" in row] == [1, 2, 3]


def test_seekers_for_each_posting(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "1", "--reverse").exit_code == 0
    best = {row["posting"]: row["seeker"] for row in written(tmp_path)}
    assert best["e1"] == "s1"
    assert best[3] == "s2"
    assert best["k1"] == "s3"


def test_packed_input(tmp_path: Path) -> None:
    packed = tmp_path / "p.jsonl.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as file:
        file.write(json.dumps(POSTINGS[0], ensure_ascii=False) + "\n\n")
    assert run(tmp_path, postings=packed).exit_code == 0


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{"id": "a", "title": "x"}\n{"id": \n', "line 2: not a line of JSON"),
        (b"[1, 2]\n", "line 1: not a JSON object"),
        (b'{"title": "x"}\n', "line 1: the record has no id"),
        (b'{"id": "a", "title": null}\n', "line 1: the record has an id but no text"),
        (b"\xff\xfe\x00", "line 1: cannot be read as UTF-8 text"),
        (b'{"id": "\\ud800", "title": "x"}\n', r"line 1: id holds half a character, \ud800"),
        (b'{"id": "a", "skills": ["\\udfff"]}\n', "line 1: skills holds half a character"),
        (b'{"id": "a", "desc": ' + b"[" * 100_000, "line 1: lists within lists"),
        (b'{"id": "a", "pay_min": ' + b"9" * 5_000 + b"}\n", "line 1: a number of thousands"),
        (
            b'{"id": "a", "title": "x", "openings": "' + b"9" * 5_000 + b'"}\n',
            "line 1: openings says “999",
        ),
        (
            b'{"id": "a", "desc": "' + b"x" * 20_001 + b'"}\n',
            "line 1: desc has 20,001 characters: shorten it to 20,000 at most",
        ),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(content)
    result = run(tmp_path, "--spread", postings=bad)
    assert result.exit_code == 1
    assert complaint in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_damaged_packed_file_is_named(tmp_path: Path) -> None:
    whole = gzip.compress(json.dumps(POSTINGS[0]).encode() * 50)
    bad = tmp_path / "bad.jsonl.gz"
    for content in (whole[:-20], whole[:15] + b"\xff" * 20, b"no gzip"):
        bad.write_bytes(content)
        result = run(tmp_path, postings=bad)
        assert "line 1: the packed file is damaged here: pack it anew" in result.output


@pytest.mark.parametrize("name", ["postings", "seekers"])
def test_what_is_read_is_not_written_over(tmp_path: Path, name: str) -> None:
    lines(tmp_path / "postings.jsonl", POSTINGS)
    lines(tmp_path / "seekers.jsonl", SEEKERS)
    kept = (tmp_path / f"{name}.jsonl").read_bytes()
    (tmp_path / "link").symlink_to(tmp_path / f"{name}.jsonl")
    files = [f"--{each}={tmp_path / each}.jsonl" for each in ("postings", "seekers")]
    for out in (f"{name}.jsonl", "link"):
        result = CliRunner().invoke(rank, [*files, "--out", str(tmp_path / out)])
        assert result.exit_code == 1
        assert "name another --out" in result.output
    assert (tmp_path / f"{name}.jsonl").read_bytes() == kept


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("no_night", "maybe", "no_night says “maybe”, write true or false / no_night 写的是"),
        ("weekend_off", 2, "weekend_off says “2”"),
        ("min_pay", "很多", "min_pay says “很多”, write a number such as 8000 / min_pay 写的是"),
        ("min_pay", True, "min_pay says “true”"),
        ("min_pay", -5, "min_pay says “-5”"),
        ("experience_years", [3], "experience_years says “[3]”"),
        ("wanted", [{"a": 1}], 'wanted says “[{"a": 1}]”, write a text or a list of texts'),
    ],
)
def test_a_wish_that_cannot_be_read_is_refused(
    tmp_path: Path, field: str, value: Any, complaint: str
) -> None:
    people = [{"id": "a", "text": "打字快"}, {"id": "b", "text": "打字快", field: value}]
    offers = lines(tmp_path / "postings.jsonl", POSTINGS)
    files = ["--postings", str(offers), "--seekers", str(lines(tmp_path / "people.jsonl", people))]
    result = CliRunner().invoke(rank, [*files, "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert f"people.jsonl, line 2: {complaint}" in result.output


def test_pay_of_a_posting_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    odd = lines(tmp_path / "odd.jsonl", [{"id": 1, "title": "会计", "salary_min": "abc"}])
    assert "line 1: salary_min says “abc”" in run(tmp_path, postings=odd).output


def test_empty_files_give_empty_answers(tmp_path: Path) -> None:
    assert run(tmp_path, postings=lines(tmp_path / "none.jsonl", [])).exit_code == 0
    assert written(tmp_path) == []


def test_a_repeated_id_is_told(tmp_path: Path) -> None:
    twice = lines(tmp_path / "twice.jsonl", [POSTINGS[0], POSTINGS[0]])
    result = run(tmp_path, postings=twice)
    assert result.exit_code == 0
    assert "twice.jsonl: 1 records repeat an id and are left out: e1" in result.output
    assert len({row["posting"] for row in written(tmp_path)}) == 1


def test_of_a_repeated_id_the_first_counts_openings_too(tmp_path: Path) -> None:
    first = {"id": 7, "title": "会计", "openings": 1}
    twice = lines(tmp_path / "twice.jsonl", [first, {**first, "id": "7", "openings": "9"}])
    assert sides.postings(twice, rooms=True).openings == {"7": 1}


def test_an_id_is_written_as_it_was_read(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "1").exit_code == 0
    assert [row["posting"] for row in written(tmp_path)] == ["e1", 3, "k1"]


def test_what_a_certificate_opens_is_told_of_each_person_apart(tmp_path: Path) -> None:
    offer = {"id": "p", "title": "电工", "desc": "线路检修，须持低压电工证，三班倒"}
    told = {"text": "跟师傅做过电工"}
    people = [{"id": "day", **told, "no_night": True}, {"id": "any", **told}]
    files = [
        f"--postings={lines(tmp_path / 'p.jsonl', [offer])}",
        f"--seekers={lines(tmp_path / 's.jsonl', people)}",
        f"--out={tmp_path / 'out'}",
    ]
    assert CliRunner().invoke(rank, [*files, "--reverse", "--explain"]).exit_code == 0
    found = {row["seeker"]: (row["blocked"], row["opened_by"]) for row in written(tmp_path)}
    assert found == {"day": (["n", "c"], {}), "any": (["c"], {"低压电工作业证": 1})}


def test_evaluate_prints_both_rankers() -> None:
    table = CliRunner().invoke(evaluate)
    assert table.exit_code == 0
    assert "plain TF-IDF" in table.output
    figures = json.loads(CliRunner().invoke(evaluate, ["--json"]).output)
    rankers = figures["judged"]["rankers"]
    assert rankers["fairmatch"]["ndcg"] > rankers["plain TF-IDF"]["ndcg"]


def test_evaluate_needs_its_files(tmp_path: Path) -> None:
    result = CliRunner().invoke(evaluate, ["--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "no postings" in result.output


def test_spread_shows_as_many_and_needs_a_cut(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "1", "--spread").exit_code == 0
    assert len(written(tmp_path)) == 3
    assert run(tmp_path, "--k", "0", "--spread").exit_code == 2


def test_mutual_asks_both_sides(tmp_path: Path) -> None:
    assert run(tmp_path, "--k", "2", "--mutual", "--spread").exit_code == 0
    rows = written(tmp_path)
    assert all(0 <= row["score"] <= 1 for row in rows)
    assert {row["posting"] for row in rows if row["rank"] == 1} == {"e1", 3, "k1"}
    assert run(tmp_path, "--reverse", "--mutual").exit_code == 2


def test_the_certificate_that_would_open_what_was_kept_back(tmp_path: Path) -> None:
    offers = [{"id": f"e{n}", "title": "电工", "desc": "线路检修，须持低压电工证"} for n in (1, 2)]
    (tmp_path / "people").mkdir()
    people = lines(tmp_path / "people" / "s.jsonl", [{"id": "s", "text": "跟师傅做过电工"}])
    postings = lines(tmp_path / "postings.jsonl", offers)
    files = ["--postings", str(postings), "--seekers", str(people), "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(rank, [*files, "--explain"]).exit_code == 0
    assert [(row["missing"], row["opened_by"]) for row in written(tmp_path)] == [
        (["低压电工作业证"], {"低压电工作业证": 2}),
        (["低压电工作业证"], {"低压电工作业证": 2}),
    ]


def test_a_district_wished_for_is_a_reason(tmp_path: Path) -> None:
    places = ("广东省广州市天河区石牌街道", "广州·白云区")
    offers = [{"id": n, "title": "会计", "region": place} for n, place in enumerate(places, 1)]
    postings = lines(tmp_path / "postings.jsonl", offers)
    people = lines(tmp_path / "s.jsonl", [{"id": "s", "wanted": ["会计"], "district": "白云"}])
    files = ["--postings", str(postings), "--seekers", str(people), "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(rank, files).exit_code == 0
    rows = written(tmp_path)
    assert [row["posting"] for row in rows] == [2, 1]
    assert {"code": "district_fits", "terms": ["白云区"]} in rows[0]["reasons"]
    assert "district_fits" not in {reason["code"] for reason in rows[1]["reasons"]}
