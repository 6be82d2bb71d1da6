"""The words that speak of the seeker: details of relatives blanked, ticked forms made sentences."""

import re
from functools import lru_cache

from matcher.reading.numerals import ENGLISH, number
from matcher.reading.told import Told, replaced, told

_KIN = (
    r"(?:老公|老婆|丈夫|妻子|爱人|对象|媳妇|先生|太太|[男女]朋友|[男女]友|婆婆|公公|岳[父母]|父亲"
    r"|母亲|父母"
    r"|爸爸?|妈妈?|哥哥?|[表堂][哥弟姐妹]|弟弟?|姐姐|姐夫|我姐|妹妹|妹夫|嫂子"
    r"|小?[叔姑姨舅婶伯](?!娘)[叔姑姨舅婶伯子]?|朋友|同学"
    r"|室友|同事"
    r"|老乡|邻居|亲戚|爷爷|奶奶|husband|wife|brother|sister|father|mother|son|daughter|friend"
    r"|cousin|uncle|aunt|boyfriend|girlfriend)"
)
_YOUNG_OR_OLD = (
    r"(?:儿子|女儿|闺女|孩子|小孩|女?娃[娃儿]?|宝宝|孙子|孙女|老人|老人家"
    r"|(?:(?<=[家我里的个给帮替])|(?<=[家我里的个][大小]))姑娘(?!家|[1一]个))"
)
_BEGIN = (
    r"(?:^|(?<=[，,。；;！!？?\n、:：(（ ]))(?:但是?|虽然|因为|不过|而且|另外|现在|以前|本来|还有)?"
    r"(?:(?:我|俺|咱)们?)?(?:家里?)?(?:的|那个)?(?:有?个|有?(?:\d|[一两二三俩仨])个?)?"
    r"(?:大|小|my )?"
)
_SELF = r"所以|我|俺|咱|自己|本人|\bi\b|，|,|。|；|;|！|!|？|\?|\n"
# 孩子小不能上夜班: the refusal is the seeker's own.
_TURN = r"没人(?=[带看管接照陪])|不能|没法|无法|只能|不想|上不了|不方便"
_OF_ADULTS = re.compile(
    rf"{_BEGIN}(?:{_KIN}|[他她]们?(?!人))(?![和跟]我|介绍|都?说|[都也]?不(?:让|准|许|同意|放心)"
    rf"|反对|[^。；;\n]{{0,24}}[跟和同随与][^，。；]{{1,4}}(?:同|1个|一个|一样|一起)[^，。；]{{0,3}}班)"
    rf"[^，,。；;！!？?\n]*?(?=$|{_SELF})"
)
_OF_OTHERS = re.compile(
    rf"{_BEGIN}{_YOUNG_OR_OLD}(?![和跟]我)[^，,。；;！!？?\n]*?(?=$|{_SELF}|{_TURN}|可以|能上|想"
    r"|要找)"
)
# Whoever asks for a relative speaks of that one.
_FOR_KIN = re.compile(
    rf"^(?:我|俺)?家?(?:{_KIN})[^，,。；]{{0,3}}[2-7]\d(?=[，,。岁])(?!.*[我俺])|(?:帮|替|给|代"
    rf"|适合)(?:我|俺)?(?:家)?(?:{_KIN}|{_YOUNG_OR_OLD}"
    rf"|[他她])[^，,。；;\n]{{0,3}}(?:问"
    r"|找|看"
    r"|报|登记|投|留|的活|的工作|的岗|咨询|应聘|求职)"
)
# Whose work it is to care for them speaks of others' children and old people.
_CARER = re.compile(r"月嫂|育[婴儿][师嫂员]|护工|保姆|陪护|护理员|住家(?!附)|带睡")
_OWN = re.compile(r"(?:但是?|虽然|因为|不过|而且|另外|现在|以前|本来|还有)?(?:我|俺|咱|家)")
_NAMED = re.compile(f"{_KIN}|{_YOUNG_OR_OLD}|[他她]")
_YES = r"是|可以|可|能|有|愿意|接受|需要|要|行|yes|√"
_NO = r"否|不可以|不能|不愿意|不接受|不需要|不要|没有|不|无|no|×"
_TICKED = re.compile(
    rf"(?P<ask>是否|能否|可否|能不能|可不可以|有无|有没有)(?P<what>[^，,。；;:：?？\n]{{1,10}})[:："
    rf"?？]\s{{0,2}}"
    rf"(?:(?P<no>{_NO})|(?P<yes>{_YES}))(?=[，,。；;/|\s]|$)"
)
_FORM = re.compile(
    r"(?P<key>夜班|倒班|轮班|住宿|食宿|吃住|宿舍|包住|用餐|工作餐|包吃|餐|服役|兵役|退伍|退役|当兵"
    r"|参军|培训)(?:要求|需求|需要|情况|安排|意愿|意向|与否|接受度|接受程度|接受情况|能否接受"
    r"|是否接受)?[:：]\s{0,2}"
    rf"(?:(?P<no>{_NO}|自理|自己解决|未服?|没当过)|(?P<yes>{_YES}|已服?))(?=[，,。；;/|\s]|$)"
)
_ANSWERED = {
    "班": ("不能上", "能上"),
    "役": ("没", "有过"),
    "伍": ("没", "已"),
    "兵": ("没", "有过"),
    "军": ("没", "有过"),
}
_DENIED = {"能": "不能", "可": "不能", "有": "没有", "是": "不"}
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])[ \t]+(?=[\u4e00-\u9fff])")
_ANY_GAP = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])(?<![薪资遇龄望入])[ \t]+(?=[\u4e00-\u9fff\da-z])"
    r"|(?<=[\d+k])[ \t]+(?=[\u4e00-\u9fff]))(?!元|块|万|岁|年|个|天|小时|k|左右|以上)"
)
_STOP = re.compile(r"(?<=[a-z%)])\.(?=\s|$)")
_COMMA = re.compile(r"[，,。；;！!？?\n]")
_THOUSAND = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_HOURS = re.compile("钟头")
# 健康正有: a slip of the hand that sounds the same.
_MISTYPED = re.compile(
    r"(?<=健康|驾驶|电工|焊工|叉车|教师|厨师|上岗|资格|保安|护士|月嫂|会计)[正政症](?=[有在办已也都齐没，,。]|$)"
)
_PAUSE = re.compile(r"歇(?=\d天)")
_HALF = re.compile(r"\bhalf (?:a|of a|an) year\b|\bsix months\b")
_AND_ODD = re.compile(r"(?P<ten>[二三四五六七]?十)有(?P<one>[一二三四五六七八九])(?=[，,。；\s]|$)")
_THOUSANDS = re.compile(rf"\b(?=[a-z]+ thousand)(?P<n>{'|'.join(ENGLISH)}) thousand\b")
_IN_LETTERS = re.compile(rf"\b(?:{'|'.join(ENGLISH)})(?=[ -](?:and a half )?(?:years?|yrs?|days?))")


