"""Applications to the employer: the list, one person's card, the moves and the notes.

Opening an unread application is a POST: a person is told that their card was read, and a browser
that fetches links ahead must not say so. Until then the page shows a closed envelope.
"""

from io import BytesIO

from flask import flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import Invalid, Refused
from matcher.domain.terms import Role, Stage
from matcher.domain.values import whole_number
from matcher.services import candidates, postings, stages
from web.access import allow
from web.drafts import problem_sentences
from web.language import gettext as _
from web.language import sentence
from web.pages.employer.place import bp, open_desk, page, who
from web.paging import Paging
from web.work import work

_ROOT = "/employer/<id:employer_id>/applications"
_ONE = f"{_ROOT}/<id:application_id>"
_PER_PAGE = 50


@bp.get(_ROOT)
@allow(Role.EMPLOYER)
def application_list(employer_id: int) -> ResponseReturnValue:
    """What was sent to this employer, by stage and posting."""
    open_desk(employer_id)
    paging = Paging.asked(_PER_PAGE)
    stage, posting_id = _asked_stage(), _asked_posting(employer_id)
    found = stages.inbox(
        work(),
        employer_id,
        stage=stage,
        posting_id=posting_id,
        limit=paging.size + 1,
        offset=paging.offset,
    )
    return page(
        "applications.html",
        found=paging.of(found),
        stage=stage,
        posting_id=posting_id,
        postings=postings.mine(work(), employer_id),
        paging=paging,
        Stage=Stage,
    )


@bp.get(_ONE)
@allow(Role.EMPLOYER)
def application(employer_id: int, application_id: int) -> ResponseReturnValue:
    """One application; the card is there once it was opened and while consent stands."""
    open_desk(employer_id)
    return _page(employer_id, application_id, {}, "")


@bp.post(f"{_ONE}/read")
@allow(Role.EMPLOYER)
def read_application(employer_id: int, application_id: int) -> ResponseReturnValue:
    """Open the envelope."""
    stages.read(work(), open_desk(employer_id).employer, application_id, who())
    return _back(application_id)


@bp.post(f"{_ONE}/move")
@allow(Role.EMPLOYER)
def move_application(employer_id: int, application_id: int) -> ResponseReturnValue:
    """Move it on; offering an intent waits for the other side."""
    employer = open_desk(employer_id).employer
    asked = request.form.get("stage", "")
    if asked not in list(Stage):
        raise Refused("move_not_allowed")
    stages.move(work(), employer, application_id, Stage(asked), who())
    if asked == Stage.AGREED:
        flash(_("Offered. The intent stands once the other side says yes as well."))
    return _back(application_id)


@bp.post(f"{_ONE}/undo")
@allow(Role.EMPLOYER)
def undo_move(employer_id: int, application_id: int) -> ResponseReturnValue:
    """Take the last move back."""
    try:
        stages.undo(work(), open_desk(employer_id).employer, application_id, who())
    except Refused as refusal:
        if refusal.code != "too_late_to_undo":
            raise
        flash(sentence(refusal), "warn")
    return _back(application_id)


@bp.post(f"{_ONE}/notes")
@allow(Role.EMPLOYER)
def add_note(employer_id: int, application_id: int) -> ResponseReturnValue:
    """Write something down that only this employer reads."""
    employer = open_desk(employer_id).employer
    text = request.form.get("text", "")
    try:
        stages.note(work(), employer, application_id, text, who())
    except Invalid as error:
        return _page(employer_id, application_id, problem_sentences(error), text), 422
    return _back(application_id)


@bp.get(f"{_ONE}/resume")
@allow(Role.EMPLOYER)
def resume(employer_id: int, application_id: int) -> ResponseReturnValue:
    """The resume as a download, never shown in the page: what is in it is somebody else's."""
    open_desk(employer_id)
    file = stages.resume(work(), employer_id, application_id)
    return send_file(
        BytesIO(file.content),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=f"resume-{application_id}{_ending(file.filename)}",
    )


def _ending(filename: str) -> str:
    ending = filename.rpartition(".")[2].lower()
    return f".{ending}" if ending in ("pdf", "docx", "doc", "txt") else ""


def _back(application_id: int) -> ResponseReturnValue:
    return redirect(url_for("employer.application", application_id=application_id), 303)


def _page(employer_id: int, application_id: int, problems: dict[str, str], text: str) -> str:
    opened = stages.open_one(work(), employer_id, application_id)
    shared = opened.shared
    card = None
    if shared.seeker is not None and not shared.is_unread:
        card = candidates.match_of(work(), shared.seeker, shared.posting.id)
    return page(
        "application.html",
        opened=opened,
        shared=shared,
        match=card,
        words=candidates.words_of(shared.seeker) if shared.seeker else "",
        problems=problems,
        text=text,
        Stage=Stage,
    )


def _asked_stage() -> Stage | None:
    asked = request.args.get("stage", "")
    return Stage(asked) if asked in list(Stage) else None


def _asked_posting(employer_id: int) -> int | None:
    asked = whole_number(request.args.get("posting", ""))
    return None if asked is None else postings.find(work(), employer_id, asked).id
