"""My data: who holds it, taking it back, a copy of it, and its end."""

import json

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.terms import Role
from matcher.services import applications, privacy
from web.access import allow, allow_anyone, sign_out
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.language import gettext as _
from web.pages.seeker.blueprint import bp
from web.work import work


@bp.get("/f/<slug>/data")
@allow_anyone
def data(slug: str) -> ResponseReturnValue:
    """Everyone who holds this person's data, with the receipt of each consent."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair)
    holders = privacy.holders(work(), seeker.id)
    return render_template("seeker/data.html", fair=fair, seeker=seeker, holders=holders)


@bp.post("/f/<slug>/data/recall/<id:employer_id>")
@allow(Role.SEEKER)
def recall(slug: str, employer_id: int) -> ResponseReturnValue:
    """Take everything back from one employer."""
    seeker = seeker_of(fair_at(slug))
    applications.recall(work(), seeker.id, employer_id)
    flash(_("Taken back. This employer no longer sees your card, phone or resume."))
    return redirect(url_for("seeker.data", slug=slug))


@bp.get("/f/<slug>/data/export.json")
@allow(Role.SEEKER)
def export(slug: str) -> ResponseReturnValue:
    """A copy of everything we keep about this person."""
    seeker = seeker_of(fair_at(slug))
    told = json.dumps(privacy.export(work(), seeker.id), ensure_ascii=False, indent=2)
    answer = Response(told, mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer


@bp.get("/f/<slug>/data/erase")
@allow(Role.SEEKER)
def erase(slug: str) -> ResponseReturnValue:
    """What erasing means, and the word to type."""
    fair = fair_at(slug)
    return render_template("seeker/erase.html", fair=fair, seeker=seeker_of(fair), problem="")


@bp.post("/f/<slug>/data/erase")
@allow(Role.SEEKER)
def erased(slug: str) -> ResponseReturnValue:
    """Erase everything, once the word was typed."""
    fair = fair_at(slug)
    seeker = seeker_of(fair)
    word = _("erase")
    if request.form.get("word", "").strip().lower() != word:
        problem = _('Please type "%(word)s" to go on. Nothing was erased.', word=word)
        page = render_template("seeker/erase.html", fair=fair, seeker=seeker, problem=problem)
        return page, 422
    sign_out()
    privacy.erase(work(), seeker.id)
    flash(_("Your data is erased. Thank you for coming."))
    return redirect(url_for("home.fair", slug=slug))
