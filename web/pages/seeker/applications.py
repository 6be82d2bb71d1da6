"""My applications: where each stands, taking one back, saying yes to an offered intent."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import Refused
from matcher.domain.terms import Role, Shift, Stage
from matcher.services import applications as sent_ones
from web.access import allow, allow_anyone
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.language import gettext as _
from web.pages.seeker.blueprint import bp
from web.work import work

LINE = (Stage.SUBMITTED, Stage.VIEWED, Stage.INTERVIEW, Stage.AGREED, Stage.HIRED)


@bp.get("/f/<slug>/applications")
@allow_anyone
def applications(slug: str) -> ResponseReturnValue:
    """Everything this person sent, latest first."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair)
    return render_template(
        "seeker/applications.html",
        fair=fair,
        sent=sent_ones.of_seeker(work(), seeker.id),
        line=LINE,
    )


@bp.post("/f/<slug>/applications/<id:application_id>/withdraw")
@allow(Role.SEEKER)
def withdraw(slug: str, application_id: int) -> ResponseReturnValue:
    """Take one application back."""
    seeker = seeker_of(fair_at(slug))
    sent_ones.withdraw(work(), seeker.id, application_id)
    flash(_("Taken back. The employer no longer sees your card for this job."))
    return redirect(url_for("seeker.applications", slug=slug))


@bp.get("/f/<slug>/applications/<id:application_id>/intent")
@allow(Role.SEEKER)
def intent(slug: str, application_id: int) -> ResponseReturnValue:
    """The offered intent with pay, shift and place as they stood at the offer."""
    fair = fair_at(slug)
    sent = sent_ones.one_of_seeker(work(), seeker_of(fair).id, application_id)
    if sent.application.employer_agreed_at is None:
        raise Refused("no_offer")
    shift = sent.terms.get("shift")
    return render_template(
        "seeker/intent.html",
        fair=fair,
        sent=sent,
        terms=sent.terms,
        shift=Shift(shift) if shift else None,
    )


@bp.post("/f/<slug>/applications/<id:application_id>/intent")
@allow(Role.SEEKER)
def confirm(slug: str, application_id: int) -> ResponseReturnValue:
    """Say yes to it."""
    seeker = seeker_of(fair_at(slug))
    sent_ones.confirm_intent(work(), seeker.id, application_id)
    flash(_("Agreed by both sides. Keep this page as your copy."))
    return redirect(url_for("seeker.intent", slug=slug, application_id=application_id))
