"""The fair as everybody sees it: open fairs, one fair, search of its postings, one posting."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.services import applications, catalog, choices, matches, recommend, showcase, tickets
from web.access import allow_anyone
from web.fairground import fair_at, seeker_here
from web.language import label
from web.paging import Paging
from web.work import work

bp = Blueprint("home", __name__)

_WORDS = 8  # nobody types more; each costs a scan


@bp.get("/")
@allow_anyone
def fairs() -> ResponseReturnValue:
    """The open fairs; straight to the fair where there is one only."""
    found = showcase.open_fairs(work())
    if len(found) == 1 and "all" not in request.args:
        return redirect(url_for("home.fair", slug=found[0].slug))
    return render_template("home/fairs.html", fairs=found)


@bp.get("/f/<slug>")
@allow_anyone
def fair(slug: str) -> ResponseReturnValue:
    """One fair: when and where, how much there is, the way to a job."""
    here = fair_at(slug)
    seeker = seeker_here(here)
    return render_template(
        "home/fair.html",
        fair=here,
        seeker=seeker,
        ticket=seeker and tickets.of_seeker(work(), seeker),
        employers=showcase.employers_at(work(), here.id),
        catalog=catalog.of_fair(work(), here.id),
        sessions=showcase.sessions(work(), here.id),
    )


@bp.get("/f/<slug>/postings")
@allow_anyone
def postings(slug: str) -> ResponseReturnValue:
    """Every open posting, or those with all the words somebody typed."""
    here = fair_at(slug)
    asked = request.args.get("q", "").strip()[:100]
    paging = Paging.asked()
    cards = recommend.plain(
        work(),
        here.id,
        words=asked.replace("\0", "").split()[:_WORDS],
        limit=paging.size + 1,
        offset=paging.offset,
    )
    return render_template(
        "home/postings.html", fair=here, q=asked, cards=paging.of(cards), paging=paging
    )


@bp.get("/f/<slug>/p/<id:number>")
@allow_anyone
def posting(slug: str, number: int) -> ResponseReturnValue:
    """One posting by the number a host says aloud."""
    here = fair_at(slug)
    shown = showcase.posting(work(), here.id, number)
    seeker = seeker_here(here)
    match = matches.for_one(work(), seeker, shown.posting.id) if seeker else None
    if seeker:
        choices.note_opened(work(), seeker, shown.posting.id)
    return render_template(
        "home/posting.html",
        fair=here,
        seeker=seeker,
        shown=shown,
        posting=shown.posting,
        employer=shown.employer,
        match=match,
        opening=seeker and match and matches.nearest(work(), here, seeker, match),
        blocks=[label(block) for block in match.blocks] if match else [],
        sent=seeker and applications.to_posting(work(), seeker.id, shown.posting.id),
    )
