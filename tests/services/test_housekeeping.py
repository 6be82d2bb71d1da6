"""Personal data goes when its time is over, and not before."""

from datetime import timedelta

from matcher.services import housekeeping
from matcher.services.work import Workshop
from matcher.storage import seekers
from tests.conftest import Clock
from tests.people import People


def test_data_goes_after_the_retention_time(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    clock.now += timedelta(days=29)
    with workshop.writing() as work:
        assert housekeeping.tidy(work, retention_days=30) == 0
        assert seekers.one(work.db, people.linyue) is not None
    clock.now += timedelta(days=2)
    with workshop.writing() as work:
        assert housekeeping.tidy(work, retention_days=30) == 3
        assert seekers.one(work.db, people.linyue) is None
