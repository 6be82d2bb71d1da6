"""`fairmatch import` and `export` as an organizer types them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from matcher.cli import LazyGroup
from matcher.cli.opening import open_workshop
from matcher.services import exchange
from matcher.sheets import reader
from matcher.storage.postings import Posting
from tests.sheets.files import jsonl, table, workbook, xlsx

COMMAND = ("import", "postings", "a.jsonl", "--fair", "spring")


@pytest.fixture
def desk(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with settings that point at this test's database."""
    monkeypatch.setenv("FAIRMATCH_DATABASE_URL", database_url)
    monkeypatch.setenv("FAIRMATCH_FOLDER", str(tmp_path / "var"))
    monkeypatch.delenv("FAIRMATCH_LANGUAGE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(LazyGroup("fairmatch"), arguments)
    assert result.exit_code == code, result.output
    return result


def _import(*arguments: str) -> Any:
    return json.loads(_run("import", "postings", *arguments, "--fair", "spring", "--json").stdout)


def test_the_report_as_json(desk: Path) -> None:
    rows = table({"有效期": "2099-05-01"}, {"人数": "看情况"}, {"岗位": "焊工", "薪资": "面议"})
    (desk / "岗位表.xlsx").write_bytes(xlsx(rows))
    report = _import("岗位表.xlsx")
    counts = {name: report[name] for name in ("rows", "added", "changed", "unchanged")}
    assert counts == {"rows": 3, "added": 2, "changed": 0, "unchanged": 0}
    assert (report["published"], report["drafts"]) == (1, 1)
    (refused,) = report["refused"]
    assert {name: refused[name] for name in ("row", "field", "code", "message")} == {
        "row": 3,
        "field": "openings",
        "code": "not_a_number",
        "message": "招聘人数写的是“看情况”，请写成数字，比如 3。",
    }
    understood = report["details"][0]["understood"]
    assert (understood["pay_min"], understood["expires_on"]) == (6000, "2099-05-01")
    assert report["details"][1]["missing"] == ["pay_text"]
    again = _import("岗位表.xlsx")
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)


