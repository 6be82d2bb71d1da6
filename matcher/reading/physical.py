"""What work asks of the body, and what somebody says theirs will not do.

The second is health: it serves the person's own list and is never given to the other side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from matcher.domain.terms import Strain
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Told, around, blanked, clauses, told

_ENDURE = r"(?:适应|接受|承受|忍受|吃得消|不怕|耐受)[^，。；\n]{0,10}"
_TABOO = r"[^。；\n]{0,24}禁忌"  # 无噪声、高温等职业禁忌: both are there
_DEMANDS: Mapping[Strain, re.Pattern[str]] = {
    Strain.LIFTING: re.compile(
        r"搬(?:运|货|抬|东西|重|箱|砖|米|卸|物)|装卸(?!费)|[装卸]货|上货[、和]?[落下]货"
        r"|装车(?![间型厢])|(?<!自)卸车(?!台|作业)|上下货|重物|负重"
        r"|[扛抬](?:货|包|重|物|东西)|重体力"
    ),
    Strain.STANDING: re.compile(
        r"(?<![网车工基电油])站(?:立|班|岗|着)|久站|站[^，。；\n]{0,3}时间"
    ),
    Strain.HEIGHTS: re.compile(
        r"高空(?![车抛坠])|登高|高处(?:作业|施工|安装)|恐高|[爬攀]高|蜘蛛人"
    ),
    Strain.HEAT: re.compile(
        rf"高温(?:{_TABOO}|环境|作业(?!证)|车间|岗位|工作|下)|耐(?:高温|热)|{_ENDURE}(?:高温"
        r"|[炎闷]热)"
        r"|(?:环境|车间|温度)[^，。；\n]{0,4}(?:[炎闷]热|[较偏很]热|[较偏]高)|不怕热"
    ),
    Strain.DUST: re.compile(r"(?<!防)(?:粉尘|扬尘|尘土)|灰尘(?:较?[大多]|环境)|灰[大多]"),
    Strain.NOISE: re.compile(
        rf"噪[音声](?:{_TABOO}|环境|较?[大强](?!数据)|作业|岗位|下)|{_ENDURE}噪[音声]"
        r"|(?:有|机器|车间)[^，。；\n]{0,4}噪[音声]"
    ),
    Strain.SIGHT: re.compile(
        r"(?:裸眼|矫正)?视力[^，。；\n]{0,6}(?:好|正常|达|不低于|要求|\d|佳|问题)|(?:要求"
        r"|需要?)视力"
        r"|视力:|[眼]力(?:[好佳]|较好)|眼睛好|无(?:高度)?近视|无散光"
    ),
    Strain.COLOUR: re.compile(r"色[盲弱]|辨色"),
    Strain.STRENGTH: re.compile(
        r"体力[^，。；\n学行量]{0,2}(?:好|强|充沛|劳动|活|佳|工作)|(?:较强|良好|一定"
        r"|充沛)的?体力(?!学)"
        r"|力气大|有[^，。；\n]{0,3}力气|身体素质[^，。；\n]{0,4}(?:好|强|佳|过硬|合格)"
        r"|身强[力体]壮|重活"
        r"|(?:[好强]|过硬|优秀)的?(?:心理素质[和与及、])?(?:身体素质|身体条件|体能|体魄)"
        r"|体能(?:[好佳强]|充沛|过硬)"
    ),
}
_NO_NEED = re.compile(
    rf"(?!{_TABOO})(?:无[需须]?|没有?|没什么|不(?:需要?|用|必|要|涉及|存在)|非|免|零|告别"
    r"|远离)(?:任何|什么|大|重|太多)?"
    r"(?:搬|装|卸|[扛抬]|重物|负重|站|久站|高空|登高|[爬攀]高|高处|高温|粉尘|扬尘|尘|噪|重?体力"
    r"|重活)"
    r"[^，。；\n]{0,4}|[坐站][站坐](?:结合|交替|随意|都|均|皆)|可[坐站]可[坐站]|能[坐站]能[坐站]"
    r"|站立(?:式)?办公|[负]重测试|贵重物|(?:高温|防暑)[^，。；\n]{0,6}(?:补|津贴|费|假|慰问)|装卸载"
    r"|高处理|身体力行|色[盲弱]{1,2}(?:也|均|都|亦)?(?:可|不限|行)"
)
# Who arranges, guards against or measures something does not do or bear it.
_ASIDE = re.compile(
    r"(?:监[测控督]|检测|治理|管控|安排|协调|统筹|保障|培训|检查|整治|防止|预防"
    r"|降低)[^，。；\n]{0,14}"
    r"|(?:hse|隐患)[^。；\n]{0,40}|(?:如果?|若)[^，。；\n]{0,3}(?:装卸|搬)"
    r"|[^，。；\n]{0,24}进行监[控督]|[^，。；\n]{0,6}(?:的?监[测控]|检测|治理|职业病)"
)
_BY_MACHINE = re.compile(r"(?:驾驶|运用|使用|操作|开)叉车[^。；\n]{0,24}")
_ASIDE_FOR = (Strain.LIFTING, Strain.DUST, Strain.NOISE, Strain.HEIGHTS, Strain.HEAT)

_CANNOT = (
    r"(?:不能|不可以?|不太?想|没法|没办法|无法|不宜|不适合|不愿|[干做]不了|受不了|吃不消|不敢|怕"
    r"|不适应|不习惯)"
)
_UNWELL = (
    r"[^，。；\n]{0,5}(?:不太?好|不太?行|不太?方?便|积[液水]|不利索|不灵便|不得劲"
    r"|[受有][过旧老]?伤|毛病"
    r"|问题|突出|[疼痛]|劳损|手术"
    r"|开过刀)"
)
_LIMITS: Mapping[Strain, re.Pattern[str]] = {
    Strain.LIFTING: re.compile(
        rf"{_CANNOT}[^，。；\n]{{0,5}}(?:[搬扛抬端]|提重|负重|重物|重活|装卸|卸货|重体力|干重"
        r"|力气活)"
        r"|(?:[搬扛抬提拎举]|搬搬抬抬)(?:重物|东西|货|的)?(?:做|干|实在)?不(?:[动了来起]|太?行)"
        r"|(?<!久了)(?:腰椎?|腰间盘|脊椎|肩膀?|颈椎"
        r"|胳膊|手臂"
        rf"|手腕){_UNWELL}"
        r"|(?:can(?:no|')?t|unable to|not able to|avoid) (?:do )?(?:any )?(?:heavy )?lift"
        r"|(?:重[活物]|重的?东西|力气活)[^，。；\n]{0,4}(?:不了|不行|不能|不动)"
    ),
    Strain.STANDING: re.compile(
        rf"{_CANNOT}[^，。；\n]{{0,4}}(?:久站|站)|站不[了久住]|久站[^，。；\n]{{0,3}}[疼痛肿麻]"
        rf"|站[^，。；\n]{{0,5}}(?:受不了"
        rf"|吃不消"
        rf"|不了)|站久了[^，。；\n]{{0,8}}|静脉曲张"
        r"|(?:can(?:no|')?t|unable to) stand"
        rf"|(?:腿脚?|膝盖?|脚){_UNWELL}"
    ),
    Strain.HEIGHTS: re.compile(
        rf"恐高|怕高|(?:高处|高空|登高|登梯|爬[高梯])[^，。；]{{0,4}}(?:不敢|不行|不了|不来)"
        rf"|[爬登]高[^，。；\n]{{0,5}}(?:不行|不了)|高的(?:地方"
        rf"|活)[^，。；\n]{{0,3}}(?:不敢|上不|不了|不行|腿软|头晕)|(?:afraid|scared"
        rf"|fear) of heights|{_CANNOT}[^，。；\n]{{0,4}}(?:登高|[爬攀]高"
        r"|高空|高处)"
    ),
    Strain.HEAT: re.compile(
        rf"{_CANNOT}[^，。；\n]{{0,5}}(?:高温|热)|(?:高温|太热|闷热|热得)[^，。；\n]{{0,5}}(?:不了"
        r"|不行"
        r"|不消)"
    ),
    Strain.DUST: re.compile(
        rf"[闻吸]不[得了](?:粉?尘|灰|粉)|(?:粉尘|灰尘?|尘土)[^，。；\n]{{0,6}}(?:过敏|不了|不行"
        rf"|不消|咳|呛)"
        rf"|{_CANNOT}[^，。；\n]{{0,5}}(?:粉尘|灰)"
        r"|哮喘|肺不好|(?:过敏性)?鼻炎"
    ),
    Strain.NOISE: re.compile(
        rf"{_CANNOT}[^，。；\n]{{0,5}}(?:噪[音声]|吵)|噪[音声][^，。；\n]{{0,5}}(?:不了|不行|不消)"
        r"|噪[音声][^，。；\n]{0,10}怕了|吵的?[^，。；\n]{0,8}(?:不了|不行|不消|不住|不去|不做)"
        r"|耳背|(?:听力"
        r"|耳朵)[^，。；\n]{0,4}(?:不好|差"
        r"|下降|受损|背)"
    ),
    Strain.SIGHT: re.compile(
        r"视力[^，。；\n]{0,4}(?:不太?好|差|下降|弱|不行|减退)|眼睛?[^，。；\n]{0,4}(?:不太?好|花"
        r"|不行)"
        r"|老花|高度近视|近视眼|近视[^，。；\n]{0,4}(?:深|高|\d{3})|看不清|看[^，。；\n]{0,6}模糊"
    ),
    Strain.COLOUR: re.compile(
        r"色[盲弱]|colou?r.?blind|分不清(?:颜色|红|色)|辨色[^，。；\n]{0,4}(?:差|不好)"
    ),
    Strain.STRENGTH: re.compile(
        r"体力[^，。；\n]{0,4}(?:不太?好|差|不行|跟不上|不如)|身体[^，。；\n]{0,3}(?:弱|不太?好"
        r"|不行)|力气小"
        rf"|没[^，。；\n]{{0,2}}力气|[手身]上?没劲|身子弱|(?:重活|力气活|体力活)别"
        rf"|{_CANNOT}[^，。；\n]{{0,4}}(?:重活|力气活|体力活|重?体力"
        rf"|累活)"
        r"|(?:重活|力气活|体力活|重体力)[^，。；\n]{0,4}(?:不了|不行|不消)"
    ),
}
_NOT_SO = re.compile(
    r"恐高(?:从来)?(?:没有|不存在)|(?:不|无|没有?|没|不存在)(?:恐高|怕高|怕[吵热累灰]|腰疼|腰痛)"
    r"|不是?怕"
    r"|(?<=[腰腿脚肩手膝])[也都并]?(?:不[疼痛酸]|没(?:毛病|问题|伤))|(?:[无非不]|不是"
    r"|没有)色[盲弱色]{1,3}"
)


def find(text: str) -> Reading[tuple[str, ...]] | None:
    """What a posting asks of the body."""
    return _reading(told(text), _demanded(told(text)))


def own(text: str) -> Reading[tuple[str, ...]] | None:
    """What a person says that they cannot do."""
    return _reading(own_words(text), _limits(own_words(text)))


def cannot(text: str) -> frozenset[Strain]:
    """The strains that a person says they cannot bear."""
    return frozenset(strain for strain, _ in _limits(own_words(text)))


def demanded(text: str) -> dict[Strain, str]:
    """What a posting asks of the body, each with the posting's own words for it."""
    found: dict[Strain, str] = {}
    for strain, match in _demanded(told(text)):
        start, end = told(text).span(*match.span())
        found.setdefault(strain, text[start:end])
    return found


