"""Sums of money in English made those of Chinese: RMB 8,000 per month is 8000元/月."""

import re

from matcher.reading.plain import Step, step

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SIGN = r"(?:rmb|cny|yuan|¥|￥)"
_MONTHLY, _KILO = r"\d[\d,]{3,6}", r"\d{1,2}(?:\.\d)?k"
_KIND = r"(?: ?(?:gross|net|in hand|take[- ]home|before tax|after tax|pre-?tax|after-tax))?"
_BETWEEN = r" ?(?:to|and|-) ?"
_AMOUNT = rf"({_NUM}) ?(k?)(?![a-z])"
_FILL = r"(?: range)?(?: is| of|:| runs?| between| package)*"


def _thousands(found: "re.Match[str]") -> str:
    return "-".join(f"{number}k" for number in found.groups() if number)


def _per(unit: str, words: str) -> Step:
    """元/月 behind a sum, however a month is told."""
    return step(
        rf"\1元/{unit}",
        rf"(?<![\d.])((?:{_NUM}k?-)?{_NUM}(?: ?k)?) ?(?:{_SIGN}|元)?{_KIND}{_SIGN}? ?(?:{words})"
        r"(?![a-z])",
    )


STEPS: tuple[Step, ...] = (
    # 21 an hour + 3 for nights: what is added is not the pay.
    step(
        ", ",
        r"(?<=[\da-z]) ?(?:\+|plus) ?(?=(?:rmb |cny )?\d[\d,.]* ?(?:rmb|cny|yuan)?(?: ?(?:/|per "
        r"|an? )[a-z]+)? (?:[a-z]+ ){0,2}(?:premium|allowance|bonus|subsid|commission|tips))",
    ),
    step(
        r"综合\1元",
        rf"(?:around |about |roughly )?({_NUM}k?(?:-{_NUM}k?)?)(?: ?{_SIGN})? (?:in total"
        r"|altogether|all[- ]in)(?![a-z])",
    ),
    step("转正", r"(?:afterwards?|after that|thereafter)[ :,]{1,2}(?=(?:rmb )?\d)"),
    step(
        "试用期",
        r"(?:for )?(?:in |during )?(?:the )?first (?:\d|two|three|few|six) months?(?= ?[,:;]"
        r"| (?:rmb )?\d)",
    ),
    (re.compile(rf"(?<![\d.])({_NUM}){_BETWEEN}({_NUM}) (?:thousand|grand)(?![a-z])"), _thousands),
    (re.compile(r"(?<![\d.])(\d+(?:\.\d)?) (?:thousand|grand)(?![a-z])"), _thousands),
    step(r"\1\2-\3\4元", rf"(?:{_SIGN}) ?{_AMOUNT}{_BETWEEN}{_SIGN}? ?{_AMOUNT}(?: ?{_SIGN})?"),
    step(r"\1\2元", rf"(?:{_SIGN}) ?{_AMOUNT}(?: ?{_SIGN})?(?! ?-)"),
    step(
        r"\1\2-\3\4", rf"(?:(?<=between )|(?<=from )){_AMOUNT}(?: ?{_SIGN})? (?:and|to) {_AMOUNT}"
    ),
    step(
        r"\1-\2",
        rf"(?<![\d.,])({_NUM}k?)(?: ?{_SIGN})?(?: up)? to ({_NUM}k?)(?![\d:a-z]| ?(?:am|pm|years))",
    ),
    _per("小时", r"(?:per|an|a|each|every|/) ?h(?:ou)?rs?|hourly|p\.?/?h|/h"),
    _per("天", r"(?:per|a|each|every|/) ?(?:day|shift)|daily"),
    _per("月", r"(?:per|a|each|every|/|in a) ?(?:calendar )?mo(?:nth)?|monthly|p/m"),
    _per("年", r"(?:per|a|each|every|/) ?(?:year|annum)|yearly|annually|p\.?a\.?"),
    step(
        r"\1 以上",
        rf"((?<![\d.,])(?:\d[\d,]{{2,}}|{_NUM} ?k"
        rf"|{_NUM}元(?:/[月天小时年]+)?)(?:元(?:/[月天小时年]+)?)?),? (?:to start(?: with)?"
        r"|upwards?|and up|plus(?=[,.。;]|$)|or (?:above|more|higher|up|better))(?![a-z])",
    ),
    step(r"\1元底薪", rf"({_NUM}k?)(?:元(?:/月)?)? base(?: pay| salary| wage)?(?![a-z])"),
    (
        re.compile(
            r"(\d[\d.]*元/小时) (?:in|for|on|at) (?:the )?(夜班|白班|days?(?: shifts?)?)(?![a-z])"
        ),
        lambda found: f"{'夜班' if found[2] == '夜班' else '白班'}{found[1]}",
    ),
    step(", tips", r" ?(?:\+|plus) ?tips"),
    step("起薪", rf"(?:starting|entry|initial) (?:salary|pay|wage|rate)s?{_FILL}"),
    step(
        "底薪",
        rf"(?<![a-z])(?:base|basic)(?: monthly)?(?: salary| pay| wage){_FILL}|(?<![a-z])(?:base"
        r"|basic)(?=:? ?\d)",
    ),
    step(
        "综合",
        r"(?:total|overall|all-in|comprehensive|average)(?: monthly)? (?:income|pay|salary"
        rf"|earnings?){_FILL}|(?:most|many) [a-z]+ (?:make|earn|take home|get)",
    ),
    step(
        "年薪",
        r"(?:annual|yearly)(?: gross| total)?(?: salary| pay| package| income"
        rf"| compensation){_FILL}",
    ),
    step(
        "月薪",
        r"monthly(?: gross| net| total)?(?: salary| pay| wages?| income| take-home"
        rf"| earnings?){_FILL}",
    ),
    step("日薪", rf"(?:daily|day)(?: rate| pay| wages?){_FILL}"),
    step("时薪", rf"(?:hourly)(?: rate| pay| wages?){_FILL}"),
    step(
        "薪资",
        rf"(?:compensation|remuneration|earnings|(?:we )?offer(?:ing)?(?= \d)|earn(?= \d)){_FILL}",
    ),
    step(
        r"月薪\1元", r"(?:gross|net)(?: salary| pay)?:? (\d[\d,]{3,6}(?:-\d[\d,]{3,6})?)(?![\d%])"
    ),
    # A sum that is all a clause says is the pay: 4000 RMB, lunch included.
    (
        re.compile(
            rf"(?<=[,，。;；:] )(?:about |around )?(?:({_MONTHLY}(?:-{_MONTHLY})?) ?(?:(?:元"
            rf"|{_SIGN})(?: net| gross| (?:after|before) tax| in hand)?| net| gross)"
            rf"|({_KILO}(?:-{_KILO})?)(?:元)?(?: net| gross)?)(?: depending on [a-z ]{{3,24}}"
            r"| negotiable)?(?= ?[,，。;；.]|$)"
        ),
        lambda found: f"月薪{found[1] or found[2]}元",
    ),
)
