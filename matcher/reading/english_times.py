"""Rest days and shifts in English made those of Chinese: two days off a week is 每周休2天."""

import re

from matcher.reading.plain import Step, step

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?|s)?\.?(?![a-z])"
_EACH = r"(?:(?:a|per|each|every|in a|in every|/) ?"
_WEEK = rf"{_EACH}week|weekly)(?![a-z])"
_MONTH = rf"{_EACH}month|monthly)(?![a-z])"
_OFF = (
    r"(?:(?:whole |full |consecutive )?(?:days?'? (?:off|of rest|free|rest)|(?:rest|free|off"
    r"|leave) days?)|days? of)"
)
# Hours of an office or a telephone are not those of the work.
_OTHER_HOURS = re.compile(r"(?:interview|call us|contact|apply|open|visit|walk)[^.;。；]{0,30}$")
_WORKED_WEEK = {5: "周一至周五", 6: "周一至周六"}
_NIGHT = r"(?:graveyard|over ?nights?|late[- ]night|nights?(?:[- ]?time)?)"
_SHIFTS = (
    r"(?:shifts?|work(?:ing)?|dut(?:y|ies)|rota|roster|hours|driving|runs?|trips|deliver(?:y|ies)"
    r"|patrols?|rotations?)"
)


def _days(template: str, pattern: str) -> Step:
    """A step whose number stands in one of several places."""
    return (
        re.compile(pattern),
        lambda found: template.format(next(filter(None, found.groups()))),
    )


def _weekdays(found: "re.Match[str]") -> str:
    """Monday to Friday: the days that somebody works."""
    first, last = (_DAYS.index(found[group][:3]) for group in (1, 2))
    days = (last - first) % len(_DAYS) + 1
    before = found.string[max(0, found.start() - 40) : found.start()]
    if days not in _WORKED_WEEK or _OTHER_HOURS.search(before):
        return found.group()
    return _WORKED_WEEK[days] if first == 0 else f"每周工作{days}天"


def _day_off(found: "re.Match[str]") -> str:
    return "周日休息" if found[1] == "sun" else "每周休1天"


def _two_days_off(found: "re.Match[str]") -> str:
    return "周末休息" if {found[1][:3], found[2][:3]} == {"sat", "sun"} else "每周休2天"


