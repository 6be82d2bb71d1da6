"""The least schooling that a posting accepts, and the schooling a seeker names."""

import re

from matcher.domain.terms import Education
from matcher.reading.plain import plain

_WORDS: tuple[tuple[str, Education], ...] = (
    (r"博士", Education.DOCTOR),
    (r"硕士|研究生", Education.MASTER),
    (r"本科|学士", Education.BACHELOR),
    (r"大专|专科|高职", Education.COLLEGE),
    (r"中专|中技|中职|技校|职高|中等专科|技工学校|职业高中|中等职业", Education.VOCATIONAL),
    (r"高中", Education.SENIOR),
    (r"初中|小学|九年义务", Education.JUNIOR),
)
_LEVEL = (
    r"(?:博士|硕士|研究生|本科|学士|大专|(?<!中等)专科|高职|中专|中技|中职|技校|职高"
    r"|高中|初中|小学)"
)
_NONE = re.compile(
    r"(?:学历|文化)(?:程度)?(?:要求)?[:：]?(?:均)?(?:不限|无要求|没要求|不作要求|不做要求)"
    r"|不限(?:制)?学历|无学历要求|不看学历|对学历(?:无|不)"
)
_BARE_NONE = re.compile(r"^(?:不限制?|无要求|无|学历不限|其他|不要求)$")
_IN_PROSE = re.compile(
    rf"{_LEVEL}(?:[或/、及和]{_LEVEL})*(?:(?:及|或|\(含\)|含)?以上|\(含\)以上|起|学历|毕业|文化"
    rf"|文凭|或同等|及同等)"
    rf"|(?:学历|文化程度)(?:要求)?[:：为是]?\s*(?:全日制|统招)?{_LEVEL}|(?:统招|全日制){_LEVEL}"
)
_PREFERRED = re.compile(r"优先|更佳|加分|者佳|为佳|最好|尤佳|更好")
_RELAXED = re.compile(rf"放宽(?:至|到)?({_LEVEL})")
_BROKEN_OFF = re.compile(r"(?:高中|中专|大专|本科|初中)(?:没|未|肄)[^，。]{0,4}")
_FINISHED = re.compile(
    rf"{_LEVEL}(?=[^，。；]{{0,6}}(?:毕业|学历|文化|文凭|应届|在读|专业))|(?:应届|毕业于|读的?"
    rf"|上过)[^，。；]{{0,4}}{_LEVEL}"
)
_ORDER = sorted(Education, key=lambda step: (step.level, step is Education.VOCATIONAL))
_CELL = 12


def read(text: str) -> Education | None:
    """The lowest schooling accepted; a short text is read as a form's cell, a long one as prose."""
    told = plain(text).replace(" ", "")
    if not told:
        return None
    if len(told) <= _CELL and not re.search(r"[，。；;]", told):
        return _cell(told)
    if _NONE.search(told):
        return Education.NONE
    relaxed = _RELAXED.search(told)
    if relaxed:
        return _lowest(relaxed.group(1))
    named = [
        step
        for clause in re.split(r"[，,。；;！!?？\n]", told)
        if not _PREFERRED.search(clause)
        for found in _IN_PROSE.findall(clause)
        if (step := _lowest(found)) is not None
    ]
    return min(named, key=_ORDER.index) if named else None


def is_only_preferred(text: str, step: Education) -> bool:
    """Whether the text calls this very schooling welcome rather than needed."""
    return any(
        _lowest(found) is step
        for clause in re.split(r"[，,。；;！!?？\n]", plain(text))
        if _PREFERRED.search(clause)
        for found in _IN_PROSE.findall(clause)
    )


def highest(text: str) -> Education | None:
    """The highest schooling a person says to have finished, studies broken off left out."""
    told = _BROKEN_OFF.sub("", plain(text))
    said = told if len(told) <= _CELL else "，".join(_FINISHED.findall(told))
    named = [step for words, step in _WORDS if re.search(words, said)]
    return max(named, key=_ORDER.index) if named else None


def _cell(told: str) -> Education | None:
    if _BARE_NONE.match(told) or _NONE.search(told) or "不限" in told or "及以下" in told:
        return Education.NONE
    return None if _PREFERRED.search(told) else _lowest(told)


def _lowest(words: str) -> Education | None:
    words = words.replace("中等专科", "中专").replace("职业高中", "职高")
    named = [step for pattern, step in _WORDS if re.search(pattern, words)]
    return min(named, key=_ORDER.index) if named else None
