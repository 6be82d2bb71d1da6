"""Imports: good rows go in whole, bad ones say why, the same file again changes nothing."""

import json
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import FairStatus, FeedKind, PostingStatus
from matcher.services import exchange, exports, imports
from matcher.services.exchange import Batch, Outcome, Report
from matcher.services.work import Work, Workshop
from matcher.storage import employers, fairs, feed, postings
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from tests.people import People
from tests.sheets.files import jsonl, table, xlsx


def _import(workshop: Workshop, content: bytes, fair: int, employer: int | None = None) -> Report:
    with workshop.reading() as work:
        mine = employers.one(work.db, fair, employer) if employer else None
        batch = exchange.read(content, mine)
    with workshop.writing() as work:
        return exchange.commit(work, work.db.get_one(Fair, fair), batch)


def _outcomes(report: Report) -> list[str]:
    return [line.outcome.value for line in report.lines]


def _stored(workshop: Workshop, fair: int) -> list[Posting]:
    with workshop.reading() as work:
        found = postings.all_in(work.db, fair)
        work.db.expunge_all()
        return [posting for posting, _ in found if posting.source_key]


def test_a_good_row_goes_in_with_everything_it_says(workshop: Workshop, people: People) -> None:
    rows = table({"班次": "长白班", "证书": "低压电工证", "联系人": "张师傅", "行业": "机械"})
    report = _import(workshop, xlsx(rows), people.fair)
    assert _outcomes(report) == ["added"]
    (posting,) = _stored(workshop, people.fair)
    assert posting.status is PostingStatus.PUBLISHED
    assert (posting.pay_min, posting.pay_max, posting.openings) == (6000, 8000, 3)
    assert posting.certificates == ["低压电工作业证"]
    assert posting.number == 103
    assert posting.expires_on is not None
    with workshop.reading() as work:
        firm = employers.by_name(work.db, people.fair, "晨光机械")
        assert firm is not None
        assert (firm.id, firm.contact_name, firm.industry) == (people.chenguang, "张师傅", "机械")


def test_the_same_file_again_changes_nothing(workshop: Workshop, people: People) -> None:
    content = xlsx(table({}, {"岗位": "焊工"}, {"单位": "新来的厂"}, {"薪资": "面议"}))
    assert _outcomes(_import(workshop, content, people.fair)) == ["added"] * 4
    with workshop.reading() as work:
        version = fairs.catalog_version(work.db, people.fair)
    assert _outcomes(_import(workshop, content, people.fair)) == ["unchanged"] * 4
    with workshop.reading() as work:
        assert fairs.catalog_version(work.db, people.fair) == version
    assert len(_stored(workshop, people.fair)) == 4


def test_a_changed_row_changes_its_posting(workshop: Workshop, people: People) -> None:
    old = table({"编号": "A1"}, {"编号": "A2", "岗位": "焊工"})
    new = table({"编号": "A1", "薪资": "7000-9000元/月"}, {"编号": "A2", "岗位": "焊工"})
    _import(workshop, xlsx(old), people.fair)
    assert _outcomes(_import(workshop, xlsx(new), people.fair)) == ["changed", "unchanged"]
    assert sorted(p.pay_min or 0 for p in _stored(workshop, people.fair)) == [6000, 7000]


def test_a_row_that_lacks_what_the_law_asks_for_is_a_draft(
    workshop: Workshop, people: People
) -> None:
    rows = table({"薪资": "面议"}, {"工作地点": None}, {"工作内容": None}, {"人数": None})
    report = _import(workshop, xlsx(rows), people.fair)
    assert [line.missing for line in report.lines] == [
        ("pay_text",),
        ("place",),
        ("duties",),
        (),
    ]
    assert [note.code for note in report.lines[3].entry.notes] == ["openings_assumed"]
    assert report.count_status(PostingStatus.DRAFT) == 3


def test_a_last_day_gone_by_keeps_a_posting_a_draft(workshop: Workshop, people: People) -> None:
    report = _import(workshop, xlsx(table({"有效期": "2020-01-01"})), people.fair)
    assert report.lines[0].missing == ("expires_on",)


def test_exactly_the_37_bad_rows_of_a_thousand_are_named(
    workshop: Workshop, people: People
) -> None:
    faults: list[dict[str, object]] = [
        {"人数": "很多很多"},
        {"岗位": None},
        {"单位": None},
        {"工作内容": "长" * 20_001},
        {"人数": 0},
        {"岗位": "长" * 201},
    ]
    bad = {27 * n + 5: faults[n % len(faults)] for n in range(37)}
    rows = table(*({"编号": f"N{n}", **bad.get(n, {})} for n in range(1000)))
    report = _import(workshop, xlsx(rows), people.fair)
    assert [line.entry.row.number for line in report.refused] == [n + 2 for n in sorted(bad)]
    assert all(line.entry.problems for line in report.refused)
    codes = Counter(line.entry.problems[0].code for line in report.refused)
    assert codes.keys() == {
        "not_a_number",
        "missing",
        "greater_than_equal",
        "string_too_long",
    }
    assert len(_stored(workshop, people.fair)) == 963


