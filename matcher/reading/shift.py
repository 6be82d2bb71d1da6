"""The shift pattern a posting states, and whether a seeker says that nights are out."""

import re

from matcher.domain.terms import Shift
from matcher.reading.plain import plain, with_digits

_NIGHT_WORDS = r"(?:夜班|晚班|倒班|大夜|小夜|通宵班?|轮班|[23]班倒|[两二三]班倒|翻班|熬夜)"
_NO_NIGHTS = re.compile(
    rf"(?:无|没有|没|不用|无需|无须|不需要?|不必|免|不安排|不|非)(?:上|值|熬|有|做"
    rf"|设)?{_NIGHT_WORDS}"
    r"(?!.{0,2}勿)"
)
_REFUSED = re.compile(
    rf"不(?:能|愿|可以)?(?:接受|适应|能接受)(?:上)?{_NIGHT_WORDS}[^，。]{{0,4}}勿"
)
_DAY = re.compile(
    r"长白班?|常白班|长日班|常日班|全白班|纯白班|只上白班|正常白班|固定白班|行政班|正常班"
    r"|(?<!长)白班"
)
_SURE_DAY = re.compile(
    r"长白班?|常白班|长日班|常日班|全白班|纯白班|只上白班|固定白班|行政班|不(?:需要?|用)?倒班"
)
_THREE = re.compile(
    r"[三3]班(?:倒|制|两运转|2运转|轮|工作制)|[四4]班(?:三|3)(?:运转|倒)|三倒|早中晚(?:轮)?班"
    r"|四班三"
)
_TWO = re.compile(
    r"(?:两|二|2)班(?:倒|制|轮|两倒|2倒|两运转)|两倒|(?:四班|4班)(?:两|二|2)运转|白夜班|白晚班"
    r"|日夜班|昼夜|早晚班"
    r"|白[、/]夜班|日[、/]夜班|倒班|轮班|翻班|轮夜|24小时(?:轮|倒|值|上岗|制)|两头班"
)
_NIGHT = re.compile(r"夜班|晚班|大夜|通宵|夜间(?:值班|工作|巡逻|上班)|守夜")
_NIGHT_HOURS = re.compile(
    r"(?:晚上?|夜里)\s*(?:[6-9]|1\d|2[0-3])[:点时]?\d{0,2}\s*(?:-|到|至)\s*(?:次日|第二天|早上?"
    r"|凌晨)\s*\d"
    r"|(?<![\d:])(?:1[789]|2[0-3])[:点]\d{0,2}\s*(?:-|到|至)\s*(?:次日|第二天|早上?"
    r"|凌晨)?\s*0?[0-9][:点]"
)
_CHOSEN = re.compile(
    r"班[^，。；]{0,6}(?:可选|自选|任选|可以选|自由选)|二选一|(?:可选|任选)[^，。；]{0,4}班"
)
_CHOICE = re.compile(r"都有|均有|均可|或|也有|可商量|可协商")
_ALLOWANCE = re.compile(r"(?:夜班|晚班|倒班)(?:补贴|补助|津贴|费|补|餐)")


def read(text: str) -> Shift | None:
    """The pattern stated; None where none is, or where day and other shifts are for choice."""
    told = with_digits(plain(text))
    if not told:
        return None
    told = _REFUSED.sub("夜班", told)
    denied = bool(_NO_NIGHTS.search(told))
    rest = _NO_NIGHTS.sub("", told)
    paid_nights = bool(_ALLOWANCE.search(rest))
    rest = _ALLOWANCE.sub("", rest)
    rotation = _rotation(rest)
    by_day = denied or bool(_DAY.search(rest))
    if rotation and not by_day:
        return rotation
    if rotation:
        return _between(rest, rotation, denied)
    if by_day:
        return Shift.DAY
    return Shift.NIGHT if paid_nights else None


def excludes_nights(text: str) -> bool:
    """Whether a person says that they will not work nights or rotate."""
    told = with_digits(plain(text))
    for clause in re.split(r"[，,。；;！!\s]", told):
        if re.search(r"都?(?:可以?|行|能接受|没问题|商量|也行|接受)$", clause) and not re.search(
            r"不(?:能|可以?|行|接受)", clause
        ):
            continue
        if _PERSON_NO.search(clause) or _wants_days(clause, told):
            return True
    return False


_PERSON_NO = re.compile(
    r"(?:不(?:太)?(?:想|能|愿意?|要|上|接受|做|考虑|可以)|上不了|熬不了|不了|无法|没法|拒绝"
    r"|不)(?:再)?(?:上|做|熬|接受)?"
    r"(?:夜班|晚班|通宵|倒班|大夜|夜|[三两二23]班倒)"
)


def _wants_days(clause: str, told: str) -> bool:
    """A wish for days counts as firm unless it is softened or other shifts are accepted too."""
    if not re.search(r"长白班|常白班|白班", clause) or "最好" in clause or "优先" in clause:
        return False
    return not re.search(
        r"(?:倒班?|夜班|两班倒|晚班)[^，。]{0,4}(?:可以|也行|都行|行|商量|接受)", told
    )


def _rotation(told: str) -> Shift | None:
    for pattern, shift in ((_THREE, Shift.THREE_SHIFT), (_TWO, Shift.TWO_SHIFT)):
        if pattern.search(told):
            return shift
    if _NIGHT.search(told) or _NIGHT_HOURS.search(told):
        return Shift.NIGHT
    return None


def _between(told: str, rotation: Shift, denied: bool) -> Shift | None:
    if denied and rotation is Shift.NIGHT:
        return Shift.DAY
    if _CHOSEN.search(told) or (_CHOICE.search(told) and _SURE_DAY.search(told)):
        return None
    if rotation is Shift.NIGHT:
        return Shift.TWO_SHIFT
    return rotation
