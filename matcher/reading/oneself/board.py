"""Whether a seeker wants a bed and meals with the work."""

import re

from matcher.reading.oneself.nearest import nearest
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, clauses

_BOTH = r"吃住|[食膳]宿|吃喝住|吃的?[和、]?住的?"
_AT_WORK = r"(?:工地|工棚|项目|厂|店|船|单位|雇主家|东家|主家)[上里]?"  # 工地住
_BED = re.compile(
    rf"{_BOTH}|住宿(?![费舍])|宿舍(?!管)|住处|[床铺]位|张床|公寓|睡(?=单位|店里|厂里|工地|门卫)"
    rf"|床睡|落脚|单间|寝室|夫妻[房间]"
    rf"|[双单]人[房间]|{_AT_WORK}住(?![过了得惯院不])"
    rf"|地方[住睡]"
    r"|[住睡]觉?的(?:地方|地儿)|住房(?![公补贷租])|(?<=不)住家"
    r"|住(?![址院家所房]|[过了]|得?[近远])|dorm\w*|accommodation|housing|lodging|\broom\b"
    r"|(?:place|where|somewhere) to (?:live|stay|sleep)|\bbunk\b|\blive-in\b|\bbed\b"
)
_MEALS = re.compile(
    rf"{_BOTH}|(?:员工|[早午晚中工用]作?)?(?<!口)[饭餐](?![店馆厅饮具盒桌菜补])|[一两二三\d]顿"
    rf"|伙食(?!补)"
    r"|食堂(?![里]?[·承当做干帮打洗切上]|经验|的?工作|的?活|的?岗|阿姨|帮|[干做])"
    r"|(?<![好饭])吃(?!不[消了完惯]"
    r"|[苦亏力素货得紧香透辣])"
    r"|\bmeals?\b|\blunch\b|\bfood\b(?! pro| del| ind| ser| saf| fac| comp| plant)"
    r"|\bboard\b|\bcanteen\b(?! (?:work|cook|staff|job))|\bdinner\b|\beat (?:in"
    r"|at) (?:the )?(?:company|work|factory|canteen)"
)
_SURE = re.compile(
    rf"(?:{_BOTH}|单间|[一两二三123]顿饭?|员工餐|工作餐|夫妻[房间]|地方[住睡]|{_AT_WORK}住"
    rf"|睡的地方|dorm\w*|where to sleep|place to sleep|eat (?:in|at) (?:the )?\w+|live-in"
    rf"|room and board|board)$"
)
_IN_HOUSE = re.compile(
    r"(?:(?:雇主|东家|主家|主人|客户|客人|老板)(?:家里?|$|[，。；就])|工棚|项目|板房|条件|得惯|宿舍|厂|园里|店里|单位|公司"
    r"|工地|院里|校内|那里|这里)(?![^，。；]{0,3}(?:附近|旁|对面))"
)
_ANSWER = re.compile(
    r"(?P<no>(?:可以)?不(?:用|需要?|要求?|必|在|包|管|想|愿意?|打算|接受|能|方便|(?=[住吃]))(?:再"
    r"|给我"
    r"|帮我|公司|厂里|单位|你们|老板|园里|店里){0,2}"
    r"(?:管|包|供|提供|安排|解决|准备|考虑|要求)?|用不[着上]|无需|无须|没法|自[己个]|自理|自行|自带"
    r"|自备|自租|自家|有着落|不愁|外卖|回家"
    r"|\bno need|\bown\b|\bno\b|(?:n'?t|not|no longer) (?:really )?(?:need|want|require)"
    r"|unnecessary|without|\bneither\b|\bnor\b"
    r"|(?:isn'?t|aren'?t|not)(?: be)? (?:needed|required|necessary))"
    r"|(?P<yes>没问题|(?<!不)免费|包(?!装|子|车)|管(?![过理])|供|提供|含|有|要|需要?|给|解决|安排"
    r"|在(?:单位"
    r"|公司"
    r"|厂里?|[店园院校]里|食堂)(?=[吃住])|希望|最好|能|可以"
    r"|(?<![记听靠顶扛])得(?=住宿)|想|找|求|need\w*|want\w*|\bwith\b|provid\w*"
    r"|includ\w*|prefer\w*|please|great|good|nice|\bhelp|welcome|give me|hop(?:e|ing)|\blike\b"
    r"|require\w*"
    r"|appreciated|(?<!no )\b(?:accommodation|dorm\w*|housing|room|lodging) and(?= (?:meals|food"
    r"|board))|important|\+|\bfree\b|if possible|\boffer\w*)"
)
_OWN_HOME = re.compile(
    r"(?<![把给包])(?:住的(?:地[方儿]|房)?|住[处宿房]|房子?|地方住)(?:我|自己|倒|是|都|也|已经?|早就?)*(?:有着落"
    r"|(?:有|解决|落实|搞定)了(?![就最])|(?<!住宿)有(?=$|[，。；])|[找租](?:好|到|妥|下)|不缺|不愁)|"
    r"房子?[^，。；不没给]{0,4}租(?:好|到|下)|(?<![要想求能望])有房子?住(?=$|[，。；])|"
    r"(?:自己|家里|我家|本地|本人|这边|我)租?[^，。；]{0,4}有(?:房|住|地方)|自己(?:在外)?[租住]"
    r"|租好?了?房|有(?:自己|自家)的?房|(?:骑车|坐车|开车)回家|买了?房|住在?[^，。；]{0,2}(?:亲戚"
    r"|儿子|女儿|朋友|父母)家|每晚[都要得]回家|住在?(?:自家|家里|自己家)|走读"
    r"|[每天]天回家"
    r"|own (?:apartment|house|place|flat|home)|no (?:dorm|accommodation|housing"
    r"|room)[a-z ]{0,12} (?:needed|required)|\bliv(?:e|ing) (?:nearby|close|near (?:the|here|by)"
    r"|with my|at home)"
    r"|live[- ]out|\bsleep at home|\blive at home|\b(?:rent|have|own) (?:a|an|my own|my"
    r"|our)(?: own)? (?:car and )?(?:flat"
    r"|apartment|place|house|room)\b"
)
_OWN_FOOD = re.compile(
    r"自己[做烧煮]饭|(?<![不没管])带饭|家里吃|no [a-z ]{0,16}or (?:meals|board|food)|\beat at home"
    r"|\bhome for lunch"
    r"|(?:bring|have"
    r"|cook)[a-z ]{0,6} own (?:lunch|food)"
)
# Talk of cooking, packing or bearing something, not of what the work should offer.
_ASIDE = re.compile(
    r"(?:原来|以前|之前|上一?家|曾)[^，。；不]{0,4}住[^，。；]{0,6}|"
    r"(?:去|进|到)[^，。；]{0,5}食堂(?!吃)|(?:做|会|煮|烧|炒|送|打|盛)过?[^，。；]{0,3}[饭餐]|打包"
    r"|面包|书包|钱包|背包|包子|包饺"
    r"|[熬顶扛撑受忍待呆站稳坐留记管拦挡遭架经闲]不住"
    r"|(?:月子|快|西)餐|[记听靠顶扛]得住|[住吃]得?惯|住在?(?:附近|这[边里附]|本地|城|市)"
)
_NO_MATTER = re.compile(
    r"[^，。；\n]{0,4}(?:有没有|有无|可有可无|无所谓|不强求)|(?:(?!没|工|钱"
    r"|不)[^，。；\n]){0,3}[也都](?:行|可以|没关系"
    r"|没事|ok)|[^，。；\n]{0,2}(?:没关系|没事|不要紧|无妨)"
)
_OR_NOT_AT_ALL = re.compile(r"的?[^，。；\n]{0,2}(?:不考虑|不去|免谈|不来|别(?:打|找|联系)|勿扰)")
_APART = 16


