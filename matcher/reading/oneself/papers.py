"""The certificates that a seeker holds: not those studied for, lacking or asked about."""

import re
from collections.abc import Iterator

from matcher.reading import certificate_names as names
from matcher.reading import certificates, english_papers
from matcher.reading.certificates import Mention
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, replaced, sentences

_LICENCE = "驾驶证"
_STUDIED = re.compile(
    r"(?:想要?|要|打算|准备|计划|正|正在|还?在|还没|没有?|马上|将要?|以后|能够?|可以|帮忙?|包|送"
    r"|免费"
    r"|公司|争取|需要|报名|报了)(?:我|我们|员工|去|再|[今明后]年|下半年|年底)?(?:备?考|学|办|拿|取|增驾|升)"
    r"(?:个|一个|一下|下|取|出|到)?[^，,。；;\n、了过有]{0,4}$|(?:要不要|需不需要|用不用|是不是要"
    r"|需要|得要|必须有|一定要)[^，,。；;\n]{0,4}$"
    r"|(?:掉了|丢了|吊销了?|扣了)[^，,。；;\n]{0,2}$"
    r"|(?:准备|备战|备考|冲刺)[^，,。；;\n]{0,2}$"
)
_NOT_YET = re.compile(
    r"[^，。；]{0,10}\b(?:expired|lapsed|revoked|not yet|in progress|next (?:month|year|may|june))"
    r"|[^，,。；;\n、]{0,6}?(?:还?在考|正在考|没考|未考|准备考|备考|待考|在学|还?没(?:有)?(?:下来"
    r"|拿到|到手|过|考|发|办|领)?$|没(?:下来|拿到|到手|过|发|复审|年审|换证)|笔试过|"
    r"还没|(?:可以?|能|会|想要?|打算|马上|随时|立刻|这就|回头)(?:去|补|现|当天|重新?|再)?[办考](?![了过到出好下])"
    r"|(?:现|补|重新?)办(?![了过好的下])"
    r"|(?:(?:才|再|就|得|要|等着?|去|来|尽快|抓紧|重新|排队)[办考补]|(?:下|[明后这]|过完)[^，。；、]{0,4}[考办补拿领])(?![了过到出好下])"
    r"|入职[前后]?再?[补办]|在报名|(?:准备|打算|计划)[^，,。；;\n]{0,4}[办考]"
    r"|过期|丢了|掉了|(?:考?过了?)?[一二两三四五六七八九\d]+[门科]|吊销|注销|作废"
    r"|还?差(?:\d|[一两二三几])[门科]|还?差[^，,。；;\n]{0,4}没过|(?:正|还)?在(?:办|上课|学|培训)|办理中|考试(?:中|没)|已报名"
    r"|(?:正?在|准备)?报考|在?准备(?:中|$|[，,。；;])|报名了|没有(?!过期|扣"
    r"|违)|没(?=[，,？?]|$))"
)
# 专八过了, 二建已注册: held, though the name is that of a trade or an examination.
_PASSED_AFTER = re.compile(
    r"(?:已经?|都|也|考试|证书?|均){0,2}(?:考?过了(?![一二两三四五六七八九\d]+[门科])|通过|注册"
    r"|拿到"
    r"|拿了|到手|在手|考了|执照|考到|考出"
    r"|取得"
    r"|有了|\s?passed|\s?certified|[一二三四五]级)"
)
_PASSED_BEFORE = re.compile(
    r"(?:(?<![没未])考[了过出到下]|(?<![没未])拿[了到下]|取得|通过了?|挂靠?[着了]?|持有?"
    r"|[一二三]级)(?:了"
    r"|一个|个)?$"
)
# 养老护理员中级, 育婴师也有, 考下了育婴师: trades as people name their papers.
_GRADE_OR_TOO = re.compile(
    r"[(（]?(?:[初中高]级|[一二三四五12345]级|技师)(?=[)），,、。；\s也都]|$)|(?:我"
    r"|的话)?[也都](?:有(?!经验|做|干|几|过|\d)|考[了到过下出]|拿[了到]|在手)"
)
# What neither does without.
_EXAMINED = re.compile(r"[初中高一二三四五1-5]级|技师|[也都](?:有|考|拿|在手)|[考拿]|取得|持")
_TAKEN = re.compile(r"(?<![没未])(?:考[了过下出到]了?|拿[了到下]了?|取得了?|持有?)[个张]?$")
# TESOL certificate: the word for a paper stands behind the name.
_CALLED_PAPER = re.compile(r"\s(?:certifi|licen[cs]e)")
_EXAM = re.compile(r"注册|.*教资$")
_DRIVES = re.compile(
    r"(?<![a-z0-9])(?P<class>a[123]|b[12]|c[12])(?=的?[开跑]|的[本照证票]|自?驾)|(?:^"
    r"|[，,、。有持(（\s车下了到过完])(?P<bare>a[12]|b2|c[12])(?=[，,、。)）\s]|$|的(?=[，,。；]"
    r"|$)|[也都]?[有在]"
    r"|[会能]开"
    r"|[一二三四五六七八九十]+年)|(?<![a-z0-9])(?P<kind>[abc])(?=[照本票](?:[，,、。；\s]|司机|$))"
)
_TONGUE = re.compile(r"语|英|日|法|德|cefr|级|区|座|栋|楼|[a-z]\s?$")
_LISTED = re.compile(r"(?<![无没])(?:有证|证书|证件|持证|持有)[:：](?P<trades>[^，,。；;\n]+)")
_ITEM = re.compile(r"[^、/和及\s]+")
# 电工证高低压都有: both papers.
_VOLTAGES = re.compile(
    r"(?:高压?(?:电工)?[、+和跟与/]?低压?|低压?(?:电工)?[、+和跟与/]?高压?)(?:电工)?"
    r"的?(?:[双两2二][个本张样]?)(?:操作|作业|上岗)?证|(?:高压?[、和]?低压?|低压[、和]?高压)[都均]有证"
    r"|双证电工\((?:高压?、低压?|低压?、高压?)\)|电工证\(?(?:高、?低压|高压、?低压"
    r"|低压、?高压)\)?(?=(?:都|均|齐|全)(?!没|未|还|不))"
)
_ONE_VOLTAGE = re.compile(r"(?<=[高低]压)的(?:电工)?证")  # 低压的电工证
# 从业证 of a driver is that of goods traffic.
_TRADE_PAPER = re.compile(r"(?<![\u4e00-\u9fff])(?:也?有|还有)?(?P<paper>从业证)")
_GOODS = re.compile(r"货车|大货|挂车|驾照|驾龄|长途|(?<![a-z\d])[ab]2(?!\d)|大车|物流|送货")
# 我是护师: a title that comes by examination, named as one's own.
_TITLE = re.compile(
    r"(?:^|(?<=[，,。；;！!\s]))(?:我|本人|现在|目前|已经?|职称|\d\d岁|[男女]|临床|护理|是|为|的"
    r"|[:：]|评上了?|[1一][名个]|[儿产内外妇]科|手术室|icu){0,4}(?P<title>主管护师|护师|主管药师)(?=职称|[，,。；;、/了\s]|$)"
)
_UNPASSED = re.compile(r"[没未]")
# 没有B2: said of a class that stands alone.
_LACKING = re.compile(r"(?<!有)(?:没有?|无|不是|缺|不会开)(?:考|拿)?$")
_QUESTION = re.compile(r"[^，,。；;\n]{0,9}[吗么]")
_DENIED = re.compile(
    r"(?:^|[，,。；;\s]|也|都)(?:无|没有?)[^，,。；;\n]{1,8}[、和][^，,。；;\n、]{0,4}$"
    r"|\b(?:no|without(?: an?)?|(?:studying|preparing|working) (?:for|towards?)"
    r"|(?:don't|do not|didn't) (?:have|hold)(?: an?| any)?|haven't got(?: an?| any)?) (?:[a-z]+ )?$"
)
_NEEDED = re.compile(r"请问|[需要用得][^，,。；;\n]{0,4}$")
# 高空作业 is a paper only where one is spoken of.
_WORK = re.compile(r"(?:作业|操作|架设|安装|控制室|仪表)$")
_PAPER = re.compile(r"[^，,。；;\n]{0,4}(?:证|资格)")
# 叉车会开，有证: a paper whose trade is told elsewhere in the text.
_BARE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:执业)?证(?:书|件)?(?:都|也|已|全|是)?(?:有|在手?|齐全?|考了|拿到|带)"
    r"|(?<!没)(?<!没有)有(?:上岗|操作|资格)?证(?![件明书券])|持证(?!上岗)"
    r"|证是?(?:[^，。；]{0,5}(?:复审|年审)|[初中高]级)|证(?:都|也)?(?:齐全?"
    r"|在手|执照|考到|考出来?|考下来?|拿到|下来)了?"
)
# 装载机、挖掘机都有证: one paper for each trade.
_EACH = re.compile(r"[和、跟与][^，,。；;\n]{2,8}[，,]?(?:我|两样|两个){0,2}都(?:有|持)证$")
_GRADED = re.compile(
    r"(?<![^，,、。\s有过会计考了])(?P<grade>[初中高])级(?:职称)?(?:(?=[，,、。\s]|$)|证书?|(?:已经?"
    r"|也)?(?:考|拿|有))"
)
_GRADES = (
    (
        re.compile(r"消防|中控|消控"),
        {"初": "消防设施操作员证(初级)", "中": "消防设施操作员证(中级)"},
    ),
    (
        re.compile(r"会计|财务|做账|出纳|[做报]税"),
        {"初": "初级会计证", "中": "中级会计证", "高": "高级会计证"},
    ),
)


