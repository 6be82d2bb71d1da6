"""Postings of the demo: enough of them, and each text says what its fields say."""

from typing import Any

import pytest

from matcher.demo.day import Day
from matcher.demo.postings import Offer
from matcher.demo.sample import Sample
from matcher.domain import rules
from matcher.domain.terms import PostingStatus, Shift
from matcher.reading import certificates, education, pay, rest, shift, training, veterans, years
from matcher.storage.postings import Posting

# What full-time work is paid in the place: less than the minimum wage or more than a surgeon's
# would be a slip of the pen.
_LEAST, _MOST = 3000, 20_000


@pytest.fixture
def rows(offers: list[Offer]) -> list[dict[str, Any]]:
    """Postings that are not left unfinished on purpose."""
    return [o.row for o in offers if o.row["status"] is not PostingStatus.DRAFT]


def test_the_fair_has_the_size_of_yiwu(offers: list[Offer]) -> None:
    assert 1250 <= len(offers) <= 1400
    assert sum(o.row["openings"] for o in offers if o.is_open) >= 6000
    assert len({o.occupation for o in offers}) >= 80


def test_pay_reads_as_it_is_stored(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        read = pay.read(row["pay_text"])
        assert read is not None
        stored = (row["pay_unit"], row["pay_min"], row["pay_max"])
        assert (read.unit, read.monthly_min, read.monthly_max) == stored, row["pay_text"]
        assert _LEAST <= row["pay_min"] <= (row["pay_max"] or row["pay_min"]) <= _MOST, row["title"]


def test_requirements_say_what_the_fields_say(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        text = row["requirements"]
        assert shift.read(text) == row["shift"], text
        assert rest.read(text) == row["rest"], text
        assert education.read(text) == row["education"], text
        assert years.read(text) == row["years"], text
        assert veterans.read(text) == row["veterans"], text
        assert training.read(text) is row["trainable"], text


def test_certificates_stand_in_the_text(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        named = dict(certificates.read(row["requirements"]))
        assert set(named) == set(row["certificates"])
        demanded = {name for name, required in named.items() if required}
        assert demanded == set(row["certificates_required"])


def test_nobody_on_nights_is_promised_weekends(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        nights = row["shift"] is not None and row["shift"].has_nights
        assert not (nights and row["rest"] in ("double", "alternate"))
        assert nights or "夜班补贴" not in row["benefits"]


def test_a_handful_is_unfinished_expired_or_closed(
    offers: list[Offer], day: Day, material: Sample
) -> None:
    drafts = [o.row for o in offers if o.row["status"] is PostingStatus.DRAFT]
    assert 5 <= len(drafts) <= 25
    assert all(rules.missing_elements(Posting(**row)) for row in drafts)
    expired = [o for o in offers if o.row["expires_on"] and o.row["expires_on"] < day.today]
    assert 5 <= len(expired) <= 25
    assert any(o.row["status"] is PostingStatus.CLOSED for o in offers)
    complete = [o.row for o in offers if o.is_open]
    assert not [row for row in complete if rules.missing_elements(Posting(**row))]


def test_the_firm_of_the_tour_looks_for_electricians(offers: list[Offer]) -> None:
    shifts = {o.row["shift"] for o in offers if o.employer == 0 and o.occupation == "维修电工"}
    assert {Shift.DAY, Shift.TWO_SHIFT} <= shifts


def test_numbers_can_be_spoken(offers: list[Offer]) -> None:
    numbers = [o.row["number"] for o in offers]
    assert numbers == list(range(101, 101 + len(offers)))