def test_rows_that_repeat_each_other(workshop: Workshop, people: People) -> None:
    rows = table({}, {}, {"工作内容": "别的活"}, {"编号": "7"}, {"编号": "7", "岗位": "焊工"})
    content = xlsx(rows)
    report = _import(workshop, content, people.fair)
    assert _outcomes(report) == ["added", "unchanged", "added", "added", "refused"]
    assert report.lines[4].entry.problems[0].code == "used_twice"
    again = _import(workshop, content, people.fair)
    assert _outcomes(again) == ["unchanged"] * 4 + ["refused"]


def test_an_employer_brings_only_their_own_postings(workshop: Workshop, people: People) -> None:
    content = xlsx(table({"单位": "别人家", "编号": "1"}))
    _import(workshop, content, people.fair, people.chenguang)
    assert [p.employer_id for p in _stored(workshop, people.fair)] == [people.chenguang]
    report = _import(workshop, content, people.fair, people.hetian)
    assert _outcomes(report) == ["added"], "the neighbour's number 1 is another posting"
    with workshop.reading() as work:
        stranger = employers.one(work.db, people.other_fair, people.other_employer)
        batch = exchange.read(content, stranger)
    with pytest.raises(NotFound), workshop.writing() as work:
        exchange.commit(work, work.db.get_one(Fair, people.fair), batch)


def test_a_firm_is_known_whatever_its_brackets(workshop: Workshop, people: People) -> None:
    rows = table({"单位": "晨光（义乌）公司"}, {"单位": "晨光(义乌) 公司", "岗位": "焊工"})
    _import(workshop, xlsx(rows), people.fair)
    with workshop.reading() as work:
        assert employers.count_in(work.db, people.fair) == 3


def test_what_was_closed_by_hand_stays_closed(workshop: Workshop, people: People) -> None:
    _import(workshop, xlsx(table({"编号": "1"})), people.fair)
    with workshop.writing() as work:
        (posting,) = postings.by_source(work.db, people.fair).values()
        posting.status = PostingStatus.CLOSED
    report = _import(workshop, xlsx(table({"编号": "1", "人数": 9})), people.fair)
    assert _outcomes(report) == ["changed"]
    assert _stored(workshop, people.fair)[0].status is PostingStatus.CLOSED


def test_the_preview_says_the_same_and_stores_nothing(workshop: Workshop, people: People) -> None:
    batch = exchange.read(xlsx(table({}, {"人数": "x"}, {"薪资": None, "性别": "男"})))
    with workshop.reading() as work:
        shown = exchange.preview(work, work.db.get_one(Fair, people.fair), batch)
        nowhere = exchange.preview(work, None, batch)
    assert not _stored(workshop, people.fair)
    assert shown.headings_left == ["性别"]
    with workshop.writing() as work:
        done = exchange.commit(work, work.db.get_one(Fair, people.fair), batch)
    assert _outcomes(shown) == _outcomes(done) == _outcomes(nowhere)
    assert [line.missing for line in shown.lines] == [line.missing for line in done.lines]
    assert shown.lines[0].understood["pay_min"] == 6000


def _commit_and_fail(work: Work, fair: int, batch: Batch) -> None:
    exchange.commit(work, work.db.get_one(Fair, fair), batch)
    raise OSError("power")


def test_nothing_is_half_saved(workshop: Workshop, people: People) -> None:
    batch = exchange.read(xlsx(table({"单位": "新厂"}, {"岗位": "焊工"})))
    with pytest.raises(OSError, match="power"), workshop.writing() as work:
        _commit_and_fail(work, people.fair, batch)
    assert not _stored(workshop, people.fair)
    with workshop.reading() as work:
        assert employers.by_name(work.db, people.fair, "新厂") is None


