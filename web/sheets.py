"""Excel over the web: the file that was sent, the one that is given, and the words of a report."""

from io import BytesIO
from typing import Any

from flask import Response, request, send_file

from matcher.domain.errors import Problem
from matcher.domain.terms import PostingStatus
from matcher.services.exchange import Outcome, Report
from web.language import field_label, problem_sentence
from web.language import gettext as _
from web.paging import Paging

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PER_PAGE = 100


def sent_file() -> bytes:
    """What was sent as `file`; empty where nothing was chosen."""
    file = request.files.get("file")
    return file.read() if file else b""


def download(content: bytes, filename: str) -> Response:
    """An Excel file to keep."""
    return send_file(BytesIO(content), mimetype=_XLSX, as_attachment=True, download_name=filename)


def say(problem: Problem) -> str:
    """One problem of a row, with the field it is about."""
    return _(
        "%(field)s: %(what)s", field=field_label(problem.field), what=problem_sentence(problem)
    )


def notice(problem: Problem) -> str:
    """What was not read of a whole file or sheet, and why."""
    told, sheet = problem_sentence(problem), problem.values.get("sheet")
    return _("Sheet “%(sheet)s”: %(what)s", sheet=sheet, what=told) if sheet else told


def lacking(name: str) -> str:
    """What keeps a posting a draft: a field that is missing, or a last day gone by."""
    return _("the last day is gone by") if name == "expires_on" else field_label(name)


def wants_to_replace() -> bool:
    """Whether postings that were edited here shall be replaced too."""
    return request.form.get("replace") == "1"


def preview_values(report: Report, name: str) -> dict[str, Any]:
    """What a preview page shows of the report on the upload `name`: the rows of one page."""
    paging = Paging.asked(_PER_PAGE)
    return {
        "report": report,
        "lines": paging.cut(report.lines),
        "name": name,
        "paging": paging,
        "Outcome": Outcome,
        "PostingStatus": PostingStatus,
        "say": say,
        "lacking": lacking,
        "notices": [notice(each) for each in report.notices],
        "kept": report.count(Outcome.KEPT),
    }


def taken_over(report: Report) -> str:
    """What became of a file, in a sentence or two."""
    told = _(
        "Taken over: %(added)s new, %(changed)s changed, %(same)s as before, %(refused)s not.",
        added=report.count(Outcome.ADDED),
        changed=report.count(Outcome.CHANGED),
        same=report.count(Outcome.UNCHANGED),
        refused=report.count(Outcome.REFUSED),
    )
    kept = report.count(Outcome.KEPT)
    if not kept:
        return told
    return told + _(" %(kept)s were edited here and stay as they are.", kept=kept)
