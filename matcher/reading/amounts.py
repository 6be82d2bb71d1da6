"""Amounts of money in plain text, each with its unit and how much it looks like the pay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain.terms import PayUnit
from matcher.reading.told import Span

HOURLY_TOP = 100
DAILY_TOP = 1000
YEARLY_FROM = 50_000
BASE_WORTH = 6
TRIAL_WORTH = 7

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:万|w(?![a-z])|千|k(?![a-z]))?"
_YUAN = r"(?:元|块钱?|rmb|¥|yuan|cny)?"
# A plus that leaves the amount open, not one that adds a bonus to it.
_PLUS = (
    r"\+(?!\+?\s{0,2}[^，。；;\n+]{0,6}(?:奖|提成|提佣|补|绩|险|假|餐|包[吃住食]|津|全勤|业"
    r"|分红|休|福利|股|抽成|加班|佣))"
)
_EACH = r"(?:元?/|每|一|1(?=天)|元|块|per |a )+"
_PER = rf"(?:{_EACH}|·)?"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})(?P<plus>{_PLUS})?\s{{0,3}}(?P<ls>{_SCALE}){_YUAN}(?:/(?:月|年|天|小时"
    rf"|h))?"
    rf"(?:\s{{0,3}}(?:-|到|至)\s{{0,3}}[¥]?(?P<high>{_NUMBER})\s{{0,3}}(?P<hs>{_SCALE}))?"
    rf"(?P<yuan>{_YUAN})"
)
_LEAD = 14  # characters before an amount in which its name may stand
_TOTAL = re.compile(
    r"综合|月入|月均|到手|收入|月薪|薪资|薪酬|工资|待遇|年薪|时薪|日薪|薪水|转正|月工资|税前"
    r"|税后|计件|底薪|保底|薪金|年入|salary|pay|wage|income"
)
_WHOLE = re.compile(
    r"综合|月入|月均|到手|总收入|平均收入|月收入|年收入|薪资范围|年薪|平均工资|总工资"
)
_BASE = re.compile(
    r"(?:底薪|保底(?:工资|薪资)?|基本(?:工资|薪资)(?:范围)?|基础工资|无责|base)[^\d，。；]{0,6}$"
)
_BASE_BEHIND = re.compile(r"^(?:元|块)?的?(?:无责)?底薪")
_AT_LEAST = re.compile(r"(?:≥|>=?|不低于|不少于|至少|最低|最少|起码|不止)[^\d，。；]{0,5}$")
_EXTRA = re.compile(
    r"(?:补贴|津贴|补助|奖|加班工资|全勤|餐补|房补|车补|话补|餐费|报销|押金|红包|返费|介绍费"
    r"|提成|社保|公积金|礼金"
    r"|扣|罚|满|工龄|年资|分红|加班费?|加班|注册资[金本]|投资|产值|营业额|销售额|业绩|流水|预算"
    r"|粉丝|单价|客单价?|额度|贷款|成本|规模"
    r"|预支|资产|年产|高温费|过节费|抽成|培训费|服务费|体检费|房租|租金|水电费?|交通费?|每单"
    r"|单量|一单|首月|第[一1]个?月|补到|工时费|价值|额外|市值|个人收入|增加|上浮|递增|上涨"
    r"|每年加|加薪"
    r"|融资|保险|意外险|生活费)"
    r"(?:(?!综合|月薪|薪资|薪酬|工资|收入|待遇|月入|到手)[^\d，,。；;\n]){0,6}$"
)
_TRIAL = re.compile(
    r"(?:试用|实习|见习)期?(?:内|间)?(?:综合|月均|平均|每月)?(?:月薪|薪资|工资|底薪|薪酬)?"
    r"[^\d，,。；;\n]{0,6}$"
)
_EXTRA_AFTER = re.compile(
    r"^\s*(?:的|元|块)?(?:/[月天日人年])?(?:的)?(?:补贴|津贴|补助|奖|餐补|房补|红包|返费|押金"
    r"|全勤|生活费|工龄|话费|油补|车补|封顶的|提成|过节)"
)
_OTHER_COUNT = re.compile(
    r"^(?:、|个?小时(?!工)|人(?!走|均)|名|岁|周岁|厘米|cm|公斤|kg|斤|%|％|个|点|号|楼|层|平|米"
    r"|次|家"
    r"|期|位|:|：|班|薪(?!资)"
    r"|险|险一金|强|届|间|台|套|套餐|小时工作|年以上|年经验|后|多人|余|粉|用户|册|吨|件|条|门店"
    r"|亩|㎡|m|部|种|单(?!休)|票)"
)
_PER_PIECE = re.compile(
    r"^\s*(?:元|块)?(?:/|每|一)(?:单|件|票|家|人|台|套|次|餐|顿|趟|车|斤|吨|米|㎡|平|节|课时|位"
    r"|套房|包|箱|条|户|桌|例|条)"
)
_UNITS = (
    (PayUnit.HOUR, re.compile(rf"^\s*{_EACH}\s?(?:个?小时|h(?![a-z])|hr|hour|时(?!间)|工时)")),
    (PayUnit.DAY, re.compile(rf"^\s*{_EACH}\s?(?:天|日(?!期)|工日|day)")),
    (PayUnit.YEAR, re.compile(rf"^\s*(?:(?:{_EACH}|·)\s?年(?!以上|经验)|年薪|{_EACH}year)")),
    (PayUnit.MONTH, re.compile(rf"^\s*{_PER}\s?(?:个?月|month)")),
)
_UNITS_BEFORE = (
    (PayUnit.HOUR, re.compile(r"(?:时薪|小时工资?|每小时|一小时|小时工:?|hourly)[^\d]{0,4}$")),
    (
        PayUnit.DAY,
        re.compile(r"(?:日薪|日工资|日结(?:工资)?|每天|一天|日均|平均日薪可?达?)[^\d]{0,4}$"),
    ),
    (PayUnit.YEAR, re.compile(r"(?:年薪|每年|一年|年收入|年入|年总收入)[^\d]{0,6}$")),
    (
        PayUnit.MONTH,
        re.compile(
            r"(?:月薪|月入|月均|每月|一个月|月工资|月收入|工资|月综合|月到手|月)[^\d]{0,6}$"
        ),
    ),
)
_OPEN_TOP = re.compile(
    r"^\s*(?:元|块)?(?:/?每?(?:个?月|天|年|小时|h))?\s*(?:或|及)?(?:以上|起(?!步?价)"
    r"|\+(?!\s{0,2}[\u4e00-\u9fff])|往上|打底|保底|不封顶)"
)
_ON_TOP = re.compile(
    r"^\s*(?:元|块)?(?:/?每?(?:个?月|天|年))?\s{0,2}[)）]?\s{0,2}(?:\+{1,2}|加)\s{0,2}"
    r"[^，。；;\n]{0,12}(?:提成|绩效|计件|抽成|分成|佣金|业绩)"
)
_OPEN_BOTTOM = re.compile(r"^\s*(?:元|块)?(?:/月)?(?:以下|以内|封顶)")


@dataclass(frozen=True)
class Amount:
    """An amount in yuan per unit (None: not named); `worth` says how much it looks like the pay."""

    worth: int
    unit: PayUnit | None
    low: float | None
    high: float | None
    is_base: bool
    span: Span  # in the plain text


def amounts(text: str, *, alone: bool) -> Iterator[Amount]:
    """Every amount that may be pay; `alone` says that the text speaks of nothing but pay."""
    for found in _AMOUNT.finditer(text):
        amount = _judge(text, found, alone)
        if amount is not None:
            yield amount


def guess(amount: float) -> PayUnit:
    """The unit of an amount that names none: nobody at a fair offers such sums for another."""
    if amount <= HOURLY_TOP:
        return PayUnit.HOUR
    if amount < DAILY_TOP:
        return PayUnit.DAY
    return PayUnit.YEAR if amount >= YEARLY_FROM else PayUnit.MONTH


def _judge(text: str, found: re.Match[str], alone: bool) -> Amount | None:
    before = text[max(0, found.start() - _LEAD) : found.start()]
    after = text[found.end("yuan") : found.end("yuan") + 14]
    if _is_no_pay(before, found, after):
        return None
    low, high = _scaled(found)
    unit = _unit(before, found, after, high or low)
    is_base = bool(_BASE.search(before)) or bool(_BASE_BEHIND.match(after))
    if _BASE_BEHIND.match(after):
        after = after.replace("底薪", "", 1)
    near = before if alone else re.split(r"[，,。；;]|\n(?=.)", before)[-1]
    named = bool(_TOTAL.search(near)) or is_base
    if not _is_money(found, unit, named, alone, after):
        return None
    if not _plausible(low, high, unit):
        return None
    worth = 4 * named + 3 * (high is not None) + 2 * (unit is not None) + 1
    worth += 3 * bool(_WHOLE.search(before)) - BASE_WORTH * is_base
    worth -= TRIAL_WORTH * bool(_TRIAL.search(before))
    low_end, high_end = _bounds(low, high, before, after, is_base)
    if is_base and "提成" in text:
        high_end = None
    if found["plus"] and found["high"] is None:
        high_end = None
    return Amount(worth, unit, low_end, high_end, is_base, (found.start(), _end(found, after)))


def _end(found: re.Match[str], after: str) -> int:
    tail = found["yuan"][:1] + after
    for _, behind in _UNITS:
        unit = behind.match(tail)
        if unit:
            return found.end("yuan") + max(0, unit.end() - len(found["yuan"][:1]))
    return found.end("yuan")


def _is_no_pay(before: str, found: re.Match[str], after: str) -> bool:
    if re.search(r"[\d.a-z#]$|\d:$", before) or (_OTHER_COUNT.match(after) and not found["yuan"]):
        return True
    if _PER_PIECE.match(found["yuan"][:1] + after) or _PER_PIECE.match(after):
        return True
    clause = re.split(r"[，,。；;\n]", before)[-1]
    return bool(_EXTRA.search(clause) or _EXTRA_AFTER.match(after))


def _is_money(
    found: re.Match[str], unit: PayUnit | None, named: bool, alone: bool, after: str
) -> bool:
    """Whether the words around make the number money that is paid for work."""
    scaled = bool(found["ls"] or found["hs"])
    low, high = _scaled(found)
    if unit is not None or (named and (alone or scaled or found["yuan"] or low >= DAILY_TOP)):
        return True
    if alone:
        return bool(found["yuan"]) or scaled or _bare(low, after)
    if high is not None:
        even = low % 100 == 0 and high % 100 == 0
        return even and 1500 <= low < high <= 80_000 and high <= 4 * low and not _bare_count(after)
    if re.match(r"(?:元|块)?起(?!步|点|订|送|拍)", after):
        return low % 100 == 0 and 1500 <= low <= 80_000
    return bool(found["yuan"]) and low >= DAILY_TOP


def _bare_count(after: str) -> bool:
    return bool(re.match(r"\s*[a-z㎡年字名家种]", after))


def _bounds(
    low: float, high: float | None, before: str, after: str, is_base: bool
) -> tuple[float | None, float | None]:
    if _ON_TOP.match(after) or (
        is_base and re.search(r"^[^。；\n]{0,14}(?:提成|绩效|奖金|加班|计件)", after)
    ):
        return low, None
    if high is not None:
        return low, high
    if _OPEN_BOTTOM.match(after):
        return None, low
    is_open = is_base or _OPEN_TOP.match(after) or _AT_LEAST.search(before)
    return low, None if is_open else low


def _scaled(found: re.Match[str]) -> tuple[float, float | None]:
    low = float(found["low"].replace(",", ""))
    low_scale = _factor(found["ls"])
    if found["high"] is None:
        return low * low_scale, None
    high, high_scale = float(found["high"].replace(",", "")), _factor(found["hs"])
    if not found["ls"] and found["hs"] and low < DAILY_TOP:
        low_scale = high_scale
    if not found["hs"] and found["ls"] and high < DAILY_TOP:
        high_scale = low_scale
    low, high = low * low_scale, high * high_scale
    return (high, low) if low > high else (low, high)


def _factor(scale: str) -> float:
    return {"万": 10_000.0, "w": 10_000.0, "千": 1_000.0, "k": 1_000.0}.get(scale, 1.0)


def _unit(before: str, found: re.Match[str], after: str, amount: float) -> PayUnit | None:
    inside = found.group()[: found.end("yuan") - found.start()]
    for sign, spelled in (("/小时", PayUnit.HOUR), ("/天", PayUnit.DAY), ("/年", PayUnit.YEAR)):
        if sign in inside:
            return spelled
    tail = found["yuan"][:1] + after
    for unit, behind in _UNITS:
        if behind.match(tail) and fits(unit, amount):
            return unit
    clause = re.split(r"[，。；;\n]", before)[-1]
    for unit, ahead in _UNITS_BEFORE:
        if ahead.search(clause) and fits(unit, amount):
            return unit
    return PayUnit.MONTH if "/月" in inside else None


def fits(unit: PayUnit, amount: float) -> bool:
    """Whether the unit can be meant: an hour is not paid with 5,000, a month not with 8."""
    least, most = {
        PayUnit.HOUR: (5, 1000),
        PayUnit.DAY: (30, 5000),
        PayUnit.YEAR: (10_000, 5_000_000),
        PayUnit.MONTH: (300, 500_000),
    }[unit]
    return least <= amount <= most


def _plausible(low: float, high: float | None, unit: PayUnit | None) -> bool:
    amount = high if high is not None else low
    return fits(unit or guess(amount), amount) and (high is None or high <= max(low, 1) * 20)


def _bare(low: float, after: str) -> bool:
    return low >= DAILY_TOP and not re.match(r"\s*[年\d]", after)