@lru_cache(maxsize=2048)
def own_words(text: str) -> Told:
    """The plain text with only the seeker's own affairs readable; nothing else moves."""
    seen = replaced(told(text), _TICKED, _as_sentence)
    seen = replaced(seen, _FORM, _answered)
    seen = replaced(seen, _gaps(seen.text), lambda _: "，")
    seen = replaced(seen, _STOP, lambda _: "。")
    seen = replaced(seen, _THOUSAND, lambda _: "")
    seen = replaced(seen, _HOURS, lambda _: "小时")
    seen = replaced(seen, _MISTYPED, lambda _: "证")
    seen = replaced(seen, _PAUSE, lambda _: "休")
    seen = replaced(seen, _HALF, lambda _: "0.5 years")
    seen = replaced(seen, _AND_ODD, lambda found: str(number(found["ten"] + found["one"])))
    seen = replaced(seen, _THOUSANDS, lambda found: f"{ENGLISH[found['n']]}000")
    seen = replaced(seen, _IN_LETTERS, lambda found: str(ENGLISH[found.group()]))
    if not _NAMED.search(seen.text) or _FOR_KIN.search(seen.text):
        return seen
    hide = _blank_own if _CARER.search(seen.text) else _blank
    line = _OF_OTHERS.sub(hide, _OF_ADULTS.sub(_blank, seen.text))
    return Told(line, seen.starts, seen.ends)


def _answered(found: "re.Match[str]") -> str:
    """夜班：否 is 不能上夜班."""
    denied, granted = _ANSWERED.get(found["key"][-1], ("不要", "要"))
    return (denied if found["no"] else granted) + found["key"]


def _gaps(text: str) -> re.Pattern[str]:
    """The blanks that stand for commas: those beside figures too in a text without commas."""
    return _ANY_GAP if len(_ANY_GAP.findall(text)) > len(_COMMA.findall(text)) else _GAP


def _blank(found: "re.Match[str]") -> str:
    return "·" * len(found.group())


def _blank_own(found: "re.Match[str]") -> str:
    return _blank(found) if _OWN.match(found.group()) else found.group()


def _as_sentence(found: "re.Match[str]") -> str:
    """能否上夜班：否 is 不能上夜班."""
    ask = found["ask"][0]
    if found["no"]:
        return _DENIED[ask] + found["what"]
    is_army = re.search(r"[役伍兵军]", found["what"])
    return ("有过" if is_army else {"是": "要"}.get(ask, ask)) + found["what"]
