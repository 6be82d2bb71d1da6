"""What papers are called in English: a trade and a word for a paper make the Chinese name."""

import re
from collections.abc import Iterable, Iterator

from matcher.reading.english_trades import TRADES, WHOLE
from matcher.reading.plain import Step, plain, step


def _by_name(table: dict[str, str]) -> dict[str, str]:
    return {word: paper for paper, words in table.items() for word in words.split("|")}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_PAPERS = _by_name(TRADES)
_NAMES = _by_name(WHOLE)
_TRADE = f"(?P<trade>{_any_of(_PAPERS)})"
# Who may be called licensed: not a licensed accountant, whose papers are several.
_PERSON = _any_of(
    word
    for word in _PAPERS
    if re.search(r"(?:er|or|ist|ian|nurse|guard|chef|cook|guide|pilot|man|barista|agent)$", word)
)
# Papers that go by their letters, where nothing but a mark or a link follows.
_LETTERS = {
    "cpa": "注册会计师证",
    **{
        each: f"{each}证" for each in ("acca", "cfa", "cma", "frm", "pmp", "cissp", "cisa", "istqb")
    },
}
_KIND = (
    r"(?:certificates?|certifications?|licen[cs]es?|(?<!work )permits?"
    r"|qualification(?: certificate)?|tickets?|cert)(?![a-z])"
)
_FILLER = (
    r"(?: (?:operators?|operation|operating|professional|practi[sc]ing|practice|vocational|skills?"
    r"|qualification|special|level (?:\d|i+)|driver)(?:'?s)?)*"
)
_ADJECTIVE = r"(?:(?:certified|licen[cs]ed|registered|valid|chinese|national) )*"


def _paper(found: "re.Match[str]") -> str:
    return plain(_PAPERS[found["trade"]])


def _by_letters(found: "re.Match[str]") -> str:
    """A laboratory's CMA stands beside CNAS."""
    return found.group() if "cnas" in found.string else _LETTERS[found[1]]


_GRADES = {"junior": "初级会计证", "intermediate": "中级会计证", "senior": "高级会计证"}
_VOLTAGE = {"low": "低压电工作业证", "high": "高压电工作业证"}

STEPS: tuple[Step, ...] = (
    (
        re.compile(
            rf"(?:licen[cs]ed )?electrician(?:'?s)?(?: {_KIND})? ?\((low|high)[- ]voltage\)"
        ),
        lambda found: _VOLTAGE[found[1]],
    ),
    (
        re.compile(rf"(?<![a-z])(?:{_any_of(_NAMES)})(?![a-z\d])"),
        lambda found: plain(_NAMES[found.group()]),
    ),
    (
        re.compile(
            rf"(?<![a-z/])(?<!teach )(?<!for )(?<!towards )({_any_of(_LETTERS)})(?: level (?:[123]"
            r"|i+))?(?=[,，.;。)/]| (?:or|and|is|are|preferred|required|holders?|passed"
            r"|certified)(?![a-z])|$)"
        ),
        _by_letters,
    ),
    (
        re.compile(r"(?<![a-z])(junior|intermediate|senior) certificate(?![a-z])"),
        lambda found: _GRADES[found[1]] if "account" in found.string else found.group(),
    ),
    step(
        r"\1 \2驾照",
        r"(?<![a-z])(hold|have|got) (?:an? )?(a[123]|b[12]|c[12])(?![a-z\d]| (?:licen|class|driv))",
    ),
    step(r"日语n\1", r"japanese(?: [a-z]+){0,3},? ?\(?(?:jlpt |level )?n([1-3])(?!\d)"),
    (
        re.compile(
            rf"(?:special[- ]operations? )?{_KIND} (?:as an? |for (?:an? )?|in "
            rf"|of an? ){_TRADE}s?(?![a-z])"
        ),
        _paper,
    ),
    (
        re.compile(
            rf"(?<![a-z\d-]){_ADJECTIVE}{_TRADE}(?:'?s)?(?: with (?:an? "
            rf"|own )?(?:valid )?)?{_FILLER} ?{_KIND}"
        ),
        _paper,
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:certified|licen[cs]ed|registered|qualified) (?P<trade>{_PERSON})"
            r"(?![a-z])"
        ),
        _paper,
    ),
    (
        re.compile(
            r"(?<![a-z])(?P<trade>ace|nsca|nasm|acsm|first aid|cpr)[- ](?:certified|trained)"
        ),
        _paper,
    ),
    (
        re.compile(
            r"(?:certificates?|licen[cs]es?|papers)(?: is| are)? (?:in hand|level \d|valid)"
            r"|(?<=, )(?:licen[cs]ed|certified)(?=[,.。;；]|$)"
        ),
        lambda _: "持证",
    ),
    # Welding and forklift certificates: the first has no word of its own.
    (
        re.compile(rf"(?<![a-z]){_TRADE} (?:and|or|&|/) (?=(?:{_any_of(map(plain, TRADES))}))"),
        lambda found: plain(_PAPERS[found["trade"]]) + "、",
    ),
)


def trades_in(text: str) -> Iterator[str]:
    """The papers of the trades that a person names beside one without a name: nurse, licensed."""
    found = re.finditer(rf"(?<![a-z])(?P<trade>{_PERSON}|security)(?![a-z])", text)
    return (_PAPERS[each["trade"]] for each in found)
