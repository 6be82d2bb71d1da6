"""What a sentence says of a paper that it names: needed, welcome, denied, or only a trade."""

import re

from matcher.reading.english import PREFERABLY, PREFERRED

_PREFERRED = re.compile(
    r"优先|先考虑|放宽|者从?优(?![秀良质])|更佳|最佳|加分(?!项?[:：])|者佳|为佳|最好|尤佳|更好|优选|优佳|优厚|更优|不强制|可(?:申请)?加(?:薪|工资)"
    r"|[证照]书?(?:者|的)?不限"
    rf"|is plus|{PREFERRED}|{PREFERABLY}|welcome(?! to)"
)
# …经验者优先英语四级以上: what is welcome ends there, the next demand is glued to it.
_SAID_BEFORE = re.compile(
    r"(?:者|的|经验|人员)(?:优先|更佳|为佳)(?:考虑|录用|录取)?(?![:：、]|有|持|具|取得|考虑|录[用取])"
)
_LEARN = re.compile(
    r"(?:可|协助|免费|公司|带|安排|提供|帮|包)[^，。；]{0,6}(?:考证|取证|考取|办证|拿证"
    r"|办理(?!入职|居住|手续|业务|社保|离职)"
    r"|培训(?:取证|考证|拿证|办证|后?考取)|代办)|无证[^，。]{0,6}(?:可|培训|也)"
    r"|入职后(?:再)?(?:考|办)|help(?:s|ing)? (?:you )?(?:to )?(?:obtain|get|earn|pass)"
)
_PAID = re.compile(
    r"费用?|[^，。]{0,6}(?:补贴|津贴|补助|奖励|加\d+元?|工资加)"
    r"|[^，。；]{0,12}(?:通过|合格)[^，。；]{0,8}(?:资助|奖励|报销|补贴)"
)
_NEGATED = re.compile(
    r"(?:无需|不需要?|不用|不要求|没有|没|无|未持|不必)(?:有|持)?[^，。；、]{0,3}$"
    r"|(?:老公|老婆|丈夫|妻子|爱人|儿子|女儿|我爸|我妈|父亲|朋友)[^，。；]{0,6}$"
)
_GIVEN = re.compile(
    r"(?:提供|帮助|支持|鼓励|资助|报销|辅导)[^，。；]{0,4}(?:考取|报考|考试)[^，。；]{0,4}$"
    r"|给予[^，。；]{0,4}免费[^，。；]{0,2}$"
)
_HEADED = re.compile(r"[:：]\s?(?:持|具|有|需|须|取得)")  # 教师资格:持有…
# 基金从业 is a paper where its examination is spoken of, and else a trade.
_TRADE_ALONE = re.compile(r"从业$")
_TESTED = re.compile(r"[^，。；\n]{0,12}?(?:资格|证|考试)")
_OTHER_WORD = re.compile(r"证(?:券|明|监|据|实)")  # 基金证券系统 names no 基金证
_STUDYING = re.compile(r"[^，。；]{0,4}(?:还在考|正在考|在考|没考|未考|准备考|备考)")
_PAPER = re.compile(
    r"证|资格|执照|职称|级|照|本$|\d$|考试|上岗|从业|特种|作业|操作|乙|甲|licen|registered"
    r"|certif|cert$|[绿黑]带|catti|雅思|托福|ielts|toefl|成绩|专[四八]|软高"
)
_LEVEL_BEHIND = re.compile(r"^[\s(（]{0,2}(?:\d|[初中高]级|[一二三四五]级)")
_KNOWN = re.compile(r"熟悉|了解|掌握|精通|懂|熟练|负责")
# 优先考虑持A，B证书的: the wish stands before the list.
_WISH_AHEAD = re.compile(r"优先(?:考虑|录用)?(?:持|有|具)[^。；，,]{0,16}[，,]\s?$")
_CLASS = re.compile(r"^[abc][123]?(?:证|照|本)?$")
# 相关认证优先，如A、B: what the examples stand for was said before.
_EXAMPLES = re.compile(
    r"(?:优先|加分)[^，。；]{0,4}[，,(（:：]?\s?(?:例如|比如|如|包括)[^。；]{0,60}$"
)
# …证，优先考虑: a clause that is nothing but the wish speaks of those before it.
_BARE_WISH = re.compile(
    r"^[^，。；]{0,10}(?:[，,](?=有|持|具|被|或)[^，。；]{0,24})*[，,]\s?(?:者|的)?(?:均|都|可|予以|将|会)?"
    r"(?:优先|加分)(?:考虑|录用|录取)?\s?(?:$|[，,)）])"
)
_BRACKETS = re.compile(r"[(（](?P<inside>[^()（）]*)[)）]")
# 电工证（持证者优先）: such brackets speak of what stands before them, other ones for themselves.
_OF_THE_SAME = re.compile(
    r"^\W*(?:有|持|持有|具有|具备|取得)?(?:该|此|相关|者)?证?书?(?:者|的)?(?:均|可)?"
    r"(?:优先|加分|更佳|为佳|prefer)"
)
_HELD = re.compile(
    r"持|证|资格|职称|取得|考取|具备|具有|有(?![限效关序])|获|通过|可变更|优先|以上|及格|需|须"
    r"|licen[cs]e|certifi(?:ed|cat)|prefer|(?:must|should) (?:have|hold)|holders?(?![a-z])"
)
# 任职要求:执业医师、…: a list of names behind a heading names papers.
_ASKED = re.compile(r"(?:要求|条件|资格)\W{0,2}(?:\d[、.])?$")
_LISTED = re.compile(r"[、/或和及，,；;。]|$")
_AT_WORK = re.compile(
    r"^操作[和及与]?(?:维修|维护|能力|经验|技能)|^[^，。；、/证或和及与]{0,4}(?:事务所|助理|团队|招聘|岗位|工作(?!证)|沟通|交流|对接|配合|经验|维修"
    r"|安装"
    r"|运维|标准|协议|规范|课程|讲师|培训|相关系统|项目(?!认证)|行业|知识|体系|流程|理论|备考|教学|学员)"
)
_LIST_COMMA = re.compile(r"[，,](?=[^()（）]*[)）])")
_POINT = re.compile(r"^[\s\d\W]+|\W+$")
# 有医师资格证，执业证者优先: the next clause goes on with the list and says what holds for all.
_LIST_GOES_ON = re.compile(
    r"^(?:证书?)?(?:[，,](?!有|持|具)[^，。；]{0,14}(?:证书?|资格|执照)){0,2}"
    r"[，,](?!有|持|具)[^，。；]{0,30}(?:证书?|资格|执照)(?:者|的)?(?:均|都|可)?优先"
    r"|^(?:[，,](?!有|持|具|能|会|熟)[^，。；]{0,30}){1,3}等(?:相关|资格){0,2}证书?(?:者|的)?优先"
    r"|^[^，。；]{0,6}[，,](?:者)?(?:均|都)?(?:为|作为|是|视为)?加分"
    r"|^[^，。；]{0,16}[，,]\s?(?:cpa|注册会计师证|cfa|acca|frm|cia|cis[asm]|cissp|cisp|cc[ni][pae]|hci[pe]"
    r"|pmp"
    r"|rhce|oc[pm])(?![a-z])[^，。；]{0,16}(?:优先|为佳|prefer)"
    r"|^(?:[，,]\s?[a-z]{2,8}(?![a-z])){1,4}(?:等)?[^，。；]{0,4}(?:证书?|认证|资格)[^，。；]{0,4}优先"
    r"|^[^，。；]{0,16}[，,](?:或(?:者)?|雅思|托福)[^，。；]{0,18}优先"
)
# CMA, ACE and N1 are other things beside CNAS, clouds and Japanese.
_ELSEWHERE = (
    (re.compile(r"^cma$"), re.compile(r"cnas")),
    (re.compile(r"^ac[ep]"), re.compile(r"云")),
    (re.compile(r"^n1$"), re.compile(r"日语|日本|日企|\\n1")),  # a line's end written out
    (re.compile(r"^信号工"), re.compile(r"铁路|轨道|地铁|道岔|联锁|通信")),
    (re.compile(r"^化验证"), re.compile(r"[^\W有持具备得及或和需考是办]化验证")),
    (re.compile(r"作业"), re.compile(r"禁忌")),
    (re.compile(r"^会从$"), re.compile(r"机会从")),
    (re.compile(r"^大六$"), re.compile(r"五大六小")),
)
_ROAD = re.compile(r"货|运输|司机|驾|车")
_HAVING = re.compile(r"^\W{0,3}(?:\d{1,2}[、.．)])?\s*有(?!效)")
_DRIVING = re.compile(r"^\W*(?:能|会|可)[^，。；]{0,8}(?:开车|驾驶|驾车)")
_REACH = 120  # characters on either side that can have a say


