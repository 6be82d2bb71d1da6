"""Sums that are not the pay: allowances, counts, dates, rates per piece, numbers of no money."""

import re

from matcher.domain.terms import PayUnit
from matcher.reading import pay_words as words
from matcher.reading.sums import DAILY_TOP, Sum

HOURLY_TOP = 100
_ROUND_TOP = 80_000  # more is not taken for pay where nothing says that it is money
_ROUND_LEAST = 1500
_ALONE_TOP = 30_000
_ODD_FROM = 20_000
# 旅游基金 2000元 and 学费，5000元 name what the sum is for.
_APART = re.compile(r"(?:^|(?<![费金奖人险励款贷卡礼补价每，,。；;\n\s])[，,。；;\n\s]{1,2})$")
_APART_BEHIND = re.compile(r"(?:[，,。；;\n\s]|\+(?!\d)|$)")
_COUNTED = r"\s*(?!(?:with|plus|and|net|gross|incl|depend|before|after)[a-z]*\b)[a-z㎡年字名家种]"
_LONGEST_TITLE = 40
_TITLE_LEAST = 2000
# 文员(5000+双休), and not 客服(5000+客户).
_PERK_BEHIND = re.compile(
    r"^\+?\s?(?:提成|双休|单休|大小周|周末|[五六]险|社保|包[吃住食]|奖|绩效|高?提|年底|年终|带薪|朝|早9|[)】/])"
)
_NO_TITLE_SUM = re.compile(r"^\s?(?:视频|超清|高清|电视|显示|屏|摄|影|画)")


def is_no_pay(money: Sum) -> bool:
    """Whether the words around a sum say that it is something else."""
    if re.search(
        r"[\d.a-z#$€£座栋幢厦]$|\d:$|(?<![a-z])(?:iso|gb|hsk|level) $", money.before
    ) or _counts_else(money):
        return True
    if words.PER_PIECE.match(money.behind) or words.PER_PIECE.match(money.after):
        return True
    if _is_date(money) or _is_odd(money) or words.ASIDE.search(money.lead) or _is_lure(money):
        return True
    return bool(
        (words.EXTRA.search(money.clause) and not _sums_up(money))
        or (words.EXTRA_AFTER.match(money.after) and not _commission_apart(money))
        or words.EXTRA_BEFORE.search(money.before)
        or words.EXTRA_IN_ENGLISH.search(money.clause)
        or words.EXTRA_IN_ENGLISH_AFTER.match(money.trail)
        or words.ADDED.search(money.before)
    )


def _counts_else(money: Sum) -> bool:
    """Whether it counts people, hours or points: 3、 is a point, but 5-8k、 a sum of a list."""
    counted = words.OTHER_COUNT.match(money.after)
    if counted is None or money.found["yuan"]:
        return False
    return counted.group() != "、" or not (money.scale and money.high is not None)


def is_money(money: Sum, unit: PayUnit | None, named: bool, alone: bool) -> bool:
    """Whether the words around make the number money that is paid for work."""
    if unit is not None or (named and (alone or money.has_sign or money.low >= DAILY_TOP)):
        return True
    if alone:
        return money.has_sign or _bare(money)
    if _titled(money):
        return True
    if money.high is not None:
        even = money.low % 100 == 0 and money.high % 100 == 0
        in_reach = _ROUND_LEAST <= money.low < money.high <= min(_ROUND_TOP, 4 * money.low)
        return even and in_reach and not _bare_count(money)
    if _a_point(money) or re.match(r"(?:元|块)?(?:起(?!步|点|订|送|拍|征)|左右)", money.after):
        return money.low % 100 == 0 and _ROUND_LEAST <= money.low <= _ROUND_TOP
    return _stands_alone(money)


def _stands_alone(money: Sum) -> bool:
    """普工，5500元，包吃住: a round sum in yuan with nothing said of it before or behind."""
    in_reach = money.low % 100 == 0 and _ROUND_LEAST <= money.low <= _ALONE_TOP
    is_apart = _APART.search(money.before) and _APART_BEHIND.match(money.after)
    return bool(in_reach and is_apart and re.search(r"[元块]$", money.found.group()))


def _titled(money: Sum) -> bool:
    """15k招前端, 文员(5000+双休): a title, which is a first line, has no room for 月薪."""
    end = money.found.string.find("\n")
    if not (money.found.end() <= end <= _LONGEST_TITLE and money.low >= _TITLE_LEAST):
        return False
    if money.scale in ("k", "千"):
        return not _NO_TITLE_SUM.match(money.after)
    is_added = bool(money.found["plus"]) or money.after.startswith("+")
    return money.low % 100 == 0 and is_added and bool(_PERK_BEHIND.match(money.after))


def _commission_apart(money: Sum) -> bool:
    """底薪4000-8000 提成15元: what stands behind a blank is another sum."""
    return money.found.group().endswith(" ") and money.after.startswith("提成")


def _is_odd(money: Sum) -> bool:
    """A large number with units and no sign of money: a code, or two numbers run together."""
    return money.low >= _ODD_FROM and money.low % 10 > 0 and not money.has_sign


def _is_lure(money: Sum) -> bool:
    lure = money.high is None and words.LURE.search(money.before)
    return bool(lure or words.LATER.search(money.before))


def _sums_up(money: Sum) -> bool:
    """工资+绩效+补贴(5000-8000元): a range in brackets is what all before comes to."""
    clause = money.clause
    in_brackets = "+" in clause and clause.endswith("(") and not clause.endswith("提成(")
    return in_brackets and money.high is not None and money.low >= DAILY_TOP


def _is_date(money: Sum) -> bool:
    """成立于2013年, or the sum of a condition: 月收入超过5万时，."""
    year = re.fullmatch(r"(?:19|20)\d\d", money.found.group()) and money.after.startswith("年")
    clock = float(money.found["low"].replace(",", "")) < HOURLY_TOP and money.after.startswith(":")
    return bool(year or clock or re.match(r"时[，,]", money.after)) or _is_stretch(money)


def _is_stretch(money: Sum) -> bool:
    """From 2010 to 2015: years, unless both are round or something says that it is money."""
    ends = (money.low, money.high or 0)
    in_reach = all(1950 <= end <= 2050 for end in ends)
    return in_reach and not money.has_sign and any(end % 50 for end in ends)


def _a_point(money: Sum) -> bool:
    """Whether the amount is all that a point of a list says: 3、3800；."""
    return bool(
        re.search(r"·\s{0,2}$", money.before[-4:])
        and re.match(r"\s{0,2}(?:[；;。\n]|$)", money.after)
    )


def _bare_count(money: Sum) -> bool:
    return not money.found["yuan"] and bool(re.match(_COUNTED, money.after))


def _bare(money: Sum) -> bool:
    return money.low >= DAILY_TOP and not re.match(r"\s*[年\d]", money.after)