def held(text: str) -> list[str]:
    """The certificates that a person holds, each once, in the order of the text."""
    return list(dict.fromkeys(mention.value.name for mention in find(text)))


def find(text: str) -> list[Reading[Mention]]:
    """Every certificate that a person says to hold, and where."""
    seen = replaced(own_words(text), _VOLTAGES, lambda _: "高压电工证、低压电工证")
    seen = replaced(seen, _ONE_VOLTAGE, lambda _: "电工证")
    named = certificates.named_in(seen)
    covered = {at for each in named for at in range(each.start, each.end)}
    named += [
        each
        for each in _told_otherwise(seen.text)
        if covered.isdisjoint(range(each.start, each.end))
    ]
    kept = [each for each in named if not _is_missing(seen.text, each)]
    if any(each.name.startswith(_LICENCE) and each.name != _LICENCE for each in kept):
        kept = [each for each in kept if each.name != _LICENCE]
    kept += [_held(name, place) for name, place in _graded(seen.text)]
    if not named and not kept:
        kept += [_held(name, place) for name, place in _bare(seen.text)]
    kept.sort(key=lambda each: each.start)
    return [seen.reading(each, (each.start, min(each.end, len(seen.text)))) for each in kept]


def _is_missing(text: str, named: Mention) -> bool:
    before, after = text[max(0, named.start - 14) : named.start], text[named.end : named.end + 14]
    if _UNPASSED.search(text, named.start, named.end):
        return True
    work_alone = _WORK.search(text, named.start, named.end) and not _PAPER.match(after)
    if work_alone or (_QUESTION.match(after) and _NEEDED.search(before)):
        return True
    if _PASSED_AFTER.match(after):
        return False
    return bool(_STUDIED.search(before) or _DENIED.search(before) or _NOT_YET.match(after))


