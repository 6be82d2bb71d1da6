"""Whether a seeker wants a bed and meals with the work."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, blanked

_NOT = (
    r"(?:不(?:用|需要?|要|要求|必|打算|想|愿意?)|无需|无须)(?:提供|安排|公司|厂里|管|包|供|解决|住"
    r"|你们|单位|考虑){0,2}"
)
_NO_BED = re.compile(
    rf"{_NOT}(?:吃住|食宿|住宿|宿舍|住(?!家|得?的?[近远]))|(?:自己|家里|我家|本地|本人|这边"
    rf"|我)(?:租)?[^，。；]{{0,4}}有(?:房|住|地方住)|自己(?:租房|在外)?住|自己租"
    r"|(?<![住家熬顶扛撑受忍站稳坐留记管拦])不(?:想|愿意?|要)?住(?:宿|厂|单位|公司"
    r"|宿舍)?(?!家(?:里|的)?(?:远|近)|得?的?远|远"
    r"|[了下])|不包住|住的话[^，。；]{0,8}不用|(?:不能|没法|无法|不方便)住|走读|每天回家"
    r"|能每天回家|天天回家"
    r"|住宿[^，。；]{0,3}(?:自理|自己解决|不用"
    r"|不需要|不要)"
    r"|no (?:dorm|housing|accommodation|room)[a-z]* (?:needed|required)|(?:don'?t"
    r"|do not) need[a-z ]{0,9}(?:dorm|housing|accommodation|room)"
)
_BED = re.compile(
    r"夫妻房|夫妻间|双人间|单人间|[住睡]的(?:地方|地儿)|地方[住睡]"
    r"|[管包供有带能安][排提]?[^，。；不]{0,4}(?<!近)住(?!院|址|家|得?[近远]|[过了])|吃住|食宿"
    r"|住宿(?![费])|(?<!住)宿舍(?!管)|住厂|住单位|住店里|住(?:在)?(?:厂里|公司|工地|店里)"
    r"|(?<!no )(?:dorm|accommodation|housing|lodging|room and board|board and lodging"
    r"|a place to (?:live|stay)|(?:with|need|needs|want)(?: a)? room)"
)
_NO_MEAL = re.compile(
    rf"{_NOT}(?:吃住|食宿|吃|饭|餐|伙食)(?!苦)|不(?:包|管)(?:吃|饭)"
    rf"|[吃餐饭][^，。；]{{0,2}}(?:自理|自己解决|自己搞定|自己做|自己带)|no meals needed"
)
_MEAL = re.compile(
    r"有吃|管[^，。；不]{0,5}[饭餐顿]|包[^，。；不班装]{0,3}[吃餐饭食]|吃住|食宿"
    r"|管[^，。；]{0,2}吃|工作餐|[供含带有][^，。；不没会做]{0,4}[餐饭](?!店|馆|厅|饮|补|桌|盒|经)"
    r"|提供[^，。；]{0,4}[餐饭]|食堂吃|解决[^，。；]{0,4}(?:顿|餐|饭|吃)"
    r"|有(?:员工)?食堂|吃饭(?:有|能)|(?:meals?|board|lunch|food)(?! processing| delivery| industry"
    r"| service| safety)"
)
_SKILL = re.compile(
    r"(?:做|会|煮|烧|炒|送|打|盛|带)过?[^，。；]{0,3}[饭餐]|打包|面包|包装|书包|钱包|包车|背包"
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
