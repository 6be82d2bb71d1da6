"""Applying: one consent that names one employer, and the receipt for it."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import NotFound
from matcher.domain.terms import Channel, Role, SessionKind, Stage
from matcher.domain.values import whole_number
from matcher.services import applications, resumes, showcase
from matcher.services.showcase import Fair
from web import limits
from web.access import allow, allow_anyone
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.limits import limiter
from web.pages.seeker.blueprint import bp
from web.work import work


@bp.get("/f/<slug>/p/<id:number>/apply")
@allow_anyone
def apply(slug: str, number: int) -> ResponseReturnValue:
    """The consent: who gets what, what for, and how to take it back."""
    fair = fair_at(slug)
    shown = showcase.posting(work(), fair.id, number)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair, number)
    sent = applications.to_posting(work(), seeker.id, shown.posting.id)
    if sent is not None and sent.stage is not Stage.WITHDRAWN:
        return redirect(url_for("seeker.receipt", slug=slug, application_id=sent.id))
    consent = applications.consent_to(work(), seeker.id, shown.employer.id)
    return render_template(
        "seeker/apply.html",
        fair=fair,
        seeker=seeker,
        posting=shown.posting,
        employer=shown.employer,
        booth=shown.booth,
        resume=resumes.of_seeker(work(), seeker),
        consent=consent if consent is not None and consent.recalled_at is None else None,
        session=request.args.get("session", ""),
    )


@bp.post("/f/<slug>/p/<id:number>/apply")
@limiter.limit(limits.APPLY)
@allow(Role.SEEKER)
def applied(slug: str, number: int) -> ResponseReturnValue:
    """Send the card to this employer."""
    fair = fair_at(slug)
    seeker = seeker_of(fair)
    shown = showcase.posting(work(), fair.id, number)
    channel, session_id = _way(fair)
    sent = applications.apply(
        work(),
        seeker.id,
        shown.posting.id,
        channel=channel,
        fair_session_id=session_id,
        shares_phone="shares_phone" in request.form,
        shares_resume="shares_resume" in request.form,
    )
    return redirect(url_for("seeker.receipt", slug=slug, application_id=sent.id))


@bp.get("/f/<slug>/applications/<id:application_id>/receipt")
@allow(Role.SEEKER)
def receipt(slug: str, application_id: int) -> ResponseReturnValue:
    """What was sent to whom, with a code that both sides can name."""
    fair = fair_at(slug)
    seeker = seeker_of(fair)
    sent = applications.one_of_seeker(work(), seeker.id, application_id)
    consent = applications.consent_to(work(), seeker.id, sent.employer.id)
    if consent is None:
        raise NotFound
    return render_template(
        "seeker/receipt.html", fair=fair, seeker=seeker, sent=sent, consent=consent
    )


def _way(fair: Fair) -> tuple[Channel, int | None]:
    """By which session somebody applies: the livestream they came from, else on site."""
    session_id = whole_number(request.form.get("session", ""))
    if session_id is None:
        return Channel.ON_SITE, None
    session = showcase.session(work(), fair.id, session_id)
    if session.kind is SessionKind.LIVESTREAM:
        return Channel.LIVESTREAM, session.id
    return Channel.ON_SITE, session.id
