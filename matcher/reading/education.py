"""The least schooling that a posting accepts."""

import re

from matcher.domain.terms import Education
from matcher.reading.english import PREFERABLY, PREFERRED
from matcher.reading.told import Reading, clauses, told

NAMES = {  # as we write each step ourselves: in files, in answers
    Education.NONE: "不限",
    Education.JUNIOR: "初中",
    Education.SENIOR: "高中",
    Education.VOCATIONAL: "中专",
    Education.COLLEGE: "大专",
    Education.BACHELOR: "本科",
    Education.MASTER: "硕士",
    Education.DOCTOR: "博士",
}
WORDS: tuple[tuple[str, Education], ...] = (
    (r"博士|ph\.?d|doctorate", Education.DOCTOR),
    (r"硕士|研究生|master", Education.MASTER),
    (
        r"本科|[一二三]本(?=及?以上|院校|学历|毕业|$)|学士|bachelor|university degree",
        Education.BACHELOR,
    ),
    (r"大专|专科|高职|associate|college|^diploma", Education.COLLEGE),
    (
        r"中专|中技|中职|技校|职高|技工|中等专科|职业高中|中等职业|职业学校"
        r"|vocational school|technical (?:secondary )?school",
        Education.VOCATIONAL,
    ),
    (r"高中|(?<!junior )high ?school", Education.SENIOR),
    (r"初中|小学|九年义务|9年义务|junior high|middle school", Education.JUNIOR),
)
LEVEL = (
    r"(?:博士(?:研究生)?|硕士(?:研究生)?|研究生|(?:大学)?本科"
    r"|[一二三]本(?=及?以上|院校|学历|毕业)|学士|大专|(?<!中等)(?:大学)?专科"
    r"|高职"
    r"|中专|中技|中职|技校|技工学校|职业高中|职业学校|中等职业学校|中等专科|职高|高中|初中|小学)"
)
_GAP = r"[ \t]{0,3}"
_JOIN = rf"(?:{_GAP}(?:或者?|/|、|及|和|,|\||-|至|到)?{_GAP}(?:全日制|统招)?{LEVEL})"
_ABOVE = (
    rf"{_GAP}(?:学历|文化|毕业)?{_GAP}(?:[(（]{_GAP}(?:含|包含|及){_GAP}(?:{LEVEL})?[)）])?"
    rf"{_GAP}(?:及其?|或|以及|含|和)?{_GAP}(?:以上|以及上|及上|同等|相当)"
)
_NONE = re.compile(
    r"(?<![上科专士生中])(?:学历|文化)(?:程度|水平|背景)?(?:(?:[、与和及/]|以及)?(?:工作)?(?:经验"
    r"|经历|专业|性别|年龄|户籍|工龄|年限)){0,3}"
    rf"(?:要求)?[:：、]?{_GAP}(?:均|都|皆)?(?:不限|无要求|没要求|没有要求|不作要求|不做要求|不要求"
    rf"|不高|不是问题)"
    r"|(?:不限(?:制)?|无需|不需要?|不要求|不看|不拘|不论|无)(?:(?:年龄|性别|专业"
    r"|经验)[、和与/]?)?学历"
    r"|对学历(?:无|不|没)|(?:教育背景|教育程度|文化程度)[:：]?不限|(?:专业"
    r"|经验)[、与和及/]?学历(?:均|都|皆)?不限"
    r"|no (?:degree|education|schooling) (?:is )?(?:require|need)"
    r"|education (?:does not|doesn't) matter"
)
_BARE_NONE = re.compile(r"^(?:不限制?|无要求|无|学历不限|其他|不要求)$")
_NAMED_IN_ENGLISH = (
    r"(?:bachelor|master|associate|(?:junior )?college|university|(?:junior )?high ?school|ph\.?d"
    r"|middle school|vocational school|technical (?:secondary )?school)(?:'?s)?"
)
_LATIN = (
    rf"{_NAMED_IN_ENGLISH}(?: degree| diploma| education| graduates?)"
    r"(?: or (?:above|higher|equivalent))?"
    rf"|{_NAMED_IN_ENGLISH} (?:or (?:above|higher)|(?:is )?required)"
    r"|(?<!school )diploma or (?:above|higher)"
)
_IN_PROSE = re.compile(
    rf"{LEVEL}{_JOIN}*(?:{_ABOVE}|{_GAP}起(?!点)|{_GAP}(?:学历|学位|毕业|文化|文凭|或同等"
    rf"|及同等|学校|水平|[(（](?:\d年|全日制|统招|学信))"
    rf"|(?:也|亦)(?:可|行))"
    rf"|(?:学历|学位|文化|文化程度|教育程度|教育背景)(?:要求|程度"
    rf"|水平)?{_GAP}[:：为是]?[ \t*]{{0,8}}(?:原则上|至少|最低)?"
    rf"(?:全日制|统招)*{LEVEL}{_JOIN}*|(?:统招|全日制|正规)(?:大学)?{LEVEL}{_JOIN}*"
    rf"|{_LATIN}"
)
_WHOLE_CLAUSE = re.compile(
    rf"^\W{{0,3}}(?:[\d一二三四五]{{1,2}}[、.．)）])?{_GAP}(?:要求"
    rf"|知识)?[:：]?{_GAP}(?P<level>{LEVEL}{_JOIN}*)\W{{0,2}}$"
)
_PREFERRED = re.compile(rf"优先|更佳|加分|者佳|为佳|最好|尤佳|更好|{PREFERRED}")
_PREFERABLY = re.compile(rf"(?:{PREFERABLY})[a-z ]{{0,16}}$")
_OTHER_VIRTUE = re.compile(r"专业|经验|背景|证|工作|资源|从业|技能|行业")
_RELAXED = re.compile(
    rf"(?:放宽|降低?|放低)(?:学历|条件|要求|学历要求)?(?:至|到|为)?(?:{_GAP})({LEVEL})"
    rf"|(?:优秀|突出|丰富|能力强)[^，,。；\n]{{0,8}}({LEVEL})(?:也|亦)(?:可|行)"
)
NOT_SCHOOLING = re.compile(r"(?:辅导|教授|教学|招生|讲授|教研|面向|针对|学生|课程|升学|年级)")
ORDER = sorted(Education, key=lambda step: (step.level, step is Education.VOCATIONAL))
_CELL = 12


