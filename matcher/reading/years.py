"""The least years of experience asked for by a posting."""

import re

from matcher.reading.english import PREFERABLY, PREFERRED
from matcher.reading.newcomers import GRADUATES
from matcher.reading.told import Reading, Span, clauses, told, unnumbered

_Demand = tuple[float, Span]

_WORK = r"(?:相关|工作|任何|相关工作|从业|行业|同行业|岗位|能力|代码|销售|服务|类似)"
_NOT_BARRED = r"(?!者?(?:请)?(?:勿|别|不予|免|不要|w)|[^，。；\n]{0,14}(?:勿|wurao))"
_NONE = re.compile(
    rf"(?:经验|工作经历|工作年限|工作经验|工龄)(?:[及、和与/]?(?:学历|年限|专业|性别|年龄|户籍)){{0,3}}"
    rf"(?:要求)?[:：]?\s*(?:均|都|皆)?不限(?![，,](?:但|需|须|必须)[^，。；\n]{{0,24}}经[验历])"
    rf"|不限(?:制)?(?:{_WORK}|专业|学历|年龄|性别|[、和与])*经[验历]"
    rf"|(?:无|不)(?:需要?|须|用|要求?|限|求)?(?:有|学历)?(?:和|、|与)?{_WORK}{{0,3}}(?:学历"
    rf"|技能)?(?:和|、|与)?{_WORK}?经验"
    rf"{_NOT_BARRED}"
    rf"|(?:无需|无须|不需要?|不(?:严格|硬性|强制)?要求)(?:有)?[^，。；、\n有无]{{0,6}}经[验历](?!的){_NOT_BARRED}"
    r"|经验(?:无|没有?)要求|对经验(?:无|没有?|不)|经验(?:不|无)(?:要求|作要求|做要求|需)|(?:零"
    r"|0)经验"
    rf"|(?:有无|有没有|无论有无){_WORK}{{0,2}}经验|(?:没"
    rf"|没有){_WORK}{{0,2}}经验[^。；\n]{{0,20}}(?:可|教|带|培训|没关系|行|学)"
    r"|(?<!非)应(?:、?往)?届(?!(?:毕业)?生?(?:请)?(?:勿|不|除外))|0基础|零基础|小白(?![+➕/、]?[大小]夜)|在校[学]?生"
    rf"|{GRADUATES}|接受(?:无经验|新手|小白)"
    r"|(?<![医学])生手(?!勿|写|术|工|绘|机|册)|新手(?:可|也|均|亦|小白)"
    r"|生熟手|新手老手|学徒零|零技术"
    r"|(?:fresh|new|recent) graduates?"
)
_OR_NEWCOMERS = re.compile(
    r"(?<!优秀)应届(?:毕业)?生?(?:亦|也)可|应届(?:毕业)?生?(?:或|/)[^，。；\n]{0,4}\d*年?(?:以上)?[^，。；\n]{0,4}经验"
    r"|应届(?:毕业)?生?或(?:者)?(?:半|\d)年?|无经验者?(?:也|亦|均)?(?:可(?:带薪|培|以|接受)|带薪|免费培训)"
)
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LATIN = re.compile(
    rf"(?<![\d.])(\d{{1,2}}|(?<![a-z])(?:{'|'.join(_ENGLISH)}))"
    r"\s?\+?\s?(?:or more )?(?:-\s?\d{1,2}\s?)?years?'?[^.;\n]{0,30}(?:experience"
    r"|in |practice|(?:safe )?driving|at an? |as an? |behind |working)"
    r"|experience:\s?(?:at least )?(\d{1,2})\s?\+?\s?(?:-\s?\d{1,2}\s?)?years?(?! old)"
)
_NOT_A_TERM = (
    r"(?!级|龄|底|薪|假|会|度|终|货|检|审|轻|后|限|纪|制|间|满|1次|一次|合同|劳动|终奖|以内"
    r"|内无|内未)"
)
_YEARS = re.compile(
    r"(?<!满)(?<![\d.年])(?P<n>\d{1,2}(?:\.5)?|半)\s*(?:(?:-|到"
    r"|至)\s*\d{1,2}\s*)?年\s*(?:左右)?(?:\((?:含)?\)"
    rf"|\(含\))?{_NOT_A_TERM}\s*(?:及?其?或?以上|[+])?[^，,。；;\n]{{0,30}}?(?:经验|经历|从业"
    rf"|工作|管理|从事|驾龄|工龄"
    r"|资历|背景|临床|实操|履历)"
)
_YEARS_AFTER = re.compile(
    r"(?:经验|经历|从业|工作年限|驾龄|工龄|年限|工作时间|做过|干过"
    r"|从事)[^，,。；;\n\d半]{0,14}(?<!满)(?<![\d.])(?P<n>\d{1,2}(?:\.5)?|半)\s*(?:(?:-|到"
    r"|至)\s*\d{1,2}\s*)?年(?!\d|级|底|薪|假|终)"
    r"|工作(?P<m>\d{1,2})年(?:及?以上|左右)"
)
_BARE = re.compile(
    r"^\W{0,3}(?:\d[、.])?\s*(?:要求)?(?P<n>\d{1,2})\s*(?:(?:-|到"
    r"|至)\s*\d{1,2}\s*)?年\s*(?:及?或?以上)[^，,。；;\n内]{2,24}$"
)
# 2年以上单证制作、安排出运，包括订舱等相关经验: a list that goes on behind a comma.
_LISTED = re.compile(
    r"(?<![\d.年])(?P<n>\d{1,2})\s*(?:-\s*\d{1,2}\s*)?年(?:及?其?或?以上)[^，,。；;\n]{0,30}[，,]"
    r"(?:包括|包含|含|例?如|以及|及|或|且|并|独立|[^，,。；;\n(（]{0,12}[)）])[^，,。；;\n]{0,30}经[验历]"
    r"(?![^，,。；;\n]{0,8}(?:优先|更佳|为佳|加分|者佳))"
)
_NOT_THEIRS = re.compile(
    r"成立|我司|本公司|公司(?:拥有|有|创|专注|深耕|运营)|深耕|创办|创立|合同|满\d|每年"
    r"|每工作|工龄奖|工龄工资|年资|连续|品牌(?:成立|创立|拥有|历史)|我们|司龄|工作满|任职满|入职满|服务满|提供[^，。；\n]{0,8}$|试用"
    r"|一年内|近\d年(?:内)?无"
)
_CELL = re.compile(
    r"^((?<!\d)\d{1,2}(?:\.5)?)\s*(?:-\s*\d{1,2}\s*)?年?(?:及?以上|以内|经验|工作经验)*$"
)
_PREFERRED = re.compile(r"优先|更佳|加分|者佳|为佳|最好|尤佳|更好")
# In English, whose clauses run long, it stands close behind.
_WELCOME = re.compile(rf"[^,;]{{0,70}}?(?:{PREFERRED}|welcome(?! to))")
_PREFERABLY = re.compile(rf"(?:{PREFERABLY})[a-z ]{{0,16}}$")
_FOR_MORE = re.compile(
    r"^[)）]?\W{0,2}(?:人员|者|的)?[^，,。；\n]{0,8}(?:享受|底薪|保底|待遇|可享|薪资|更高|综合)"
)
_SCHOOLING = re.compile(r"博士|硕士|研究生|本科|[大中]专|专科|高中")
_SCHOOLINGS = 3  # clauses in which years may be told by schooling
_REACH = 24  # characters before a term in which its owner may be named
_MOST = 15  # more is the firm's own age, not a demand


