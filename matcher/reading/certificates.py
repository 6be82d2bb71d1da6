"""Certificates and licences that a text names, with their level, and whether they are demanded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher import gazetteers
from matcher.reading import certificate_names as names
from matcher.reading.headings import HEADING, in_duties
from matcher.reading.told import Reading, Told, sentences, told

_PREFERRED = re.compile(
    r"优先|更佳|加分|者佳|为佳|最好|尤佳|更好|优选|优厚|更优|不强制|[证照]书?(?:者|的)?不限"
    r"|preferred|a plus|advantage"
)
# A heading under which all is merely welcome, up to the next heading or empty line.
_BONUS = re.compile(
    r"(?:加分项?|优先条件|优先录用|加分条件)[^\n，。；:：]{0,6}[】\])）:：]|加分项\n"
)
_ENDS = re.compile(rf"{HEADING.pattern}|\n\s*\n")
_LEARN = re.compile(
    r"(?:可|协助|免费|公司|带|安排|提供|帮|包)[^，。；]{0,6}(?:考证|取证|考取|办证|拿证"
    r"|办理(?!入职|居住|手续|业务|社保|离职)"
    r"|培训(?:取证|考证|拿证|办证|后?考取)|代办)|无证[^，。]{0,6}(?:可|培训|也)"
    r"|入职后(?:再)?(?:考|办)"
)
_PAID = re.compile(r"[^，。]{0,6}(?:补贴|津贴|补助|奖励|加\d+元?|工资加)")
_NEGATED = re.compile(
    r"(?:无需|不需要?|不用|不要求|没有|没|无|未持|不必)(?:有|持)?[^，。；、]{0,3}$"
    r"|(?:老公|老婆|丈夫|妻子|爱人|儿子|女儿|我爸|我妈|父亲|朋友)[^，。；]{0,6}$"
)
_GIVEN = re.compile(
    r"(?:提供|帮助|支持|鼓励|资助|报销|辅导)[^，。；]{0,4}(?:考取|报考|考试)[^，。；]{0,4}$"
)
_STUDYING = re.compile(r"[^，。；]{0,4}(?:还在考|正在考|在考|没考|未考|准备考|备考)")
_PAPER = re.compile(
    r"证|资格|执照|职称|级|照|本$|\d$|考试|上岗|从业|特种|作业|操作|乙|甲|licen|certificate|cert$"
)
_LEVEL_BEHIND = re.compile(r"^[\s(（]{0,2}(?:\d|[初中高]级|[一二三四五]级)")
_KNOWN = re.compile(r"熟悉|了解|掌握|精通|懂|熟练|负责")
_HELD = re.compile(r"持|证|资格|职称|取得|考取|具备|具有|有|获|通过|优先|以上|及格|需|须")
_AT_WORK = re.compile(
    r"^[^，。；、/证]{0,4}(?:事务所|助理|团队|招聘|岗位|工作(?!证)|沟通|交流|对接|配合|经验|维修|安装"
    r"|运维|课程|讲师|培训|项目|行业|知识|体系|流程|理论|备考|教学|学员)"
)
_OR = re.compile(r"^[^，。；;]{0,8}(?:或者?|/)[^，。；;]{0,8}$")
_ANY = re.compile(r"之一|任一|任意|一项|其中一|至少一|均可|皆可")
_BOTH = re.compile(r"双证|两证|同时具备|同时持有|都要有|都需")
_HAVING = re.compile(r"^\W{0,3}(?:\d{1,2}[、.．)])?\s*有(?!效)")
_SPECIAL = "特种作业操作证"
_POINT = re.compile(r"^[\s\d\W]+|\W+$")
_ROAD = re.compile(r"货|运输|司机|驾|车")


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


def needed(text: str, tags: str = "") -> list[str]:
    """What is demanded, alternatives joined as people say them: A或B.

    Levels of one trade are alternatives unless the text wants both (双证). Tags count only for
    trades of which the text itself says nothing, and are alternatives of one another.
    """
    named = mentions(text)
    groups: list[list[str]] = []
    for sentence, inside in _by_sentence(text, named):
        demanded = [mention for mention in inside if mention.required]
        if _BOTH.search(sentence):
            groups += [[mention.name] for mention in demanded]
        else:
            _join(groups, demanded, sentence)
    spoken = {_family(mention.name) for mention in named}
    tagged = [m.name for m in mentions(tags) if m.required and _family(m.name) not in spoken]
    if tagged:
        groups.append(tagged)
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
    return _mentions(told(text))


def find(text: str) -> list[Reading[Mention]]:
    """Every mention of a certificate with its place in the text as given."""
    seen = told(text)
    return [
        seen.reading(mention, (mention.start, min(mention.end, len(seen.text))))
        for mention in _mentions(seen)
    ]


def _mentions(seen: Told) -> list[Mention]:
    found: list[Mention] = []
    bonus = _welcome_parts(seen.text)
    for start, end in sentences(seen.text):
        for mention in _in_sentence(seen.text[start:end], start):
            if in_duties(seen.text, mention.start) and not _held(seen.text[start:end]):
                continue
            welcome = any(first <= mention.start < last for first, last in bonus)
            found.append(replace(mention, required=mention.required and not welcome))
    return found


def _welcome_parts(text: str) -> list[tuple[int, int]]:
    """The stretches under a heading such as 加分项."""
    parts = []
    for bonus in _BONUS.finditer(text):
        ends = [found.start() for found in _ENDS.finditer(text, bonus.end())][:1]
        parts.append((bonus.end(), ends[0] if ends else len(text)))
    return parts


def _held(sentence: str) -> bool:
    """Whether a sentence among the duties still speaks of what a person has or needs."""
    return bool(re.search(r"持|具备|具有|需|须|要求|有|优先|必须|能力|水平", sentence))


def canonical(name: str) -> str:
    """The canonical name of a certificate that a person typed, or what they typed."""
    found = mentions(name)
    return found[0].name if found else name.strip()


def _generic(sentence: str, start: int, end: int) -> bool:
    """从业资格证 alone is a driver's; beside clouds and funds it is something else."""
    return sentence[start:end] == "从业资格证" and not _ROAD.search(sentence)


