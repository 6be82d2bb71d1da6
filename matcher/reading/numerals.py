"""Numerals as people write them (三年, 五千, 一万二, 1w2, 两百五, 七八年) made digits."""

import re

from matcher.reading.plain import Step

SCALES = {"k": 1_000, "千": 1_000, "w": 10_000, "万": 10_000}  # what stands behind a sum
_IN_ENGLISH = "one two three four five six seven eight nine ten eleven twelve"
ENGLISH = {word: number for number, word in enumerate(_IN_ENGLISH.split(), start=1)}
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0}
_NUMERAL = re.compile(
    r"(?!(?<=周)[一二三四五六][日周])(?<![\d零〇一二两俩三四五六七八九十百])[零〇一二两俩三四五六七"
    r"八九十百]{1,6}"
    r"(?=[几多来]?(?:年|个?月|天|日|周|薪|班|休|岁)|万(?![能一])|(?:-|到|至"
    r"|或)[一二两三四五六七八九十\d]{1,3}(?:年"
    r"|天|日|岁))"
)
_FROM_TO = re.compile(
    r"(?<![百千万十\d.])([一二两三四五六七八])(?:到|至"
    r"|-)([二三四五六七八九])([千万])(?![一二三四五六七八九])"
)
# 一万二千, 三千二百五
_COMPOUND = re.compile(
    r"(?<![十百\d])([一二两三四五六七八九])([千万])([一二两三四五六七八九])((?<=万.)千"
    r"|(?<=千.)百)(?:([一二三四五六七八九])[百十]?(?![个天月年]))?"
)
_THOUSANDS = re.compile(
    r"(?<![十百])([一二两三四五六七八九])([千万])(?:([一二三四五六七八九])(?![个天月年百十千万]))?("
    r"?![百十])"
)
_AMOUNT = re.compile(r"[一二两三四五六七八九十]{1,2}[千万](?!多|[一二两三四五六七八九]?人)")
_AND_A_HALF = re.compile(
    r"(?<![\d.])(\d{1,2})([万w千k])([1-9])(?:[千百](?=[^\d个]"
    r"|$))?(?![\d.个年月天人名家平米万w千k百]|(?<=k\d)、)"
)
_EITHER_OF = re.compile(
    r"([一二两三四五六七八])([二三四五六七八九])([百千万])(?![一二三四五六七八九])"
)
_HUNDREDS = re.compile(
    r"(?<![一二三四五六七八九十千万\d])([一二两俩三四五六七八九])百(?:零?([一二三四五六七八九])(?!["
    r"天个])(十)?)?"
    r"(?![分十])"
)
# 时薪二十五, 一小时十九块
_PAID_SAID = re.compile(
    r"(?<![\d百千万第])[二三四五六七八九]?十[一二三四五六七八九]?(?=(?:多|来)?[块元](?!店)"
    r"|[一1每]个?小时)"
    r"|(?:(?<=时薪)|(?<=小时))[二三四五六七八九]?十[一二三四五六七八九]?(?=[，,。；\s]|$|左右|以上"
    r"|起|都|也|就)"
)
_AGE_SAID = re.compile(
    r"(?:(?<=[年我俺满都快整])|(?<=[虚实][岁龄])|(?<=现在)|(?<=年纪)|(?<=年龄)|(?<=岁数)"
    r"|(?<=[？?！!])"
    r"|(?<=刚过)|(?<=刚好)|(?<=今年刚)"
    r"|(?<=年方)"
    r"|(?<![^，,。；\s]))[二三四五六]?十[一二三四五六七八九]?(?=[了啦整]"
    r"|[，,。]|$)"
    r"|(?:(?<=[年我俺满男女今叔姨])|(?<=[男女][，,、 ]))[二三四五六]?十[一二三四五六七八九]?(?=[，,"
    r"。；\s"
    r"]|$|[没会想做是男女])"
)
_TEN_AND_EITHER = re.compile(r"十[一二三四五六七八][二三四五六七八九]$")
_ONE_OR_TWO = re.compile(r"^[一二两三四五六七八九]{2}$")


def number(numeral: str) -> int | None:
    """A Chinese numeral below one thousand as a number: 十 → 10, 二十五 → 25."""
    if not numeral:
        return None
    total, digit = 0, 0
    for sign in numeral:
        if sign == "十":
            total, digit = total + max(digit, 1) * 10, 0
        elif sign == "百":
            total, digit = total + max(digit, 1) * 100, 0
        else:
            digit = _DIGIT[sign]
    return total + digit


def with_digits(text: str) -> str:
    """The text with numerals before 年, 月 … and amounts such as 五千, 一万二, 1w2 as digits."""
    for pattern, put in NUMERALS:
        text = pattern.sub(put, text)
    return text


def _compound(found: re.Match[str]) -> str:
    step = 1000 if found.group(2) == "千" else 10000
    below = 100 if found.group(4) == "百" else 1000
    amount = _DIGIT[found.group(1)] * step + _DIGIT[found.group(3)] * below
    return str(amount + (_DIGIT[found.group(5)] * below // 10 if found.group(5) else 0))


def _thousands(found: re.Match[str]) -> str:
    step = 1000 if found.group(2) == "千" else 10000
    rest = found.group(3)
    amount = _DIGIT[found.group(1)] * step + (_DIGIT[rest] * step // 10 if rest else 0)
    # 三千八四千 is a range
    return f"{amount}-" if _AMOUNT.match(found.string, found.end()) else str(amount)


def _and_a_half(found: re.Match[str]) -> str:
    step = 1000 if found.group(2) in "千k" else 10000
    return str(int(found.group(1)) * step + int(found.group(3)) * step // 10)


def _counted(found: re.Match[str]) -> str:
    numeral = found.group()
    if _TEN_AND_EITHER.search(numeral):  # 十五六年 is fifteen years at least
        numeral = numeral[:-1]
    if "十" in numeral or "百" in numeral or len(numeral) == 1:
        return str(number(numeral))
    if _ONE_OR_TWO.match(numeral):  # 七八年 is seven years at least
        return str(_DIGIT[numeral[0]])
    return "".join(str(_DIGIT[sign]) for sign in numeral)


def _hundreds(found: re.Match[str]) -> str:
    rest = _DIGIT[found.group(2)] if found.group(2) else 0
    return str(_DIGIT[found.group(1)] * 100 + rest * (1 if "零" in found.group() else 10))


def _either_of(found: re.Match[str]) -> str:
    low, high = _DIGIT[found.group(1)], _DIGIT[found.group(2)]
    step = {"百": 100, "千": 1000, "万": 10000}[found.group(3)]
    return f"{low * step}-{high * step}" if low < high else found.group()


# The order counts: 四五千 is a range before 五千 is an amount.
NUMERALS: tuple[Step, ...] = (
    (_FROM_TO, _either_of),
    (_EITHER_OF, _either_of),
    (_COMPOUND, _compound),
    (_THOUSANDS, _thousands),
    (_AND_A_HALF, _and_a_half),
    (_HUNDREDS, _hundreds),
    (_PAID_SAID, _counted),
    (_AGE_SAID, _counted),
    (_NUMERAL, _counted),
)
