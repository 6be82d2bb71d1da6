"""What the law keeps out of the choice of people, taken out of texts: sex, age, origin, health."""

import re
from collections.abc import Iterable
from functools import lru_cache

from matcher import gazetteers
from matcher.reading.plain import plain

# A blank between Chinese words is a comma, but not in 籍贯 河南 or 18 岁.
_GAP = (
    r"(?<=[一-鿿\d])(?<!籍贯)(?<!民族)(?<!面貌)(?<!状况)[ \t]+(?=[一-鿿])"
    r"(?![岁周以及厘公米左年])"
)
_CUT = re.compile(
    rf"((?:[，,。；;！!？?\n\r|/(){{}}\[\]【】「」《》“”\"•*■◆]|(?<=[a-z\d])\.(?=\s|$)|{_GAP})+)"
)
_LIST = re.compile(r"(、+(?!女[装鞋包裤裙]))")
# What is left of brackets and commas around nothing.
_EMPTY = re.compile(
    r"[(\[【][^\w(\[【)\]】]*[)\]】]|(?<=[(\[【])[，,。；;、/|\s]+|(?<=[，,。；;])[，,；;、/|]+"
)
SHORT = 48  # letters of a clause that may say nothing else
_BEFORE = r"(?:要求|需要?|必须|须|最好|仅限|只限|限|本人|我是?|是|为|今年|(?<!平)均){0,4}"
_AFTER = (
    r"(?:优先(?:考虑|录用)?|均可|皆可|亦可|也可以?|都可以?|者|尤佳|为佳|最佳|不限制?"
    r"|勿扰){0,4}"
)
# What may stand beside such words in a clause that says nothing else.
_GLUE = re.compile(
    r"勿[扰投]|任职|岗位|职位|应聘|录用|招聘|资格|条件|基本|其他|要求|需要?|必须|须|仅?限|只限?|招收?|最好"
    r"|本人|自己|[我俺]们?|[是为系均皆都可以也亦且和与及或等如]|例如|比如|优先|考虑|录用|者|[尤最更]?佳|不[限要能得]"
    r"|[无没未非不有已过了的得必勿]|一[名个位]|[名位个人]|今年|现年|目前|现在|[上下内外]|左右|之间|岁|谢绝"
    r"|除外|史|患者|携带者?|情况|状况|良好|年|月|接受|即|还|主|持|证|[:、\s\d.\-+_~#=<>≤≥①-⑳']"
    r"|\b(?:i'm|i|am|an?|is|are|the|must|should|be|prefer(?:red|ably|ence)?|only|and|or|with|my|no"
    r"|not|non|years?|old|of|status|candidates?|applicants?|person|people|welcome|required|any|from|carrier)\b"
)


def without(text: str) -> str:
    """The text without what it says of anybody's sex, age, marriage, origin, faith or health.

    Where something goes, the rest comes back plain.
    """
    told = plain(text)
    signs = _signs(told)
    if not signs:
        return text
    parts = _CUT.split(told)
    kept = [_kept(each) if any(sign in each for sign in signs) else each for each in parts[::2]]
    if kept == parts[::2]:
        return text
    parts[::2] = kept
    return _EMPTY.sub("", "".join(parts)).strip("，,.。；;、/| \n")


def names(words: Iterable[str]) -> tuple[str, ...]:
    """Tags without those that tell of nothing else."""
    return tuple(filter(None, map(without, words)))


@lru_cache(maxsize=65536)
def _kept(clause: str) -> str:
    """What a clause says of anything else."""
    rows = {row for sign in _signs(clause) for row in _by_sign()[sign]}
    found = [_patterns()[row] for row in sorted(rows)]
    if _says_no_more(clause, found):
        return ""
    kept = clause
    for is_alone, pattern in found:
        kept = kept if is_alone else pattern.sub(" ", kept)
    parts = _LIST.split(kept)
    if len(parts) > 1:
        parts[::2] = ["" if _says_no_more(each, found) else each for each in parts[::2]]
        kept = "".join(parts)
    return kept if kept == clause or _GLUE.sub("", kept) else ""


def _says_no_more(clause: str, found: list[tuple[bool, re.Pattern[str]]]) -> bool:
    """Whether nothing but what the patterns find is said in a clause."""
    if len(clause) > SHORT:
        return False
    rest = clause
    for _, pattern in found:
        rest = pattern.sub("", rest)
    return rest != clause and not _GLUE.sub("", rest)


def _signs(text: str) -> list[str]:
    """The signs in a text that has them, found by their first letters."""
    known = _by_letter()
    return [sign for letter in known.keys() & set(text) for sign in known[letter] if sign in text]


@lru_cache(maxsize=1)
def _by_letter() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sign in _by_sign():
        found.setdefault(sign[0], []).append(sign)
    return found


@lru_cache(maxsize=1)
def _by_sign() -> dict[str, list[int]]:
    """Which patterns may find something where a sign stands."""
    found: dict[str, list[int]] = {}
    for row, each in enumerate(gazetteers.protected()):
        for sign in each.signs:
            found.setdefault(sign, []).append(row)
    return found


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Each pattern with what is said around it, and whether it must stand alone."""
    return tuple(
        (each.is_alone, re.compile(f"{_BEFORE}(?:{each.pattern}){_AFTER}"))
        for each in gazetteers.protected()
    )
