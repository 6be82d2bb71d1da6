"""How certificates and licences are called in running text: names, licence classes, levels."""

import re
from collections.abc import Iterator
from functools import lru_cache

from matcher import gazetteers
from matcher.reading.plain import plain

_KINDS = (
    "证书",
    "资格证",
    "资格证书",
    "职业资格证",
    "职业资格证书",
    "从业资格证",
    "上岗证",
    "上岗证书",
    "岗位证",
    "岗位证书",
    "操作证",
)
_LOOSE_KINDS = (
    "资格",
    "等证书",
    "等相关证书",
    "等资格证",
    "等资格证书",
    "等相关证件",
    "及相关证书",
)
_BOTH_VOLTAGES = re.compile(
    r"高压?[、/和及与或,，]?低压?(?=电工|操作|作业|上岗|证)|低压?[、/和及与或]高压?(?=电工|操作"
    r"|作业|上岗|证)"
)
_CLASS = r"(?:a1|a2|a3|b1|b2|c1|c2)"
_LICENCE = re.compile(
    rf"(?:(?<![a-z0-9])|(?<=[abc][123]))(?P<class>{_CLASS}|[abc](?=[照本牌类]))"
    r"(?![0-9]|[a-z](?![123]))"
    rf"(?=\s*(?:类?(?:型)?(?:及|或)?(?:以上)?(?:机动车|汽车|小型汽车|小车|手动挡)?驾|牌|类|照|本"
    rf"|证|票|及|或|以上|/|、|级"
    rf"|[）)]|$|{_CLASS}|\s))"
)
_LICENCE_CONTEXT = re.compile(r"驾|照|本|司机|开车|票|行车")
_STAGE = r"(?:幼儿园?|小学|初中|初级中学|高中|高级中学)"
_TEACHER = re.compile(
    rf"{_STAGE}(?:及以上)?[^，。；、\s]{{0,4}}教师资格证?书?"
    rf"|教师资格证书?[(（]{_STAGE}[^)）]{{0,6}}[)）]?"
)
_SHORT = re.compile(r"^[a-z]\d$")


@lru_cache(maxsize=1024)  # the same text is asked for names and for what is needed
def named(sentence: str) -> list[tuple[int, int, str]]:
    """Places in a plain sentence with the canonical name that stands there; they may overlap."""
    pattern, names = _lexicon()
    spans = [(m.start(), m.end(), names[m.group()]) for m in pattern.finditer(sentence)]
    for both in _BOTH_VOLTAGES.finditer(sentence):
        middle = (both.start() + both.end()) // 2
        spans += [
            (both.start(), middle, "高压电工作业证"),
            (middle, _paper_end(sentence, both.end()), "低压电工作业证"),
        ]
    spans += [(*found.span(), _teacher(found.group())) for found in _TEACHER.finditer(sentence)]
    if _LICENCE_CONTEXT.search(sentence):
        licences = [
            (m.start(), m.end(), _licence(m.group("class"))) for m in _LICENCE.finditer(sentence)
        ]
        if licences:  # "C1驾驶证" names one licence, not C1 and a plain 驾驶证 beside it
            spans = [span for span in spans if not span[2].startswith("驾驶证")] + licences
    return sorted(spans, key=lambda span: (span[0], span[0] - span[1]))


def _paper_end(sentence: str, at: int) -> int:
    found = re.compile(r"(?:电工)?(?:特种)?(?:操作|作业|上岗)*证?").match(sentence, at)
    return found.end() if found else at


def _teacher(words: str) -> str:
    """The teacher's certificate of the stage of school that stands before or behind its name."""
    for stage, name in (("幼", "幼儿园"), ("小", "小学"), ("初", "初中"), ("高", "高中")):
        if stage in words:
            return f"{name}教师资格证"
    return "教师资格证"


def _licence(letters: str) -> str:
    return "驾驶证" + {"a": "A1", "b": "B2", "c": "C1"}.get(letters, letters.upper())


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for certificate in gazetteers.certificates():
        for alias in (certificate.name, *certificate.aliases):
            if not (certificate.family == "驾驶" and _SHORT.match(alias)):
                names.setdefault(plain(alias), certificate.name)
    for alias, name in list(names.items()):
        for longer in _spelled_out(alias):
            names.setdefault(longer, name)
    longest = sorted(names, key=lambda alias: (-len(alias), alias))
    return re.compile("|".join(map(_bounded, longest))), names


def _bounded(alias: str) -> str:
    """Latin aliases must stand alone: n1 is not part of n100."""
    edge = r"(?<![a-z0-9])%s(?![a-z0-9])" if re.match(r"^[a-z0-9-]+$", alias) else "%s"
    return edge % re.escape(alias)


def _spelled_out(alias: str) -> Iterator[str]:
    """How else people write it: 施工员证 is a 施工员岗位证书 too."""
    trade = alias.removesuffix("证")
    if trade != alias and len(trade) > 1 and not trade.endswith(("资格", "操作", "上岗", "从业")):
        yield from (f"{trade}{kind}" for kind in _KINDS)
        if len(trade) > 2:
            yield from (f"{trade}{kind}" for kind in _LOOSE_KINDS)
