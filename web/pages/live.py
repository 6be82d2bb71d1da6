"""The live room as viewers see it: the stream, what is being spoken of, questions, applying."""

import secrets
from dataclasses import dataclass
from typing import Any

from flask import (
    Blueprint,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import Channel, Role, SessionKind, Stage
from matcher.services import applications, broadcasts, feed, questions, recommend, viewings
from matcher.services.broadcasts import Line, OnAir
from matcher.services.cards import Card
from matcher.services.seekers import Seeker
from matcher.services.showcase import Fair, FairSession
from web import limits, security, streams
from web.access import allow, allow_anyone
from web.doorway import gathers
from web.drafts import problem_sentences
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.language import gettext as _
from web.language import sentence
from web.limits import limiter
from web.work import work, workshop

bp = Blueprint("live", __name__)

_VIEWER = "viewer"  # a random cookie: a browser that watches, without a name
_DAY = 24 * 3600
_QUESTIONS = 30


@dataclass(frozen=True)
class Room:
    """One livestream of one fair with the person who looks at it, if we know them."""

    fair: Fair
    air: OnAir
    seeker: Seeker | None


@bp.get("/f/<slug>/live")
@allow_anyone
def sessions(slug: str) -> ResponseReturnValue:
    """The fair's livestreams: on the air, later, over."""
    fair = fair_at(slug)
    found = broadcasts.sessions_of(work(), fair.id)
    watching = {air.session.id: viewings.watching_now(work(), air.session) for air in found}
    found.sort(key=lambda air: not air.is_live)
    return render_template("live/sessions.html", fair=fair, found=found, watching=watching)


@bp.get("/f/<slug>/live/<id:session_id>")
@allow_anyone
def room(slug: str, session_id: int) -> ResponseReturnValue:
    """The room."""
    here = _room(slug, session_id)
    place = streams.place_of(here.air.session, current_app.extensions["settings"].stream_hosts)
    if place.origin:
        security.allow_stream_from(place.origin)
    page = render_template(
        "live/room.html",
        **_values(here),
        place=place,
        watching=viewings.watching_now(work(), here.air.session),
        asked=questions.latest(work(), here.air.session, limit=_QUESTIONS),
        after=feed.newest(work()),
    )
    answer = make_response(page)
    if _VIEWER not in request.cookies:
        answer.set_cookie(
            _VIEWER,
            secrets.token_urlsafe(18),
            max_age=_DAY,
            httponly=True,
            samesite="Lax",
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        )
    return answer


@bp.get("/f/<slug>/live/<id:session_id>/pinned")
@allow_anyone
def pinned(slug: str, session_id: int) -> ResponseReturnValue:
    """The piece of the page that says what is being spoken of now."""
    return render_template("live/_pinned.html", **_values(_room(slug, session_id)))


@bp.get("/f/<slug>/live/<id:session_id>/questions")
@allow_anyone
def asked(slug: str, session_id: int) -> ResponseReturnValue:
    """The piece of the page with the latest questions."""
    here = _room(slug, session_id)
    found = questions.latest(work(), here.air.session, limit=_QUESTIONS)
    return render_template("live/_questions.html", asked=found)


@bp.post("/f/<slug>/live/<id:session_id>/ask")
@limiter.limit(limits.ASK)
@allow(Role.SEEKER)
def ask(slug: str, session_id: int) -> ResponseReturnValue:
    """Ask the host."""
    here = _room(slug, session_id)
    seeker = seeker_of(here.fair)
    try:
        questions.ask(
            work(), here.air.session, seeker_id=seeker.id, text=request.form.get("text", "")
        )
        flash(_("Asked. The answer will stand here."))
    except Invalid as error:
        flash(" ".join(problem_sentences(error).values()), "warn")
    except Refused as refusal:
        flash(sentence(refusal), "warn")
    return redirect(url_for("live.room", slug=slug, session_id=session_id))


@bp.post("/f/<slug>/live/<id:session_id>/apply/<id:posting_id>")
@limiter.limit(limits.APPLY)
@allow_anyone
def apply(slug: str, session_id: int, posting_id: int) -> ResponseReturnValue:
    """One tap: sent at once where this employer may have the card already, else the consent."""
    here = _room(slug, session_id)
    line = _line(here.air, posting_id)
    if here.seeker is None:
        return to_the_steps(here.fair, line.posting.number)
    consent = applications.consent_to(work(), here.seeker.id, line.employer.id)
    if consent is None or consent.recalled_at is not None:
        number = line.posting.number
        return redirect(url_for("seeker.apply", slug=slug, number=number, session=session_id))
    applications.apply(
        work(),
        here.seeker.id,
        posting_id,
        channel=Channel.LIVESTREAM,
        fair_session_id=session_id,
    )
    flash(_("Sent to %(employer)s.", employer=line.employer.name))
    return redirect(url_for("live.room", slug=slug, session_id=session_id))


@bp.post("/f/<slug>/live/<id:session_id>/watching")
@gathers
@allow_anyone
def watching(slug: str, session_id: int) -> ResponseReturnValue:
    """The page that plays says so every half minute; answers how many watch."""
    fair = fair_at(slug)
    session = _session(fair, session_id)
    mark = request.cookies.get(_VIEWER, "")
    if 16 <= len(mark) <= 64:
        known = seeker_here(fair)
        viewings.beat(work(), session, mark=mark, seeker_id=known.id if known else None)
        viewings.write_down(workshop())
    return {"watching": viewings.watching_lately(workshop(), session)}


def _room(slug: str, session_id: int) -> Room:
    fair = fair_at(slug)
    session = _session(fair, session_id)
    return Room(fair, broadcasts.on_air(work(), session), seeker_here(fair))


def _session(fair: Fair, session_id: int) -> FairSession:
    session = broadcasts.session(work(), session_id)
    if session.fair_id != fair.id or session.kind is not SessionKind.LIVESTREAM:
        raise NotFound
    return session


def _line(air: OnAir, posting_id: int) -> Line:
    for line in air.sheet:
        if line.posting.id == posting_id and line.is_open:
            return line
    raise NotFound("posting_gone")


def _values(here: Room) -> dict[str, Any]:
    """What the room's templates need: the sheet in this person's order, with their reasons."""
    ids = {line.posting.id for line in here.air.sheet}
    own = _own_cards(here.seeker, ids) if here.seeker else {}
    place = {posting_id: at for at, posting_id in enumerate(own)}
    lines = [line for line in here.air.sheet if line.is_open]
    stages = applications.stages_of(work(), here.seeker.id) if here.seeker else {}
    return {
        "fair": here.fair,
        "air": here.air,
        "seeker": here.seeker,
        "lines": sorted(lines, key=lambda line: place.get(line.posting.id, len(place))),
        "following": _following(lines),
        "cards": own,
        "sent": {key for key, stage in stages.items() if stage is not Stage.WITHDRAWN},
    }


def _following(lines: list[Line]) -> dict[int, str]:
    """What comes after each posting of the sheet, by its id."""
    pairs = zip(lines, lines[1:], strict=False)
    return {line.posting.id: after.posting.title for line, after in pairs}


def _own_cards(seeker: Seeker, ids: set[int]) -> dict[int, Card]:
    """This person's matches among the session's postings, best first, then what they ruled out."""
    found = recommend.if_ready(work(), seeker, k=0, among=ids)
    return {card.posting.id: card for card in (*found.cards, *found.kept_back)}