def is_required(sentence: str, start: int, end: int, *, beside: bool = False) -> bool | None:
    """Whether the paper named there is needed or only welcome; None where none is meant.

    `beside` tells that it continues a list of papers.
    """
    first = max(0, start - _REACH)
    near, start, end = sentence[first : end + _REACH], start - first, end - first
    if (
        _dismissed(near, start, end)
        or _a_trade(near, start, end, beside)
        or _generic(near, start, end)
    ):
        return None
    return _required(_without_islands(near, start), start, end)


def _without_islands(sentence: str, at: int) -> str:
    """The sentence without what brackets elsewhere wish for: 空调证（同时持电工证者优先）."""
    for island in _BRACKETS.finditer(sentence):
        inside = island["inside"]
        if island.start() < at < island.end():  # commas in a list of its own cut nothing
            sentence = sentence[: island.start()] + _LIST_COMMA.sub(
                "、", sentence[island.start() :]
            )
        elif _PREFERRED.search(inside) and not _OF_THE_SAME.match(inside):
            sentence = sentence.replace(inside, "·" * len(inside), 1)
    return sentence


def _generic(sentence: str, start: int, end: int) -> bool:
    """从业资格证 alone is a driver's; beside clouds and funds it is something else."""
    return sentence[start:end] == "从业资格证" and not _ROAD.search(sentence)