def test_one_import_is_one_announcement(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work:
        cursor = feed.newest(work.db)
    _import(workshop, xlsx(table({}, {"岗位": "焊工"})), people.fair)
    with workshop.reading() as work:
        kinds = [entry.kind for entry in feed.after(work.db, cursor)]
    assert kinds == [FeedKind.CATALOG_CHANGED]


def test_the_database_is_free_while_a_file_is_read(workshop: Workshop, people: People) -> None:
    """Somebody checks in while a big file is being read inside a request that holds the writer."""
    seen: list[str] = []

    def read() -> Batch:
        with workshop.writing() as other:
            other.db.get_one(Fair, people.other_fair).notice = "同时在写"
        seen.append("read")
        return exchange.read(xlsx(table({})), mine)

    with workshop.writing() as work:
        mine = employers.one(work.db, people.fair, people.chenguang)
        work.db.get_one(Fair, people.fair)
        report = exchange.take_over(work, work.db.get_one(Fair, people.fair), read)
    assert (_outcomes(report), seen) == (["added"], ["read"])
    assert len(_stored(workshop, people.fair)) == 1


def test_a_closed_fair_takes_nothing_in(workshop: Workshop, people: People) -> None:
    batch = exchange.read(xlsx(table({})))
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        fair.status = FairStatus.CLOSED
        with pytest.raises(Refused):
            exchange.commit(work, fair, batch)


def test_a_fair_is_found_by_number_or_name_or_made(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        by_id = imports.fair_named(work, str(people.fair))
        by_name = imports.fair_named(work, people.slug)
        assert by_id is by_name is not None
        assert imports.fair_named(work, "brand-new") is None
        with pytest.raises(NotFound):
            imports.fair_named(work, "987654")
        with pytest.raises(Refused):
            imports.fair_named(work, "春天 招聘会")
        made = imports.make_fair(work, "brand-new")
        assert (made.status, made.is_fictional) == (FairStatus.PUBLISHED, False)
        assert made.ends_at - made.starts_at == timedelta(hours=8)


def test_what_goes_out_comes_in_unchanged(workshop: Workshop, people: People) -> None:
    record = {
        "id": "G-1",
        "source": "GGFW",
        "title": "数控操作工",
        "company": "晨光机械",
        "region": "苏溪镇",
        "edu": "中专",
        "exp_years": 2,
        "salary_min": 6000,
        "salary_max": 9000,
        "benefits": ["包吃住"],
        "skills": ["数控"],
        "desc": "操作数控车床，两班倒，月休4天",
        "openings": 4,
    }
    _import(workshop, jsonl(record), people.fair)
    with workshop.reading() as work:
        fair = work.db.get_one(Fair, people.fair)
        content = exports.postings_file(work, fair, "jsonl")
        sheet = exports.postings_file(work, fair, "xlsx", chinese=True)
    rows = [json.loads(line) for line in content.splitlines()]
    out = next(row for row in rows if row["id"] == "G-1")
    assert {name: out[name] for name in record} == record
    assert (out["pay_min"], out["pay_max"], out["booth"]) == (6000, 9000, "A01")
    assert (out["shift"], out["rest"], out["status"]) == ("two_shift", "monthly:4", "published")
    assert _outcomes(_import(workshop, content, people.other_fair)) == ["added"] * 3
    again = exchange.read(sheet)
    assert Counter(entry.title for entry in again.entries) == Counter(row["title"] for row in rows)
    assert not [entry for entry in again.entries if entry.problems]


@pytest.mark.parametrize(("kind", "chinese"), [("jsonl", False), ("xlsx", False), ("xlsx", True)])
def test_what_we_exported_comes_back_as_the_same_postings(
    workshop: Workshop, people: People, kind: str, chinese: bool
) -> None:
    """An organizer exports, mends a cell and imports: nothing may stand there twice."""
    rows = table({"任职要求": "持低压电工证"}, {"岗位": "焊工", "班次": "长白班", "休息": "双休"})
    _import(workshop, xlsx(rows), people.fair)
    with workshop.reading() as work:
        fair = work.db.get_one(Fair, people.fair)
        content = exports.postings_file(work, fair, kind, chinese=chinese)
        before = exports.posting_records(work, fair)
    assert set(_outcomes(_import(workshop, content, people.fair))) == {"unchanged"}
    if kind == "jsonl":
        content = content.replace("焊工".encode(), "氩弧焊工".encode())
        assert Counter(_outcomes(_import(workshop, content, people.fair)))["changed"] == 1
    with workshop.reading() as work:
        after = exports.posting_records(work, work.db.get_one(Fair, people.fair))
    assert [row["id"] for row in after] == [row["id"] for row in before]


def test_seekers_go_out_without_name_and_phone(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.text = "有低压证，电话 138 0000 0000，邮箱 lin@example.com，要 6000 元"
        seeker.phone = "+8613800000000"
    with workshop.reading() as work:
        content = exports.seekers_file(work, work.db.get_one(Fair, people.fair), "jsonl").decode()
    assert json.loads(content.splitlines()[0])["wanted"] == ["电工"]
    assert "6000" in content
    for secret in ("138", "example.com", "林悦"):
        assert secret not in content


def test_a_progress_line_moves(workshop: Workshop) -> None:
    told: list[int] = []
    content = jsonl(*({"title": f"电工{n}", "company": "晨光"} for n in range(450)))
    batch = imports.read(content, progress=told.append)
    with workshop.reading() as work:
        exchange.preview(work, None, batch, told.append)
        assert work.db.scalar(select(func.count()).select_from(Employer)) == 0
    assert told == [200, 400, 200, 400]


def test_outcomes_are_counted(workshop: Workshop, people: People) -> None:
    report = _import(workshop, xlsx(table({}, {"人数": "x"})), people.fair)
    assert (report.rows, report.count(Outcome.ADDED), len(report.refused)) == (2, 1, 1)
