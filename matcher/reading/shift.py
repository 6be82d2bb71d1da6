"""The shift pattern a posting states."""

import re

from matcher.domain.terms import Shift
from matcher.reading.told import Reading, Told, around, blanked, clauses, told

_NIGHT_WORDS = r"(?:夜班|晚班|大夜班?|小夜班?|通宵班?|熬夜|夜)"
_ROTATION_WORDS = r"(?:倒[大小]?班|轮班|[23两二三]班倒|倒[23两二三]班|翻班)"
_NO = (
    r"(?:无|没有|没|不用|无需|无须|不需要?|不必|免|不安排|不排|不参与|不涉及|不值|拒绝|告别|零"
    r"|(?<!\d)0"
    r"|不|非)"
    r"(?:上|值|熬|有|做|设|任何|固定)?"
)
_NO_NIGHTS = re.compile(
    rf"(?<!能)(?<!能否){_NO}(?:(?:早中?)?{_NIGHT_WORDS}(?:[、/和或及]{{1,2}}(?:不|无|没有)?{_ROTATION_WORDS})?"
    rf"|{_ROTATION_WORDS}[、和/或]?{_NIGHT_WORDS})"
    r"(?!间|宵|市|.{0,3}[勿别])|[无不没]加班[、，,]夜班|(?:夜班|晚班)[:：]?(?:无|没有)(?!补|津)"
    r"|(?:no|without|never any) (?:night|rotating|overnight|shift)(?: shifts?| work)?"
    r"|(?:nobody|no one) works (?:at )?nights?"
    r"|nights? (?:shifts? |work )?(?:is |are )?not (?:required|needed)"
)
_NO_ROTATION = re.compile(rf"{_NO}{_ROTATION_WORDS}(?!.{{0,3}}[勿别])")
_REFUSED = re.compile(
    r"(?:不(?:能|愿|可以)?(?:接受|适应|能接受|上|倒|想上)|(?:接受|适应|上)不了)(?:上)?"
    rf"(?:{_NIGHT_WORDS}|{_ROTATION_WORDS})[^，。]{{0,6}}(?:勿|别|绕|慎|不要|请不)"
)
_DAY = re.compile(
    r"(?<![店组班队])长白(?!山|云)班?|常白班|长日班|常日班|全白班|纯白班|(?:只|仅)上白班|正常白班|固定白班|行政班"
    r"|(?<!按)正常班(?!次|组|上?满)|(?<!长)(?<!家或)白班|只需?白天上班"
)
_SURE_DAY = re.compile(
    r"(?<![店组班队])长白(?!山|云)班?|常白班|长日班|常日班|全白班|纯白班|只上白班|固定白班|行政班|不(?:需要?|用)?倒班"
)
_THREE = re.compile(
    r"(?:接受|适应|服从|能上)[三3]班|[三3]班(?:倒|制|[两2]运转|轮|工作制)|[三3]班[三3]倒"
    r"|[四4五5]班[三3](?:运转|倒)|(?<!班)三倒"
    r"|早中[晚夜](?:轮)?[班倒]|早、中、[晚夜]班|早班[^。\n]{0,16}中班[^。\n]{0,16}[晚夜]班"
)
_TWO = re.compile(
    r"(?:两|二|2)班(?:倒|制|轮|两倒|2倒|两运转|2运转|工作制)|两倒|[四4三3]班[两二2](?:运转|倒)"
    r"|白[、/]?[夜晚]班|[日昼][、/]?夜(?:班|轮|倒)|早晚班|倒[大小]?班|轮(?:换)?夜|翻班|(?:接受"
    r"|适应|服从|能上)(?:两班|2班)"
    r"|(?<![核相校])对倒(?!闭)|(?:小时|h|制|上)对班(?![组级主长])"
    r"|轮班(?!次?排?休|表|调休|[双单]休)|白夜(?:轮|倒|两|休)|24小时(?:轮|倒|值|上岗|工作制|制|班)"
    r"|上24(?:小时)?休(?:息)?(?:24|48)|上一休[二三23]|做24休"
    r"|上(?:24|二十四)[^，。]{0,4}休(?:24|48|二十四|四十八)"
)
_NIGHT = re.compile(
    r"夜班|晚班|大夜|小夜|通宵|夜间(?:值班|工作|巡逻|上班|配送|作业)|守夜|值夜|夜勤|上夜"
    r"|凌晨[^，。；\n]{0,8}(?:上班|开工|送货|配送|开始)|night shift|graveyard"
    r"|night (?:work|duty|hours|manager|audit\w*|porter|guard|nurse|watchman|receptionist)|(?:work"
    r"|working) nights|overnight (?:shift|work)"
)
_EITHER = re.compile(
    r"rotating (?:shift|roster)|shift work|shifts? rotation|day and night|24[- ]hours? shifts?"
    r"|(?:three|two|3|2)[- ]shifts?[^.，。；\n]{0,40}night"
)
_DAYTIME = re.compile(r"day shift|no night|daytime only")
_NIGHT_HOURS = re.compile(
    r"(?:晚上?|夜里)\s*(?:[7-9]|1\d|2[0-3])[:点时]?\d{0,2}\s*(?:-|到|至)\s*(?:次日|第二天|早上?"
    r"|凌晨)\s*\d"
    r"|(?<![\d:])(?:1[89]|2[0-3])[:点]\d{0,2}\s*(?:-|到|至|一)\s*(?:次日|第二天|早上?"
    r"|凌晨|翌日|隔天)\s*0?[0-9](?!\d)"
    r"|(?<![\d:])(?:1[89]|2[0-3])[:点]\d{0,2}\s*(?:-|到|至)\s*0?[1-9][:点]"
    r"|(?<![\d:])(?:[7-9]|1[01])(?::\d\d)? ?pm ?(?:to|-|until|till) ?\d{1,2}(?::\d\d)? ?am"
)
_CHOSEN = re.compile(
    r"班[^，。；]{0,6}(?:可选|自选|任选|可以选|自由选|自己选|随便选|都可选|选择)|二选一|(?:可选"
    r"|任选)[^，。；]{0,4}班"
)
# 夜班自愿: nights are there for who wants them.
_BY_CHOICE = re.compile(
    r"(?:夜|晚)班[^，。；\n]{0,4}(?:自愿(?!放弃)|可选|自选|任选)|(?:可选|自愿(?:上|选)?)(?:夜|晚)班"
)
# Places of either kind: who applies says which.
_EACH_APART = re.compile(
    r"\A(?=.*只上白班)(?=.*只上[夜晚]班)|白班\d{1,3}[名人个位][^。；\d]{0,3}[夜晚]班\d{1,3}[名人个位]"
    r"|白班[^。；\n]{0,16}或[夜晚]班[^。；\n]{0,20}(?:不倒班|不轮班)",
    re.DOTALL,
)
_CHOICE = re.compile(r"都有|均有|均可|或|也有|可商量|可协商")
_MUST = re.compile(r"(?:要|须|需|必须)能?(?:接受|适应|配合)[^，。；]{0,6}(?:夜班|倒班|轮班)")
_ALLOWANCE = re.compile(r"(?:夜班|晚班|倒班|中夜班|夜间)(?:补贴|补助|津贴|费|补|餐|夜宵)")
# Night nurses handed over to, schedules drawn up: talk of shifts that are not the reader's own.
_ASIDE = re.compile(
    r"(?:与|和|跟|对)(?:前|上一|下一)?(?:个)?(?:夜班|晚班|白班|班次)[^，。；]{0,16}(?:交接|对接)"
    r"|交接班|轮班的?除外|晚班(?:下班|打车|各项)|晚班的?(?:免费)?(?:夜宵|宵夜)"
    r"|(?:夜班|晚班|白班)(?:人员|员工|同事|主管|经理|医生|护士|保安)?(?:的)?(?:交接|管理|安排工作)"
    r"|(?:安排|编制|制定|负责)[^，。；]{0,8}(?:轮班表|排班表|轮班安排)"
)
# 晚班9:30-18:30: late is only its name, wherever the text says it.
_LATE = re.compile(
    r"晚班(?:[^。；;\n班]{0,12}?[^\d。；;\n班])??(?P<afternoon>中午|下午|晚上?)?"
    r"(?P<start>\d{1,2})(?:[:点]{1,2}(?:\d\d)?半?)?\s{0,2}(?:-{1,3}|到|至|一)\s{0,2}"
    r"(?P<evening>晚上?|下午|次日|第2天|凌晨)?(?P<end>\d{1,2})(?![\d天月个小])"
    r"|晚班最?[晚迟]?(?:上?到|至)?(?:晚上?)?(?P<last>\d{1,2})[:点]"
)
_LATE_WORD = re.compile(r"晚班")
# 8:00-22:00之间轮班: turns that all lie in the day.
_DAY_HOURS = (
    r"(?<!\d)(?<!\d:)(?:0?[6-9]|1[0-2])[:点](?:\d\d|半)?\s{0,2}(?:-|到|至)\s{0,2}"
    r"(?:1[4-9]|2[0-2])[:点](?:\d\d|半)?"
)
_TURNS = r"(?<![无不])(?:轮班|翻班|早晚班)"
_TURN = re.compile(_TURNS)
_DAY_TURNS = re.compile(
    rf"{_DAY_HOURS}[^。；;\n\d]{{0,10}}{_TURNS}|{_TURNS}[^。；;\n]{{0,20}}?{_DAY_HOURS}"
)
_MORNING, _NOON, _BEDTIME = 7, 12, 22  # hours of the clock


