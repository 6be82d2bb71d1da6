"""Tables and their finders, one file per noun; importing this makes the schema whole."""

from matcher.storage import (
    accounts,
    applications,
    attendance,
    broadcasts,
    employers,
    fairs,
    feed,
    learning,
    postings,
    seekers,
    standing,
)
from matcher.storage.schema import Base

__all__ = [
    "Base",
    "accounts",
    "applications",
    "attendance",
    "broadcasts",
    "employers",
    "fairs",
    "feed",
    "learning",
    "postings",
    "seekers",
    "standing",
]
