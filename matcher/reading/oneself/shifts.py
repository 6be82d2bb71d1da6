"""Words that speak of nights and rotation, of evenings and of days only."""

import re

from matcher.reading.told import Span, clauses

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
# 夜里, 晚上 alone tell of work only where the answer is about work.
EVENING = re.compile(
    r"(?:[晚夜黑]上|夜[里间晚]|半夜)(?:我|的话|就|都|也|绝对|是|肯定|实在|真的?){0,2}"
    r"(?:(?P<no>不(?:做|行|干|方便|能(?:上|做|干|来)|来|出(?!门))(?![^，。；]{0,3}加班)|没空|没时间"
    r"|没法[上做干来]|来不了"
    r"|走不开|出不[来了去]|离不开|离不了|脱不了?开?身)"
    r"|(?P<yes>[^，。；不没]{0,3}(?:精神(?!不)|来劲|不困)|[^，。；课点班]{0,8}(?:也(?:可以|行|中"
    r"|成|没问题|没关系)|没关系|没问题)|[也都](?:行"
    r"|中|成|得|ok|要得|可以|能[上做干来]|没问题|干|做|来)|可以[上做干来]"
    r"|能[上做干来]))"
    r"|(?P<never>熬不[动住起了]|(?:[别少]|不[能敢宜])再?熬(?![粥药汤夜])|(?:不要|不想|不愿"
    r"|别)(?:再|[^，。；]{0,3}(?=[凌半深]))?(?:晚上"
    r"|夜里|夜间|黑夜"
    r"|凌晨|半夜|深夜)|(?:夜里|晚上)(?:不睡|没睡|[必要得]须?睡|得早睡))"
    r"|(?P<both>(?:夜|倒)班就(?:夜|倒)班|不[挑分论管怕](?:白天|日夜|昼夜|黑夜|黑白|白日)"
    r"|白天[^，。；不]{0,4}(?:晚上"
    r"|夜里|黑夜)[^，。；不]{0,4}(?:都|随|行|可|能))"
)
ONLY_DAYS = re.compile(
    r"(?:只|仅|光|还是|就(?=[能想要找]))(?:能|想|上|做|干|要|找|考虑|接受|愿意|换|个|一个"
    r"|是)*(?:上|做"
    r"|干"
    r"|找)?(?:长?白班|白天|常?日班"
    r"|正常班|早班)"
    r"|(?:day shifts?|days?|daytime)(?: shifts?| work| hours| jobs?| positions?)? only"
    r"|only (?:work "
    r"|do )?(?:days?\b|daytime)"
)
_DAYS = re.compile(
    r"[长常]白(?!山|县|云)|(?:为|是|时间[:：]|要求[:：])白天|(?<![黑夜])白班|(?:想|要|只|改|换|找"
    r"|跑|开)(?:个|份|一|干|做|上|到|成|能|找|换"
    r"|去)+白天|日班|行政班"
    r"|正常班|常日班|[调换转]回?到?白[天班](?!了)|白天(?:的|正经上班"
    r"|正常上班"
    r"|上班|班|干活|工作"
    r"|那种)|day shift|daytime"
)
_NO_WISH = re.compile(
    r"[调换转][到回]?白班了|最好|优先|或(?=[^，。；]{0,4}[班夜])|也|倒班|夜班|过|期间|为主|之前"
    r"|以前|原来|尽量|usual"
    r"|rather|ideally"
)


def without_late(line: str) -> str:
    """The line without its late shifts where they end before the night."""
    return _LATE.sub("··", line) if _LATE_ONLY.search(line) else line


def wish_for_days(line: str) -> Span | None:
    """A wish for days is firm where nothing softens it."""
    for start, end in clauses(line):
        wish = _DAYS.search(line, start, end)
        if wish and not _NO_WISH.search(line, start, end):
            return wish.span()
    return None
