"""The highest schooling that a seeker says to have finished."""

import re

from matcher.domain.terms import Education
from matcher.reading.education import LEVEL, NOT_SCHOOLING, ORDER, WORDS
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span

# Begun but not finished: 大专在读, 高中没读完, 想考本科.
_UNFINISHED = re.compile(
    rf"[没未]有?[念读上]完(?:{LEVEL}|大学)|(?:{LEVEL}|大学)(?:(?!毕业"
    rf"|[读念上]完)[^，,。；;\n]){{0,3}}?(?:没|未|肄|辍|在[读学]|休学|退学"
    r"|还在[读上念]|读了?一半|还?[差剩](?:\d|[一两二三四五几])[门科]"
    r"|考试|自考中|[读念]着"
    rf"|在考)[^，。；;\n]{{0,4}}"
    r"|(?:在读|正在(?:[读上念]|自考|函授|成考)|在[念修]|还在[读上念]|[想要备准][备要去]?[考读升]|报考|报了|明年"
    rf"|后年)[^，,。；;\n]{{0,4}}(?:{LEVEL}|专升本)"
    r"|(?:在[^，。；]{1,5}|业余|周末|晚上|下班后?|边[^，。；]{1,4}边|正|还)[读念上修](?:着|个|的)?"
    rf"(?:{LEVEL}|专升本)(?!毕业|[读念]?完)"
    rf"|{LEVEL}(?:[明后]年|年底|下半年)[^，。；]{{0,2}}毕业"
    r"|专升本(?:在|备|考|还)"
)
_OF_A_SCHOOL = (
    r"(?![教老]师|(?<=专科)(?:护[士师]|医|门)|教资|[语数英物化][文学语理]|家教|学?生?家长|课|部"
    r"|门口"
    r"|附近|食堂|旁|对面|[同医]|门诊|生的?(?:家教|辅导|作业)|以上)"
)
_FINISHED = re.compile(
    rf"{LEVEL}{_OF_A_SCHOOL}(?=[^，。；]{{0,6}}(?:毕业|学历|文化|文凭|应届|专业|水平|学位|刚|函授"
    r"|自考|成教|电大|程度)|[学读念上](?![校生习历完过]))"
    r"|(?:应届|毕业于|[读念]的?是?|上过|学历是?[:：]?|文凭|文化程度[:：]?|自考|函授|统招|全日制"
    rf"|成人|拿了?)[^，。；]{{0,4}}?(?:{LEVEL}){_OF_A_SCHOOL}"
    r"|(?<![^，,。；;！!？?\s])(?:本科|大专|中专|中职|专科|硕士"
    rf"|高职){_OF_A_SCHOOL}(?=[^，。；]{{1,8}}(?:[，,"
    r"。；]|$))"
    rf"|{LEVEL}(?=(?<!小学)生(?![的活])|[，,。；、/)）\s]|$)|专升本|国中(?=毕业|学历)|大学(?=毕业"
    r"|学历|文化|文凭)"
    r"|(?:职校|卫校|护校|中师|技师学院)(?=[^，。；]{0,4}(?:毕业|学|出来))|(?:初中|高中)(?=念|读|上|就|没[上考]大学)"
    rf"|[我俺](?:是|就)?(?:{LEVEL})的?(?=[，,。；])"
    r"|bachelor|master(?!y|s? of ceremon)|associate degree|junior high|middle school"
    r"|high school(?: diploma)?|diploma|vocational school|technical school"
    r"|(?:college|university) (?:degree|graduate)"
    r"|graduated from (?:a |an )?(?:college|university)|ph\.?d(?! student| candidate)"
)
_MORE_WORDS = (
    (r"专升本|大学|university", Education.BACHELOR),
    (r"国中", Education.JUNIOR),
    (r"diploma", Education.COLLEGE),
    (r"职校|卫校|护校|中师|技师学院|vocational", Education.VOCATIONAL),
)
_AT_SCHOOL = re.compile(r"(?:教(?!育)|带|给|教过|辅导|送|去|(?<!现)在|陪)[^，。；]{0,2}$")
_CUT = re.compile(r"[，,。；;！!？?\n]")
_CELL = 12


def highest(text: str) -> Education | None:
    """The highest schooling a person says to have finished, studies broken off left out."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[Education] | None:
    """The highest schooling a person says to have finished, and where they say it."""
    seen = own_words(text)
    line = _UNFINISHED.sub(lambda found: "·" * len(found.group()), seen.text)
    spoken = [(line, (0, len(line)))] if len(line.strip()) <= _CELL else _spoken(line)
    named = [(step, place) for said, place in spoken for step in _steps(said)]
    if not named:
        return None
    step, place = max(named, key=lambda each: ORDER.index(each[0]))
    return seen.reading(step, place)


def _spoken(line: str) -> list[tuple[str, Span]]:
    return [
        (found.group(), found.span())
        for found in _FINISHED.finditer(line)
        if not NOT_SCHOOLING.search(
            before := _CUT.split(line[max(0, found.start() - 6) : found.start()])[-1]
        )
        and not _AT_SCHOOL.search(before)
    ]


def _steps(said: str) -> list[Education]:
    known = [step for words, step in WORDS if re.search(words, said)]
    return known or [step for words, step in _MORE_WORDS if re.search(words, said)]
