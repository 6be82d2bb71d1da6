"""Half of the day lies behind now, whatever the hour."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from matcher.demo.day import LEAST, around

ZONE = ZoneInfo("Asia/Shanghai")


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 4, 18, hour, minute, tzinfo=ZONE)


def test_at_noon_the_fair_runs_from_nine_to_four() -> None:
    day = around(_at(12, 31), ZONE)
    assert (day.opens, day.closes) == (_at(9), _at(16))


@pytest.mark.parametrize("hour", range(24))
def test_some_of_the_day_is_behind_and_some_ahead(hour: int) -> None:
    now = _at(hour, 17)
    day = around(now, ZONE)
    assert day.now - day.opens >= LEAST
    assert day.closes - day.now >= LEAST
    assert day.closes - day.opens <= timedelta(hours=7, minutes=30)


@pytest.mark.parametrize("hour", range(2, 22))
def test_the_fair_keeps_to_one_date(hour: int) -> None:
    day = around(_at(hour), ZONE)
    assert day.opens.astimezone(ZONE).date() == day.closes.astimezone(ZONE).date() == day.today
