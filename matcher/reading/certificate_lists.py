"""Papers named by their trades alone, in a list that only its head or its end calls papers."""

import re
from collections.abc import Iterator, Mapping

_TAIL = re.compile(
    r"(?:等)?(?:相关|有效|专业|执业|职业|从业|职称|上岗|操作|作业|特种|技能|类|的|任一|之一)*"
    r"(?:资格证?书?|证书|证件|执照|证(?![明券据监实照]))"
)
# 持任一证书者优先：A、B and 相关资质证书,A，B等: what follows goes on to the end of the sentence.
_HEAD = re.compile(
    r"(?:证书|资格证|执业证|认证)(?:者|的|之一|优先|均可|要求){0,3}"
    r"(?:[:：]|[,，](?=[^。；;]{2,30}等))"
)
_SENTENCE_END = re.compile(r"[。；;:：!！?？\n]|$")
_CLAUSE = re.compile(r"[，。；;:：!！?？\n]")
_ITEM = re.compile(r"[、/,和或及与]+")
_GRADE = re.compile(r"^(?:初级|中级|高级|国家)|(?:初级|中级|高级|证书?)$")
_LISTED = re.compile(r"[^、/,，和或及与()（）等]+")
_FARTHEST = 120  # characters behind its head in which a list is read
_LONGEST = 40  # characters of a list that one paper word may end


def in_lists(
    sentence: str, trades: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """护士、医师、药师等证件: the place of each trade with its paper, the last first.

    `trades` and `names` lead from trades and from whole names to papers.
    """
    for tail in _TAIL.finditer(sentence):
        end, paper = tail.start(), tail.group().removeprefix("等")
        first = max(0, end - _LONGEST)
        for sign in _CLAUSE.finditer(sentence, first, end):
            first = sign.end()
        places = [*_items(sentence, first, end)]
        for start, last in places:
            item = _GRADE.sub("", sentence[start:last])
            name = trades.get(item) or names.get(item + paper) or names.get(item)
            if name:
                yield start, last, name
            elif start != places[0][0]:
                yield from _first(sentence, start, last, trades)
            if not name and not tail.group().startswith("等"):
                break


def headed(
    sentence: str, trades: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """持有以下证书之一：护士、药师: the place of each name that is a whole item, with its paper."""
    for head in _HEAD.finditer(sentence):
        last = min(head.end() + _FARTHEST, len(sentence))
        end = _SENTENCE_END.search(sentence, head.end(), last)
        for item in _LISTED.finditer(sentence, head.end(), end.start() if end else last):
            name = names.get(item.group().strip()) or trades.get(item.group().strip())
            if name:
                yield *item.span(), name


def _items(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between 、 and 或 from the last back to the first; none where there is but one."""
    signs = [*_ITEM.finditer(sentence, start, end)]
    for sign in reversed(signs):
        yield sign.end(), end
        end = sign.start()
    if signs:
        yield start, end


def _first(
    sentence: str, start: int, end: int, trades: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """The first of a list, behind words such as 持有."""
    for at in range(max(start, end - 12), end - 1):
        if sentence[at:end] in trades:
            yield at, end, trades[sentence[at:end]]
            return
