"""The years that a seeker has worked."""

import re

from matcher.reading.numerals import number as spelled
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading

_SPELLED = {"十几": 12.0, "十来": 10.0, "十多": 10.0, "廿": 20.0, "几十": 30.0, "半": 0.5}
_STRETCH = re.compile(
    r"(?:(?<![\d.])|(?<=[abc][123]))(?P<n>(?<=[abc][123])[一二两三四五六七八九十]{1,3}|十几|十来"
    r"|十多|几十|廿[一二三四五六七八九]?|\d{1,2}(?:\.5)?|(?<![上下])半)\s*(?:来|余|多"
    r"|几)?个?年(?P<half>多"
    r"|半(?!挂))?"
    r"(?!级|到头|光|龄(?:段)?(?!\d)|底|前(?![端台厅])|\s{0,2}\d+(?:\.\d)?(?:万|千|k|w|\d{3})"
    r"|能?(?:[给挣赚拿]|收(?!银))"
    r"|后(?![端厨勤台])|薪"
    r"|代(?![课理驾购码工账帐记])|度|轻|内"
    r"|(?:(?!想|要|找)[^，。；]){0,3}(?:毕业|出生|开始|入行|进厂"
    r"|退伍|生人)"
    r"|了?的?(?:孩子|娃|小孩|宝宝)|(?:了|都|多)?(?:没|未|没有)(?:上班|工作|干|做|出来))"
    r"|(?<![\d.])(?P<latin>\d{1,2}(?:\.\d)?)\s?\+?\s?(?:-\s?\d{1,2}\s?)?(?:years?"
    r"|yrs?)(?![a-z])(?![ -]?old| ago)"
)
# 住了十年, 合同三年, 带孩子三年: years of life, not of work.
_OF_LIFE = re.compile(
    r"(?:(?:[住读念签]|(?<!出)租|(?<!教)学)了?|大学|上学|合同|想做|打算|坐过|结婚|未来|(?<!了)(?<!有)近|坐"
    r"|退伍|退役|入伍|服役|退休"
    r"|下岗|失业|休息|在家"
    r"|(?:带|看)(?:孩子|小孩|[娃女]?娃)|全职(?:妈妈|太太)|婚[龄后]?|突出|咳|空|患病?|得病|病|过期"
    r"|失效"
    r"|离职"
    r"|(?<![回出])来[^，。；的做干开过]{1,3}|有效期?"
    r"|毕业|[证照]有|(?:考|(?<!推)拿|领|办)(?:到手|到|下来|出来)?)了?$"
)
_NONE = re.compile(
    r"(?<!往)应届|(?:没|无|没有|没啥|没什么|零|0)(?:有)?(?:(?![^，,。；;\n]?[夜晚倒]班)[^，,。；;\n"
    r"]{0,5}(?=经验)|任何|相关"
    r"|工作|社会|上班|什么|啥"
    r"|过)*经[验历](?!要求|限制)"
    r"|经[验历](?:年限)?[:：](?:暂?无|没有|0(?!\.))|刚(?:从[^，。；]{1,8})?毕业"
    r"|今年[^，。；]{0,6}毕业|刚出校门|没上过班|[没未](?:有|曾)?(?:[干做播]|当(?!过?兵"
    r"|过[，,。；\s])|接触|从事)过(?![夜晚管兵的])|没工作过"
    r"|[没未](?:有|曾)?(?:[进下去上]过(?:[工大小]?厂|车间|流水线|职场)|出来?(?:工作|[做干打上])过)"
    r"|没(?:正式"
    r"|正经)?(?:上过|参加过?|打过)(?:班|工作?)"
    r"|no (?:work(?:ing)? |prior |previous )?experience|(?:without|n't have"
    r"|not have) (?:any )?(?:work(?:ing)? )?experience|(?:fresh|new"
    r"|recent) graduate|graduated (?:this|last) (?:june|july|year|month|summer|spring)"
    r"|never (?:worked|had a job)(?: before)?(?=[.,;]|$| and )"
)
# 毕业两年一直做网管: the years since school were worked where the sentence goes on with work.
_SCHOOL_LEFT = re.compile(r"毕业了?$")
_WORKED_SINCE = re.compile(
    r"了?(?:[^。；没未想要找]{0,24}[，、])?(?:(?!在家)[^，。；没未想要找考能会可愿肯擅喜]){0,8}"
    r"(?:[做干当跑卖教搞](?![饭得个啥]|什么)(?=[^，。；]{2})|换过|从事|上班)"
)
# Years at home or in the army, or how long ago it was.
_OF_ENGLISH_LIFE = re.compile(
    r"(?:after|married(?: for)?|liv(?:ed|ing)[a-z ]{0,14} for|soldier for|serv(?:ed|ing)(?: for)?"
    r"|studied[a-z ]{0,12} for|next|contract (?:of|for)|at home for|army for|navy for) $"
)
_AT_LIFE = re.compile(
    r"'? (?:ago|in (?:the )?(?:army|navy|military|prison|hospital)|at home|off|gap)"
)
_NUMERAL = re.compile(r"[一二两三四五六七八九十]")
_MOST = 50


def worked(text: str) -> float | None:
    """Years a person says to have worked: the longest stretch named, 0 for a newcomer."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[float] | None:
    """Years a person says to have worked, and where they say it."""
    seen = own_words(text)
    line = seen.text
    stretches = [
        (years, found.span())
        for found in _STRETCH.finditer(line)
        if not _OF_LIFE.search(line[max(0, found.start() - 6) : found.start()])
        and not _OF_ENGLISH_LIFE.search(line[max(0, found.start() - 30) : found.start()])
        and not _AT_LIFE.match(line, found.end())
        and (years := _length(found)) <= _MOST
    ]
    if stretches:
        years, place = max(stretches, key=lambda each: each[0])
        return seen.reading(years, place)
    since = next(filter(None, map(_since_school, _STRETCH.finditer(line))), None)
    if since:
        return seen.reading(_length(since), since)
    none = _NONE.search(line)
    return seen.reading(0.0, none) if none else None


def _since_school(found: "re.Match[str]") -> "re.Match[str] | None":
    """The stretch where it tells how long ago somebody left school and worked since."""
    line, start = found.string, found.start()
    is_left = _SCHOOL_LEFT.search(line, max(0, start - 3), start)
    return found if is_left and _WORKED_SINCE.match(line, found.end()) else None


def _length(found: "re.Match[str]") -> float:
    number = found["n"] or found["latin"]
    years = _SPELLED.get(number) or float(
        spelled(number) or 0 if _NUMERAL.match(number) else number
    )
    return years + (0.5 if found["half"] == "半" else 0.0)
