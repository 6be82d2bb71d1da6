"""Who fits: people who allowed employers to find them, ranked for one posting."""

from flask import request
from flask.typing import ResponseReturnValue

from matcher.domain.terms import PostingStatus, Role
from matcher.domain.values import whole_number
from matcher.services import candidates, postings
from web.access import allow
from web.pages.employer.place import bp, open_desk, page
from web.paging import Paging
from web.reasons import employer_block_sentence, employer_reason_sentence
from web.work import work

_PER_PAGE = 20

bp.add_app_template_filter(employer_reason_sentence, "employer_reason")
bp.add_app_template_filter(employer_block_sentence, "employer_block")


@bp.get("/employer/<id:employer_id>/people")
@allow(Role.EMPLOYER)
def people(employer_id: int) -> ResponseReturnValue:
    """Choose a posting; the first one that is up stands there already."""
    open_desk(employer_id)
    shown = [p for p in postings.mine(work(), employer_id) if p.status is PostingStatus.PUBLISHED]
    asked = whole_number(request.args.get("posting", ""))
    if asked is not None:
        return _ranked(postings.find(work(), employer_id, asked), shown)
    return _ranked(shown[0] if shown else None, shown)


def _ranked(posting: postings.Posting | None, shown: list[postings.Posting]) -> str:
    paging = Paging.asked(_PER_PAGE)
    found = []
    if posting is not None:
        found = candidates.for_posting(work(), posting, limit=paging.size + 1, offset=paging.offset)
    return page(
        "people.html",
        posting=posting,
        postings=shown,
        people=paging.of(found),
        paging=paging,
    )