def read(text: str) -> Education | None:
    """The lowest schooling accepted; a short text is read as a form's cell, a long one as prose."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[Education] | None:
    """The lowest schooling accepted and the words that say so."""
    seen = told(text)
    line = seen.text.strip()
    if not line:
        return None
    if len(line) <= _CELL and "\n" not in seen.text and not re.search(r"[，。；;]", line):
        step = _cell(line.replace(" ", ""))
        return seen.reading(step, (0, len(seen.text))) if step is not None else None
    none = _NONE.search(seen.text)
    if none:
        return seen.reading(Education.NONE, none)
    relaxed = _RELAXED.search(seen.text)
    if relaxed:
        group = 1 if relaxed.group(1) else 2
        low = _lowest(relaxed.group(group))
        return seen.reading(low, relaxed) if low is not None else None
    named = _named(seen.text)
    if not named:
        return None
    step, place = min(named, key=lambda each: ORDER.index(each[0]))
    return seen.reading(step, place)


def _named(text: str) -> list[tuple[Education, tuple[int, int]]]:
    """Every schooling demanded, with its place in the plain text."""
    named = []
    for start, end in clauses(text):
        clause = text[start:end]
        whole = _WHOLE_CLAUSE.match(clause)
        for found in [whole] if whole else _IN_PROSE.finditer(clause):
            step = _lowest(found.group())
            if step is not None and not _is_aside(clause, found):
                named.append((step, (start + found.start(), start + found.end())))
    return named


def _is_aside(clause: str, found: "re.Match[str]") -> bool:
    """Schooling that is welcome only, or that is not the reader's own."""
    preferred = _PREFERRED.search(clause, found.end())
    if preferred and not _OTHER_VIRTUE.search(clause[found.end() : preferred.start()]):
        return True
    if _PREFERABLY.search(clause[: found.start()]):
        return True
    if _PREFERRED.search(clause[: found.start()]) and not preferred:
        return bool(re.search(r"优先(?:考虑|录用|录取)?$|最好(?:是|有)?$", clause[: found.start()]))
    return bool(NOT_SCHOOLING.search(clause[: found.start()]))


def is_only_preferred(text: str, step: Education) -> bool:
    """Whether the text calls this very schooling welcome rather than needed."""
    plain_text = told(text).text
    return any(
        _lowest(found.group()) is step and _is_aside(clause, found)
        for start, end in clauses(plain_text)
        if _PREFERRED.search(clause := plain_text[start:end])
        for found in _IN_PROSE.finditer(clause)
    )


def _cell(line: str) -> Education | None:
    if _BARE_NONE.match(line) or _NONE.search(line) or "不限" in line or "及以下" in line:
        return Education.NONE
    return None if _PREFERRED.search(line) else _lowest(line)


def _lowest(words: str) -> Education | None:
    words = words.replace("中等专科", "中专").replace("职业高中", "职高")
    named = [step for pattern, step in WORDS if re.search(pattern, words)]
    return min(named, key=ORDER.index) if named else None
