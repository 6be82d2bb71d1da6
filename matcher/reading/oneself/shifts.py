"""Words that speak of nights and rotation: which work is meant, not whether it is taken."""

import re

# Hours that tell of night work only beside a word for work: 夜里出车, 晚上上场.
_WORKED = (
    r"上班|工作|值|排班|返工|照看|陪护|赶工|抢修|理货|分拣|配送|救援|出车|故障|到货|分拨|站岗|开车"
    r"|装车|卸货"
    r"|[干播跑巡](?![净部])|看[守管仓门店场工]|守|护理|打扫|保洁|收货|发货|货|抢险|电话|设备|机器"
    r"|急诊"
    r"|待命|巡查"
    r"|值守|连轴|接(?![孩娃小送])"
)
_BY_NIGHT = (
    rf"(?:[晚夜黑]上(?![^，。；]{{0,6}}加班)|夜[里间到晚]"
    rf"|[半深]夜)(?=[^，。；]{{0,9}}(?:{_WORKED})|活)"
    r"|凌晨(?:才|[^，。；]{0,3}点)?(?:下班|收工)|夜场|晚上场|夜[车单活](?!公)|[跑开]夜路|夜线"
)
_WHOLE_NIGHT = (
    r"通宵班?|大夜班?|[下后]半?夜班?|通夜|[纯长]夜班|(?:天天|老是?|总是?|连着|连续"
    r"|长期|一直|每天)[上值熬]?夜班?"
)
_ROTATION = (
    r"[倒轮]过?[大小]?班|翻班|倒[三两二23]班|[三两二23]班制"
    r"|[三两23]班轮[转换]?|[三两3]班(?=[都也])"
    r"|[三两23]班转"
    r"|(?<![\u4e00-\u9fff\da-z])[三3]班(?=[，,。；\s]|$)|黑白颠倒|白加黑|昼夜(?!温差)|倒时差|ab2?班"
    r"|(?:三八|四六)制|对[倒班]|白夜"
)
# One turn refused leaves the other: 两班倒太累, 四班三倒可以.
_TURN = r"[三两二23]班倒|[三四五345][班值][三四两二234](?:倒|运?转)"
_NIGHT = (
    r"[小前中]?[夜晚黑]班(?!表|工人|公交)|[黑夜][、和]?白班|小夜|[夜轮通]更|返夜|[捱挨]夜|夜工"
    r"|夜头|更夫"
    r"|打更|看[夜更]|小时的?[对轮]?倒|通晚"
    r"|夜[更审勤岗工]"
    r"|夜间(?=[保值巡理护客看作施运配装卸仓班岗工出抢上故])|(?<=[干上做])夜间|夜.?岗"
    r"|[再么]熬(?![粥药汤])"
    r"|[晚黑]上的[班活]|[晚黑]了?上班|熬夜|熬通"
    r"|值夜(?!班)|守夜"
    r"|上夜(?![班大校])|[整通][夜宿晚](?!咳|失眠|[没不]?睡)|一整?宿|跟班(?!车)|过夜的?[班活岗]"
    r"|[排顶]夜|前夜(?=[可行都能也])|[下后]半夜"
    r"|白?夜(?=[，,。]|都|也|轮|倒|两)|轮夜|陪夜"
)
_ROUND_THE_CLOCK = (
    r"(?:24|二十四)(?:个?小时?|h)?(?:[休轮倒制]|备勤|待命|的?班|值[班守]|[陪看]护|陪床|照护"
    r"|[一1]倒)|休24|上(?:24|二十四)|(?:24|二十四)(?:个?小时)?歇"
    r"|[一1]休[一1]24|[上做干][一1]天?[休歇][一二两三123]天?|(?<=小时)[上做]?[一1]休[一二三123]"
)
_ANY_SHIFT = (
    r"(?:其[他余]|别的|剩下的?)班|实在[要得需]要?[上倒排值轮]|(?:服|听|由)从?[^，。；]{0,5}排班"
    r"|(?:啥|什么|任何|哪个|哪种|哪)(?:样的?|时候的?)?班次?|班次(?=[^，。；]{0,6}(?:不|都|随|无|均"
    r"|听|服从|任))|(?:不挑|不限)班"
    r"|排班(?=随|听|服从|都|无)|(?:什么|啥|任何)时(?:间段?|段|候)[^，。；]{0,3}(?:上班|班|排)"
)
_ENGLISH_SHIFT = (
    r"rotat(?:e|ing|ion)|(?:two|three|[23])-shift|shift work|24-hour|24/7"
    r"|(?:night|evening|graveyard|overnight)s?[ -](?:shifts?|work|duty|duties|jobs?|posts?|auditor)"
    r"|(?:over)?nights\b|overnight\b"
)
_ENGLISH_EVENING = r"\b(?:night|evening)s?\b(?! school| class| market)"
# 晚上八点到早上八点: hours that cross midnight.
_ACROSS = (
    r"(?:[晚夜][上里间]?|下午|傍晚)(?:\d{1,2}|[一二三四五六七八九十两]{1,2})点半?[到至-]"
    r"(?:第?[2二]天|次日|转天)?(?:凌晨|早[上晨]?|清早|天亮|上午|半夜|夜里)|[到至做干](?:第[2二]天"
    r"|次日|凌晨|后半夜|天亮)"
)
# 晚上, 夜里 beside any word for doing, where no hour before the night is named.
_EVENING_WORK = (
    r"(?:[晚夜黑]上|夜[里间晚]|[半黑]夜|零点|(?:十二|12)点(?:以后|过后)|(?:夜里|凌晨"
    r"|半夜)[12一二两]点)"
    r"(?![^，。；]{0,6}(?:[六七八九十6789]|十一|1[01])点|[^，。；]{0,6}(?:加班|饭)"
    r"|[^，。；]{0,4}(?:[带接送陪哄照住吃睡学课]|看[孩娃书电不]|回家))"
    r"(?=[^，。；]{0,7}(?:[干做来排轮活班救看守]|上(?![学课网厕])))"
)
SHIFT = re.compile(
    rf"{_BY_NIGHT}|(?P<hard>{_WHOLE_NIGHT})|(?P<turn>{_TURN}|{_ROUND_THE_CLOCK})"
    rf"|(?:{_ROTATION}|{_NIGHT}|{_ANY_SHIFT}|{_ACROSS}|{_ENGLISH_SHIFT})"
    rf"|(?P<weak>{_EVENING_WORK}|{_ENGLISH_EVENING})"
)
# What no talk of shifts does without, so that most texts are passed over quickly.
ANY = re.compile(
    r"[班夜晚熬宵倒更昼白黑轮凌零]|24|二十四|12点|十二点|[三四]八制|四六制|day|night|shift|evening"
    r"|rotat|24-hour|graveyard|[一1]天?[休歇]|[到至]次日|第[二2]天|天亮"
)
# A late shift of a shop ends before the night: 晚班到十点.
_LATE_ONLY = re.compile(r"晚班[^，。；]{0,6}(?<![\d十])(?:[七八九十789]|十一|1[01])点")
_LATE = re.compile(r"晚班")


def without_late(line: str) -> str:
    """The line without its late shifts where they end before the night."""
    return _LATE.sub("··", line) if _LATE_ONLY.search(line) else line
