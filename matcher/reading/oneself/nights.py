"""What a seeker says of nights and rotation: the yes or no that belongs to each shift named."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.reading.oneself import shifts
from matcher.reading.oneself.nearest import nearest
from matcher.reading.oneself.stances import ANSWER, PREDICATE, WEARY
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, around, clauses, sentences

_BEFORE = re.compile(
    r"之前|以前|原来|原先|从前|曾经?|当时|那时|那会|早年|期间|上一?[家份个]|过(?![年节了来])"
    r"|used to"
    r"|(?:\d|半|几)年"
)
_DONE = re.compile(r"[做干]过|以前|之前|上一?[家份个]")
_NOW = re.compile(
    r"现在|如今|再|还|也|都|已经|能接受|能适应|以后|今后|any ?more|继续|接着|习惯|惯|可以|试试"
    r"|没问题"
)
_ASKED = re.compile(r"([要能是值])不\1|(?<![晚夜])上不上")
_QUESTION = re.compile(
    r"看情况|现在说|再说|说不[好准]|不一定|不确定|看班|都说|[吗么呢?？]|几点|多少|···|有没有|有无"
    r"|([\u4e00-\u9fff])不\1"
)
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
    r"|经验|离家|\d岁|普工|保[安洁]"
    r"|白班|白天|找|想[做干去学找]"
)
_HOW_LONG = re.compile(r"[^，,]{0,4}(?:年[多半了]*|[干做]过)$")
# 想歇歇 wishes for something else, 想上 answers.
_WISH = re.compile(r"想|找|揾|搵|喜欢|招|缺|优先|最好|精神")
_ON_SHIFT = re.compile(r"[上做干值倒继接这那]")
_APART = 24  # signs between a shift and its answer
_LEAD, _TAIL = 6, 3  # around the answer of a clause that only answers
_NEXT = 3  # clauses that may hold the answer


class _Stance(NamedTuple):
    accepts: bool
    is_hard: bool  # only whole nights are spoken of, or how it was before
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
    line = shifts.without_late(_ASKED.sub("···", seen.text))
    told = list(_stances(line))
    willing = next((each for each in told if each.accepts), None)
    refusals = [each for each in told if not each.accepts and not (each.is_hard and willing)]
    for each in (*refusals[:1], willing):
        if each:
            return seen.reading(each.accepts, each.place)
    wish = shifts.wish_for_days(line)
    if wish:
        return seen.reading(False, wish)
    bare = _only_named(line)
    return seen.reading(True, bare) if bare else None


def _stances(line: str) -> Iterator[_Stance]:
    parts, whole = clauses(line), sentences(line)
    for at, (start, end) in enumerate(parts):
        part = line[start:end]
        only = shifts.ONLY_DAYS.search(part)
        if only:
            yield _Stance(False, False, _moved(only.span(), start))
        for evening in shifts.EVENING.finditer(part):
            by_evening = bool(evening["yes"] or evening["both"])
            yield _Stance(by_evening, False, _moved(evening.span(), start))
        for shift in shifts.SHIFT.finditer(part):
            answer = nearest(part, shift.span(), ANSWER, PREDICATE, _APART)
            following = [line[slice(*each)] for each in parts[at + 1 : at + 1 + _NEXT]]
            former = _is_former(line, parts, at)
            so_far = line[around(whole, start)[0] : end]
            accepts = not answer["no"] if answer else _taken_up(so_far, following, former)
            if shift["weak"] and not answer and accepts:
                continue
            if accepts is not None:
                words = _together(shift, answer) if answer else shift.span()
                is_hard = bool(shift["hard"] or _DONE.search(part))
                yield _Stance(accepts, is_hard, _moved(words, start))


def _is_former(line: str, parts: list[Span], at: int) -> bool:
    """Whether the clause, or the one before it, tells of work done before."""
    start, end = parts[at]
    sentence, _ = around(sentences(line), start)
    return bool(_BEFORE.search(line, start, end) or _DONE.search(line, sentence, start))


def _taken_up(sentence: str, following: list[str], is_former: bool) -> bool | None:
    """The answer of a next clause that says no more than yes or no; former work needs a now.

    Where none answers, what wears people out is a reason against.
    """
    for after in following:
        said = _said_alone(after)
        if said is not None and (not said or not is_former or _NOW.search(after)):
            return said
        if not is_former and WEARY.search(after) and not _ELSEWHERE.search(after):
            return False
        if _ELSEWHERE.search(after):
            break
    return False if not is_former and WEARY.search(sentence) else None


def _said_alone(after: str) -> bool | None:
    """The answer of a clause that holds little else."""
    lead = _FILLER.match(after)
    begin = lead.end() if lead else 0
    found = ANSWER.search(after, 0, begin + 2 * _APART)
    if not found or found.start() > begin + _LEAD or len(after) - found.end() > _TAIL:
        return None
    if _WISH.fullmatch(found.group()) and not _ON_SHIFT.match(after, found.end()):
        return None
    return not found["no"]


def _only_named(line: str) -> Span | None:
    """A shift that is named without an answer is taken, where no former work is told of."""
    parts = clauses(line)
    for at, (start, end) in enumerate(parts):
        part = line[start:end]
        shift = shifts.SHIFT.search(part)
        if (
            shift
            and not shift["weak"]
            and not _is_former(line, parts, at)
            and not _QUESTION.search(part)
        ):
            return _moved(shift.span(), start)
    return None


def _together(shift: "re.Match[str]", answer: "re.Match[str]") -> Span:
    return min(shift.start(), answer.start()), max(shift.end(), answer.end())


def _moved(place: Span, by: int) -> Span:
    return place[0] + by, place[1] + by