def _in_sentence(sentence: str, offset: int) -> list[Mention]:
    found: list[Mention] = []
    taken: set[int] = set()
    for start, end, name in names.named(sentence):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            if not (
                _dismissed(sentence, start, end)
                or _a_trade(sentence, start, end)
                or _generic(sentence, start, end)
            ):
                required = _required(sentence, start, end)
                found.append(Mention(name, start + offset, end + offset, required, offset))
    welcome = {each.name for each in found if not each.required}
    same = [replace(each, required=each.name not in welcome) for each in found]
    return sorted(_closest(same), key=lambda mention: mention.start)


def _closest(found: list[Mention]) -> list[Mention]:
    """特种作业证(低压电工) is one paper: the general name goes where its trade is named too."""
    known = gazetteers.certificate_by_name()
    general = [each for each in found if each.name == _SPECIAL]
    if general and any(_SPECIAL in known[each.name].covers for each in found):
        return [each for each in found if each.name != _SPECIAL]
    return found


def _dismissed(sentence: str, start: int, end: int) -> bool:
    return bool(
        _NEGATED.search(sentence[:start])
        or _GIVEN.search(sentence[:start])
        or _STUDYING.match(sentence[end:])
        or _PAID.match(sentence[end:])
    )


def _a_trade(sentence: str, start: int, end: int) -> bool:
    """Whether a name that is a trade too (心理咨询师) stands for the work, not for its paper."""
    if _PAPER.search(sentence[start:end]) or _POINT.sub("", sentence) == sentence[start:end]:
        return False
    first, last = _clause(sentence, start, end)
    clause, behind = sentence[first:last], sentence[end:last]
    if _POINT.sub("", clause) == sentence[start:end]:
        return False
    if _LEVEL_BEHIND.match(behind):
        return False
    if _KNOWN.search(sentence[first:start]) and not _PAPER.search(behind):
        return True
    return bool(_AT_WORK.match(behind)) or not _HELD.search(clause)


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the stretch between commas lies in which this place stands."""
    first = max(sentence.rfind(sign, 0, start) for sign in "，,") + 1
    ends = [at for sign in "，," if (at := sentence.find(sign, end)) >= 0]
    return first, min(ends, default=len(sentence))


def _required(sentence: str, start: int, end: int) -> bool:
    clause = sentence[slice(*_clause(sentence, start, end))]
    if _PREFERRED.search(clause) or _LEARN.search(sentence):
        return False
    return not (_HAVING.match(clause) and _PREFERRED.search(_likewise(sentence[end:])))


def _likewise(after: str) -> str:
    """The clauses behind, as long as each begins like 有驾照，有私家车者优先."""
    kept = []
    for clause in re.split(r"[，,]", after)[1:]:
        if not _HAVING.match(clause):
            break
        kept.append(clause)
    return "，".join(kept)


def _alternative(sentence: str, first: Mention, second: Mention) -> bool:
    return bool(_OR.match(sentence[first.end - first.offset : second.start - first.offset]))