def test_an_import_that_comes_second_sees_what_the_first_one_brought(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a.jsonl").write_bytes(jsonl({"title": "电工", "company": "晨光"}))
    commit, tried = exchange.commit, []

    def slowly(*given: Any, **chosen: Any) -> Any:
        tried.append(given)
        if len(tried) == 1:  # PostgreSQL says so where another one put the same rows in
            raise IntegrityError("INSERT", {}, Exception("uq_postings_fair_id_source_key"))
        return commit(*given, **chosen)

    monkeypatch.setattr(exchange, "commit", slowly)
    assert _import("a.jsonl")["added"] == 1
    assert _import("a.jsonl")["unchanged"] == 1


def test_a_dry_run_changes_nothing_and_makes_no_fair(desk: Path) -> None:
    (desk / "a.jsonl").write_bytes(jsonl({"title": "电工", "company": "晨光"}))
    assert _import("a.jsonl", "--dry-run")["added"] == 1
    refused = _run("export", "postings", "--fair", "spring", "--out", "o.jsonl", code=1)
    assert refused.stderr.strip() == "没有这场招聘会。"
    assert _import("a.jsonl")["added"] == 1


def test_the_report_for_people_and_the_rows_to_mend(desk: Path) -> None:
    rows = table({}, {"单位": None, "人数": 0}, *({"岗位": None} for _ in range(60)))
    (desk / "a.xlsx").write_bytes(xlsx(rows))
    result = _run("import", "postings", "a.xlsx", "--fair", "spring", "--report", "bad.xlsx")
    assert "没有收进来的行（61）" in result.stdout
    assert "没有写单位名称" in result.stdout
    assert "其余的用 --json 或 --report 看" in result.stdout
    back = reader.read(desk / "bad.xlsx")
    assert len(back.rows) == 61
    assert "没有写单位名称" in back.rows[0].raw[-1]


def test_how_a_row_was_taken_and_what_was_not_read_is_told(desk: Path) -> None:
    told = {"人数": "普工50，质检5", "有效期": "截至12月底", "工龄": 3, "经验": 5}
    content = workbook(
        {"甲": table(told, {"岗位": "焊工"}), "乙": [["晨光", "电工"]]}, hidden_rows=[2]
    )
    (desk / "a.xlsx").write_bytes(content)
    result = _run("import", "postings", "a.xlsx", "--fair", "spring", "--dry-run")
    for sentence in (
        "工作表“甲”：有 1 行在 Excel 里隐藏着（比如被筛选掉了），没有读",
        "工作表“乙”：没找到表头，没有读",
        "“经验”和“工龄”两列都是经验年限：有 1 行只用了“工龄”",
        "请看一眼的行（1）\n  甲 第 2 行  维修电工  ",
        "招聘人数“普工50，质检5”按一共 55 人算；",
        "有效期“截至12月底”没写年份，按 ",
    ):
        assert sentence in result.stdout
    report = _import("a.xlsx", "--dry-run")
    codes = [each["code"] for each in report["notices"]]
    assert codes == ["rows_hidden", "sheet_without_headings", "column_twice"]
    assert [each["code"] for each in report["details"][0]["notes"]] == [
        "openings_summed",
        "year_assumed",
    ]


def test_a_posting_edited_on_the_page_is_replaced_only_when_asked(desk: Path) -> None:
    record = {"id": "7", "title": "电工", "company": "晨光", "place": "苏溪镇"}
    (desk / "a.jsonl").write_bytes(jsonl(record))
    _import("a.jsonl")
    with open_workshop(None) as workshop, workshop.writing() as work:
        work.db.scalars(select(Posting)).one().place = "后宅街道"
    (desk / "a.jsonl").write_bytes(jsonl(record | {"openings": 4}))
    report = _import("a.jsonl")
    assert (report["kept"], report["changed"]) == (1, 0)
    (note,) = report["details"][0]["notes"]
    assert "--replace" in note["message"]
    assert _import("a.jsonl", "--replace")["changed"] == 1


def test_json_is_a_document_whatever_stops_it(desk: Path) -> None:
    (desk / "a.jsonl").write_bytes(jsonl({"title": "电工", "company": "晨光"}))
    for database in ("nonsense", f"sqlite:///{desk}/a.jsonl/x.sqlite"):
        told = _run(*COMMAND, "--json", "--database", database, code=1)
        assert json.loads(told.stdout)["error"]["code"] == "stopped"
        assert not told.stderr
        assert not _run(*COMMAND, "--database", database, code=1).stdout


def test_json_is_a_document_on_a_full_disk(desk: Path) -> None:
    """No file may grow beyond a few kilobytes: what a full disk does to a database."""
    (desk / "a.jsonl").write_bytes(
        jsonl(*({"title": f"电工{n}", "company": "晨光"} for n in range(900)))
    )
    url = f"sqlite:///{desk}/full.sqlite"
    _run(*COMMAND, "--dry-run", "--database", url)
    _run("db", "upgrade", "--database", url)
    code = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    code += "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)); "
    code += "from matcher.cli import LazyGroup; LazyGroup('fairmatch')(sys.argv[1:])"
    ended = subprocess.run(
        [sys.executable, "-c", code, *COMMAND, "--json", "--database", url],
        capture_output=True, text=True, check=False, cwd=desk,
    )  # fmt: skip
    assert ended.returncode == 1, ended.stderr
    assert json.loads(ended.stdout)["error"]["code"] == "stopped"


def test_what_went_in_is_in_though_its_report_cannot_be_written(desk: Path) -> None:
    (desk / "a.jsonl").write_bytes(jsonl({"title": "电工", "company": "晨光"}))
    told = _run(*COMMAND, "--report", "no/such/folder.xlsx", code=1)
    assert told.stderr.strip() == "岗位已经收进来了，只是报告写不进去。"
    assert _import("a.jsonl")["unchanged"] == 1


def test_english_where_english_is_set(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIRMATCH_LANGUAGE", "en")
    (desk / "a.jsonl").write_bytes(jsonl({"title": "Electrician"}))
    report = _import("a.jsonl")
    assert report["refused"][0]["message"] == "The employer is missing."


@pytest.mark.parametrize(
    ("name", "content", "fair", "sentence"),
    [
        ("none.xlsx", None, "spring", "找不到这个文件"),
        ("a.xlsx", b"", "spring", "文件是空的"),
        ("a.xlsx", b"%PDF-1.4 x", "spring", "这不是岗位表"),
        ("a.csv", b"a,b\n1,2\n", "spring", "没找到表头"),
        ("a.csv", "岗位,单位\n电工,晨光\n".encode(), "春季", "简称"),
        ("a.csv", "岗位,单位\n电工,晨光\n".encode(), "99", "没有这场招聘会"),
    ],
)
def test_what_cannot_be_read_ends_in_one_sentence(
    desk: Path, name: str, content: bytes | None, fair: str, sentence: str
) -> None:
    if content is not None:
        (desk / name).write_bytes(content)
    result = _run("import", "postings", name, "--fair", fair, code=1)
    assert sentence in result.stderr
    assert not result.stdout
    told = json.loads(_run("import", "postings", name, "--fair", fair, "--json", code=1).stdout)
    assert sentence in told["error"]["message"]


def test_export_writes_what_was_understood(desk: Path) -> None:
    (desk / "a.jsonl").write_bytes(
        jsonl({"id": "7", "title": "电工", "company": "晨光", "pay_text": "6K-8K·13薪"})
    )
    _import("a.jsonl")
    _run("export", "postings", "--fair", "spring", "--out", "out.jsonl")
    row = json.loads((desk / "out.jsonl").read_text("utf-8"))
    assert (row["id"], row["pay_min"], row["pay_max"]) == ("7", 6000, 8000)
    _run("export", "postings", "--fair", "spring", "--out", "out.xlsx")
    assert reader.read(desk / "out.xlsx").rows[0].cells["title"] == "电工"
    _run("export", "seekers", "--fair", "spring", "--out", "s.jsonl")
    assert (desk / "s.jsonl").read_bytes() == b""
    for name, sentence in (("s.doc", "结尾"), ("x/s.xlsx", "写不进")):
        refused = _run("export", "seekers", "--fair", "spring", "--out", name, code=1)
        assert sentence in refused.stderr
    _run("export", "template", "--out", "blank.xlsx")
    assert (desk / "blank.xlsx").stat().st_size > 4000
