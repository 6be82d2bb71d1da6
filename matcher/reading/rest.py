"""The rest days a posting states: double, single, alternate, or so many days a month."""

import re

from matcher.reading.plain import plain, with_digits

_DOUBLE = re.compile(
    r"(?<![非无单])双休|[做上][五5]休[二两2]|周末休息|周六日休|周六周日休|五天[工八]|5天8小时"
    r"|五天制|5天工作制"
    r"|每?周休(?:息)?(?:两|二|2)天|朝九晚五|不用?加班双休"
)
_ALTERNATE = re.compile(r"大小周|单双休|大小休|隔周双休|单双周")
_SINGLE = re.compile(
    r"单休|[做上][六6]休[一1]|六天(?:工作)?制|6天(?:工作)?制|每?周休(?:息)?(?:一|1)天"
    r"|一周休(?:一|1)|周休(?:一|1)(?!-)|(?<!六)(?:周日|星期天|星期日)休息"
)
_MONTHLY = re.compile(
    r"(?:每|一个|1个|每个)?月(?:可|至少|带薪|公)?(?:轮)?休(?:息"
    r"|假)?[:：/]?\s*(\d{1,2})(?:-\d{1,2})?\s*(?:天|日)?"
)


def read(text: str) -> str | None:
    """`double`, `single`, `alternate` or `monthly:N`; None where nothing is said."""
    told = with_digits(plain(text))
    monthly = _MONTHLY.search(told)
    if _ALTERNATE.search(told):
        return "alternate"
    if _DOUBLE.search(told):
        return "double"
    if monthly and 1 <= int(monthly.group(1)) <= 15:
        return f"monthly:{int(monthly.group(1))}"
    return "single" if _SINGLE.search(told) else None


def days_a_month(rest: str | None) -> int | None:
    """Rest days a month that the reading comes to; None for None."""
    if rest is None:
        return None
    if rest.startswith("monthly:"):
        return int(rest.partition(":")[2])
    return {"double": 8, "alternate": 6, "single": 4}[rest]


def wants_weekend(text: str) -> bool:
    """Whether a person asks for free weekends."""
    told = plain(text)
    return bool(re.search(r"(?<!不)(?<!不要求)(?:周末(?:要|能)?休|双休|周六日休|做五休二)", told))
