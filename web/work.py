"""The unit of work of this request, and the workshop of this site."""

from typing import cast

from flask import current_app, g

from matcher.services.work import Work, Workshop


def workshop() -> Workshop:
    """The workshop the site was built with."""
    return cast("Workshop", current_app.extensions["workshop"])


def work() -> Work:
    """The unit of work that the doorway opened for this request; committed by the doorway."""
    return cast("Work", g.work)