def read(text: str) -> float | None:
    """Least years asked for: "3-5年" is 3, 经验不限 and 应届 are 0; None where nothing is asked."""
    found = find(text)
    return found.value if found else None


def find(text: str) -> Reading[float] | None:
    """Least years asked for and the words that ask; years outweigh a word for newcomers."""
    seen = told(text)
    line = seen.text.strip()
    cell = _CELL.match(line)
    if cell:
        value = float(cell.group(1)) if "以内" not in line else 0.0
        return seen.reading(value, (0, len(seen.text)))
    if line in ("不限", "不限制", "无", "无要求"):
        return seen.reading(0.0, (0, len(seen.text)))
    newcomers = _OR_NEWCOMERS.search(seen.text)
    if newcomers:
        return seen.reading(0.0, newcomers)
    text = unnumbered(seen.text)
    places = clauses(text)
    for at, (start, end) in enumerate(places):
        demanded = _demanded(text, start, end)
        if demanded:
            years, span = _with_more_schooling(text, places[at : at + _SCHOOLINGS], demanded)
            return seen.reading(years, span)
    listed = _over_a_comma(text)
    if listed:
        return seen.reading(float(listed["n"]), listed)
    none = _NONE.search(seen.text)
    return seen.reading(0.0, none) if none else None


def _over_a_comma(text: str) -> "re.Match[str] | None":
    """The first term whose experience is named only behind a comma."""
    for found in _LISTED.finditer(text):
        owner = text[max(0, found.start() - _REACH) : found.start()]
        if float(found["n"]) <= _MOST and not _NOT_THEIRS.search(owner):
            return found
    return None


def _with_more_schooling(text: str, places: list[Span], demanded: _Demand) -> _Demand:
    """本科5年以上，硕士3年以上: the least, where the clauses behind name another schooling too."""
    if all(_SCHOOLING.search(text, *place) for place in places[:2]):
        others = (
            _demanded(text, *place) for place in places[1:] if _SCHOOLING.search(text, *place)
        )
        return min((demanded, *filter(None, others)), key=lambda each: each[0])
    return demanded


def _demanded(text: str, start: int, end: int) -> _Demand | None:
    clause = text[start:end]
    for pattern in (_YEARS, _YEARS_AFTER, _BARE, _LATIN):
        for found in pattern.finditer(clause):
            if _PREFERRED.search(_point(clause, found.start())) or _NOT_THEIRS.search(
                clause[
                    max(0, found.start() - _REACH) : found.start(
                        "n" if "n" in pattern.groupindex and found["n"] else 0
                    )
                ]
            ):
                continue
            if _FOR_MORE.match(clause[found.end() :]) or _welcome(clause, found):
                continue
            years = _number(next(filter(None, found.groups())))
            if years <= _MOST:
                return years, (start + found.start(), start + found.end())
    return None


def _welcome(clause: str, found: "re.Match[str]") -> bool:
    """Whether an English clause calls the years merely welcome."""
    is_ahead = _PREFERABLY.search(clause[: found.start()])
    return bool(is_ahead or _WELCOME.match(clause, found.end()))


def _number(said: str) -> float:
    if said == "半":
        return 0.5
    return float(_ENGLISH.index(said) + 1 if said in _ENGLISH else said)


def _point(clause: str, at: int) -> str:
    """The rest of the numbered point in which this place stands."""
    return re.split(r"\(\d\)|\d[、.](?!\d)", clause[at:])[0]
