"""The least years of experience asked for by a posting, and the years a seeker has."""

import re

from matcher.reading.plain import clauses, plain, with_digits

_NONE = re.compile(
    r"(?:经验|工作经历|工作经验)(?:要求)?[:：]?不限|不限(?:工作)?经[验历]|(?:无|不)(?:需要?|须"
    r"|用|要求?|限)?(?:有)?(?:相关|工作|任何)?经验(?!者?勿)"
    r"|经验不(?:要求|作要求|做要求)|零经验|应届|0基础|零基础|小白|在校生?|接受无经验|生手"
)
_YEARS = re.compile(
    r"((?<!\d)\d{1,2}(?:\.5)?)\s*(?:-\s*\d{1,2}\s*)?年\s*(?:\((?:含)?\)"
    r"|\(含\))?(?:及?或?以上)?[^，,。；;\n]{0,24}?(?:经验|经历|从业|工作|管理|从事|驾龄|工龄"
    r"|资历|背景)"
)
_YEARS_AFTER = re.compile(
    r"(?:经验|经历|从业|工作年限|驾龄|工龄"
    r"|从事)[^，,。；;\n\d]{0,12}((?<!\d)\d{1,2}(?:\.5)?)\s*(?:-\s*\d{1,2}\s*)?年"
)
_CELL = re.compile(
    r"^((?<!\d)\d{1,2}(?:\.5)?)\s*(?:-\s*\d{1,2}\s*)?年?(?:及?以上|以内|经验|工作经验)*$"
)
_PREFERRED = re.compile(r"优先|更佳|加分|者佳|为佳|最好|尤佳|更好")
_MOST = 15  # more is the firm's own age, not a demand
_OWN = re.compile(
    r"(?<!\d)(十几|几十|\d{1,2}(?:\.5)?)\s*(?:来|多)?年(?:多|半)?(?!级|龄|底|前|后|薪|代|度|货)"
)
_OWN_NONE = re.compile(
    r"应届|(?:没|无|没有|没啥|没什么|零)(?:工作)?经验|刚毕业|今年[^，。]{0,4}毕业"
)


def read(text: str) -> float | None:
    """Least years asked for: "3-5年" is 3, 经验不限 and 应届 are 0; None where nothing is asked."""
    told = with_digits(plain(text)).strip()
    cell = _CELL.match(told)
    if cell:
        return float(cell.group(1)) if "以内" not in told else 0.0
    if told in ("不限", "不限制", "无", "无要求"):
        return 0.0
    for clause in clauses(told):
        if _PREFERRED.search(clause):
            continue
        found = _YEARS.search(clause) or _YEARS_AFTER.search(clause)
        if found and float(found.group(1)) <= _MOST:
            return float(found.group(1))
    return 0.0 if _NONE.search(told) else None


def own(text: str) -> float | None:
    """Years a person says to have worked: the longest stretch named, 0 for a newcomer."""
    told = with_digits(plain(text).replace("十几年", "12年").replace("十来年", "10年"))
    spans = [
        float(found.group(1)) + (0.5 if found.group().endswith("半") else 0.0)
        for found in _OWN.finditer(told)
        if not re.match(r"\d{3,}", found.group(1))
    ]
    spans = [span for span in spans if span <= 50]
    if spans:
        return max(spans)
    return 0.0 if _OWN_NONE.search(told) else None
