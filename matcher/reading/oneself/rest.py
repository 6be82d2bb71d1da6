"""The rest days that a seeker asks for, or can live with."""

import re

from matcher.reading import rest
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Told, clauses

_NO_MATTER = re.compile(
    r"不要求|都\s?ok|均可|都成|不强求|可有可无|随便|无所谓|都可以|都行|不介意|不挑|都能?接受"
    r"|(?:不(?:要|是|想|能|接受|能接受|考虑|做|干|喜欢|想要)|拒绝|别|没有?)[^，。；]{0,5}(?:单休|大小"
    r"|月休)"
    r"|(?:\bnot?|n't) [a-z ]{0,30}(?:单休|大小周)"
    r"|双休[^，。；]{0,3}(?:不敢?想|不指望|不奢望|不强求|算了|别想)|双休日?(?:要|得|也要)?(?:干活"
    r"|上班|加班)|(?:单休|大小周)的?(?:不要|不行|不考虑|不接受|免谈"
    r"|别|除外|太累)"
)
# 大小周都行 takes it where no other rest is named to choose from.
_TAKES_IT = re.compile(
    r"(?:[双单]休|大小周|月休[^，。；]{1,3})也?[都也均皆](?:ok|可以?|成|行|能?接受)"
)
_KIND = re.compile(r"[双单轮调]休|单双|大小周|月休|做[六56]休")
_BEFORE = re.compile(
    r"之前|以前|原来|上家|上一?[份个]|前公司|现在(?!想|要|求|希望|只)|目前(?!想|要|希望)|一直"
)
_WISH = re.compile(
    r"想|希望|(?<!还)(?<!都)(?<!得)(?<!只)要|求|期望|最好|找|换|能|可|行|接受|就好|足够|优先|满足|want|need|prefer|look"
)
_WEEK = r"(?:每|一|1)?个?(?:周内?|星期|礼拜)"
_MUST = (
    r"(?:至少|起码|最起码|最少|能够?|要|得|可以|想|希望|给|让|固定|有|就|只要?|保证|必须|一定|最好"
    r"|正常|都|全|加起来|总共|合计|满|两天|2天|我|是|可){0,4}"
)
_FREE = r"(?:休息?|歇息?|放假|放|不(?:用|想|能|要)?(?:上班|干活|开工|上工))"
# A week of so many days off or at work, as people say it: 每周能歇一天, 一周干六天.
_OFF_A_WEEK = re.compile(
    rf"(?:{_WEEK}|周末){_MUST}(?:[轮调]流?)?(?:{_FREE}(?:个|上)?(?P<off>[12])[天日]"
    rf"|(?P<days>[12])[天日](?:{_FREE}"
    rf"|假))"
    rf"|{_WEEK}{_MUST}有(?P<few>[12])天(?:就|也|便)?[够行成可好]"
    r"|休(?:息)?(?P<back>[12])天[一1每]周|(?P<off_en>one|two|single|[12]) days? off(?: (?:a|per"
    r"|each|every) week)?(?! (?:a|per|each"
    r"|every) month)"
)
_AT_WORK = re.compile(
    rf"{_WEEK}{_MUST}(?:干|上|做|工作|上班)(?P<days>[56])[天日]|(?<![\d.])(?P<week>[56])天(?:班"
    rf"|工作(?!日志))"
    r"|(?:干|上|做)(?P<turn>[56])天休(?:息)?[12]天|(?P<days_en>five|six|[56]) days a week"
)
_SATURDAY = r"(?:周|星期|礼拜)[六6][、和跟与]?(?:周|星期|礼拜)?[日天]"
_OFF = re.compile(
    rf"(?:周末|(?<![\d一二三四五至到-])[六6]日|{_SATURDAY}){_MUST}{_FREE}(?![1一])"
    rf"|休息?[:：](?:周末|周[六6]周?[日天])|free weekends?\b|double weekends?\b"
    rf"|\bweekends? (?:free|off)\b"
    rf"|mon(?:day)?s? ?(?:to|-|through) ?fri|\bsat(?:urday)?s? ?(?:and|&|/) ?sun(?:day)?s? (?:off"
    rf"|free)"
    rf"|\b(?:no|without) (?:work(?:ing)? )?(?:on |at )?weekends?\b(?! off)"
    rf"|\b(?:can't|cannot|can not|don't|do not|won't|not) (?:(?:want|wish|like) to )?work"
    rf" (?:on |at )?(?:the )?weekends?\b"
)
_TWO_DAYS = re.compile(r"周[一二三四五](?:[和、]?周)?[二三四五六2-6]休(?![一二三四五六日天])")
_DAYS_A_MONTH = re.compile(
    rf"(?:每|一|1)?个?月{_MUST}(?:休息?|歇|放)满?(?P<days>\d|[两三四])(?:天|回|次)?"
    rf"|月[^，。；\d]{{0,5}}(?P<rests>[2-9])天的?休|(?<![^，,。；])(?P<only>[3-8])天休"
    rf"|月(?P<turns>[2-9])休|(?P<en>three"
    rf"|four|five|six|[3-9]) days off|休[^，。；\d]{{0,5}}(?P<few>[2-9])天(?:一|1|每)个?月"
    rf"|(?<!\d)(?P<named>[2-9])天(?:月休"
    rf"|假期?)"
)
_TIMES = {"两": "2", "三": "3", "四": "4"}  # 歇两回
# 周一休息, as in trades that work at weekends.
_ONE_DAY = re.compile(
    r"(?<![周期拜][一二三四五])(?:周|星期|礼拜)[一二三四五12345]休息?(?![一二三四五六日天1-7到至"
    r"、])"
    rf"|(?<![六6])(?<![六6][、和跟与])(?:周|星期|礼拜)[日天]{_MUST}{_FREE}|\bsundays? (?:off"
    rf"|free)\b"
)