def _told_otherwise(text: str) -> Iterator[Mention]:
    """Papers that only a person speaks of so: 二建已注册, A2开了八年, 证件：焊工、叉车."""
    yield from _licences(text)
    if _GOODS.search(text):
        papers = _TRADE_PAPER.finditer(text)
        yield from (_held("货运从业资格证", found.span("paper")) for found in papers)
    yield from _listed(text)
    yield from _examined(text)
    yield from (
        _held(f"{found['title']}证", found.span("title")) for found in _TITLE.finditer(text)
    )
    for first, last in sentences(text):
        for start, end, name in names.named(text[first:last]):
            if _is_passed(text, first + start, first + end):
                yield _held(name, (first + start, first + end))


def _licences(text: str) -> Iterator[Mention]:
    for found in _DRIVES.finditer(text):
        before = text[max(0, found.start() - 8) : found.start()]
        if not _TONGUE.search(before) and not _LACKING.search(before):
            letters = found["class"] or found["bare"] or found["kind"]
            yield _held(names.licence(letters), found.span())


def _listed(text: str) -> Iterator[Mention]:
    for found in _LISTED.finditer(text):
        for trade in _ITEM.finditer(text, *found.span("trades")):
            if "证" not in trade.group():
                yield from (_held(name, trade.span()) for name in names.trades_in(trade.group()))


def _examined(text: str) -> Iterator[Mention]:
    """Trades with the grade of an examination, or told to be held too: 茶艺师高级, 育婴师也有."""
    if not _EXAMINED.search(text):
        return
    for start, end, name in names.trade_places(text):
        if name.startswith(_LICENCE):
            continue
        if _GRADE_OR_TOO.match(text, end) or _TAKEN.search(text, max(0, start - 4), start):
            yield _held(name, (start, end))


def _is_passed(text: str, start: int, end: int) -> bool:
    return bool(
        _EXAM.match(text, start, end)
        or _PASSED_AFTER.match(text[end : end + 12])
        or _CALLED_PAPER.match(text, end)
        or _PASSED_BEFORE.search(text[max(0, start - 8) : start])
    )


def _held(name: str, place: Span) -> Mention:
    return Mention(name, *place, required=True, offset=place[0])


def _graded(text: str) -> Iterator[tuple[str, Span]]:
    """中级证 of who keeps accounts or guards against fire: only these two trades have grades."""
    spoken = [grades for trade, grades in _GRADES if trade.search(text)]
    for found in _GRADED.finditer(text) if spoken else ():
        is_studied = _STUDIED.search(text, max(0, found.start() - 14), found.start())
        if is_studied or _NOT_YET.match(text, found.end()):
            continue
        yield from (
            (grades[found["grade"]], found.span()) for grades in spoken if found["grade"] in grades
        )


def _bare(text: str) -> Iterator[tuple[str, Span]]:
    found = _BARE.search(text)
    before = text[: found.start()] if found else ""
    trades = [*names.trades_in(before), *english_papers.trades_in(before)]
    if found and trades:
        several = trades if _EACH.search(text, 0, found.end()) else trades[-1:]
        yield from ((name, found.span()) for name in dict.fromkeys(several))
