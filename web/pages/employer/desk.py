"""The first page of the desk: what needs somebody now, the numbers, and the company card."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.errors import Invalid
from matcher.domain.rules import missing_elements
from matcher.domain.terms import PostingStatus, Role, Stage
from matcher.services import employers, postings, stages
from web.access import allow
from web.drafts import from_form, problem_sentences
from web.language import gettext as _
from web.pages.employer.place import bp, my_employers, open_desk, page
from web.work import work

_WAITING_SHOWN = 8


@bp.get("/employer")
@allow(Role.EMPLOYER)
def desk() -> ResponseReturnValue:
    """Go to the one desk there is, or choose."""
    found = employers.desks(work(), my_employers())
    if len(found) == 1:
        return redirect(url_for("employer.today", employer_id=found[0].employer.id))
    return render_template("employer/choose.html", desks=found)


@bp.get("/employer/<id:employer_id>")
@allow(Role.EMPLOYER)
def today(employer_id: int) -> ResponseReturnValue:
    """What needs somebody now, and the numbers."""
    open_desk(employer_id)
    own = postings.mine(work(), employer_id)
    drafts = [
        (posting, missing_elements(posting))
        for posting in own
        if posting.status is PostingStatus.DRAFT
    ]
    unread = stages.inbox(work(), employer_id, stage=Stage.SUBMITTED, limit=_WAITING_SHOWN)
    return page(
        "today.html",
        unread_applications=unread,
        waiting=stages.waiting(work(), employer_id)[:_WAITING_SHOWN],
        drafts=drafts,
        expired=[p for p in own if _is_up_but_expired(p)],
        shown=[p for p in own if p.status is PostingStatus.PUBLISHED],
        Stage=Stage,
    )


def _is_up_but_expired(posting: postings.Posting) -> bool:
    is_up = posting.status is PostingStatus.PUBLISHED
    return is_up and posting.expires_on is not None and posting.expires_on < work().today


@bp.get("/employer/<id:employer_id>/card")
@allow(Role.EMPLOYER)
def card(employer_id: int) -> ResponseReturnValue:
    """The company card as a form."""
    employer = open_desk(employer_id).employer
    values = {name: getattr(employer, name) for name in EmployerDraft.model_fields}
    return page("card.html", values=values, problems={})


@bp.post("/employer/<id:employer_id>/card")
@allow(Role.EMPLOYER)
def change_card(employer_id: int) -> ResponseReturnValue:
    """Keep what was typed into the company card."""
    employer = open_desk(employer_id).employer
    try:
        employers.change(work(), employer, from_form(EmployerDraft))
    except Invalid as error:
        return page("card.html", values=request.form, problems=problem_sentences(error)), 422
    flash(_("Your company card is saved."))
    return redirect(url_for("employer.card"), 303)
