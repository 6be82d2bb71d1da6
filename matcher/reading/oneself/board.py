"""Whether a seeker wants a bed and meals with the work."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, blanked

_NOT = (
    r"(?:不(?:用|需要?|要|要求|必|打算|想|愿意?)|无需|无须)"
    r"(?:提供|安排|公司|厂里|管|包|供|解决|住|你们|单位|考虑|给我|帮我){0,2}"
)
_NO_NEED = r"(?:嘛|都|也|的|就|可以)*不(?:用|需要|要|管)"
_BOTH_MYSELF = r"(?:吃住|食宿)[^，。；]{0,2}(?:自理|自己)"
_NO_BED = re.compile(
    rf"{_NOT}(?:吃住|食宿|住宿|宿舍|住(?!家|得?的?[近远]))|(?:吃住|食宿|住宿|宿舍|住){_NO_NEED}"
    rf"|{_BOTH_MYSELF}"
    r"|(?:自己|家里|我家|本地|本人|这边|我)租?[^，。；]{0,4}有(?:房|住|地方住)|自己(?:租|在外住|住"
    r"|有地方)|住宿[^，。；]{0,3}自"
    r"|(?<![住家熬顶扛撑受忍待呆站稳坐留记管拦])不(?:想|愿意?|要)?住(?:宿|厂|单位|公司|宿舍)?"
    r"(?!家(?:里|的)?(?:远|近)|得?的?远|远|[了下])"
    r"|不包住|住的话[^，。；]{0,8}不用|(?:不能|没法|无法|不方便)住|走读|[每天]天回家"
    r"|no (?:dorm|housing|accommodation|room)[a-z]*(?: or [a-z]+)? (?:needed|required)"
    r"|own (?:apartment|house|place|flat|home)"
    r"|(?:don'?t|do not) need[a-z ]{0,9}(?:dorm|housing|accommodation|room)"
)
_BED = re.compile(
    r"夫妻房|夫妻间|双人间|单人间|[住睡]的(?:地方|地儿)|地方[住睡]|吃住|食宿|住宿(?!费)"
    r"|(?<!住)宿舍(?!管)"
    r"|[管包供有带能安][排提]?[^，。；不]{0,4}(?<!近)住(?!院|址|家|得?[近远]|[过了])"
    r"|住在?(?:厂|单位|店里|公司|工地|园里|校内|学校|院里)"
    r"|(?<!no )(?:dorm|accommodation|housing|lodging|room and board|board and lodging"
    r"|a place to (?:live|stay)|(?:with|needs?|want)(?: a)? room)"
)
_NO_MEAL = re.compile(
    rf"{_NOT}(?:吃住|食宿|吃|饭|[工用]?作?餐|伙食)(?!苦)|不[包管](?:吃|饭)|(?:吃住|食宿|吃"
    rf"|[饭餐]){_NO_NEED}"
    rf"|{_BOTH_MYSELF}"
    r"|[吃餐饭][^，。；]{0,4}(?:自理|自己(?:解决|搞定|做|带|回家|吃|烧|煮))|回家吃"
    r"|[吃饭餐][^，。；]{0,6}不(?:用|需要|要)[^，。；]{0,3}管|自带[^，。；]{0,3}[饭餐]"
    r"|不在[^，。；]{0,4}吃|no meals|(?:bring|have|cook)[a-z ]{0,6} own (?:lunch|meals?|food)"
    r"|no accommodation or meals"
)
_MEAL = re.compile(
    r"有吃|吃住|食宿|管[^，。；不]{0,5}[饭餐顿]|管[^，。；]{0,2}吃"
    r"|包[^，。；不班装]{0,3}[吃餐饭食]|[工用]作?餐"
    r"|[供含带有][^，。；不没会做]{0,4}[餐饭](?!店|馆|厅|饮|补|桌|盒|经)|提供[^，。；]{0,4}[餐饭]"
    r"|要餐|食堂吃"
    r"|解决[^，。；]{0,4}[顿餐饭吃]|有(?:员工)?食堂|吃饭有"
    r"|(?:meals?|board|lunch|food)(?! processing| delivery| industry| service| safety)"
)
_SKILL = re.compile(
    r"(?:做|会|煮|烧|炒|送|打|盛)过?[^，。；]{0,3}[饭餐]|打包|面包|包装|书包|钱包|包车|背包"
    r"|包子|包饺"
)
# 不包住的不考虑 asks for a bed.
_OUT_OF_QUESTION = re.compile(r"的?[^，。；\n]{0,2}(?:不考虑|不去|免谈|不来)")
# 不包住也行 asks for nothing and rules nothing out.
_EITHER = re.compile(r"[^，。；\n]{0,3}(?:有没有|有无|可有可无|无所谓|都行|都可以|不强求)")
_ALSO_FINE = re.compile(r"[^，。；\n]{0,3}[也都](?:行|可以?|没关系|没事|ok)")


def bed(text: str) -> Reading[bool] | None:
    """Whether a person wants a bed with the work."""
    return _wanted(text, _BED, _NO_BED)


def meals(text: str) -> Reading[bool] | None:
    """Whether a person wants meals with the work."""
    return _wanted(text, _MEAL, _NO_MEAL)


def _wanted(text: str, yes: re.Pattern[str], no: re.Pattern[str]) -> Reading[bool] | None:
    seen = own_words(text)
    line = _SKILL.sub(lambda found: "·" * len(found.group()), seen.text)
    refused = no.search(line)
    if refused and not _ALSO_FINE.match(line, refused.end()):
        return seen.reading(bool(_OUT_OF_QUESTION.match(line, refused.end())), refused)
    line = blanked(line, *no.finditer(line))
    for wanted in yes.finditer(line):
        if not _EITHER.match(line, wanted.end()):
            return seen.reading(True, wanted)
    return None
