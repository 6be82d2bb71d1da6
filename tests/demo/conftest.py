"""The draws of the demo fair, without a database."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from matcher.demo import employers, postings, sample, seekers
from matcher.demo.day import Day, around
from matcher.demo.postings import Offer
from matcher.demo.sample import Sample
from matcher.demo.seekers import Person

NOW = datetime(2026, 4, 18, 4, 31, tzinfo=UTC)
SEED = 2026


@pytest.fixture(scope="session")
def material() -> Sample:
    """What data/sample holds."""
    return sample.load()


@pytest.fixture(scope="session")
def day() -> Day:
    """A day at 12:31."""
    return around(NOW, ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def offers(material: Sample, day: Day) -> list[Offer]:
    """All postings as drawn."""
    return postings.offers(material, employers.policies(material, SEED), day, 1, SEED)


@pytest.fixture(scope="session")
def crowd(material: Sample, offers: list[Offer], day: Day) -> list[Person]:
    """All seekers as drawn."""
    return seekers.people(material, offers, day, 1, SEED)
