"""Which fair an address names, and which seeker of that fair is asking."""

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from matcher.domain.errors import NotFound
from matcher.domain.terms import FairStatus
from matcher.services import seekers, showcase
from matcher.services.seekers import Seeker
from matcher.services.showcase import Fair
from web.access import visitor
from web.language import gettext as _
from web.work import work


def fair_at(slug: str) -> Fair:
    """The fair of this address. Raises NotFound while it is still being prepared."""
    return showcase.fair(work(), slug)


def seeker_here(fair: Fair) -> Seeker | None:
    """The visitor as a seeker of this fair; None for anybody else."""
    asking = visitor()
    if asking.seeker_id is None or asking.fair_id != fair.id:
        return None
    return seekers.one_in(work(), fair.id, asking.seeker_id)


def seeker_of(fair: Fair) -> Seeker:
    """The visitor as a seeker of this fair. Raises NotFound for anybody else."""
    seeker = seeker_here(fair)
    if seeker is None:
        raise NotFound
    return seeker


def to_the_steps(fair: Fair, posting: int | None = None) -> Response:
    """Send somebody not known yet to the three steps; `posting` is where they lead afterwards."""
    if fair.status is not FairStatus.CLOSED:  # of a closed fair the next page says that it is over
        flash(_("Tell us in three steps what you are looking for. No account is needed."), "hint")
    return redirect(url_for("seeker.step", slug=fair.slug, step=1, posting=posting))
