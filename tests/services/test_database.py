"""A unit of work that reads writes nothing, whichever the database."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from matcher.services.work import Workshop
from tests.people import People

_TAKE_OVER = text("UPDATE fairs SET name = 'another'")
_TAKEN = text("SELECT count(*) FROM fairs WHERE name = 'another'")


def test_who_reads_cannot_write(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work, pytest.raises(DBAPIError, match=r"read.?only"):
        work.db.execute(_TAKE_OVER)
    with workshop.reading() as work:
        assert work.db.scalar(_TAKEN) == 0
    with workshop.writing() as work:  # the statement itself is sound
        work.db.execute(_TAKE_OVER)
    with workshop.reading() as work:
        assert work.db.scalar(_TAKEN) > 0
