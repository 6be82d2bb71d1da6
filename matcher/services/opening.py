"""Opens a workshop: the database brought up to date, the bell, the zone."""

from pathlib import Path
from zoneinfo import ZoneInfo

from matcher.bell import make_bell
from matcher.services.work import Workshop
from matcher.storage.database import Database


def open_workshop(
    database_url: str,
    *,
    redis_url: str | None = None,
    time_zone: str = "Asia/Shanghai",
    folder: Path = Path("var"),
) -> Workshop:
    """A workshop on an up-to-date database; the caller closes it."""
    database = Database(database_url)
    if not database.is_current():
        database.upgrade()
    return Workshop(
        database=database,
        bell=make_bell(redis_url, database.server_address()),
        zone=ZoneInfo(time_zone),
        folder=folder,
    )
