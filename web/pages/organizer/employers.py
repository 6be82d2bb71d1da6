"""The employers of a fair: who takes part, where they stand, what they offer."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.errors import Invalid
from matcher.domain.rules import missing_elements
from matcher.domain.terms import PostingStatus, Role
from matcher.services import checklist, employers, fairs, figures, postings
from web.access import allow
from web.drafts import from_form, problem_sentences
from web.language import gettext as _
from web.pages.organizer.place import again, bp, my_fair, page
from web.work import work

_ROOT = "/organizer/f/<id:fair_id>/employers"
_LACKS = {"booth": "booths", "posting": "postings"}


@bp.get(_ROOT)
@allow(Role.ORGANIZER)
def employer_list(fair_id: int) -> ResponseReturnValue:
    """Every employer; with `lacks` only those that lack a booth or a posting.

    `lacks=element` are those with drafts that lack what the law asks for.
    """
    fair = my_fair(fair_id)
    found = figures.of_fair(work(), fair).employers
    drafts = checklist.incomplete_drafts(work(), fair)
    lacks = request.args.get("lacks", "")
    if lacks == "element":
        shown = [e for e in found if e.employer_id in drafts]
    else:
        shown = [e for e in found if not getattr(e, _LACKS[lacks])] if lacks in _LACKS else found
    return page("employers.html", employers=shown, total=len(found), lacks=lacks, drafts=drafts)


@bp.get(f"{_ROOT}/new")
@allow(Role.ORGANIZER)
def new_employer(fair_id: int) -> ResponseReturnValue:
    """The form for an employer."""
    my_fair(fair_id)
    return page("employer_form.html", values={}, problems={})


@bp.post(f"{_ROOT}/new")
@allow(Role.ORGANIZER)
def create_employer(fair_id: int) -> ResponseReturnValue:
    """Add an employer."""
    fair = my_fair(fair_id)
    try:
        fairs.add_employer(work(), fair, from_form(EmployerDraft))
    except Invalid as error:
        return again("employer_form.html", error)
    flash(_("The employer is in. Next: a booth, and a sign-in for its staff."))
    return redirect(url_for("organizer.employer_list"), 303)


@bp.get(f"{_ROOT}/<id:employer_id>")
@allow(Role.ORGANIZER)
def employer(fair_id: int, employer_id: int) -> ResponseReturnValue:
    """An employer's card to change, and its postings to read with what they lack."""
    found = employers.one(work(), my_fair(fair_id), employer_id)
    values = {name: getattr(found, name) for name in EmployerDraft.model_fields}
    return _card(found, values, {})


@bp.post(f"{_ROOT}/<id:employer_id>")
@allow(Role.ORGANIZER)
def change_employer(fair_id: int, employer_id: int) -> ResponseReturnValue:
    """Change an employer's card."""
    found = employers.one(work(), my_fair(fair_id), employer_id)
    try:
        employers.change(work(), found, from_form(EmployerDraft))
    except Invalid as error:
        return _card(found, request.form, problem_sentences(error)), 422
    flash(_("Saved."))
    return redirect(url_for("organizer.employer", employer_id=employer_id), 303)


def _card(found: employers.Employer, values: Any, problems: dict[str, str]) -> str:
    own = postings.mine(work(), found.id)
    return page(
        "employer.html",
        employer=found,
        rows=[(posting, missing_elements(posting)) for posting in own],
        PostingStatus=PostingStatus,
        values=values,
        problems=problems,
    )
