"""The headings of a posting: which part tells duties, which demands, which the offer."""

import re
from functools import lru_cache

_REQUIREMENTS = (
    r"任职要求|任职资格|任职条件|岗位要求|职位要求|招聘要求|应聘要求|应聘条件|招聘条件|录用条件"
    r"|入职要求|人员要求"
    r"|基本要求|资格要求|岗位条件|能力要求|技能要求|我们希望你|我们期望|任职需求|要求如下"
    r"|职位条件|报名条件"
)
_DUTIES = (
    r"岗位职责|工作职责|工作内容|职位描述|岗位描述|职责描述|主要职责|岗位内容|职位职责|工作描述"
    r"|你将负责|主要工作|岗位说明"
    r"|职责范围|工作说明"
)
_OFFER = (
    r"福利待遇|薪资待遇|薪资福利|薪酬福利|公司福利|岗位福利|工作时间|上班时间|工作地点|薪酬待遇"
    r"|我们提供|待遇福利|员工福利"
    r"|薪资结构|公司简介|公司介绍|联系方式|待遇"
)
HEADING = re.compile(
    r"[【\[(（<「]?[ \t]{0,2}(?:[一二三四五六]、|\d[、.．])?[ \t]{0,2}"
    rf"(?:(?P<need>{_REQUIREMENTS})|(?P<duty>{_DUTIES})|(?P<offer>{_OFFER}))"
    r"[ \t]{0,2}(?:[】\])）>」]{1,3}[ \t]{0,2}[:：;；]?|[:：;；]|(?=\s{0,3}\n)"
    r"|(?=\s{0,3}(?:1|一|①)[ \t]{0,2}[、.．]))"
)
# Looser names of parts, good enough to know where duties end.
_OTHER_PART = re.compile(
    r"(?:要求|条件|资格|福利|待遇|薪资|薪酬|时间|亮点|优势|标准|地点|地址|发展|关于我们)"
    r"(?:说明|如下|情况)?[】\])）]{0,2}[ \t]{0,2}[:：]"
    r"|[【\[][^】\]\n]{0,10}(?:要求|条件|资格|福利|待遇|薪|时间|亮点|优势|食宿"
    r"|住宿)[^】\]\n]{0,6}[】\]]"
)
_STATED_DUTY = re.compile(r"(?:职责|内容|工作描述)[^：:\n，。]{0,4}[】\])）]{0,2}[ \t]{0,2}[:：]")


@lru_cache(maxsize=1024)
def duty_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where a posting speaks of what is done at work, as far as headings tell."""
    signs = [(found.start(), bool(found["duty"])) for found in HEADING.finditer(text)]
    signs += [(found.start(), True) for found in _STATED_DUTY.finditer(text)]
    signs += [(found.start(), False) for found in _OTHER_PART.finditer(text)]
    signs.sort()
    ends = [*(at for at, _ in signs[1:]), len(text)][: len(signs)]
    return tuple(
        (at, end) for (at, is_duty), end in zip(signs, ends, strict=True) if is_duty and end > at
    )


def in_duties(text: str, at: int) -> bool:
    """Whether this place of a posting stands under a heading of duties."""
    return any(start <= at < end for start, end in duty_stretches(text))
