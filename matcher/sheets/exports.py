"""The files that we hand out: postings, seekers, the blank form, and rows to be mended."""

from collections.abc import Iterable, Mapping, Sequence

from matcher.reading import education
from matcher.sheets.columns import BY_FIELD
from matcher.sheets.reader import Sheet
from matcher.sheets.rows import Row
from matcher.sheets.writer import Page, jsonl, workbook

Record = Mapping[str, object]

POSTING_FIELDS = (
    *("id", "source", "title", "company", "region", "edu", "exp_years", "salary_min"),
    *("salary_max", "benefits", "skills", "desc", "openings", "pay_text", "pay_min", "pay_max"),
    *("shift", "rest", "certificates", "certificates_required", "trainable", "expires_on"),
    *("number", "booth", "status", "updated_at"),
)
SEEKER_FIELDS = (
    *("id", "wanted", "text", "certificates", "skills", "experience_years", "education"),
    *("min_pay", "no_night", "weekend_off", "trainable_wanted", "veteran", "districts"),
)
_HEADINGS = {
    "region": "工作地点",
    "edu": "学历",
    "exp_years": "经验",
    "desc": "工作内容",
    "pay_min": "折合月薪下限",
    "pay_max": "折合月薪上限",
    "trainable": "可培训",
    "number": "岗位号",
    "booth": "展位",
    "status": "状态",
    "wanted": "想做的工作",
    "text": "自我介绍",
    "experience_years": "工作年限",
    "min_pay": "最低月薪",
    "no_night": "不上夜班",
    "weekend_off": "要周末休息",
    "trainable_wanted": "想边学边做",
    "veteran": "退役军人",
    "districts": "想在哪儿上班",
}
_BLANK = (
    *("company", "title", "openings", "duties", "requirements", "place", "pay_text", "education"),
    *("years", "shift", "rest", "certificates", "benefits", "expires_on", "contact_name"),
    "contact_phone",
)
_REQUIRED = frozenset(("company", "title", "openings", "duties", "place", "pay_text"))
_CHOICES = {
    "education": tuple(education.NAMES.values()),
    "shift": ("长白班", "两班倒", "三班倒", "夜班"),
    "rest": ("双休", "单休", "大小周", "月休4天"),
}


def file(kind: str, fields: Sequence[str], rows: Iterable[Record], *, chinese: bool) -> bytes:
    """Records as `xlsx` or `jsonl`; with `chinese` the xlsx has headings for people."""
    if kind == "jsonl":
        return jsonl(rows)
    headings = [_heading(name) for name in fields] if chinese else list(fields)
    return workbook([Page("Fairmatch", headings, ([row.get(n) for n in fields] for row in rows))])


def _heading(name: str) -> str:
    if name in _HEADINGS:
        return _HEADINGS[name]
    return BY_FIELD[name].zh


def blank() -> bytes:
    """The empty form for employers, with drop-downs; required columns carry a star."""
    headings = [BY_FIELD[name].zh + "*" * (name in _REQUIRED) for name in _BLANK]
    choices = {_BLANK.index(name): words for name, words in _CHOICES.items()}
    return workbook([Page("岗位表", headings, choices=choices)])


def to_mend(sheet: Sheet, reasons: Iterable[tuple[Row, str]], *, heading: str = "原因") -> bytes:
    """The rows that did not go in, as they were, with the reason in the last cell.

    Mended, the file can be sent again as it is.
    """
    names = [each.text for each in sheet.headings if each.text != heading]
    rows = []
    for row, reason in reasons:
        said: dict[str, str] = {}
        for name, text in zip(row.names, row.raw, strict=False):
            said[name] = (
                f"{said[name]}\n{text}" if said.get(name) and text else said.get(name) or text
            )
        rows.append([*(said.get(name, "") for name in names), reason])
    return workbook([Page("Fairmatch", [*names, heading], rows)])