_REST: tuple[Step, ...] = (
    step(
        "大小周",
        r"(?:alternat(?:e|ing)|every (?:other|second)|one in two) (?:saturdays?|sundays?"
        r"|weekends?)(?: (?:is |are )?(?:off|free|rest))?|big (?:and|/) small weeks?",
    ),
    step("大小周", r"(?:saturdays?|weekends?)(?: work(?:ing)?)? every (?:other|second) week"),
    step(
        "双休",
        r"double[- ](?:rest|weekends?|days? off)|2-day weekends?|two-day weekends?|weekdays only",
    ),
    step("不上夜班，周末休息", r"no (?:nights?|evenings?) (?:and|or) (?:no )?weekends?(?![a-z])"),
    _days("每周休{}天", rf"(?:rest|off) ([12]) days? {_WEEK}|(?<!\d)([12]) weekdays off"),
    step("单休", rf"(?<![\d.])1\.5 {_OFF} {_WEEK}|single[- ](?:rest|day off)"),
    step(r"每周休\1天", rf"(?<![\d.-])([12]) {_OFF},? {_WEEK}"),
    step("每周休1天", rf"(?:a|an|every|fixed) (?:fixed |free )?day off {_WEEK}"),
    step(r"月休\1天", rf"(?<![\d.-])(\d) ?(?:-\d )?{_OFF},? {_MONTH}"),
    step(r"月休\1天", rf"(?:rest|off) (\d) days,? {_MONTH}"),
    step(r"月休\1天", rf"(?<![\d.-])(\d) days {_MONTH} (?:off|rest)"),
    step(r"月休\1天", rf"{_OFF}: ?(\d)(?: days?)? {_MONTH}"),
    step(
        r"\1天工作制",
        r"(?<![\d.])([56])[- ](?:working[- ])?days?'?[- ](?:(?:work(?:ing)?[- ]?)?week"
        r"|(?:of )?work(?![a-z]))",
    ),
    _days(
        "每周工作{}天",
        rf"(?<![\d.])([56]) (?:working )?days? {_WEEK}|work(?:ing)? ([56]) days(?! {_MONTH})",
    ),
    step(r"每周工作\1天", r"(?<![\d.])([56]) working days(?! (?:of|notice|annual))"),
    step(r"每周工作\1天夜班", rf"(?<![\d.])([56]) nights? {_WEEK}"),
    (re.compile(rf"(?<![a-z]){_DAY} ?(?:to|-|through|thru|till|until) ?{_DAY}"), _weekdays),
    (
        re.compile(
            rf"(?<![a-z]){_DAY} ?(?:and|&|/|\+) ?{_DAY} (?:are |is )?(?:off|free|rest|closed)"
        ),
        _two_days_off,
    ),
    (
        re.compile(rf"(?:off|free|rest|closed) (?:on )?{_DAY} ?(?:and|&|/|\+) ?{_DAY}"),
        _two_days_off,
    ),
    (
        re.compile(rf"(?<![a-z])(?:every |each )?{_DAY} (?:is |are )?(?:off|free|rest)(?![a-z])"),
        _day_off,
    ),
    (
        re.compile(
            rf"(?:(?:day off|free|off|rest) (?:is |on |every )|closed (?:on "
            rf"|every )?){_DAY}(?! and)"
        ),
        _day_off,
    ),
    (re.compile(rf"(?<![a-z]){_DAY} with my (?:family|kids|children)"), _day_off),
    step(
        "周末休息",
        r"(?:free|no(?: work(?:ing)?)?(?: on| at)?|without) (?:work on )?weekends?(?: (?:work"
        r"|shifts?|duty|off))?(?![a-z])|weekends? (?:with|for) (?:my |the )?(?:family|kids"
        r"|children|wife|husband)|weekends? (?:is |are )?(?:also )?(?:off|free|yours"
        r"|rest)(?![a-z])|(?:off|free|rest) (?:on |at |every |both )?(?:the )?weekends?(?![a-z])",
    ),
)
_SHIFT: tuple[Step, ...] = (
    step(
        "不上夜班",
        r"(?<![a-z])(?:no|without|never(?: any)?|never (?:be |work )?(?:on )?) ?(?:(?:late"
        r"|evenings? (?:or|and|,)|weekends? (?:or|and)|early"
        rf"|more) )*{_NIGHT}(?:[- ]{_SHIFTS})?(?![a-z]| (?:problem|shift exp|experience))",
    ),
    step(
        "不上夜班",
        rf"not? (?:be )?(?:required|asked|expected) to work (?:on |at )?{_NIGHT}"
        r"|never (?:be )?on nights|nights? (?:shifts? |work )?(?:is |are )?not (?:required"
        r"|needed)|(?:nobody|no one) works (?:at )?nights?",
    ),
    step(
        "不上轮班",
        r"(?<![a-z])(?:no|without) (?:shift[- ]work|shifts?|rotating shifts?|rotations?)(?![a-z])",
    ),
    step(
        "白班夜班任选",
        r"days?(?: shifts?)? or nights?(?: shifts?)?[^.;。；]{0,20}(?:your choice|choose|choice"
        r"|whichever|as you (?:like|prefer))",
    ),
    step(
        "3班倒",
        r"(?<![\d.])[34][- ](?:shifts?|crews?|teams?)[- ]*(?:rotation|system|pattern|roster"
        r"|operation)?(?! (?:a|per) )(?![a-z])",
    ),
    step(
        "两班倒",
        r"(?<![\d.])2[- ](?:12[- ]hour )?shifts?[- ]*(?:rotation|system|pattern|roster"
        r"|of 12)?(?! (?:a|per) )(?![a-z])|(?<![\d.])\d days?[ ,/]{1,3}(?:and )?\d nights?"
        r"|(?:switch|alternat|rotat)\w* between days? and nights?",
    ),
    step(
        "24小时值班",
        r"(?:shifts?|work(?:ing|s)?|duty|care|stay|run"
        r"|operat\w+)[a-z ]{0,24} (?:a)?round[- ]the[- ]clock",
    ),
    step(
        "24小时值班",
        r"24[- ]?h(?:ours?|rs?)?[- ](?:live-in|on-call|care|duty|shifts?)(?: duty)?"
        r"|shifts? (?:work )?around the clock",
    ),
    step(
        "夜间值班",
        r"on[- ](?:call|duty|standby) (?:at |during |for |some )?(?:the )?nights?(?![a-z])",
    ),
    step(
        "轮班",
        r"rota(?:ting|tion(?:al)?)[- ](?:shifts?|roster|rota|schedule)(?: (?:work|pattern))?"
        r"|shift[- ](?:work|rotation|pattern|roster|system)|shifts? (?:will )?(?:rotat\w+"
        r"|alternat\w+)|alternating shifts?|(?:work|working|in|on) shifts(?![a-z])",
    ),
    step("什么班都可以", r"(?:the )?shifts? (?:does not|doesn't|do not|don't) matter"),
    step(
        "只上白班",
        r"(?:work )?only (?:in|during|at|on) (?:the )?(?:day ?time|day shifts?|days?)(?![a-z])"
        r"|(?<![a-z])(?:days?|day shifts?|day ?time)(?: shifts?| work| hours| jobs?)? only"
        r"|only (?:day shifts?|day work|daytime)",
    ),
    step(
        "白班",
        r"(?:regular|normal|standard|fixed) (?:day ?time|day)[- ](?:hours|shifts?|work)"
        r"|day ?time (?:hours|work|positions?|jobs?)",
    ),
    step(
        "轮班 ",
        r"(?<!day )(?<!late )(?<!early )(?<!evening )"
        r"(?<!morning )(?<!split )(?<![a-z])shifts (?=are (?:ok|fine|no))",
    ),
    step(
        "晚上必须回家",
        r"(?:must|have to|need to) be (?:at )?home (?:in the evenings?|at nights?|every evening)",
    ),
    step(
        "晚上8点前必须回家",
        r"(?:must|have to|need to|got to) (?:finish|leave|stop|be home|be back|get home"
        r"|go home)(?: work(?:ing)?)? (?:before|by) (?:dark|[5-9] ?pm|six|seven|eight|nine"
        r"|evening)",
    ),
    step(
        "凌晨上班",
        r"(?:start|begin)(?:s|ning|ing)?(?: work)? (?:at|from|by|around) (?:about )?(?:midnight"
        r"|[1-3] ?am|[1-3] in the morning)",
    ),
    step(
        "夜班",
        r"(?<![a-z])(?:graveyard|over ?night|late[- ]night"
        rf"|nights?(?:[- ]?time)?)[- ]{_SHIFTS}(?![a-z])",
    ),
)

STEPS: tuple[Step, ...] = (*_REST, *_SHIFT)