def read(text: str) -> Shift | None:
    """The pattern stated; None where none is, or where day and other shifts are for choice."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[Shift] | None:
    """The pattern stated and the words that state it."""
    seen = told(text)
    asides = [*_ASIDE.finditer(seen.text), *_late_by_daylight(seen.text), *_day_turns(seen.text)]
    clear = blanked(seen.text, *asides)
    must = _REFUSED.search(clear)
    if must:
        return _rotation(clear, seen) or seen.reading(Shift.NIGHT, must)
    if _EACH_APART.search(clear):
        return None
    denials = [*_NO_NIGHTS.finditer(clear)]
    turns = [*_NO_ROTATION.finditer(clear)]
    rest = blanked(clear, *denials, *turns)
    paid = _ALLOWANCE.search(rest)
    rest = blanked(rest, *_ALLOWANCE.finditer(rest))
    rotation = _rotation(rest, seen)
    if turns and rotation and rotation.value is Shift.NIGHT and not denials:
        return rotation
    day = next(iter((*denials, *turns)), None) or _DAY.search(rest) or _DAYTIME.search(rest)
    if day is None and rotation and re.search(r"白", rest) and _CHOSEN.search(rest):
        return None
    if day is None and rotation and rotation.value is Shift.NIGHT and _BY_CHOICE.search(rest):
        return None
    if day is None:
        return rotation or (seen.reading(Shift.NIGHT, paid) if paid else None)
    if rotation is None:
        return seen.reading(Shift.DAY, day)
    return _between(rest, rotation, seen.reading(Shift.DAY, day), bool(denials))


def nights(text: str) -> Reading[bool] | None:
    """Whether nights belong to the posting: rotation counts, a choice of shifts says nothing."""
    found = find(text)
    return found.having(found.value is not Shift.DAY) if found else None


def _late_by_daylight(text: str) -> list[re.Match[str]]:
    """The late shifts, where all that have hours have those of a day."""
    timed = [*_LATE.finditer(text)]
    if not timed or not all(_is_daylight(each) for each in timed):
        return []
    return [*_LATE_WORD.finditer(text)]


def _day_turns(text: str) -> list[re.Match[str]]:
    """Turns within hours of the day, unless hours or denials speak of nights too."""
    if not _TURN.search(text) or _NIGHT_HOURS.search(text) or _NO_NIGHTS.search(text):
        return []
    return [*_DAY_TURNS.finditer(text)]


def _is_daylight(late: re.Match[str]) -> bool:
    if late["last"]:
        return _MORNING < int(late["last"]) <= _BEDTIME
    start, end = int(late["start"]), int(late["end"])
    if late["evening"] in ("次日", "第2天", "凌晨"):
        return False
    past_noon = bool(late["afternoon"]) or start == _NOON or start < _MORNING
    start += _NOON if past_noon and start < _NOON else 0
    end += _NOON if end < _NOON and (late["evening"] or past_noon) else 0
    return _MORNING <= start < end <= _BEDTIME


def _rotation(clear: str, seen: Told) -> Reading[Shift] | None:
    for pattern, shift in (
        (_THREE, Shift.THREE_SHIFT),
        (_TWO, Shift.TWO_SHIFT),
        (_EITHER, Shift.TWO_SHIFT),
    ):
        found = pattern.search(clear)
        if found:
            return seen.reading(shift, found)
    found = _NIGHT.search(clear) or _NIGHT_HOURS.search(clear)
    return seen.reading(Shift.NIGHT, found) if found else None


def _between(
    rest: str, rotation: Reading[Shift], day: Reading[Shift], denied: bool
) -> Reading[Shift] | None:
    if denied:  # rotation without nights is neither
        return day if rotation.value is Shift.NIGHT else None
    if _MUST.search(rest):
        return rotation
    if _CHOSEN.search(rest) or (_choice_beside(rest) and _SURE_DAY.search(rest)):
        return None
    return rotation.having(Shift.TWO_SHIFT) if rotation.value is Shift.NIGHT else rotation


def _choice_beside(rest: str) -> bool:
    """Whether a word of choice stands in a clause that speaks of shifts."""
    places = clauses(rest)
    for choice in _CHOICE.finditer(rest):
        start, end = around(places, choice.start())
        if re.search(r"班|倒", rest[start:end]):
            return True
    return False
