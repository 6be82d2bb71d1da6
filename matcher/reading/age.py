"""The age a posting names: shown as a flag to the firm, never used to rank."""

import re

from matcher.reading.told import Reading, told, unnumbered

Ages = tuple[int | None, int | None]

_N = r"(?<![\d.])(\d\s?\d)(?![\d%])"
_YEARS = r"\s?(?:周岁|周|岁|_岁|years? old)"
_RANGE = re.compile(
    rf"{_N}{_YEARS}?\s?(?:\(含\))?\s?_?(?:-|到|至|~|、"
    rf"|_){{1,2}}\s?(?:\(含\))?(?<![\d.])(\d\s?\d)(?![\d%])(?:_?{_YEARS}|多(?=[，,]))"
    rf"|年龄(?:要求|范围|限制|段|区间)?\s?(?:在|为|是|需)?[:：;；]?\s?(?:男女|男|女"
    rf"|不限)?{_N}\s?(?:周?岁)?\s?(?:-|到|至)\s?(\d\s?\d)(?![\d%])"
    rf"|(?<![a-z] )(?:aged?|ages)[:\s]{{1,3}}(?:between )?{_N}\s?(?:-|to|and)\s?(\d\d)"
    rf"|age (?:requirement|limit|range)s?: ?{_N}\s?(?:-|to)\s?(\d\d)"
    rf"|between {_N} and (\d\d) years? (?:old|of age)"
    r"|(?<![\d.])(\d\d)-(\d\d)(?:多|左右)(?=[，,])"
)
_MOST = re.compile(
    rf"{_N}{_YEARS}(?:\(含\)|\(含\d\d(?:周?岁)?\))?\s?(?:及|或|含)?(?:其)?(?:以下|以内|之内|之下"
    rf"|内(?!容|外|部))"
    rf"|(?:under|below|up to|not over|no older than) {_N} years? (?:old|of age)"
    rf"|(?:aged?|ages|age of) ?:?(?:under|below|up to|not over) {_N}"
    rf"|(?:maximum age|oldest age|age up to)(?: is| of)?:? ?{_N}"
    rf"|(?:under|below) the age of {_N}"
    rf"|(?:不超过|不大于|不高于|小于|低于|不得超过|未满|≤|<|至多|最大)\s?{_N}{_YEARS}"
    rf"|年龄(?:要求|上限|限制)?(?:在|不超过|≤|<|:|：|至|到|为)?\s?{_N}\s?(?:周?岁)?(?:及"
    rf"|或)?(?:以下|以内|之内|前)"
    rf"|年龄(?:要求|上限|限制)?(?:不超过|≤|<|不大于)\s?{_N}"
)
_LEAST = re.compile(
    rf"{_N}{_YEARS}(?:\(含\))?\s?(?:及|或|含)?(?:其)?(?:以上|起(?!点))"
    rf"|(?:年满|满|不低于|不小于|大于|(?<!不)(?<!不得)超过|≥|>)\s?{_N}{_YEARS}"
    rf"|(?:over|above|at least|older than) {_N} years? (?:old|of age)|{_N} years? or older"
    r"|(?<![\d.])(1[68])以上(?=[\s，,。；]|$)"
    rf"|年龄(?:要求)?(?:在|≥|>|:|：|满)?\s?{_N}\s?(?:周?岁)?(?:及|或)?(?:以上)"
)
_OTHERS = re.compile(
    r"平均|客户|用户|学员|儿童|孩子|宝宝|幼儿|学生|老人|人群|患者|会员|受众|消费者|带过|放宽"
    r"|超过|超出"
)
_OTHERS_AFTER = re.compile(
    r"^(?:左右)?(?:的)?(?:客户|用户|学员|儿童|孩子|宝宝|幼儿|小朋友|老人|人群|患者|学生|女性"
    r"|消费|青少年|会员|婴|老年)|^[^，。；\n]{0,4}(?:均可放宽|勿)"
)
_YOUNGEST, _OLDEST = 15, 75
_NOTED = 8


def find(text: str) -> Reading[Ages] | None:
    """The youngest and oldest age a posting names; None on a side that is open."""
    seen = told(text)
    line = unnumbered(seen.text)
    ranges = [each for each in _RANGE.finditer(line) if _is_theirs(line, each)]
    spoken = [(_ages(each), each) for each in ranges]
    spoken = [(pair, each) for pair, each in spoken if _plausible(pair)]
    if spoken:
        lows = [pair[0] for pair, _ in spoken if pair[0]]
        highs = [pair[1] for pair, _ in spoken if pair[1]]
        return seen.reading((min(lows), max(highs)), *(each for _, each in spoken))
    most = _first(line, _MOST)
    least = _first(line, _LEAST)
    places = [each for each in (least, most) if each]
    if not places:
        return None
    pair = (_number(least) if least else None, _number(most) if most else None)
    if pair[0] and pair[1] and pair[0] > pair[1]:
        return None
    return seen.reading(pair, *places)


def _first(text: str, pattern: re.Pattern[str]) -> "re.Match[str] | None":
    for found in pattern.finditer(text):
        if _is_theirs(text, found) and _YOUNGEST <= _number(found) <= _OLDEST:
            return found
    return None


def _is_theirs(text: str, found: "re.Match[str]") -> bool:
    """Whether the age is that of who is sought, not of customers or children."""
    before = re.split(r"[，,。；;\n]", text[max(0, found.start() - _NOTED) : found.start()])[-1]
    return not (_OTHERS.search(before) or _OTHERS_AFTER.match(text[found.end() : found.end() + 8]))


def _ages(found: "re.Match[str]") -> tuple[int, int]:
    low, high = (int(group.replace(" ", "")) for group in found.groups() if group)
    return low, high


def _number(found: "re.Match[str]") -> int:
    return int(next(filter(None, found.groups())).replace(" ", ""))


def _plausible(pair: tuple[int, int]) -> bool:
    return _YOUNGEST <= pair[0] <= pair[1] <= _OLDEST
