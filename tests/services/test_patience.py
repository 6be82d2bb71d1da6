"""Who has time waits for other writers; what they brought in is seen by the next try."""

import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from matcher.services import work as units
from matcher.services.work import Work, Workshop
from matcher.storage.fairs import Fair
from tests.people import People

_HELD = OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))
_FULL = OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))
_THERE = IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed"))


@pytest.mark.parametrize("error", [_HELD, _THERE])
def test_what_another_writer_was_quicker_with_is_tried_again(
    workshop: Workshop, people: People, error: Exception
) -> None:
    tried: list[str] = []

    def rename(work: Work) -> str:
        fair = work.db.get_one(Fair, people.fair)
        tried.append(fair.name)
        fair.name = f"{len(tried)}"
        if len(tried) < 3:
            raise error
        return fair.name

    assert workshop.patiently(rename) == "3"
    assert len(set(tried)) == 1  # what was half done is gone before the next try
    with workshop.reading() as work:
        assert work.db.get_one(Fair, people.fair).name == "3"


@pytest.mark.parametrize(("error", "tries"), [(_FULL, 1), (_HELD, 4)])
def test_what_waiting_does_not_mend_is_told(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
) -> None:
    tried: list[Work] = []
    monkeypatch.setattr(units, "_TRIES", 4)

    def fail(work: Work) -> None:
        tried.append(work)
        raise error

    with pytest.raises(OperationalError):
        workshop.patiently(fail)
    assert len(tried) == tries
