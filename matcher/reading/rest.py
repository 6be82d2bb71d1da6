"""The rest days a posting states or a person wants: double, single, alternate, so many a month."""

import re

from matcher.reading.told import Reading, Told, told

_DOUBLE = re.compile(
    r"(?<![非无单不])双休(?!日[^，。；]{0,4}(?:值班|上班|加班|工作|教学|上课)"
    r"|日?[^，。；]{0,3}[一二三两\d]倍)"
    r"|[做上干作工][五5]休[二两2]|(?<!\d)[五5]休[二两2]"
    r"|(?<!\d\.)(?<!\d)[五5][天日](?:(?:工作)?制|工作日?|[x*×]?[七八78](?:\.5)?(?:个)?小时"
    r"|[八8]小?h)"
    r"|每?周(?:工作|上班|上)[五5]天|周末(?:必须|一定|得|固定|正常|可|能|要|均|都"
    r"|全)?休(?:息)?(?!日|息?1天)"
    r"|周六(?:、|和|,|周|日|星期)?(?:周)?[日天](?:都|均)?(?:固定|正常|都|均|全)?(?:能|可以|要"
    r"|得)?休(?:息)?"
    r"|每?(?:周|星期|礼拜)(?:可|固定|轮|调|排)?休(?:息)?(?:两|二|2)[天日]|周休(?:二|两|2)日?"
    r"|休(?:息)?[2两]天/周|每周(?:工作|上班)[^。；;\n]{0,14}休(?:息)?[2两]天"
    r"|休周末|(?:周|星期)一(?:至|到|-)(?:周|星期)?五(?![^。；;\n]{0,40}(?:周|星期)六"
    r"|[^，。；;\n]{0,12}(?:面试|报到|联系|加班))"
    r"|(?<=[，,；;])\s{0,2}[五5]天(?=[，,；;。\n])|(?:two|2) days off(?! (?:a|per|each"
    r"|every) month)|weekends (?:are )?(?:off|free)|saturdays? and sundays? (?:are )?(?:off|free)"
    r"|(?:five|5)[- ]days? week"
    r"|(?:five|5)-day(?! (?:holiday|trip|course|training))|(?:five|5) days (?:a|per|each) week"
)
_ALTERNATE = re.compile(
    r"大小(?:轮|\s)?[周休]|大小礼拜|单双(?:周)?轮休|单双休(?!都|均|皆)|隔周双休|单双周|单休双休轮|双休单休轮"
    r"|(?:一周)?单休(?:一周)?双休(?:交替|轮)"
    r"|5\.5天|[五5]天半|隔周休|(?:alternate|every other) (?:saturday|weekend)"
)
_SINGLE = re.compile(
    r"(?<![非不])单休|[做上干作工][六6]休[一1]|(?<!\d)[六6]休[一1]"
    r"|(?<![\d.])[六6][天日](?:(?:工作)?制|[x*×]?(?:[七八九十789]|1[0-2])(?:\.5)?(?:个)?小时)"
    r"|每?周(?:工作|上班|上)?[六6]天(?!\d)|每?(?:周|星期|礼拜)(?:可|固定|轮)?休(?:息)?(?:一"
    r"|1)[天日]"
    r"|一周休(?:一|1)|周休(?:一|1)(?![-\d])|休(?:息)?[1一]天/周|每周(?:有)?[1一]天(?:轮|调)?休"
    r"|每周休(?:息)?(?:星期天|星期日|周日|礼拜天)"
    r"|(?<!六)(?<!六、)(?<!六和)(?<!六,)(?:每周|每个?星期|固定)?(?:周日|周天|星期天|星期日"
    r"|礼拜天)(?:固定|正常|全天|公|必须|一定|都|要|得|能|可以)?休(?:息|假)?"
    r"|(?<!saturday and )(?<!saturdays and )(?:every )?sundays? (?:is |are )?(?:off|free)"
    r"|(?:six|6) days (?:a|per|each) week|(?:one|1) day off (?:a|per|each|every) week"
    r"|(?:周|星期)一(?:至|到|-)(?:周|星期)?六(?:上班)?|(?<=[，,；;])\s{0,2}[六6]天(?=[，,；;。\n])"
)
_MONTH = r"(?:每|一个|1个|每个|当)?月"
_MONTHLY = re.compile(
    rf"{_MONTH}(?:可|可以|能|给|让|要|想|希望|至少|带薪|公|有|享有?|享受|固定|自由|弹性|自主|灵活"
    rf"|调|排){{0,3}}(?:轮|调|排)?休(?:息|假)?(?:日|天数|不少于|不低于"
    rf"|至少)?[:：/]?\s*(?P<a>\d{{1,2}})"
    r"(?:\s*(?:-|到|至|、|或)\s*\d{1,2})?\s*(?:天|日"
    r"|班)?(?!\d|薪|小时)"
    rf"|{_MONTH}(?:可|有|享有?|享受"
    rf"|带薪)?\s*(?P<b>\d{{1,2}})\s*(?:-\s*\d{{1,2}}\s*)?[天日](?:的)?(?:带薪|轮|公|可)?(?:休"
    rf"|假期?|假日)"
    r"|(?P<c>\d{1,2})\s*(?:-\s*\d{1,2}\s*)?天(?:/月|每月)?(?:带薪)?休(?:班|息/月|/月|假/月)"
    r"|(?<![^，,；;。\n])\s{0,2}(?:可|能|只要|至少)?休(?:息)?(?P<e>[2-8])天(?:就[行够好]了?"
    r"|以上)?(?![^，,；;。\n])"
    r"|(?P<f>\d) (?:days off|rest days) (?:a|per|each|every) month"
    r"|(?:days off|rest days): ?(?P<g>\d) (?:a|per|each|every) month"
    r"|休(?:息)?(?P<d>\d{1,2})\s*(?:-\s*\d{1,2}\s*)?"
    r"天/(?:每)?月"
)
# 2个白班2个晚班，休息2天: a turn of shifts, not a month.
_OF_SHIFTS = re.compile(r"\d个?[白夜晚中早]班[^。；;\n]{0,12}$")
_MOST = 15


def read(text: str) -> str | None:
    """`double`, `single`, `alternate` or `monthly:N`; None where nothing is said."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[str] | None:
    """The rest stated and the words that state it; what is kindest to plan by goes first."""
    seen = told(text)
    return within(seen, 0, len(seen.text))


def within(seen: Told, start: int, end: int) -> Reading[str] | None:
    """The rest stated in one stretch of the text."""
    part = seen.text[start:end]
    for pattern, value in ((_ALTERNATE, "alternate"), (_DOUBLE, "double")):
        found = pattern.search(part)
        if found:
            return seen.reading(value, (start + found.start(), start + found.end()))
    for found in _MONTHLY.finditer(part):
        days = int(next(filter(None, found.groups())))
        of_shifts = found["e"] and _OF_SHIFTS.search(part[: found.start()])
        if 1 <= days <= _MOST and not of_shifts:
            return seen.reading(f"monthly:{days}", (start + found.start(), start + found.end()))
    found = _SINGLE.search(part)
    return seen.reading("single", (start + found.start(), start + found.end())) if found else None


def days_a_month(rest: str | None) -> int | None:
    """Rest days a month that the reading comes to; None for None."""
    if rest is None:
        return None
    if rest.startswith("monthly:"):
        return int(rest.partition(":")[2])
    return {"double": 8, "alternate": 6, "single": 4}[rest]
