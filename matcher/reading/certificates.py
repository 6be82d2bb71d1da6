"""Certificates and licences that a text names, with their level, and whether they are demanded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher import gazetteers
from matcher.reading import certificate_names as names
from matcher.reading import certificate_scope as scope
from matcher.reading.headings import HEADING, in_duties
from matcher.reading.told import Reading, Told, sentences, told

# A heading under which all is merely welcome, up to the next heading or empty line.
_BONUS = re.compile(
    r"(?:加分项?|优先条件|优先录用|加分条件)[^\n，。；:：()]{0,6}(?:\([^)\n]{0,8}\))?[】\]:：]|加分项\n"
    r"|(?m:^)\W{0,3}\((?:加分项?|加分条件)[^\n，。；:：]{0,6}\)"
    r"|(?:以下|下列|如下)[^，。；:：\n]{0,16}优先(?:考虑|录用|录取)?(?:[(（][^)）\n]{0,16}[)）])?\s?[:：(（]"
    r"|preferred (?:qualifications|skills)"
)
# 具备以下认证之一: what stands under it needs no further word to be a paper.
_LISTING = re.compile(r"(?:认证|证书|资格证|证件|证照)(?:之一|要求|如下|均可){0,2}[】\])）]?[:：]")
_ENDS = re.compile(rf"{HEADING.pattern}|\n\s*\n")
# A sentence among the duties speaks of papers only where it says what a person has or needs.
_HELD = re.compile(
    r"持|具备|具有|需|须|要求|有(?!效|关|序)|优先|必须|能力|水平|以上驾|prefer|requir"
)
# 执业药师 as a title asks for the paper, 低压电工 names the work.
_TITLED = re.compile(r"证|资格|执照|执业|注册|[一二三四五六初中高\d]级|照|本$")
_PROSE = re.compile(r"[，,；;。:：]|必须|[须需要][持有]|持有|具[有备]|要求|^[有持]")
_LONGEST_TITLE = 30
_OR = re.compile(r"^[^，。；;]{0,8}(?:或者?|/)[^，。；;]{0,8}$")
_LIST_SIGN = re.compile(r"[、/,或和及与]{1,2}")
_ANY = re.compile(r"之一|任一|任意|一项|其中一|至少一|均可|皆可")
_BOTH = re.compile(r"双证|两证|同时具备|同时持有|都要有|都需")
# Names that stand for their parts: where a part is named too, it is what is meant.
_GENERAL = frozenset(
    (
        "特种作业操作证",
        "特种设备安全管理证",
        "软考证书",
        "华为认证",
        "思科认证",
        "红帽认证",
        "Oracle认证",
        "造价工程师证",
    )
)


@dataclass(frozen=True)
class Mention:
    """One certificate named in a text: its canonical name, where, and whether it is demanded."""

    name: str
    start: int
    end: int
    required: bool
    offset: int  # where the sentence begins


def read(text: str) -> list[tuple[str, bool]]:
    """Certificates named, each once with whether it is demanded, in the order of the text."""
    found: dict[str, bool] = {}
    for mention in mentions(text):
        found[mention.name] = found.get(mention.name, False) or mention.required
    return list(found.items())


def needed(text: str) -> list[str]:
    """What is demanded, alternatives joined as people say them: A或B.

    Levels of one trade are alternatives unless the text wants both (双证).
    """
    groups: list[list[str]] = []
    for sentence, inside in _by_sentence(text, mentions(text)):
        demanded = [mention for mention in inside if mention.required]
        if _BOTH.search(sentence):
            groups += [[mention.name] for mention in demanded]
        else:
            _join(groups, demanded, sentence)
    return list(dict.fromkeys("或".join(dict.fromkeys(group)) for group in groups))


def _by_sentence(text: str, named: list[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    plain_text = told(text).text
    for start, end in sentences(plain_text):
        inside = [mention for mention in named if start <= mention.start < end]
        if inside:
            yield plain_text[start:end], inside


def _join(groups: list[list[str]], demanded: list[Mention], sentence: str) -> None:
    """Add a sentence's demands: to the group of their trade, or of what they may stand for."""
    any_will_do = bool(_ANY.search(sentence))
    for place, mention in enumerate(demanded):
        before = demanded[place - 1] if place else None
        beside = before is not None and (any_will_do or _alternative(sentence, before, mention))
        group = next(
            (
                group
                for group in groups
                if any(_family(name) == _family(mention.name) for name in group)
                or (beside and before is not None and before.name in group)
            ),
            None,
        )
        if group is None:
            groups.append([mention.name])
        else:
            group.append(mention.name)


