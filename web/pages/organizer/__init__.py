"""The organizer's desk: set up a fair, watch it, export its figures."""

from web.pages.organizer import (
    booths,
    employers,
    fairs,
    figures,
    files,
    learning,
    sessions,
    staff,
    today,
)
from web.pages.organizer.place import bp

__all__ = [
    "booths",
    "bp",
    "employers",
    "fairs",
    "figures",
    "files",
    "learning",
    "sessions",
    "staff",
    "today",
]
