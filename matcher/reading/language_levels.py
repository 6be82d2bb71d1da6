"""Levels of English and Japanese, however they are strung together."""

import re
from collections.abc import Iterator

_ENGLISH = re.compile(
    r"(?:英语|英文|外语|cet|大学)(?:[^，,。；;、\n专]{0,10}?|[^。；;、\n专\d]{0,14}?[，,])"
    r"(?P<four>[四4])?(?(four)(?:[六6](?=\s?级))?|)(?P<six>(?(four)\s?级?(?:[/、或和及]{1,2}"
    r"|[，,](?=[六6]级(?:者|的)?(?:优先|更佳|加分)))|)[六6])?(?(four)|(?(six)|(?!)))\s?级"
    r"(?!工|技|医|甲|钳|电|焊|管|\w{0,2}保护)"
)
# CET4/6, and CET-43.熟悉 where the next point's number runs on.
_CET = re.compile(
    r"cet[- ]?(?P<first>[46])(?:[/、,或](?:cet[- ]?)?(?P<both>6)(?!\d)|(?=\d{1,2}[.、)）]))"
)
_JAPANESE = re.compile(r"日[语文][^，。；;\n\d]{0,8}n(?P<level>[1-3])(?!\d)")
_BOTH_MAJORS = re.compile(r"专业?[四4]级?(?P<both>[、/,，或和及]{1,2}专?业?[八8]级?)")


def levels(sentence: str) -> Iterator[tuple[int, int, str]]:
    """The place and name of each level; 四六级 is the lower one."""
    for found in _ENGLISH.finditer(sentence):
        both = found["four"] and found["six"]
        middle = found.end("four") if both else found.end()
        if found["four"]:
            yield found.start(), middle, "英语四级"
        if found["six"]:
            yield (middle if both else found.start()), found.end(), "英语六级"
    for found in _CET.finditer(sentence):
        yield found.start(), found.end("first"), "英语四级" if found["first"] == "4" else "英语六级"
        if found["both"]:
            yield found.start("both"), found.end(), "英语六级"
    for found in _BOTH_MAJORS.finditer(sentence):
        yield found.start(), found.start("both"), "英语专业四级"
        yield found.start("both"), found.end(), "英语专业八级"
    for found in _JAPANESE.finditer(sentence):
        yield *found.span(), f"日语N{found['level']}"