# What no talk of rest does without, so that most clauses are passed over quickly.
_ANY_REST = re.compile(r"[休歇假班天日周期拜末]|off|day|week|month|fri")


def find(text: str) -> Reading[str] | None:
    """The rest wished for; what somebody has or had is no wish where a wish is told too."""
    seen = own_words(text)
    told_of: list[Reading[str]] = []
    is_choice = len(set(_KIND.findall(seen.text))) > 1
    for start, end in clauses(seen.text):
        if not _ANY_REST.search(seen.text, start, end):
            continue
        part = seen.text[start:end]
        found = rest.within(seen, start, end) or _said_otherwise(seen, start, end)
        if not found or (_BEFORE.search(part) and not _WISH.search(part)):
            continue
        if _NO_MATTER.search(part) and (is_choice or not _TAKES_IT.search(part)):
            continue
        if _WISH.search(part):
            return found
        told_of.append(found)
    return told_of[0] if told_of else None


def _said_otherwise(seen: Told, start: int, end: int) -> Reading[str] | None:
    """Rest in words that only a person uses."""
    if days := _DAYS_A_MONTH.search(seen.text, start, end):
        told = next(filter(None, days.groups()))
        return seen.reading(f"monthly:{_TIMES.get(told, told)}", days)
    if off := _OFF_A_WEEK.search(seen.text, start, end):
        is_one = next(filter(None, off.groups())) in ("1", "one", "single")
        return seen.reading("single" if is_one else "double", off)
    if work := _AT_WORK.search(seen.text, start, end):
        is_six = next(filter(None, work.groups())) in ("6", "six")
        return seen.reading("single" if is_six else "double", work)
    for words, value in ((_OFF, "double"), (_TWO_DAYS, "double"), (_ONE_DAY, "single")):
        if found := words.search(seen.text, start, end):
            return seen.reading(value, found)
    return None


def wants_weekend(text: str) -> bool:
    """Whether a person asks for free weekends."""
    found = find(text)
    return found is not None and found.value == "double"
