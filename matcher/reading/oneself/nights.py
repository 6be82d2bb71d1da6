"""What a seeker says of nights and rotation: the yes or no that belongs to each shift named."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from matcher.reading.oneself import contexts, daytime, shifts
from matcher.reading.oneself.nearest import nearest
from matcher.reading.oneself.stances import ANSWER, ILL, PREDICATE, WEARY
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, around, clauses, sentences

_APART = 24  # signs between a shift and its answer
_LEAD, _TAIL = 6, 3  # around the answer of a clause that only answers
_NEXT = 3  # clauses that may hold the answer
_BACK = 200  # signs of its sentence before a clause: some people write without any full stop


class _Stance(NamedTuple):
    accepts: bool
    gives_way: bool  # to a yes: a wish, one kind of turn or how it was
    place: Span


class _Spoken:
    """A clause that names shifts and what stands around it: read once, however many it names."""

    def __init__(self, line: str, parts: list[Span], at: int, whole: list[Span]) -> None:
        start, end = parts[at]
        sentence = max(around(whole, start)[0], start - _BACK)
        self.part = line[start:end]
        self.so_far = line[sentence:end]  # its sentence, up to its end
        self.following = [line[slice(*each)] for each in parts[at + 1 : at + 1 + _NEXT]]
        self.is_former = bool(
            contexts.BEFORE.search(self.part)
            or contexts.DONE.search(line, sentence, start)
            or contexts.STAYED.search(line, sentence, start)
            or (self.following and contexts.STAYED.match(self.following[0]))
            or any(contexts.LEFT.search(each) for each in self.following)
        )

    @cached_property
    def is_open(self) -> bool:
        return bool(contexts.OPEN.search(self.part))

    @cached_property
    def is_done(self) -> bool:
        return bool(contexts.DONE.search(self.part))

    @cached_property
    def soft_from(self) -> int:
        """Where what is said of shifts begins to give way."""
        if contexts.IF_POSSIBLE.search(self.part):
            return 0
        softly = contexts.SOFTLY.search(self.part)
        return softly.end() if softly else len(self.part) + 1

    @cached_property
    def later(self) -> bool | None:
        """What the next clauses say."""
        return _taken_up(self)


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
    line = contexts.unasked(shifts.without_late(seen.text))
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
    parts, whole = clauses(line), sentences(line)
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
        if not named:
            continue
        spoken = _Spoken(line, parts, at, whole)
        for shift in named:
            accepts, words = _answered(spoken, shift)
            if accepts is not None:
                is_soft = shift["hard"] or shift["turn"] or spoken.soft_from <= shift.end()
                yield _Stance(accepts, bool(is_soft), _moved(words, start))


def _answered(spoken: _Spoken, shift: "re.Match[str]") -> tuple[bool | None, Span]:
    """What the clause, else the next ones, say of the shift, and where."""
    if spoken.is_open:
        return None, shift.span()
    answer = nearest(spoken.part, shift.span(), ANSWER, PREDICATE, _APART)
    if answer and not spoken.is_done:
        is_unless = any(contexts.UNLESS.match(after) for after in spoken.following)
        return is_unless or not answer["no"], _together(shift, answer)
    later = spoken.later
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
        if _is_weary(spoken, after) and not contexts.ELSEWHERE.search(after):
            return False
        if contexts.ELSEWHERE.search(after):
            break
    return False if _is_weary(spoken, spoken.so_far) else None


def _holds(said: bool | None, after: str, spoken: _Spoken) -> bool:
    """A no always does, a yes to former work where it speaks of today."""
    return said is False or (
        bool(said) and not (spoken.is_former and not contexts.NOW.search(after))
    )


def _is_weary(spoken: _Spoken, words: str) -> bool:
    """Illness counts of former work too."""
    return bool(ILL.search(words) or (not spoken.is_former and WEARY.search(words)))


def _said_of_same(after: str) -> bool | None:
    """The answer of a clause that points back to the shift: 下家还这么排我也没意见."""
    pointed = contexts.SAME.search(after)
    if not pointed:
        return None
    here = pointed.start()  # what points back may be the answer too: 继续做
    found = nearest(after, (here, here + 1), ANSWER, PREDICATE, _APART)
    return not found["no"] if found else None


def _said_alone(after: str) -> bool | None:
    """The answer of a clause that holds little else."""
    lead = contexts.FILLER.match(after)
    begin = lead.end() if lead else 0
    found = ANSWER.search(after, 0, begin + 2 * _APART)
    if contexts.DAYTIME.search(after) or contexts.IF.match(after):
        return None
    if not found or contexts.ELSEWHERE.search(after, 0, found.start()):
        return None
    if found.start() > begin + _LEAD or len(after) - found.end() > _TAIL:
        return None
    if contexts.WISH.fullmatch(found.group()) and not contexts.ON_SHIFT.match(after, found.end()):
        return None
    return not found["no"]


def _only_named(line: str) -> Span | None:
    """A shift that is named without an answer is taken, where no former work is told of."""
    parts, whole = clauses(line), sentences(line)
    for at, (start, end) in enumerate(parts):
        shift = shifts.SHIFT.search(line, start, end)
        if (
            shift
            and not shift["weak"]
            and not contexts.QUESTION.search(line, start, end)
            and not contexts.OPEN.search(line, start, end)
            and not _Spoken(line, parts, at, whole).is_former
        ):
            return shift.span()
    return None


def _together(shift: "re.Match[str]", answer: "re.Match[str]") -> Span:
    return min(shift.start(), answer.start()), max(shift.end(), answer.end())


def _moved(place: Span, by: int) -> Span:
    return place[0] + by, place[1] + by
