"""The day of the demo fair, laid so that half of it has happened."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HALF = timedelta(hours=3, minutes=30)
LEAST = timedelta(hours=1, minutes=30)  # of the day that must lie behind and before us
_STEP = 30 * 60


@dataclass(frozen=True)
class Day:
    """When the fair opens and closes around `now`; all times are aware."""

    now: datetime
    opens: datetime
    closes: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The calendar day at the fair."""
        return self.now.astimezone(self.zone).date()

    @property
    def gone(self) -> timedelta:
        """How long the fair has been open."""
        return self.now - self.opens

    def at(self, share: float) -> datetime:
        """A moment so far into what has happened: 0 when the doors opened, 1 now."""
        return self.opens + self.gone * share

    def ago(self, minutes: float) -> datetime:
        """A moment before now."""
        return self.now - timedelta(minutes=minutes)

    def ahead(self, minutes: float) -> datetime:
        """A moment after now."""
        return self.now + timedelta(minutes=minutes)


def around(now: datetime, zone: ZoneInfo) -> Day:
    """Seven hours around now, cut to the calendar day where some of the day is left for it."""
    local = now.astimezone(zone)
    midnight = datetime.combine(local.date(), time(), zone)
    last = midnight + timedelta(hours=23, minutes=30)
    opens = min(max(_rounded(local - HALF), midnight), local - LEAST)
    closes = max(min(_rounded(local + HALF), last), local + LEAST)
    return Day(now=now, opens=opens, closes=closes, zone=zone)


def _rounded(moment: datetime) -> datetime:
    seconds = round(moment.timestamp() / _STEP) * _STEP
    return datetime.fromtimestamp(seconds, moment.tzinfo)