def _family(name: str) -> str:
    return gazetteers.certificate_by_name()[name].family


def mentions(text: str) -> list[Mention]:
    """Every mention of a certificate, in the order of the text; places are in the plain text."""
    return named_in(told(text))


def find(text: str) -> list[Reading[Mention]]:
    """Every mention of a certificate with its place in the text as given."""
    seen = told(text)
    return [
        seen.reading(mention, (mention.start, min(mention.end, len(seen.text))))
        for mention in named_in(seen)
    ]


def named_in(seen: Told) -> list[Mention]:
    """Every mention of a certificate in a text that was made plain already."""
    found: list[Mention] = []
    bonus = _parts(seen.text, _BONUS)
    listing = _parts(seen.text, _LISTING)
    for start, end in sentences(seen.text):
        title = _title_end(seen.text) if start == 0 else 0
        held = _HELD.search(seen.text, start, end)
        is_list = any(first <= start < last for first, last in listing)
        for mention in _in_sentence(seen.text[start:end], start, seen.text, is_list):
            if not held and in_duties(seen.text, mention.start):
                continue
            named = seen.text[mention.start : mention.end]
            if mention.end <= title and not _TITLED.search(named):
                continue
            welcome = any(first <= mention.start < last for first, last in bonus)
            found.append(replace(mention, required=mention.required and not welcome))
    return found


def _title_end(text: str) -> int:
    """Where the first line ends, if it is but the name of the work, and 0 if it is not."""
    title, line_end, rest = text.partition("\n")
    is_name = bool(line_end and rest.strip()) and not _PROSE.search(title)
    return len(title) if is_name and len(title) <= _LONGEST_TITLE else 0


def _parts(text: str, heading: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches under such a heading, up to the next heading or empty line."""
    parts: list[tuple[int, int]] = []
    for found in heading.finditer(text):
        if not parts or found.start() >= parts[-1][1]:
            end = _ENDS.search(text, found.end())
            parts.append((found.end(), end.start() if end else len(text)))
    return parts


def canonical(name: str) -> str:
    """The canonical name of a certificate that a person typed, or what they typed."""
    found = mentions(name)
    return found[0].name if found else name.strip()


def _in_sentence(sentence: str, offset: int, text: str, is_list: bool) -> list[Mention]:
    found: list[Mention] = []
    reached = 0
    for start, end, name in names.named(sentence, text):
        if start >= reached:
            beside = is_list or bool(found) and bool(_LIST_SIGN.fullmatch(sentence, reached, start))
            reached = end
            required = scope.is_required(sentence, start, end, beside=beside)
            if required is not None:
                found.append(Mention(name, start + offset, end + offset, required, offset))
    welcome = {each.name for each in found if not each.required}
    return _closest([replace(each, required=each.name not in welcome) for each in found])


def _closest(found: list[Mention]) -> list[Mention]:
    """特种作业证(低压电工) is one paper: a general name goes where its part is named too."""
    known = gazetteers.certificate_by_name()
    parts = {general for each in found for general in known[each.name].covers}
    return [each for each in found if each.name not in _GENERAL & parts]


def _alternative(sentence: str, first: Mention, second: Mention) -> bool:
    return bool(_OR.match(sentence[first.end - first.offset : second.start - first.offset]))