def without_limits(text: str) -> str:
    """The text without the clauses in which a person tells what their body will not do."""
    seen = own_words(text)
    places = clauses(seen.text)
    told_of = {around(places, match.start()) for _, match in _limits(seen)}
    for start, end in sorted(told_of, reverse=True):
        first, last = seen.span(start, end)
        text = text[:first] + text[last:]
    return text.strip("，,。；; \n") if told_of else text


def _demanded(seen: Told) -> Iterator[tuple[Strain, "re.Match[str]"]]:
    needed = blanked(seen.text, *_NO_NEED.finditer(seen.text))
    done = blanked(needed, *_ASIDE.finditer(needed), *_BY_MACHINE.finditer(needed))
    for strain, pattern in _DEMANDS.items():
        text = done if strain in _ASIDE_FOR else needed
        yield from ((strain, match) for match in pattern.finditer(text))


def _limits(seen: Told) -> Iterator[tuple[Strain, "re.Match[str]"]]:
    text = blanked(seen.text, *_NOT_SO.finditer(seen.text))
    for strain, pattern in _LIMITS.items():
        yield from ((strain, match) for match in pattern.finditer(text))


def _reading(
    seen: Told, found: Iterable[tuple[Strain, "re.Match[str]"]]
) -> Reading[tuple[str, ...]] | None:
    pairs = list(found)
    if not pairs:
        return None
    names = tuple(dict.fromkeys(strain.value for strain, _ in pairs))
    return seen.reading(names, *(match for _, match in pairs))
