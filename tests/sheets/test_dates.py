"""Last days as offices write them: with a year, with two figures of it, and with none at all."""

from datetime import date

import pytest

from matcher.sheets import dates, postings, reader
from tests.sheets.files import table, xlsx

FAIR = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-5-1", date(2026, 5, 1)),
        ("2026/05/01 00:00", date(2026, 5, 1)),
        ("2026.5.1", date(2026, 5, 1)),
        ("20260501", date(2026, 5, 1)),
        ("26年5月1日", date(2026, 5, 1)),
        ("26.5.1", date(2026, 5, 1)),
        ("２０２６年５月１日", date(2026, 5, 1)),
        ("2026-03-01 至 2026-05-01", date(2026, 5, 1)),
        ("2026-3-1至5-1", date(2026, 5, 1)),
        ("2026年4月1日-30日", date(2026, 4, 30)),
        ("2026.11.1-2.28", date(2027, 2, 28)),
        ("2026-05-01 17:30", date(2026, 5, 1)),
        ("2026-12-31或招满为止", date(2026, 12, 31)),
        ("46143", date(2026, 5, 1)),
        ("2028年2月", date(2028, 2, 29)),
        ("2026-05", date(2026, 5, 31)),
        ("截至2026年12月底", date(2026, 12, 31)),
        ("2026年3月中旬", date(2026, 3, 20)),
        ("到2026年底", date(2026, 12, 31)),
        ("March 15, 2026", date(2026, 3, 15)),
        ("15th Mar 2027", date(2027, 3, 15)),
        ("2026-05-01起", None),
        ("2026年13月", None),
        ("2026-02-31", None),
        ("五月", None),
        ("3月15日", None),
    ],
)
def test_days_with_a_year(text: str, day: date | None) -> None:
    assert dates.last_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3月25日", date(2026, 3, 25)),
        ("3.25", date(2026, 3, 25)),
        ("3/25", date(2026, 3, 25)),
        ("3-25", date(2026, 3, 25)),
        ("３月２５号前", date(2026, 3, 25)),
        ("三月二十五日", date(2026, 3, 25)),
        ("十二月三十一日", date(2026, 12, 31)),
        ("报名截止：4月10日17:00", date(2026, 4, 10)),
        ("6月30日（周二）", date(2026, 6, 30)),
        ("12月31日24时", date(2026, 12, 31)),
        ("截至12月底", date(2026, 12, 31)),
        ("5月", date(2026, 5, 31)),
        ("4月中旬", date(2026, 4, 20)),
        ("3月1日-5月1日", date(2026, 5, 1)),
        ("3.1-5.31", date(2026, 5, 31)),
        ("4月30日或招满为止", date(2026, 4, 30)),
        ("3月15日", date(2026, 3, 15)),  # a list that is a few days old
        ("3月5日", date(2027, 3, 5)),
        ("1.15", date(2027, 1, 15)),
        ("即日起至4月30日", date(2026, 4, 30)),
        ("年底", date(2026, 12, 31)),
        ("Mar 31", date(2026, 3, 31)),
        ("until 3rd April", date(2026, 4, 3)),
        # These are no days, or not days alone.
        ("3月25日起", None),
        ("3月25日面试", None),
        ("2月30日", None),
        ("2月29日", None),
        ("13月1日", None),
        ("3个月", None),
        ("25日", None),
        ("月底", None),
        ("1年内", None),
        ("maybe 5", None),
        ("下周", None),
        ("3.15.2", None),
        ("8:30", None),
        ("每月5日", None),
        ("1" * 30_000, None),
    ],
)
def test_days_without_a_year_are_the_next_around_the_fair(text: str, day: date | None) -> None:
    assert dates.next_day(text, FAIR) == day
    assert dates.last_day(text) is None


@pytest.mark.parametrize(
    "text", ["长期有效", "招满为止", "招满即止", "无", "-", "2026年1月1日起长期"]
)
def test_what_has_no_last_day(text: str) -> None:
    assert dates.is_open_ended(text)


def test_a_day_that_is_no_last_day_for_sure_is_not_open_ended() -> None:
    assert not any(map(dates.is_open_ended, ("3月7日或招满为止", "12月底", "2026-05-01")))


def test_the_year_that_was_taken_is_told_and_an_unread_day_keeps_no_row_out() -> None:
    rows = table({"有效期": "截至12月底"}, {"有效期": "下个月"}, {"有效期": "2026-05-01"})
    told = [postings.understand(row, FAIR) for row in reader.read(xlsx(rows)).rows]
    assert [each.values["expires_on"] for each in told] == [
        date(2026, 12, 31),
        None,
        date(2026, 5, 1),
    ]
    notes = [[(note.field, note.code) for note in each.notes] for each in told]
    assert notes == [[("expires_on", "year_assumed")], [("expires_on", "not_a_date")], []]
    assert told[0].notes[0].values["day"] == "2026-12-31"
    assert not any(each.problems for each in told)