def _dismissed(sentence: str, start: int, end: int) -> bool:
    return bool(
        _OTHER_WORD.match(sentence, end - 1)
        or _is_elsewhere(sentence, sentence[start:end])
        or _NEGATED.search(sentence[:start])
        or _GIVEN.search(sentence[:start])
        or _STUDYING.match(sentence[end:])
        or _HEADED.match(sentence[end:])
        or (_TRADE_ALONE.search(sentence[start:end]) and not _TESTED.match(sentence[end:]))
        or _PAID.match(sentence[end:])
    )


def _is_elsewhere(sentence: str, name: str) -> bool:
    return any(sign.search(name) and place.search(sentence) for sign, place in _ELSEWHERE)


def _a_trade(sentence: str, start: int, end: int, beside: bool) -> bool:
    """Whether a name that is a trade too (心理咨询师) stands for the work, not for its paper."""
    is_paper = _PAPER.search(sentence[start:end]) and not sentence.startswith("作业", end - 2)
    if is_paper or _POINT.sub("", sentence) == sentence[start:end]:
        return False
    first, last = _clause(sentence, start, end)
    clause, behind = sentence[first:last], sentence[end:last]
    if _POINT.sub("", clause) == sentence[start:end]:
        return False
    if _LEVEL_BEHIND.match(behind) or (
        _ASKED.search(sentence[:start]) and _LISTED.match(sentence[end:])
    ):
        return False
    if _KNOWN.search(sentence[first:start]) and not _PAPER.search(behind):
        return True
    held = beside or _HELD.search(clause) or _EXAMPLES.search(sentence[:start])
    return bool(_AT_WORK.match(behind)) or not held


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the stretch between commas lies in which this place stands."""
    first = max(sentence.rfind(sign, 0, start) for sign in "，,") + 1
    ends = [at for sign in "，," if (at := sentence.find(sign, end)) >= 0]
    return first, min(ends, default=len(sentence))


def _required(sentence: str, start: int, end: int) -> bool:
    first, last = _clause(sentence, start, end)
    said = [found.end() for found in _SAID_BEFORE.finditer(sentence, first, start)]
    clause = sentence[max(said, default=first) : last]
    if _PREFERRED.search(clause) or _LEARN.search(sentence):
        return False
    before, behind = sentence[:start], sentence[end:]
    goes_on = _LIST_GOES_ON.match(behind) and not _CLASS.match(sentence[start:end])
    if (
        goes_on
        or _BARE_WISH.match(behind)
        or _EXAMPLES.search(before)
        or _WISH_AHEAD.search(before)
    ):
        return False
    return not (_HAVING.match(clause) and _PREFERRED.search(_likewise(sentence[end:])))


def _likewise(after: str) -> str:
    """The clauses behind, as long as each begins like 有驾照，有私家车者优先."""
    kept = []
    for clause in re.split(r"[，,]", after)[1:]:
        if not (_HAVING.match(clause) or _DRIVING.match(clause)):
            break
        kept.append(clause)
    return "，".join(kept)
