"""The rest days that a seeker asks for, or can live with."""

import re

from matcher.reading import rest
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Told, around, clauses

_NO_MATTER = re.compile(
    r"不要求|都\s?ok|均可|都成|不强求|可有可无|随便|无所谓|都可以|都行|不介意|不挑|都能?接受"
    r"|(?:不(?:要|想|能|接受|能接受|考虑|做|干|喜欢|想要)|拒绝|别|没有?)[^，。；]{0,5}(?:单休|大小"
    r"|月休)"
    r"|双休日?(?:要|得|也要)?(?:干活|上班|加班)|(?:单休|大小周)的?(?:不要|不行|不考虑|不接受|免谈|别|除外|太累)"
)
_BEFORE = re.compile(
    r"之前|以前|原来|上家|上一?[份个]|前公司|现在(?!想|要|求|希望|只)|目前(?!想|要|希望)|一直"
)
_WISH = re.compile(
    r"想|希望|要|求|期望|最好|找|换|能|可|行|接受|就好|足够|优先|满足|want|need|prefer|look"
)
_WEEKEND = re.compile(r"(?<!不)(?<!不要求)(?:周末(?:要|能)?休|双休|周六日休|做五休二)")
_OFF = re.compile(r"\bfree weekends?\b|\bweekends? free\b")
_TWO_DAYS = re.compile(r"周[一二三四五](?:[和、]?周)?[二三四五六2-6]休(?![一二三四五六日天])")
_DAYS_A_MONTH = re.compile(r"每?个?月(?:最少|至少|起码|最起码)(?:要|能)?休息?(?P<days>\d)天?")
# 周一休息, as in trades that work at weekends.
_ONE_DAY = re.compile(
    r"(?<![周期拜][一二三四五])(?:周|星期|礼拜)[一二三四五12345]休息?(?![一二三四五六日天1-7到至、])"
    r"|\bsundays? off\b"
)


def find(text: str) -> Reading[str] | None:
    """The rest wished for; what somebody has or had is no wish where a wish is told too."""
    seen = own_words(text)
    told_of: list[Reading[str]] = []
    for start, end in clauses(seen.text):
        part = seen.text[start:end]
        found = rest.within(seen, start, end)
        if not found or (_BEFORE.search(part) and not _WISH.search(part)):
            continue
        if _NO_MATTER.search(part):
            continue
        if _WISH.search(part):
            return found
        told_of.append(found)
    if told_of:
        return told_of[0]
    return _said_otherwise(seen)


def _said_otherwise(seen: Told) -> Reading[str] | None:
    """Rest in words that only a person uses."""
    if days := _DAYS_A_MONTH.search(seen.text):
        return seen.reading(f"monthly:{days['days']}", days)
    for words, value in ((_OFF, "double"), (_TWO_DAYS, "double"), (_ONE_DAY, "single")):
        if found := words.search(seen.text):
            return seen.reading(value, found)
    return None


def wants_weekend(text: str) -> bool:
    """Whether a person asks for free weekends."""
    seen = own_words(text).text
    places = clauses(seen)
    for wish in _WEEKEND.finditer(seen):
        start, end = around(places, wish.start())
        if not re.search(r"不要求|无所谓|都可以|都行", seen[start:end]):
            return True
    return False
