"""Evenings that are free or not, and wishes for days only: answers that need no shift named."""

import re

from matcher.reading.told import Span, clauses

_BY_NIGHT = r"(?:[晚夜黑]上|夜[里间晚]|半夜|天黑)(?:以后|之后|后|了)?"
_FIRMLY = r"(?:我|的话|就|都|也|绝对|是|肯定|实在|真的?|眼睛|视力|根本){0,2}"
# 夜里走不开, 晚上看不清路.
_NOT_FREE = (
    r"不(?:做|行|干|方便|能(?:上|做|干|来|出)|来|敢出|出(?!门|来玩)|开车|跑车)(?![^，。；]{0,3}加班)"
    r"|没空|没时间|没法[上做干来]|[来做干]不了|走不[开了]|出不[来了去]|离不[开了]|脱不了?开?身"
    r"|看不[清见]|[^，。；不没]{0,7}(?:眼皮打|犯困|打瞌睡|打盹|迷糊|害怕)|看东西不|开不了|眼花"
)
_FREE = (
    r"[^，。；不没]{0,3}(?:精神(?!不)|来劲|不困)|[^，。；课点班]{0,8}(?:也(?:可以|行|中|成|没问题"
    r"|没关系)|没关系|没问题)|[也都](?:行|中|成|得|ok|要得|可以|能[上做干来]|没问题|干|做|来)"
    r"|可以[上做干来]|能[上做干来]"
)
# Refusals that name the night themselves: 熬不动, 别让我半夜, 夜里得睡.
_NEVER = (
    r"熬不[动住起了得]|熬不得|(?:[别少]|不[能敢宜])再?熬(?![粥药汤夜])"
    r"|(?:不要|不想|不愿|别)(?:再|[^，。；]{0,3}(?=[凌半深]))?(?:晚上|夜里|夜间|黑夜|凌晨|半夜"
    r"|深夜)"
    r"|(?:夜里|晚上)(?:不睡|没睡|[必要得]须?睡|得早睡)|(?<!没有)(?<![色无没、和])夜盲(?![^，。；]{0,2}[没无])"
)
_NIGHT_AND_DAY = r"(?:日夜|昼夜|黑夜|黑白|白日|早晚|白夜)"
# Day and night alike: 可日可夜, 日夜不限, 不分昼夜.
_BOTH = (
    r"(?:夜|倒)班就(?:夜|倒)班|不[挑分论管怕拘](?:白天|白班|"
    rf"{_NIGHT_AND_DAY})|可[日白昼]可[夜黑晚]|{_NIGHT_AND_DAY}"
    r"(?:班)?(?:我|你们?|安排|[上做干来排]){0,2}(?:均|皆|[都也](?![没有不过倒颠])|不限|不拘|不论|两可"
    r"|可(?:[上以做]|$)|随便|随你|无所谓|没问题|没关系)"
    r"|白的?黑的?[都也]|(?<!不是)(?<!不算)夜猫子"
    r"|白天[^，。；不]{0,4}(?:晚上|夜里|黑夜)[^，。；不]{0,4}(?:都|随|行|可|能)"
)
# 夜里, 晚上 alone tell of work only where the answer is about work.
EVENING = re.compile(
    rf"{_BY_NIGHT}{_FIRMLY}(?:(?P<no>{_NOT_FREE})|(?P<yes>{_FREE}))"
    rf"|(?P<never>{_NEVER})|(?P<both>{_BOTH})"
)
_DAY_WORK = r"(?:长?白班|白天|常?日班|正常班|早班|日间)"
_DOES = r"[上做干找跑看开出接值守站带送拉走认限在当选]"
ONLY_DAYS = re.compile(
    rf"(?<!不)(?:只|仅|光|还是|就(?=[能想要找上做]))(?:能|想|上|做|干|要|找|考虑|接受|愿意|换|个|1个|一个"
    rf"|是|肯|敢)*{_DOES}?(?:个|1个|一个)?{_DAY_WORK}"
    rf"|{_DAY_WORK}(?:以外|之外)[^，。；]{{0,6}}(?:不|免|别|没)"
    r"|(?:day shifts?|days?|daytime)(?: shifts?| work| hours| jobs?| positions?)? only"
    r"|only (?:work |do )?(?:days?\b|daytime)"
)
# 想找个作息规律的 wishes for days too, 本人作息规律 is praise.
_REGULAR = (
    r"(?:想|要|给|找|换|求|希望|拜托|就图)[^，。；]{0,9}作息[^，。；]{0,3}(?:正常|规律)"
    r"|(?:正常|规律)作息|作息[^，。；]{0,3}(?:[要得能]|必须)[^，。；]{0,2}(?:正常|规律)"
    r"|作息(?:正常|规律)(?:一?[点些])?的(?=$|[，。；]|活|工作|岗|班|厂|单位|地方)"
    r"|过(?:上|点|几天)?正常人"
)
_DAYS = re.compile(
    r"[长常]白(?!山|县|云)|(?:为|是|时间[:：]|要求[:：])白天|(?<![黑夜])白班"
    r"|(?:想|要|只|改|换|找|跑|开)(?:个|份|一|干|做|上|到|成|能|找|换|去)+白天"
    r"|日班|行政班|正常班|常日班|[调换转]回?到?白[天班](?!了)"
    r"|白天(?:的|正经上班|正常上班|上班|班|干活|工作|那种)|day shift|daytime|(?<!-)day jobs?\b"
    rf"|{_REGULAR}"
)
_NO_WISH = re.compile(
    r"[调换转][到回]?白班了|最好|优先|或(?=[^，。；]{0,4}[班夜])|(?<!什么)(?<!怎么)(?<!如何)也|倒班|夜班"
    r"|(?<!想)(?<!来)(?<!要)过|期间|为主|之前|以前|原来|尽量|usual|rather|ideally"
)


def wish_for_days(line: str) -> Span | None:
    """A wish for days is firm where nothing softens it."""
    for start, end in clauses(line):
        wish = _DAYS.search(line, start, end)
        if wish and not _NO_WISH.search(line, start, end):
            return wish.span()
    return None
