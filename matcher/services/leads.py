"""An employer's own applications as a sheet: what each person lets it see now, and nothing else."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from matcher.services import stages
from matcher.services.stages import Shared
from matcher.services.work import Work
from matcher.sheets.writer import Page, workbook

FIELDS = (
    *("number", "title", "sent", "stage", "name", "phone", "wanted", "certificates", "skills"),
    *("years", "education"),
)


def file(
    work: Work, employer_id: int, headings: Mapping[str, str], label: Callable[[StrEnum], str]
) -> bytes:
    """All applications as xlsx, latest first; `headings` names FIELDS, `label` says stages."""
    rows = [_row(work, shared, label) for shared in stages.inbox(work, employer_id)]
    return workbook([Page("Fairmatch", [headings[name] for name in FIELDS], rows)])


def _row(work: Work, shared: Shared, label: Callable[[StrEnum], str]) -> list[object]:
    said, seeker = shared.application, shared.seeker
    sent = f"{said.created_at.astimezone(work.zone):%Y-%m-%d %H:%M}"
    row: list[object] = [str(shared.posting.number), shared.posting.title, sent, label(said.stage)]
    if seeker is None or shared.is_unread:
        return row
    schooling = label(seeker.education) if seeker.education else ""
    years = "" if seeker.years is None else f"{seeker.years:g}"
    told = (seeker.wanted, seeker.certificates, seeker.skills, years, schooling)
    return [*row, seeker.name, shared.phone or "", *told]
