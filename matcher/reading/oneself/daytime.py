"""Evenings that are free or not, and wishes for days only: answers that need no shift named."""

import re

from matcher.reading.told import Span, clauses

# 夜里, 晚上 alone tell of work only where the answer is about work.
EVENING = re.compile(
    r"(?:[晚夜黑]上|夜[里间晚]|半夜)(?:我|的话|就|都|也|绝对|是|肯定|实在|真的?){0,2}"
    r"(?:(?P<no>不(?:做|行|干|方便|能(?:上|做|干|来)|来|出(?!门))(?![^，。；]{0,3}加班)|没空|没时间"
    r"|没法[上做干来]|来不了"
    r"|走不开|出不[来了去]|离不开|离不了|脱不了?开?身)"
    r"|(?P<yes>[^，。；不没]{0,3}(?:精神(?!不)|来劲|不困)|[^，。；课点班]{0,8}(?:也(?:可以|行|中"
    r"|成|没问题|没关系)|没关系|没问题)|[也都](?:行"
    r"|中|成|得|ok|要得|可以|能[上做干来]|没问题|干|做|来)|可以[上做干来]"
    r"|能[上做干来]))"
    r"|(?P<never>熬不[动住起了]|(?:[别少]|不[能敢宜])再?熬(?![粥药汤夜])|(?:不要|不想|不愿"
    r"|别)(?:再|[^，。；]{0,3}(?=[凌半深]))?(?:晚上"
    r"|夜里|夜间|黑夜"
    r"|凌晨|半夜|深夜)|(?:夜里|晚上)(?:不睡|没睡|[必要得]须?睡|得早睡))"
    r"|(?P<both>(?:夜|倒)班就(?:夜|倒)班|不[挑分论管怕](?:白天|日夜|昼夜|黑夜|黑白|白日)"
    r"|白天[^，。；不]{0,4}(?:晚上"
    r"|夜里|黑夜)[^，。；不]{0,4}(?:都|随|行|可|能))"
)
ONLY_DAYS = re.compile(
    r"(?:只|仅|光|还是|就(?=[能想要找]))(?:能|想|上|做|干|要|找|考虑|接受|愿意|换|个|一个"
    r"|是)*(?:上|做"
    r"|干"
    r"|找)?(?:长?白班|白天|常?日班"
    r"|正常班|早班)"
    r"|(?:day shifts?|days?|daytime)(?: shifts?| work| hours| jobs?| positions?)? only"
    r"|only (?:work "
    r"|do )?(?:days?\b|daytime)"
)
_DAYS = re.compile(
    r"[长常]白(?!山|县|云)|(?:为|是|时间[:：]|要求[:：])白天|(?<![黑夜])白班|(?:想|要|只|改|换|找"
    r"|跑|开)(?:个|份|一|干|做|上|到|成|能|找|换"
    r"|去)+白天|日班|行政班"
    r"|正常班|常日班|[调换转]回?到?白[天班](?!了)|白天(?:的|正经上班"
    r"|正常上班"
    r"|上班|班|干活|工作"
    r"|那种)|day shift|daytime"
)
_NO_WISH = re.compile(
    r"[调换转][到回]?白班了|最好|优先|或(?=[^，。；]{0,4}[班夜])|也|倒班|夜班|过|期间|为主|之前"
    r"|以前|原来|尽量|usual"
    r"|rather|ideally"
)


def wish_for_days(line: str) -> Span | None:
    """A wish for days is firm where nothing softens it."""
    for start, end in clauses(line):
        wish = _DAYS.search(line, start, end)
        if wish and not _NO_WISH.search(line, start, end):
            return wish.span()
    return None
