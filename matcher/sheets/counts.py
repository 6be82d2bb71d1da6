"""How many people a cell asks for, of one kind of work or of several."""

import re

from matcher.reading.numerals import number
from matcher.reading.plain import plain

_COUNT = re.compile(
    r"^(?:约|共|各|招|急招|急聘|急需|招聘|拟招|需|需要|大约|不少于|至少)?\s*"
    r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?"
    r"(?:\s*[-至到]\s*\d+)?\s*(?:\+|以上)?(?:个|名|人|位|余名|余人|多名|多人|people|persons?)?"
    r"(?:左右|上下|以上|不等)?\s*(?:\([^()\d]{1,12}\))?$"
)
_NUMERAL = re.compile(r"^([零一二两三四五六七八九十百]+)[余多来]?(?:个|名|人|位)?$")
_BY_SEX = re.compile(r"^男\D{0,3}(\d{1,4})\D{0,4}女\D{0,3}(\d{1,4})\D{0,3}$")
_IN_PROSE = re.compile(r"(?:招聘|需求|招工|用工|需要?)人数\s*[:：]?\s*(\d{1,4})\s*(?![-\d年月])")
_IN_TITLE = re.compile(r"[^\W\d][(\s:x]*\d{1,3}[名人位个]\)?(?:$|[、，,;；/\s])")
_VAGUE = re.compile(r"若干|[数几][名人个位十]|储备|不等|多[名人]|不限|长期|大量|面议|待定|^[-/—]+$")

# Several kinds of work in one cell: 普工50，质检5; 2名电工、3名焊工; 电工、焊工各2人; 5人，18-45岁.
_POINT = re.compile(r"[①-⑳]|(?:(?<=^)|(?<=[\s,，;；、]))\d{1,2}[、.．)）](?=[^\d\s])")
_SPELLED = re.compile(
    r"[一二两三四五六七八九十百]+(?=(?:[-至到][一二两三四五六七八九十百]+)?[个名人位])"
)
_ASIDE = re.compile(r"\([^()]*\)")
_PART = re.compile(
    r"(?P<before>[^\d]*?)(?<!\d)(?P<least>\d{1,5})(?![\d.])(?:\s*[-至到]\s*\d{1,5}(?!\d))?"
    r"(?: *\+(?! *\d))? *[余多]?(?P<unit>[个名人位]?)(?:左右|以上)?"
)
_TOTAL = re.compile(
    r"(?:合计|总计|共计|总共|一共|总数|共(?:需|招)?)\s*[:：]?\s*(\d{1,5})(?![\d年天])"
)
_MEASURED = re.compile(r"\W*(?:[年月日天号岁元千万kw级楼班组次周届米%]|cm|公分|小时|块)")
_OF_EACH = re.compile(r"每|年龄|薪|工资|身高|第|[倒轮]")
_LONGEST = 200  # characters; more is no headcount
_BETWEEN = re.compile(r"[\s,，、;；/|和及与:：]+")


def people(text: str) -> int | None:
    """The number in a cell such as 3, 3人左右, 三名, 10-15 (the sure 10), 男2女3; else None."""
    told = plain(text[: _LONGEST + 1]).strip()
    found = _COUNT.match(told)
    if found:
        digits = found.group(1).replace(",", "")
        return int(digits) if len(digits) < 10 else None
    apart = _BY_SEX.match(told)
    if apart:
        return int(apart.group(1)) + int(apart.group(2))
    numeral = _NUMERAL.match(told)
    return number(numeral.group(1)) if numeral else None


def several(text: str) -> int | None:
    """The sum over the kinds of work in a cell, or the number that words stand around; else None.

    A total beside its parts counts alone; ages, hours and the like are no people.
    """
    if len(text) > _LONGEST:
        return None
    told = _SPELLED.sub(_figures, plain(_POINT.sub(" ", text)).strip())
    total = _TOTAL.search(told)
    if total:
        return int(total.group(1))
    told = _without_asides(re.sub(r"(?<=\d).?[,，、(]?\s*其中.*", "", told))
    parts = list(_PART.finditer(told))
    if any(map(str.isdigit, _PART.sub("", told))) or not parts:
        return None
    counts = [_count(part, told) for part in parts]
    if not any(counts) or None in counts:
        return None
    named = sum(bool(count) for count in counts) < 2 or _are_told_apart(parts, told)
    return sum(filter(None, counts)) if named else None


def _figures(numeral: re.Match[str]) -> str:
    return str(number(numeral.group()) or numeral.group())


def _without_asides(told: str) -> str:
    """普工(18-45岁)50人 without what stands in brackets; where all numbers do, without brackets."""
    outside = _ASIDE.sub("", told)
    return outside if re.search(r"\d", outside) else re.sub(r"[()]", "", told)


def _count(part: re.Match[str], told: str) -> int | None:
    """How many people a part asks for: 0 where it counts none, None where nobody can say."""
    if not part["unit"] and _MEASURED.match(told, part.end()):
        return 0
    before, each, _ = part["before"].rpartition("各")
    if _OF_EACH.search(part["before"]) or _MEASURED.match(told, part.end()):
        return None
    if not each:
        return int(part["least"])
    kinds = [kind for kind in _BETWEEN.split(before) if kind]
    times = 2 if before.strip() == "男女" else len(kinds)
    return times * int(part["least"]) if times > 1 else None


def _are_told_apart(parts: list[re.Match[str]], told: str) -> bool:
    """Whether each number has its word, or a plus or a new line stands between: not 50，5."""
    between = [part["before"] for part in parts[1:]]
    if all(re.search(r"[+\n]", text) for text in between):
        return True
    leads = _BETWEEN.sub("", parts[0]["before"])
    outer = parts[0]["before"] if leads else told[parts[-1].end() :]
    return all(_BETWEEN.sub("", text) for text in (outer, *between))


def is_vague(text: str) -> bool:
    """Whether it says "some" without a number."""
    return bool(_VAGUE.search(text))


def in_title(text: str) -> str:
    """A title that counts its people, 电工2名、焊工3名; "" where it counts none."""
    return text if _IN_TITLE.search(plain(text[:_LONGEST])) else ""


def in_prose(text: str) -> str:
    """The number behind 招聘人数 in running text, "" where there is none."""
    found = _IN_PROSE.search(text)
    return found.group(1) if found else ""
