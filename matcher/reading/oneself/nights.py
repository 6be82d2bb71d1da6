"""What a seeker says of nights and rotation."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, clauses

_SHIFT = (
    r"(?:[上值熬]?大?[夜晚]班|通宵班?|倒[大小]?班|轮班|翻班|大夜|小夜|黑班|熬夜|值夜|守夜"
    r"|[三两二23]班倒|倒[三两二23]班"
    r"|(?:12小时)?[三两二23]班制|[三四五345]班[三两二23](?:倒|运转)|白?夜(?![市宵校大])"
    r"|[三两3]班(?=[都也])"
    r"|上?24小?时?(?:[休轮倒]|的?班|值班|[一1]倒)|[晚黑]上的班|[晚黑]了?上班|(?:晚上|夜里|夜间"
    r"|夜到|夜晚)(?:值班|返工|上班|干活|工作|干)"
    r"|(?:rotating |night )shifts?|nights|shift work)"
)
_FINE = (
    r"(?:[都也还]|是)*(?:(?<!不)可以?|(?<!不)行|能接受(?!不)|没问题|冇问题|没得(?:问题|事)|没毛病"
    r"|没事"
    r"|商量|(?<!不)能[上干做值]"
    r"|(?<!不)接受(?!不)|适应(?!不)"
    r"|不怕|没关系|无所谓|ok|习惯|随便|不介意|愿意|[也都](?:干|做|上|成|中|得|能|没啥|好)|不[挑限]"
    r"|(?:is |are )?(?:ok|fine))"
)
_BUT = r"(?:再|去|经常|天天|长期|总|老是?|一直|参加|让我|给我|排|有){0,2}"
_DO = r"(?:上|做|熬|接受|安排|返|值|倒|干|适应|考虑){0,2}"
_NOT = (
    r"(?:(?<!能)[不唔](?:太|怎么|大|是很|再)?(?:想|能够?|愿意?|要(?!求)|上|接受|做|考虑|可以"
    r"|适[合应]|用|必|需要?|干|肯|值"
    r"|安排|方便|打算|敢|喜欢|排)?|无需|无法|没法|没办法|莫得?法|冇法|拒绝|谢绝|别"
    r"|[上熬值做干受倒不]不?了|免"
    r"|没有?|无)"
)
_ALSO = r"(?:[:：的我就都也]|绝对|实在|是|真|肯定|一律|坚决|千万|那种|这种|时候|身体|现在){0,3}"
_REFUSED = re.compile(
    rf"{_NOT}{_BUT}{_DO}(?:任何|什么|长)?{_SHIFT}(?!经[验历]|补|费)"
    rf"|{_SHIFT}{_ALSO}(?:不(?:行|考虑|要|太?[干做上想接值能可愿敢]|适)|免谈|[吃受]不消"
    r"|(?:[顶扛撑熬受干上值做]|接受|适应)不[住了]"
    rf"|没办?法|无法|除外|免了|拒绝|算了|no\b)"
    r"|[晚夜](?:上|里|间)(?:的|我|就|都|绝对|是|肯定){0,2}(?:不(?:上班?|工作|干活|行|方便)|没空"
    r"|没时间|没法|来不了)"
    r"|(?:不要|不想|别)(?:晚上|夜里|夜间|黑夜)"
    r"|(?:只|仅|光)(?:能|想|上|做|干|要|找|考虑|接受|愿意)*(?:上|做|干|找)?(?:长?白班|白天|日班"
    r"|正常班)"
    r"|白班only|no (?:nights?|night shifts?|rotating|shift work)|(?:can(?:no|')?t|not"
    r"|don't want)[a-z ]{0,14}nights?"
    r"|(?:day shifts?|days|daytime)(?: shifts?| work| hours| jobs?)? only|only (?:day|daytime)"
    r"|day shift|daytime"
)
_ACCEPTED = re.compile(
    rf"{_SHIFT}[^，。；不]{{0,6}}{_FINE}"
    r"|(?:可以?|能够?|愿意|接受|适应|想|要|不[怕嫌介排反抗][意斥感拒]?|服从|喜欢|专门?|只|习惯|都"
    r"|找|应聘)(?:上|做|值|干|倒|加班|和|、"
    rf"|长期|一直|天天|个|份|接受|适应){{0,2}}{_SHIFT}"
    rf"|白[天班]?[、/和跟与]?(?:晚上|夜里|黑夜|[夜晚]班?)[^，。；不]{{0,4}}(?:都|随|行|可|能|没"
    r"|不[挑限])"
    r"|(?:can|able to|willing|happy|open to|ok with|fine with|accept|don't mind|any)[a-z ]{0,22}"
    r"(?:nights?|rotating|shifts)(?! off)"
)
_WILLING = re.compile(rf"{_FINE}[的吧啊了呢]?$")
# A clause that only says yes or no takes up the shift of the clause before it.
_YES_TO_IT = re.compile(
    rf"^(?:我|现在|目前|这些|其实|对我来说|感觉|本人)*[都也还是]*(?:{_FINE}|能|行|成"
    r"|中)的?[吧啊了呢]?$"
)
_NO_TO_IT = re.compile(
    r"^(?:我|现在|但|就|真的|实在)*(?:不(?:行|考虑|要|想[上做干]了?|干了?|接受)"
    r"|身体[^，。]{0,3}(?:[吃受]不消|不允许|不行)|[吃受]不[消了]|熬不住"
    r"|不想再[上做干]了?)"
)
_BEFORE = re.compile(r"之前|以前|原来|上一?[家份个]|过")
_NOW = re.compile(r"现在|如今|再|还|也|都")
_NAMES = re.compile(_SHIFT)
_DAYS = re.compile(r"长白班|常白班|白班|日班|行政班|正常班|白天(?:的|上班|班|干活|工作|那种)")
_NO_WISH = re.compile(r"最好|优先|都|或|也|倒班|夜班|过|期间|为主|之前|以前|原来")
_ASKED = re.compile(r"([要能是值])不\1|(?<![晚夜])上不上")


def excludes(text: str) -> bool:
    """Whether a person says that they will not work nights or rotate."""
    found = find(text)
    return found is not None and not found.value


def find(text: str) -> Reading[bool] | None:
    """What a person says of nights and rotation: True accepts, False rules out, None is silent."""
    seen = own_words(text)
    line = _ASKED.sub("···", seen.text)
    parts = [(start, line[start:end]) for start, end in clauses(line)]
    for place, (start, part) in enumerate(parts):
        refusal = _refusal(part, line) or _taken_up(parts, place, _NO_TO_IT)
        if refusal:
            return seen.reading(False, _moved(refusal, start))
    for place, (start, part) in enumerate(parts):
        willing = _ACCEPTED.search(part) or _taken_up(parts, place, _YES_TO_IT)
        if willing:
            return seen.reading(True, _moved(willing, start))
    return None


def _refusal(part: str, line: str) -> "re.Match[str] | None":
    """No to nights, or a wish for days: firm unless softened or other shifts are accepted too."""
    refused = _REFUSED.search(part)
    if refused and not _WILLING.search(part):
        return refused
    wish = _DAYS.search(part)
    return wish if wish and not _NO_WISH.search(part) and not _ACCEPTED.search(line) else None


def _taken_up(
    parts: list[tuple[int, str]], place: int, answer: re.Pattern[str]
) -> "re.Match[str] | None":
    """The shift of this clause where the next one answers to it; former work is no answer."""
    part, after = parts[place][1], parts[place + 1][1] if place + 1 < len(parts) else ""
    if not answer.search(after) or (_BEFORE.search(part) and not _NOW.search(after)):
        return None
    return _NAMES.search(part)


def _moved(found: "re.Match[str]", by: int) -> Span:
    return found.start() + by, found.end() + by
