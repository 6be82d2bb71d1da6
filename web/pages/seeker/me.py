"""Me: the profile in short, and the switches."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.terms import Role
from matcher.services import applications, learning, resumes, seekers, tickets
from web.access import allow, allow_anyone
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.language import gettext as _
from web.pages.seeker.blueprint import bp
from web.pages.seeker.matches import wish_words
from web.work import work


@bp.get("/f/<slug>/me")
@allow_anyone
def me(slug: str) -> ResponseReturnValue:
    """What this person told us, and everything they can switch."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair)
    sent = applications.of_seeker(work(), seeker.id)
    return render_template(
        "seeker/me.html",
        fair=fair,
        seeker=seeker,
        wishes=wish_words(seeker),
        resume=resumes.of_seeker(work(), seeker),
        ticket=tickets.of_seeker(work(), seeker),
        sent=sent,
        offers=[one for one in sent if one.application.waits_for_seeker],
        learns=learning.is_on(work(), fair),
        agreed=learning.agreed(work(), seeker),
    )


@bp.post("/f/<slug>/me/visible")
@allow(Role.SEEKER)
def show_me(slug: str) -> ResponseReturnValue:
    """Let employers find one's card, or stop it."""
    seeker = seeker_of(fair_at(slug))
    wanted = request.form.get("wanted") == "1"
    seekers.show_to_employers(work(), seeker, wanted=wanted)
    flash(
        _("Employers can find your card now, without your phone number.")
        if wanted
        else _("Employers cannot find you any more. Only those you apply to see your card.")
    )
    return redirect(url_for("seeker.me", slug=slug))


@bp.post("/f/<slug>/me/learning")
@allow(Role.SEEKER)
def let_learn(slug: str) -> ResponseReturnValue:
    """Let the fair learn from one's choices, or stop it and have them deleted."""
    seeker = seeker_of(fair_at(slug))
    learning.agree(work(), seeker, wanted=request.form.get("wanted") == "1")
    return redirect(url_for("seeker.me", slug=slug))
