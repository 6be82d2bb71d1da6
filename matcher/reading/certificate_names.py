"""How certificates and licences are called in running text: names, licence classes, levels."""

import re
from collections.abc import Iterator
from functools import lru_cache

from matcher import gazetteers
from matcher.reading.certificate_lists import headed, in_lists
from matcher.reading.language_levels import levels
from matcher.reading.lexicon import LATIN_AND_DIGITS, Lexicon
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
    r"(?:(?<!登)高压?[、/和及与或,，]?低压?|低压?[、/和及与或]高压?)"
    r"(?=电工(?!操作[^证，。]{0,6}(?:能力|经验|技能))|操作|作业|上岗|证|[、/][^，。；]{1,16}证)"
)
# What may stand between a trade and the paper: 会计相关证书, 健身行业资格证书, 电工（低压）操作证.
_BETWEEN = (
    r"(?:专业|相关|有效|类|岗位|行业|从业|职业|执业|职称|特种|技术|技能|人员|初级|中级|高级|国家"
    r"|等级|等|及以上|水平|操作|作业|上岗|任职(?!资格\s?[:：])|资质|工程师|师|士|员|工|的"
    r"|[《》()（）、 ])"
)
_PAPER = re.compile(r"证|资格|执照")
_PAPER_BEHIND = re.compile(
    rf"{_BETWEEN}{{1,4}}?(?:证书|资格证书?|资格|执照|证件|证(?![明券件据监实照]))"
)
_PAPER_BEFORE = re.compile(r"(?:操作证|作业证|上岗证|资格证|证书)[(（:：]{1,2}$")
_SHUT = frozenset("）)、/")
_OTHER_TONGUE = re.compile(r"(?:[日德法俄韩西葡意]语|班牙语)$")
# B证 is a driver's or a builder's, as the words around tell.
_LETTER = re.compile(r"(?<![a-z0-9])(?P<letter>[abc])类?证(?![a-z件])")
_ROAD = re.compile(r"驾|司机|开车|车型|行车")
_SITE = re.compile(r"建造|安全|施工")
_CLASS = r"(?:a1|a2|a3|b1|b2|c1|c2|c3|c6)"
_LICENCE = re.compile(
    rf"(?:(?<![a-z0-9])(?<![一二三]本)|(?<=[abc][1236]))(?P<class>{_CLASS}|[abc](?=[照本牌类]|级(?:及以上)?驾))"
    r"(?![0-9]|[a-z](?![123])|[^，。；、]{0,6}语言)"
    rf"(?=\s*(?:类?(?:型)?(?:及|或)?(?:以上)?(?:机动车|汽车|小型汽车|小车|手动挡)?驾|牌|类|照|本"
    rf"|证|票|及|或|以上|/|、|级"
    rf"|司机|都|[）)，,。]|$|{_CLASS}|\s))"
)
_LICENCE_CONTEXT = re.compile(
    r"驾|照|本(?![科地岗人公职市校专部单区周月店系])|司机|开车|票|行车|licen|[abc][123]?牌"
)
# 一级或二级建造师, 初、中级会计: the first grade stands without the name that both share.
_TWO_GRADES = re.compile(
    r"(?P<first>[123一二三四五初中高])级?[、/,，或和及与]{0,2}(?P<second>[123一二三四五初中高]级)"
)
_OR_HIGHER = re.compile(r"(?P<grade>[123一二三四五初中高]级)(?:及|或|\(含\))?以上(?:的)?")
_EITHER_DOCTOR = re.compile(r"执业(?=[、/或和及](?:执业)?助理医师)")
_SCHOOLS = {
    "幼儿园": "幼儿园",
    "幼儿": "幼儿园",
    "小学": "小学",
    "初中": "初中",
    "初级中学": "初中",
    "高中": "高中",
    "高级中学": "高中",
    "中职": "中职",
    "中等职业学校": "中职",
    "高校": "高校",
    "高等学校": "高校",
}
_STAGE = f"(?:{'|'.join(_SCHOOLS)})"
_SCHOOL = re.compile(_STAGE)
_TEACHES = r"(?:教师(?:职业|从业)?资格证?书?|教资|教师证)"
_AND = "[、/或和及与]"
_TEACHER = re.compile(
    rf"{_STAGE}(?:及以上)?[^，。；、\s或和及与/]{{0,4}}{_TEACHES}"
    rf"|{_STAGE}(?={_AND}(?:{_STAGE}{_AND})?{_STAGE}[^，。；、\s]{{0,4}}{_TEACHES})"
    rf"|(?:教师资格证书?|教资|教师证)(?:[(（]{_STAGE}[^)）]{{0,6}}[)）]?"
    rf"|(?:[，,、: ]|是)?{_STAGE}(?:[语数英物化生政史地音体美][文学语理治乐育术]?)?(?:的|$"
    rf"|(?=[，,。])))"
)
_NO_TRADES = frozenset(("环保", "消防安全", "资格", "职业", "特种设备作业人员"))
_SHORT = re.compile(r"^[a-z]\d$")


