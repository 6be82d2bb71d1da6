"""What a seeker says of nights and rotation: the yes or no that belongs to each shift named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.reading.oneself import daytime, shifts
from matcher.reading.oneself.nearest import nearest
from matcher.reading.oneself.stances import ANSWER, ILL, PREDICATE, WEARY
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, around, clauses, sentences

_BEFORE = re.compile(
    r"之前|以前|原来|原先|从前|曾经?|当时|那时|那会|早年|期间|上一?[家份个]|原(?:单位|公司|厂|岗)|过(?![年节了来])"
    r"|used to(?! (?:\d|two|three|rotat|night|shift|working|doing|the|it))"
    r"|\bdid\b|last job|previous|\bworked|\bwas\b|experience|(?:19|20)\d\d ?-"
    r"|(?:\d|半|几|多|十来)年|(?:\d|几)来年|离职|辞职|辞了|一路[^，。；]{0,3}过来"
)
_DONE = re.compile(r"[做干]过|以前|之前|原来|原先|从前|曾|上一?[家份个]")
# What somebody did for years stays past in the next clause: 夜班做了一年，天天到早七点.
_STAYED = re.compile(
    r"(?:我|就|已经)?[上做干值倒跑守熬当待呆打](?:了|过|有)[^，。；]{0,4}(?:\d|半|几|十)[来多]?(?:年|个月)"
)
_SOFTLY = re.compile(rf"{_DONE.pattern}|最好|尽量")
_NOW = re.compile(
    r"现在|如今|再|照|还|也|都|已经|能接受|能适应|以后|今后|any ?more|继续|接着|习惯|惯|适应|可以"
    r"|愿意|试"
    r"|没(?:问题|意见|关系|事)|无所谓|不怕|不在乎|正常"
)
_IF_POSSIBLE = re.compile(r"能不[^，。；]{1,4}就[不别]|最好[不别]")
_ASKED = re.compile(r"([要能是值])不\1|(?<![晚夜])上不上")
_OPEN = re.compile(r"看情况|再说|再商量|说不[好准]|不一定|不确定|面谈|面议|待定")
_EITHER = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,3}|[倒轮值熬](?=不.[班夜]))不(?P=one)"
)  # 倒班不倒班都行
_QUESTION = re.compile(
    r"(?:月|周|星期|要上|有)几个[夜大通]|(?<!宵)[班夜][不没]$|没有?夜班的?经|现在说|看班|都说|[吗么呢?？]|几点|多少|··|有没有|有无|([\u4e00-\u9fff])不\1"
)
_IF = re.compile(r"(?:要是|如果|只要|假如|若)(?!.*就)")
_BUT = re.compile(r"(?<!不)但(?![凡愿求])是?|可是|只是(?!想|要|找)")
_FILLER = re.compile(
    r"^(?:[^，。；]{1,8}的话|我|俺|咱|人|自己|现在|如今|也|还|已经|身体|反正|倒是?|都|就|全|这个?"
    r"|那个?|[这那]种|实在"
    r"|真的?|确实|但是?|不过|所以|因此|以后|今后"
    r"|后来|说实话|老实说|的话|绝对|完全|其实|肯定|一般|基本|目前|平时|暂时|早就|早已|倒|是|到|可"
    r"|对|根本|坚决|打死|死活|一概|通通|\s)*"
)
# A clause about something else ends the reach of a shift.
_ELSEWHERE = re.compile(
    r"[住吃饭餐宿薪元块千万证驾学培带搬]|加班|出差|工资|待遇|\d{3}|[单双]休|周[末六日]|休息|社保"
    r"|计[件时]|英语|外语|电脑|打字|技术|手艺|口才|形象|脾气|性格|力气|经验|离家|\d岁|普工|保[安洁]"
    r"|白班|白天|找|想[做干去学找]"
)
_SAME = re.compile(
    r"[这那](?:么|样)(?:的?[排倒上干轮值熬]|安排|子?(?=[我也都可就，。]))|照[样旧]|老样子|再[上倒值熬排]|(?:继续|接着)[上做干倒值跑熬]|[这那]个?(?:[班点]|作息|节奏)|^我?[都均全](?=可以|能|行|没问题|接受|ok)|(?:差不多|类似|同样|一样)的(?!工资|待遇)"
    r"|[这那]种(?:班|(?=[我也都就不]))"
)
_HOW_LONG = re.compile(r"[^，,]{0,4}(?:年[多半了]*|[干做]过)$")
# 想歇歇 wishes for something else, 想上 answers.
_WISH = re.compile(r"想|找|揾|搵|喜欢|招|缺|优先|最好|精神")
_ON_SHIFT = re.compile(r"[上做干值倒继接这那]")
_DAYTIME = re.compile(r"白天|白班|早班|日班")
_UNLESS = re.compile("除非")  # 夜班不上，除非有车接送
_APART = 24  # signs between a shift and its answer
_LEAD, _TAIL = 6, 3  # around the answer of a clause that only answers
_NEXT = 3  # clauses that may hold the answer


class _Stance(NamedTuple):
    accepts: bool
    gives_way: bool  # to a yes: a wish, one kind of turn or how it was
    place: Span


class _Spoken(NamedTuple):
    """A clause that names a shift, and what stands around it."""

    part: str
    so_far: str  # its sentence, up to its end
    following: list[str]
    is_former: bool


def excludes(text: str) -> bool:
    """Whether a person says that they will not work nights or rotate."""
    found = find(text)
    return found is not None and not found.value


def find(text: str) -> Reading[bool] | None:
    """What a person says of nights and rotation: True accepts, False rules out, None is silent.

    A refusal outweighs, but who takes shifts and only no whole nights (通宵) accepts.
    """
    seen = own_words(text)
    if not shifts.ANY.search(seen.text):
        return None
    line = _EITHER.sub(_once, _ASKED.sub("···", seen.text))
    line = _BUT.sub(_as_comma, shifts.without_late(line))
    told = list(_stances(line))
    willing = next((each for each in told if each.accepts), None)
    refusals = [each for each in told if not each.accepts and not (each.gives_way and willing)]
    for each in (*refusals[:1], willing):
        if each:
            return seen.reading(each.accepts, each.place)
    wish = daytime.wish_for_days(line)
    if wish:
        return seen.reading(False, wish)
    bare = _only_named(line)
    return seen.reading(True, bare) if bare else None


def _stances(line: str) -> Iterator[_Stance]:
    parts = clauses(line)
    for at, (start, end) in enumerate(parts):
        part = line[start:end]
        only = daytime.ONLY_DAYS.search(part)
        if only:
            yield _Stance(False, False, _moved(only.span(), start))
        named = list(shifts.SHIFT.finditer(part))
        for evening in daytime.EVENING.finditer(part):
            if named and evening.group().startswith("熬"):
                continue
            by_evening = bool(evening["yes"] or evening["both"])
            yield _Stance(by_evening, False, _moved(evening.span(), start))
        for shift in named:
            accepts, words = _answered(_spoken(line, parts, at), shift)
            if accepts is not None:
                gives_way = bool(
                    shift["hard"]
                    or shift["turn"]
                    or _SOFTLY.search(part, 0, shift.end())
                    or _IF_POSSIBLE.search(part)
                )
                yield _Stance(accepts, gives_way, _moved(words, start))


def _spoken(line: str, parts: list[Span], at: int) -> _Spoken:
    start, end = parts[at]
    sentence, _ = around(sentences(line), start)
    following = [line[slice(*each)] for each in parts[at + 1 : at + 1 + _NEXT]]
    is_former = bool(
        _BEFORE.search(line, start, end)
        or _DONE.search(line, sentence, start)
        or _STAYED.search(line, sentence, start)
        or (following and _STAYED.match(following[0]))
    )
    return _Spoken(line[start:end], line[sentence:end], following, is_former)


def _answered(spoken: _Spoken, shift: "re.Match[str]") -> tuple[bool | None, Span]:
    """What the clause, else the next ones, say of the shift, and where."""
    if _OPEN.search(spoken.part):
        return None, shift.span()
    answer = nearest(spoken.part, shift.span(), ANSWER, PREDICATE, _APART)
    if answer and not _DONE.search(spoken.part):
        is_unless = any(_UNLESS.match(after) for after in spoken.following)
        return is_unless or not answer["no"], _together(shift, answer)
    later = _taken_up(spoken)
    if answer:
        return (not answer["no"] if later is None else later), _together(shift, answer)
    is_evening = shift["weak"] and shift.group().startswith("晚")
    return (None if later and is_evening else later), shift.span()


def _taken_up(spoken: _Spoken) -> bool | None:
    """The answer of a next clause that says no more than yes or no; former work needs a now.

    Where none answers, what wears people out is a reason against.
    """
    for after in spoken.following:
        said = _said_of_same(after)
        if _holds(said, after, spoken):
            return said
    for after in spoken.following:
        said = _said_alone(after)
        if _holds(said, after, spoken):
            return said
        if _is_weary(spoken, after) and not _ELSEWHERE.search(after):
            return False
        if _ELSEWHERE.search(after):
            break
    return False if _is_weary(spoken, spoken.so_far) else None


def _holds(said: bool | None, after: str, spoken: _Spoken) -> bool:
    """A no always does, a yes to former work where it speaks of today."""
    return said is False or (bool(said) and not (spoken.is_former and not _NOW.search(after)))


def _is_weary(spoken: _Spoken, words: str) -> bool:
    """Illness counts of former work too."""
    return bool(ILL.search(words) or (not spoken.is_former and WEARY.search(words)))


def _said_of_same(after: str) -> bool | None:
    """The answer of a clause that points back to the shift: 下家还这么排我也没意见."""
    pointed = _SAME.search(after)
    found = (
        nearest(after, (pointed.start(), pointed.start() + 1), ANSWER, PREDICATE, _APART)
        if pointed
        else None
    )
    return not found["no"] if found else None


def _said_alone(after: str) -> bool | None:
    """The answer of a clause that holds little else."""
    lead = _FILLER.match(after)
    begin = lead.end() if lead else 0
    found = ANSWER.search(after, 0, begin + 2 * _APART)
    if _DAYTIME.search(after) or _IF.match(after):
        return None
    if not found or _ELSEWHERE.search(after, 0, found.start()):
        return None
    if found.start() > begin + _LEAD or len(after) - found.end() > _TAIL:
        return None
    if _WISH.fullmatch(found.group()) and not _ON_SHIFT.match(after, found.end()):
        return None
    return not found["no"]


def _only_named(line: str) -> Span | None:
    """A shift that is named without an answer is taken, where no former work is told of."""
    parts = clauses(line)
    for at, (start, end) in enumerate(parts):
        shift = shifts.SHIFT.search(line, start, end)
        if (
            shift
            and not shift["weak"]
            and not _spoken(line, parts, at).is_former
            and not _QUESTION.search(line, start, end)
            and not _OPEN.search(line, start, end)
        ):
            return shift.span()
    return None


def _once(found: "re.Match[str]") -> str:
    return found["one"].rjust(len(found.group()), "·")


def _as_comma(found: "re.Match[str]") -> str:
    return "，" * len(found.group())


def _together(shift: "re.Match[str]", answer: "re.Match[str]") -> Span:
    return min(shift.start(), answer.start()), max(shift.end(), answer.end())


def _moved(place: Span, by: int) -> Span:
    return place[0] + by, place[1] + by
