"""What a seeker says of nights and rotation: the nearest yes or no to each shift that is named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.reading.oneself.nearest import nearest
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, clauses

# Hours that tell of night work only beside a word for work: 夜里出车, 晚上上场.
_WORKED = (
    r"上班|工作|值|排班|返工|照看|陪护|赶工|抢修|理货|分拣|配送|救援|出车|故障|到货|分拨|站岗|开车|装车|卸货"
    r"|[干播跑巡](?![净部])|接(?![孩娃小送])"
)
_BY_NIGHT = (
    rf"(?:[晚夜黑]上|夜[里间到晚]|半夜)(?=[^，。；]{{0,9}}(?:{_WORKED})|活)"
    r"|凌晨(?:才|[^，。；]{0,3}点)?(?:下班|收工)|夜场|晚上场"
)
_WHOLE_NIGHT = r"通宵班?|大夜班?"
_ROTATION = (
    r"倒[大小]?班|轮班|翻班|[三两二23]班倒|倒[三两二23]班|[三两二23]班制"
    r"|[三四五345]班[三两二23](?:倒|运转)|[三两23]班轮[转换]|[三两3]班(?=[都也])"
)
_NIGHT = (
    r"小?[夜晚黑]班|小夜|夜[更审勤岗]|(?<=[干上做])夜间|[晚黑]上的[班活]|[晚黑]了?上班|熬夜|值夜(?!班)|守夜|上夜(?!班)"
    r"|白?夜(?=[，,。]|都|也|轮|倒|两)|轮夜|整夜|陪夜"
)
_ROUND_THE_CLOCK = (
    r"(?:24|二十四)(?:小时?)?(?:[休轮倒制]|备勤|待命|的?班|值[班守]|[陪看]护|[一1]倒)"
)
_ANY_SHIFT = r"(?:啥|什么|任何|哪个|哪种)班"
_ENGLISH_SHIFT = (
    r"rotating|(?:two|three|[23])-shift|shift work|24-hour"
    r"|(?:night|evening)s?(?: shifts?| work| duty)?\b"
)
_SHIFT = re.compile(
    rf"{_BY_NIGHT}|(?P<hard>{_WHOLE_NIGHT})"
    rf"|(?:{_ROTATION}|{_NIGHT}|{_ROUND_THE_CLOCK}|{_ANY_SHIFT}|{_ENGLISH_SHIFT})"
)
# A late shift of a shop ends before the night: 晚班到十点.
_LATE_ONLY = re.compile(r"晚班[^，。；]{0,4}[到至](?:晚上?)?(?:[七八九十789]|1[01])点")
_LATE = re.compile(r"晚班")
# 夜里, 晚上 alone tell of work only where the answer is about work.
_EVENING = re.compile(
    r"(?:[晚夜黑]上|夜[里间晚]|半夜)(?:我|的话|就|都|也|绝对|是|肯定){0,2}"
    r"(?:(?P<no>不(?:做|行|方便|能(?:上|做))(?![^，。；]{0,3}加班)|没空|没时间|没法[上做]|来不了"
    r"|走不开|出不来|离不开|脱不了?开?身)"
    r"|(?P<yes>[也都](?:行|可以|能[上做干]|没问题)|可以[上做干]|能[上做干]))"
    r"|(?P<never>(?:不要|不想|别)(?:晚上|夜里|夜间|黑夜))|(?P<both>白天[^，。；不]{0,4}(?:晚上"
    r"|夜里|黑夜)[^，。；不]{0,4}(?:都|随|行|可|能))"
)
# 不怕, 没问题: a denial that takes the shift.
_NO_OBJECTION = (
    r"(?<!不是)不(?:太)?(?:怕|介意|排斥|反感|抗拒|嫌|挑|限|是个?(?:问题|事)|成问题|在乎"
    r"|拒绝|讨厌)"
    r"|[没冇](?:有|得|啥|什么)?(?:问题|关系|事|意见|毛病|压力)|没得说|无所谓"
    r"|no problem|don'?t mind|not? (?:a )?problem"
)
# 不想上, 不能接受, 不再倒.
_WILL_NOT = (
    r"[不唔](?:太|怎么|大|是很|再|会)?(?:想|能|愿意?|要(?!求)|上|接受|做|考虑|可以|适[合应]|用|必"
    r"|需要?|干|肯|值|安排|方便|打算|敢|喜欢|排|行|倒|来|去|看|让|准|允许|熬|播|跑|出车|了)"
    r"(?:再|去|接受|适应|配合|长期|经常|一直|[上做值倒干]){0,2}"
)
# 上不了, 熬不住, 上够了, 翻怕了.
_CAN_NO_MORE = (
    r"[上熬值做干受倒顶扛撑接适吃]受?应?不[了住消动来]|扛不|受不|办不到|莫得?法|冇法"
    r"|(?:无法|没法|没办法|难以|很难)(?:接受|适应|上|做|配合)?"
    r"|[上熬值倒翻轮做干守]得?(?:太?够|怕|腻|伤|累)了?|(?<=[班宵夜倒])太(?:多|累|伤身|熬人)"
)
# 无夜班, 拒绝夜班, 夜班除外.
_WITHOUT = (
    r"不(?=[大小夜晚通值轮])|无需|拒绝|谢绝|别(?!超|太|排太|老|总|天天|经常)|莫|免"
    r"|(?<![有都])没有?(?=[大小]?[夜晚通])|无(?=[大小]?[夜晚通])|除外|算了|不消"
)
_ENGLISH_NO = r"hate|done with|\bno\b|\bnot\b|n't\b|cannot|never|without|except"
_WILL = (
    r"可以?|(?<!只)能够?|行(?!业|李|车|政)|接受|愿意?|适应|习惯|惯了|服从|配合|随便"
    r"|[都也][干做上成中得去](?!不)|商量|就[去干来上做]|家常便饭|很正常|常态|听安排|听从|想|喜欢|肯(?!定)|乐意"
    r"|只[上做干]|专[门做上]|应聘|找|揾|搵"
)
_ENGLISH_YES = r"ok\b|\bcan\b|willing|fine|happy|open to|accept|\bany\b|able"
_ANSWER = re.compile(
    rf"(?P<yes>{_NO_OBJECTION})|(?P<no>{_WILL_NOT}|{_CAN_NO_MORE}|{_WITHOUT}|{_ENGLISH_NO})"
    rf"|(?P<too>{_WILL}|{_ENGLISH_YES})"
)
# These answer what stands before them: 不行三班倒也干 takes the shift.
_PREDICATE = re.compile(
    r"不行|不方便|不允许|行|没|冇|无所谓|随便|算了|除外|商量|也|都|\bno problem"
)
_ONLY_DAYS = re.compile(
    r"(?:只|仅|光)(?:能|想|上|做|干|要|找|考虑|接受|愿意)*(?:上|做|干|找)?(?:长?白班|白天|日班"
    r"|正常班)"
    r"|(?:day shifts?|days|daytime)(?: shifts?| work| hours| jobs?)? only|only (?:day|daytime)"
)
_DAYS = re.compile(
    r"长白班|常白班|白班|日班|行政班|正常班|[调换转]回?到?白[天班]|白天(?:的|正经上班|正常上班|上班|班|干活|工作"
    r"|那种)|day shift|daytime"
)
_NO_WISH = re.compile(r"最好|优先|或|也|倒班|夜班|过|期间|为主|之前|以前|原来|尽量|usual")
_BEFORE = re.compile(r"之前|以前|原来|上一?[家份个]|过|used to")
_NOW = re.compile(r"现在|如今|再|还|也|都|已经|能接受|能适应|以后|今后|any ?more")
_ASKED = re.compile(r"([要能是值])不\1|(?<![晚夜])上不上")
_APART = 24  # signs between a shift and its answer
_HOW_LONG = re.compile(r"[^，,]{0,4}(?:年[多半了]*|[干做]过)$")
_LEAD, _TAIL = 6, 3  # around the answer of a clause that only answers


class _Stance(NamedTuple):
    accepts: bool
    is_hard: bool  # only whole nights are spoken of
    place: Span


def excludes(text: str) -> bool:
    """Whether a person says that they will not work nights or rotate."""
    found = find(text)
    return found is not None and not found.value


def find(text: str) -> Reading[bool] | None:
    """What a person says of nights and rotation: True accepts, False rules out, None is silent.

    A refusal outweighs, but who takes shifts and only no whole nights (通宵) accepts.
    """
    seen = own_words(text)
    line = _without_late(_ASKED.sub("···", seen.text))
    taken = list(_stances(line))
    willing = next((each for each in taken if each.accepts), None)
    refusals = [each for each in taken if not each.accepts and not (each.is_hard and willing)]
    for each in (*refusals[:1], willing):
        if each:
            return seen.reading(each.accepts, each.place)
    wish = _wish_for_days(line)
    if wish:
        return seen.reading(False, wish)
    bare = _stated(line)
    return seen.reading(True, bare) if bare else None


def _without_late(line: str) -> str:
    """The line without its late shifts where they end before the night."""
    return _LATE.sub("··", line) if _LATE_ONLY.search(line) else line


def _stances(line: str) -> Iterator[_Stance]:
    parts = clauses(line)
    for place, (start, end) in enumerate(parts):
        part = line[start:end]
        following = (line[slice(*each)] for each in parts[place + 1 : place + 3])
        after = next((each for each in following if not _HOW_LONG.match(each)), "")
        only = _ONLY_DAYS.search(part)
        if only:
            yield _Stance(False, False, _moved(only.span(), start))
        for evening in _EVENING.finditer(part):
            by_evening = bool(evening["yes"] or evening["both"])
            yield _Stance(by_evening, False, _moved(evening.span(), start))
        for shift in _SHIFT.finditer(part):
            answer = nearest(part, shift.span(), _ANSWER, _PREDICATE, _APART)
            accepts = not answer["no"] if answer else _taken_up(part, after)
            if accepts is not None:
                words = _together(shift, answer) if answer else shift.span()
                yield _Stance(accepts, bool(shift["hard"]), _moved(words, start))


def _taken_up(part: str, after: str) -> bool | None:
    """The answer of a next clause that says no more than yes or no; former work needs a now."""
    found = _ANSWER.search(after, 0, 2 * _APART)
    if not found or found.start() > _LEAD or len(after) - found.end() > _TAIL:
        return None
    if _BEFORE.search(part) and not _NOW.search(after):
        return None
    return not found["no"]


def _wish_for_days(line: str) -> Span | None:
    """A wish for days is firm where nothing softens it."""
    for start, end in clauses(line):
        wish = _DAYS.search(line, start, end)
        if wish and not _NO_WISH.search(line, start, end):
            return wish.span()
    return None


def _stated(line: str) -> Span | None:
    """A clause that only names a shift (叉车，两班倒，包住), where no former work is told of."""
    if _BEFORE.search(line):
        return None
    return next((place for place in clauses(line) if _SHIFT.fullmatch(line, *place)), None)


def _together(shift: "re.Match[str]", answer: "re.Match[str]") -> Span:
    return min(shift.start(), answer.start()), max(shift.end(), answer.end())


def _moved(place: Span, by: int) -> Span:
    return place[0] + by, place[1] + by
