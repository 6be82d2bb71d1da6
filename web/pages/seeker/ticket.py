"""The ticket: a QR code and six digits, and the way to have it on another phone."""

from functools import lru_cache

import segno
from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from matcher.domain.terms import Role
from matcher.services import accounts, tickets
from web import limits
from web.access import allow, allow_anyone
from web.doorway import writes
from web.fairground import fair_at, seeker_here, seeker_of
from web.limits import limiter
from web.pages.seeker.blueprint import bp
from web.work import work

_LINK_HOURS = 0.25


@bp.get("/f/<slug>/ticket")
@allow_anyone
def ticket(slug: str) -> ResponseReturnValue:
    """The ticket, or how to get one."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    held = tickets.of_seeker(work(), seeker) if seeker else None
    code = _of_ticket(held.registration.ticket) if held else None
    return render_template("seeker/ticket.html", fair=fair, seeker=seeker, ticket=held, qr=code)


@bp.get("/f/<slug>/ticket/other-phone")
@limiter.limit(limits.UPLOAD)
@writes
@allow(Role.SEEKER)
def other_phone(slug: str) -> ResponseReturnValue:
    """A link that opens everything of this person on another phone, for a quarter of an hour."""
    fair = fair_at(slug)
    seeker = seeker_of(fair)
    token = accounts.make_link(work(), seeker_id=seeker.id, hours=_LINK_HOURS)
    link = url_for("account.enter", token=token, _external=True)
    return render_template("seeker/other_phone.html", fair=fair, link=link, qr=_qr(link))


def _qr(text: str) -> Markup:
    """A QR code as inline SVG; `text` is encoded, never written into the markup."""
    drawn = segno.make(text, error="m", micro=False)
    return Markup(drawn.svg_inline(omitsize=True, light="#fff", border=2))


# A ticket is looked at again and again at a gate; finding its mask takes longer than the page.
_of_ticket = lru_cache(maxsize=1024)(_qr)
