"""The site. Its parts are loaded when it is made, so that `fairmatch --help` does not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.services.work import Workshop
    from matcher.settings import Settings
    from web.doorway import Site


def create_app(settings: Settings | None = None, workshop: Workshop | None = None) -> Site:
    """The Flask app of the site, on `workshop` or on the database the settings name."""
    from web.site import create_app as make

    return make(settings, workshop)
