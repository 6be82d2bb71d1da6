"""The age that a seeker gives as their own."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading

_YOUNGEST, _OLDEST = 15, 75
_NOTED = 8
_EDGE = r"(?![\d年月天个块元号分千万k米斤公里厘人名家座平台:：%-]|\.\d)"
_AGE = re.compile(
    r"(?<![\d.])(?P<years>[1-7]\d)\s?(?:周)?岁(?!以[上下]|之?前(?!台)|以后|-|[^，。；]{0,2}(?:出来"
    r"|就|开始|进厂|那年|时|起|入行)|的?(?:老(?!司机|师傅|员工|工人|头|太)"
    r"|孩|婆|公))"
    r"|(?:我|俺|都|满|(?<![^，,。；？?！!\s]))\s?(?P<turned>[1-7]\d)[了啦整]"
    r"|[我俺他她妈爸公婆哥姐弟妹](?P<me>1[6-9]|[2-6]\d)(?=[，,。；\s没会想做是男女他她]|$)"
    r"|(?:今年|现[在年]|如今|本人|(?:年龄|年纪|岁数)(?:偏大|有点大|大了)?|年轻|年满|刚满|刚过"
    r"|[虚实周][岁龄]|(?<![\u4e00-\u9fff])年"
    r")(?:已经|都|也|刚好|正好|才|整|虚岁"
    r"|有){0,2}(?:[:：]|是"
    r"|为)?\s?(?:刚满|刚|满)?"
    rf"(?P<named>[1-7]\d){_EDGE}"
    r"|(?:^|[，,。；\s、])(?:[^，,。；\s、/]{0,4}(?:[男女]|大[叔姐哥]|阿姨)|小?妹子?|小伙子?"
    r"|[男女][生的士性]"
    r"|[先女][生士]|阿姨|大叔)"
    r"[，,、/ ]{0,2}(?P<beside>[1-7]\d)(?=[，,。；\s、/]|$)"
    rf"|(?:^|[，,。；\s])(?:我|本人)?[男女][生的士]?(?P<run>1[6-9]|[2-6]\d)(?=[\u4e00-\u9fff]){_EDGE}"
    r"|(?:^|(?<=[，,。；\s]))(?P<first>[1-7]\d)[，,、/ ]{0,2}(?=[男女](?:[，,。；\s/]|$))"
    r"|(?:^|(?<=[，,。；\s]))(?P<alone>[1-6]\d)(?=[，,。；]|$)"
    r"|(?P<old>[1-7]\d)[ -]?(?:years?[ -]?old|y/?o\b)|(?P<lad>[1-7]\d)(?=的(?:小伙|姑娘|人了|男|女"
    r"|大[叔姐哥]|阿姨|老头|妈))"
    r"|(?<=[a-z], )(?P<apart>[1-7]\d)(?=,)|\b(?:i'?m|i am|aged?:?) (?P<am>[1-7]\d)(?![\d-]"
    r"| ?(?:years?|kg|cm|%))"
)
_NOT_OWN = re.compile(
    r"(?<![男女])孩子|儿子|女儿|宝宝|小孩|老人|客户|退休|学生|幼儿|子女|不满|不到|(?<![统校])招|超过|大的"
    r"|小的|老大|老二|快$|将近|接近|差不多"
)

_CHILDREN = re.compile(r"子女")
_CUT = re.compile(r"[，,。；;\n]")


def find(text: str) -> Reading[tuple[int, int]] | None:
    """The age a person gives as their own, twice."""
    seen = own_words(text)
    for found in _AGE.finditer(seen.text):
        before = seen.text[max(0, found.start() - _NOTED) : found.start()]
        if not _CHILDREN.search(before) and not _NOT_OWN.search(_CUT.split(before)[-1]):
            age = int(next(filter(None, found.groups())))
            if _YOUNGEST <= age <= _OLDEST:
                return seen.reading((age, age), found)
    return None
