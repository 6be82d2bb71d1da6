"""Amounts of money in plain text, each with its unit and how much it looks like the pay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain.terms import PayUnit
from matcher.reading import pay_units as units
from matcher.reading import pay_words as words
from matcher.reading.no_pay import is_money, is_no_pay
from matcher.reading.sums import Sum, sums
from matcher.reading.told import Span

BASE_WORTH = 6
TRIAL_WORTH = 10
FAR_TRIAL_WORTH = 5
BOAST_WORTH = 8
SETTLED_WORTH = 2
LONG_WORTH = 4  # a month's sum tells more than an hour's


@dataclass(frozen=True)
class Amount:
    """An amount in yuan per unit, named or guessed; `worth`: how much it looks like the pay."""

    worth: int
    unit: PayUnit
    low: float | None
    high: float | None
    is_base: bool
    span: Span  # in the plain text


def amounts(text: str, *, alone: bool) -> Iterator[Amount]:
    """Every amount that may be pay; `alone` says that the text speaks of nothing but pay."""
    for money in sums(text):
        amount = None if is_no_pay(money) else _judge(text, money, alone)
        if amount is not None:
            yield amount


def _judge(text: str, money: Sum, alone: bool) -> Amount | None:
    named_unit = units.named(money)
    unit = named_unit or units.guess(money.low, money.high, in_wan=money.in_wan)
    behind = words.BASE_BEHIND.match(money.after)
    is_base = bool(words.BASE.search(money.before) or behind)
    is_whole = bool(words.WHOLE.search(money.before))
    is_total = words.TOTAL.search(_near(money, alone)) or words.TOTAL_BEHIND.match(money.after)
    named = is_whole or is_base or bool(is_total)
    if not (is_money(money, named_unit, named, alone) and units.plausible(money, unit)):
        return None
    worth = 4 * named + 3 * (money.high is not None) + 2 * (named_unit is not None) + 1
    worth += 3 * is_whole - BASE_WORTH * is_base
    worth += LONG_WORTH * (unit in (PayUnit.MONTH, PayUnit.YEAR))
    worth += _by_the_way(money)
    low, high = _bounds(money, is_base, bool(behind))
    if (is_base and "提成" in text) or (money.found["plus"] and money.high is None):
        high = None
    return Amount(worth, unit, low, high, is_base, (money.found.start(), _end(money)))


def _near(money: Sum, alone: bool) -> str:
    """Where the name of the pay may stand before a sum."""
    if alone or (money.in_wan and money.high is not None):  # 薪酬可谈，参考为80-120万
        return money.before
    return re.split(r"[，,。；;]|(?<!:)\n(?=.)", money.before)[-1]


def _by_the_way(money: Sum) -> int:
    """How much the words of trial, of its end and of boasting take or give."""
    is_trial = bool(words.TRIAL.search(money.before))
    trial = TRIAL_WORTH * is_trial or FAR_TRIAL_WORTH * _before_the_trial_ends(money)
    boast = BOAST_WORTH * bool(words.BOAST.search(money.lead))
    return SETTLED_WORTH * bool(words.SETTLED.search(money.before)) - trial - boast


def _before_the_trial_ends(money: Sum) -> bool:
    """Whether the last stage named before a sum is the trial, and its end follows."""
    stages = [*words.STAGES.finditer(money.lead)]
    return bool(stages and stages[-1]["trial"] and "转正" in money.trail)


def _end(money: Sum) -> int:
    for _, behind in words.UNITS:
        unit = behind.match(money.behind)
        if unit:
            return money.found.end() + max(0, unit.end() - len(money.sign))
    return money.found.end()


def _bounds(money: Sum, is_base: bool, base_behind: bool) -> tuple[float | None, float | None]:
    low, high = money.low, money.high
    after = money.after.replace("底薪", "", 1) if base_behind else money.after
    if words.ON_TOP.match(f" {after}" if money.found.group().endswith(" ") else after) or (
        is_base and re.search(r"^[^。；\n]{0,14}(?:提成|绩效|奖金|加班|计件)", after)
    ):
        return low, None
    if high is not None:
        return low, high
    if words.OPEN_BOTTOM.match(after):
        return None, low
    is_open = is_base or words.OPEN_TOP.match(after) or words.AT_LEAST.search(money.before)
    return low, None if is_open else low