@lru_cache(maxsize=1024)  # the same text is asked for names and for what is needed
def named(sentence: str, around: str = "") -> list[tuple[int, int, str]]:
    """Places in a plain sentence with the canonical name that stands there; they may overlap.

    `around` is the whole text, which tells whose paper a bare letter is.
    """
    lexicon, names = _lexicon()
    spans = [
        (at, at + len(alias), names[alias])
        for at, alias in lexicon.places(sentence)
        if not (alias.startswith("专") and _OTHER_TONGUE.search(sentence[:at]))
    ]
    for both in _BOTH_VOLTAGES.finditer(sentence):
        middle = (both.start() + both.end()) // 2
        spans += [
            (both.start(), middle, "高压电工作业证"),
            (middle, _paper_end(sentence, both.end()), "低压电工作业证"),
        ]
    spans += [(*found.span(), _teacher(found.group())) for found in _TEACHER.finditer(sentence)]
    spans += _grades_apart(sentence)
    spans += levels(sentence)
    if _PAPER.search(sentence):
        spans += _with_words_between(sentence)
        spans += in_lists(sentence, _trades(), names)
        spans += headed(sentence, _trades(), names)
    spans += _lettered(sentence, around)
    if _LICENCE_CONTEXT.search(sentence):
        licences = [
            (m.start(), m.end(), licence(m.group("class"))) for m in _LICENCE.finditer(sentence)
        ]
        if licences:  # "C1驾驶证" names one licence, not C1 and a plain 驾驶证 beside it
            spans = [span for span in spans if not span[2].startswith("驾驶证")] + licences
    return sorted(spans, key=lambda span: (span[0], span[0] - span[1]))


def _lettered(sentence: str, around: str) -> Iterator[tuple[int, int, str]]:
    """C证: a driver's where the sentence speaks of driving, else a builder's on a site."""
    for found in _LETTER.finditer(sentence):
        on_road, on_site = _ROAD.search(sentence), _SITE.search(sentence)
        if on_road and not on_site:
            yield *found.span(), licence(found["letter"])
        elif not on_road and _SITE.search(around):
            yield *found.span(), f"安全员{found['letter'].upper()}证"


def _grades_apart(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Grades apart from their name: 一级 of 一级或二级建造师证, 初级 of 初级及以上会计职称."""
    lexicon, names = _lexicon()
    for both in _TWO_GRADES.finditer(sentence):
        second = lexicon.at(sentence, both.start("second"))
        name = names.get(f"{both['first']}级{second.removeprefix(both['second'])}")
        if name and second.startswith(both["second"]):
            yield both.start(), both.start("second"), name
    for least in _OR_HIGHER.finditer(sentence):
        behind = lexicon.at(sentence, least.end())
        name = names.get(least["grade"] + behind)
        if name and behind:
            yield least.start(), least.end() + len(behind), name
    for either in _EITHER_DOCTOR.finditer(sentence):
        yield *either.span(), "执业医师证"


def _with_words_between(sentence: str) -> Iterator[tuple[int, int, str]]:
    """A trade and its paper with words between, or the trade in brackets behind a paper."""
    trades = _trades()
    for at, trade in _trade_lexicon().places(sentence):
        end = at + len(trade)
        behind = _PAPER_BEHIND.match(sentence, end)
        if behind:
            yield at, behind.end(), trades[trade]
        elif (
            _PAPER_BEFORE.search(sentence, max(0, at - 6), at) and sentence[end : end + 1] in _SHUT
        ):
            yield at, end, trades[trade]


def _paper_end(sentence: str, at: int) -> int:
    found = re.compile(r"(?:电工)?(?:特种)?(?:操作|作业|上岗)*证?").match(sentence, at)
    return found.end() if found else at


def _teacher(words: str) -> str:
    """The teacher's certificate of the stage of school that stands before or behind its name."""
    stage = _SCHOOL.search(words)
    return f"{_SCHOOLS[stage.group()]}教师资格证" if stage else "教师资格证"


def licence(letters: str) -> str:
    """The driving licence of a class; of a letter alone, that which most mean by it."""
    return "驾驶证" + {"a": "A1", "b": "B2", "c": "C1"}.get(letters, letters.upper())


@lru_cache(maxsize=1)
def _lexicon() -> tuple[Lexicon, dict[str, str]]:
    names: dict[str, str] = {}
    for certificate in gazetteers.certificates():
        for alias in (certificate.name, *certificate.aliases):
            if not (certificate.family == "驾驶" and _SHORT.match(alias)):
                names.setdefault(plain(alias), certificate.name)
    listed = list(names.items())
    for alias, name in listed:  # 律师资格证书 is what 律师资格证 is, not a longer 律师证
        if alias.endswith("证"):
            names.setdefault(f"{alias}书", name)
    for alias, name in listed:
        for longer in _spelled_out(alias):
            names.setdefault(longer, name)
    return Lexicon(names, LATIN_AND_DIGITS), names


def trades_in(text: str) -> Iterator[str]:
    """The papers of the trades that a plain text names, where it does not name the papers."""
    return (name for _, _, name in trade_places(text))


def trade_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where trades are named whose paper has their name, and that of the paper."""
    trades = _trades()
    for at, trade in _trade_lexicon().places(text):
        yield at, at + len(trade), trades[trade]


@lru_cache(maxsize=1)
def _trade_lexicon() -> Lexicon:
    return Lexicon(_trades(), LATIN_AND_DIGITS)


@lru_cache(maxsize=1)
def _trades() -> dict[str, str]:
    return {
        trade: name
        for alias, name in _lexicon()[1].items()
        if len(trade := alias.removesuffix("证")) > 1 and trade != alias and trade not in _NO_TRADES
    }


def _spelled_out(alias: str) -> Iterator[str]:
    """How else people write it: 施工员证 is a 施工员岗位证书 too."""
    trade = alias.removesuffix("证")
    if trade != alias and len(trade) > 1 and not trade.endswith(("资格", "操作", "上岗", "从业")):
        yield from (f"{trade}{kind}" for kind in _KINDS)
        if len(trade) > 2:
            yield from (f"{trade}{kind}" for kind in _LOOSE_KINDS)