def bed(text: str) -> Reading[bool] | None:
    """Whether a person wants a bed with the work."""
    return _wanted(text, _BED, _OWN_HOME)


def meals(text: str) -> Reading[bool] | None:
    """Whether a person wants meals with the work."""
    return _wanted(text, _MEALS, _OWN_FOOD)


def _wanted(text: str, named: re.Pattern[str], own: re.Pattern[str]) -> Reading[bool] | None:
    """What the nearest yes or no to the bed or the meals says; a no outweighs."""
    seen = own_words(text)
    line = _ASIDE.sub(lambda found: "·" * len(found.group()), seen.text)
    provided = own.search(line)
    if provided:
        return seen.reading(False, provided)
    said: dict[bool, Reading[bool]] = {}
    for start, end in clauses(line):
        part = line[start:end]
        for thing in named.finditer(part):
            wanted, (first, last) = _judged(part, *thing.span())
            if wanted is not None and wanted not in said:
                said[wanted] = seen.reading(wanted, (start + first, start + last))
    return said.get(False) or said.get(True)


def _judged(part: str, start: int, end: int) -> tuple[bool | None, Span]:
    """What the clause says of the bed or the meals named there, and where."""
    answer = nearest(part, (start, end), _ANSWER, None, _APART)
    last = max(end, answer.end() if answer else 0)
    if _NO_MATTER.match(part, end) or _NO_MATTER.match(part, last):
        return None, (start, last)
    if answer is None:
        is_sure = _SURE.search(part, start, end) or _IN_HOUSE.match(part, end)
        return (True if is_sure else None), (start, end)
    wanted = bool(answer["yes"] or _OR_NOT_AT_ALL.match(part, last))
    return wanted, (min(start, answer.start()), last)
