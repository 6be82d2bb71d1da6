"""Corpora of broken and hostile files: a sentence for each, nothing stored, nobody dead.

Also the real postings of the corpora folder, which must go in completely and in reasonable time.
"""

import gzip
import json
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from matcher.cli.messages import Messages
from matcher.domain.errors import Refused
from matcher.domain.terms import PostingStatus
from matcher.services import exchange, imports
from matcher.services.exchange import Outcome
from matcher.services.work import Workshop
from matcher.sheets import resumes
from matcher.storage import postings
from matcher.storage.fairs import Fair
from tests.people import People
from tests.sheets.files import GOOD, csv_text, jsonl, table, xlsx

pytestmark = [pytest.mark.corpora, pytest.mark.timeout(600)]
FOLDERS = ("blns", "calamine", "csv-spectrum", "fuzzdb", "jsontestsuite", "payloadbox-xss", "pypdf")
SECONDS = 12  # for one file
NOBODY = Messages("zh_CN").refusal(Refused("no such code"))


def _files(corpora: Path, folder: str) -> list[Path]:
    found = [path for path in sorted((corpora / "badinput" / folder).rglob("*")) if path.is_file()]
    if not found:
        pytest.skip(f"no files in {folder}")
    return found


def _has_words(refused: Refused) -> bool:
    return Messages("zh_CN").refusal(refused) != NOBODY


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_through_the_import(
    corpora: Path, workshop: Workshop, people: People, folder: str
) -> None:
    for path in _files(corpora, folder):
        began = time.monotonic()
        refused = _import_all(workshop, people.fair, path)
        assert refused is None or _has_words(refused), (path.name, refused)
        assert time.monotonic() - began < SECONDS, path.name
    with workshop.reading() as work:
        assert not postings.by_source(work.db, people.fair)


def _import_all(workshop: Workshop, fair: int, path: Path) -> Refused | None:
    try:
        batch = imports.read(path)
    except Refused as refused:
        return refused
    with workshop.writing() as work:
        report = exchange.commit(work, work.db.get_one(Fair, fair), batch)
    assert report.rows == len(report.refused), path.name
    assert all(_said(line.entry.problems) for line in report.refused), path.name
    return None


def _said(problems: Iterable[imports.Problem]) -> str:
    return Messages("zh_CN").sentence(problems)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_as_a_resume(corpora: Path, folder: str) -> None:
    for path in _files(corpora, folder):
        began = time.monotonic()
        refused = _read_resume(path)
        of_resumes = refused is not None and refused.code.startswith("resume_")
        assert refused is None or of_resumes or _has_words(refused), (path.name, refused)
        assert time.monotonic() - began < SECONDS, path.name


def _read_resume(path: Path) -> Refused | None:
    try:
        assert resumes.text(path.read_bytes())
    except Refused as refused:
        return refused
    return None


def _strings(corpora: Path) -> list[str]:
    blns = json.loads((corpora / "badinput/blns/blns.json").read_text("utf-8"))
    xss = (corpora / "badinput/payloadbox-xss/xss-payload-list.txt").read_text("utf-8")
    return [*blns, *xss.splitlines()[:300], "\ud800", "\x00", "x" * 5000]


@pytest.mark.parametrize("field", ["title", "company", "desc", "place", "pay_text", "openings"])
def test_every_string_in_every_field(
    corpora: Path, workshop: Workshop, people: People, field: str
) -> None:
    good = {"title": "电工", "company": "晨光", "desc": "布线", "place": "苏溪镇", "openings": 1}
    records = [
        json.dumps({**good, "pay_text": "6000元/月", field: text, "id": str(number)})
        for number, text in enumerate(_strings(corpora))
    ]
    batch = imports.read("\n".join(records).encode())
    with workshop.writing() as work:
        report = exchange.commit(work, work.db.get_one(Fair, people.fair), batch)
    assert report.rows == len(records)
    for line in report.refused:
        assert _said(line.entry.problems)
        assert line.entry.problems[0].field in (field, "duties", "employer")


def test_naughty_strings_in_a_workbook_and_in_csv(corpora: Path) -> None:
    texts = [text for text in _strings(corpora) if text.isprintable() and text.strip()]
    rows = table(*({"工作内容": text, "编号": str(n)} for n, text in enumerate(texts)))
    for content in (xlsx(rows), csv_text(rows).encode()):
        batch = imports.read(content)
        assert len(batch.entries) == len(texts)
        assert all(entry.draft or entry.problems for entry in batch.entries)


@pytest.mark.timeout(600)
def test_the_real_postings_go_in_and_a_second_time_change_nothing(
    corpora: Path, workshop: Workshop, people: People
) -> None:
    path = corpora / "postings_jobhunting_2024_25" / "postings.dev.jsonl.gz"
    with gzip.open(path) as file:
        count = sum(1 for _ in file)
    began = time.monotonic()
    for outcome in (Outcome.ADDED, Outcome.UNCHANGED):
        batch = imports.read(path)
        with workshop.writing() as work:
            report = exchange.commit(work, work.db.get_one(Fair, people.fair), batch)
        assert report.rows == count
        assert report.count(outcome) == count - len(report.refused)
        assert len(report.refused) < count / 1000
        if outcome is Outcome.ADDED:
            assert report.count_status(PostingStatus.PUBLISHED) > count * 0.9
    assert time.monotonic() - began < 300  # twice; half a minute on a quiet machine


def test_the_good_rows_around_bad_lines_go_in(corpora: Path) -> None:
    lines = [
        path.read_bytes().replace(b"\n", b" ").replace(b"\r", b" ")
        for path in _files(corpora, "jsontestsuite")
        if path.suffix == ".json" and path.stat().st_size < 10_000
    ]
    good = jsonl({"title": GOOD["岗位"], "company": "晨光"})
    batch = imports.read(good + b"\n".join(lines) + b"\n" + good)
    assert sum(entry.draft is not None for entry in batch.entries) == 2
    assert all(entry.draft or entry.problems for entry in batch.entries)
