"""The employer's postings: written, checked against the law, shown, copied and taken down."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, Refused
from matcher.domain.rules import missing_elements
from matcher.domain.terms import Education, PostingStatus, Role
from matcher.services import postings
from matcher.services.postings import Posting
from web.access import allow
from web.drafts import form_values, problem_sentences
from web.language import gettext as _
from web.language import label
from web.pages.employer.elements import EXAMPLES, element_sentences
from web.pages.employer.place import bp, open_desk, page
from web.pages.employer.unsaid import shown, told
from web.work import work

_ROOT = "/employer/<id:employer_id>/postings"
_ONE = f"{_ROOT}/<id:posting_id>"


@bp.get(_ROOT)
@allow(Role.EMPLOYER)
def posting_list(employer_id: int) -> ResponseReturnValue:
    """Every posting with its state, and what it still lacks."""
    open_desk(employer_id)
    own = postings.mine(work(), employer_id)
    rows = [(posting, missing_elements(posting)) for posting in own]
    return page("postings.html", rows=rows, today=work().today, PostingStatus=PostingStatus)


@bp.get(f"{_ROOT}/new")
@allow(Role.EMPLOYER)
def new_posting(employer_id: int) -> ResponseReturnValue:
    """An empty form."""
    desk = open_desk(employer_id)
    expires_on = postings.default_expiry(work(), desk.fair)
    return _form({"openings": 1, "place": desk.employer.address, "expires_on": expires_on})


@bp.post(_ROOT)
@allow(Role.EMPLOYER)
def create_posting(employer_id: int) -> ResponseReturnValue:
    """Keep a new draft; publish it if that was asked for and nothing is missing."""
    employer = open_desk(employer_id).employer
    try:
        draft = believe(PostingDraft, told())
        if _then() == "check":
            return _form(_typed(), read=postings.understood(draft))
        posting = postings.create(work(), employer, draft)
    except Invalid as error:
        return _form(_typed(), problems=problem_sentences(error)), 422
    return _published_or_kept(employer_id, posting)


@bp.get(_ONE)
@allow(Role.EMPLOYER)
def edit_posting(employer_id: int, posting_id: int) -> ResponseReturnValue:
    """The form with what stands in the posting, and what was understood by it."""
    open_desk(employer_id)
    posting = postings.find(work(), employer_id, posting_id)
    wants_marks = "missing" in request.args
    problems = element_sentences(posting, missing_elements(posting)) if wants_marks else {}
    return _form(shown(postings.said(posting)), posting=posting, read=posting, problems=problems)


@bp.post(_ONE)
@allow(Role.EMPLOYER)
def change_posting(employer_id: int, posting_id: int) -> ResponseReturnValue:
    """Keep what was typed; a published posting never loses what the law asks for."""
    employer = open_desk(employer_id).employer
    posting = postings.find(work(), employer_id, posting_id)
    read = None
    try:
        draft = believe(PostingDraft, told())
        read = postings.understood(draft)
        if _then() == "check":
            return _form(_typed(), posting=posting, read=read)
        postings.revise(work(), employer, posting_id, draft)
    except Invalid as error:
        return _form(_typed(), posting=posting, problems=problem_sentences(error)), 422
    except Refused as refusal:
        if refusal.code != "elements_missing" or read is None:
            raise
        problems = element_sentences(read, missing_elements(read))
        return _form(_typed(), posting=posting, read=read, problems=problems), 422
    return _published_or_kept(employer_id, posting)


@bp.post(f"{_ONE}/publish")
@allow(Role.EMPLOYER)
def publish_posting(employer_id: int, posting_id: int) -> ResponseReturnValue:
    """Show it to everybody, or say what is missing."""
    employer = open_desk(employer_id).employer
    return _publish(postings.find(work(), employer.id, posting_id))


@bp.post(f"{_ONE}/close")
@allow(Role.EMPLOYER)
def close_posting(employer_id: int, posting_id: int) -> ResponseReturnValue:
    """Take it down; applications stay."""
    posting = postings.close(work(), open_desk(employer_id).employer, posting_id)
    flash(_("“%(title)s” is taken down. Applications you have stay.", title=posting.title))
    return redirect(url_for("employer.posting_list"), 303)


@bp.post(f"{_ONE}/copy")
@allow(Role.EMPLOYER)
def copy_posting(employer_id: int, posting_id: int) -> ResponseReturnValue:
    """A draft that says the same."""
    copied = postings.copy(work(), open_desk(employer_id).employer, posting_id)
    flash(_("Copied. Change what differs, then publish it."))
    return redirect(url_for("employer.edit_posting", posting_id=copied.id), 303)


def _published_or_kept(employer_id: int, posting: Posting) -> ResponseReturnValue:
    if _then() == "publish" and posting.status is not PostingStatus.PUBLISHED:
        return _publish(posting)
    is_shown = posting.status is PostingStatus.PUBLISHED
    flash(_("Saved. Job seekers see it now.") if is_shown else _("Saved as a draft."))
    return redirect(url_for("employer.edit_posting", posting_id=posting.id), 303)


def _publish(posting: Posting) -> ResponseReturnValue:
    """Publish; a posting that may not be shown stays as it is, and its form says what to do."""
    edit = url_for("employer.edit_posting", posting_id=posting.id)
    try:
        postings.publish(work(), open_desk(posting.employer_id).employer, posting.id)
    except Refused as refusal:
        if refusal.code == "elements_missing":
            flash(_("Kept, but not shown yet: something the law asks for is missing."), "warn")
            return redirect(f"{edit}?missing=1", 303)
        if refusal.code == "expired":
            flash(_("Its last day is over. Set a new date under “Valid until”."), "warn")
            return redirect(f"{edit}#expires_on", 303)
        raise
    flash(_("“%(title)s” is published. Job seekers see it now.", title=posting.title))
    return redirect(url_for("employer.posting_list"), 303)


def _then() -> str:
    return request.form.get("then", "")


def _typed() -> dict[str, Any]:
    return form_values(PostingDraft)


def _form(
    values: dict[str, Any],
    *,
    posting: Posting | None = None,
    read: Posting | None = None,
    problems: dict[str, str] | None = None,
) -> str:
    if read is None:
        read = _readable(values)
    return page(
        "posting.html",
        values=values,
        posting=posting,
        read=read,
        missing=missing_elements(read) if read else [],
        educations=[(each.value, label(each)) for each in Education],
        problems=problems or {},
        pay_examples=EXAMPLES,
    )


def _readable(values: dict[str, Any]) -> Posting | None:
    """What can be understood although the form is not ready to be kept."""
    try:
        prose = {name: values.get(name) or "" for name in ("title", "duties", "requirements")}
        pay_and_place = {name: values.get(name) or "" for name in ("pay_text", "place")}
        return postings.understood(believe(PostingDraft, prose | pay_and_place))
    except Invalid:
        return None
