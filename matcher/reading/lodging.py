"""Whether a posting offers a bed and meals."""

import re

from matcher.reading import english_offers as english
from matcher.reading.headings import in_duties
from matcher.reading.told import Reading, Told, around, blanked, clauses, told

_BOARD = (
    r"(?:食宿|吃住|吃、住|吃和住|包吃住|吃喝住|住宿[、和与及]?(?:伙食|餐|工作餐)|伙食[、和]?住宿)"
)
_GIVE = r"(?:包|管|供|免费|提供|提拱|含|安排|享受?|解决|配备|配有|设有|备有|有)"
_NOT = r"(?:不|无|没有|没|无法|不能|暂不|暂无|不予|概不)(?:再)?"
_BOTH_NO = (
    rf"{_NOT}(?:包|管|供|提供|含|安排|负责|解决)?(?:吃住|食宿|吃、住)|(?:食宿|吃住)(?:费用?)?(?:均"
    r"|都)?(?:自理|自行|自己|需自|自费|自备)"
)
_BED_NO = re.compile(
    rf"{_BOTH_NO}|{_NOT}(?:包|管|供|提供|含|安排|负责|解决)(?:吃|餐)?(?:住|宿)|(?:没有|无|没)(?:宿舍|住宿(?!费|限|要求))"
    r"|不提供[^，。；\n]{0,8}[、及和与](?:住宿|宿舍)"
    r"|住宿(?:需|均|都)?(?:自理|自行|自己|自费)|自行(?:解决)?住宿"
)
_MEAL_NO = re.compile(
    rf"{_BOTH_NO}|{_NOT}(?:包|管|供|提供|含|安排|负责)(?:住)?(?:吃|餐|饭|伙食|午餐|中餐)(?!补)"
    r"|(?:吃饭?|伙食|用餐|就餐|饮食|餐饮?)(?:费用?)?(?:需|都|均)?(?:要)?"
    r"(?:自理|自行解决|自己解决|自费|自付|自备)|没有?食堂|无食堂"
)
_BED = re.compile(
    rf"{_GIVE}[^，。；、\n补报]{{0,5}}{_BOARD}|(?:全包|包)(?:吃|餐|食)?[、+]?包?(?:住|宿)(?!校)"
    rf"|(?:吃住|食宿)(?:(?:全|都|均)?(?:包|免费|全免)|无忧|不愁)|管(?:吃)?管?住"
    rf"|{_GIVE}(?:免费|员工|公司|集体|高档|舒适|统一|单身|空调|厂内|小区|的|精装|豪华|两人间"
    rf"|双人|单人|标准|当天|入职|长隆|男生|女生|男女|男|女|内){{0,4}}(?:住宿(?!补|津|费|问题)"
    rf"|住房(?!补|公|津|租)"
    rf"|宿舍(?!管|费|补|卫|楼管)|公寓(?!销|管)|寝室|住所)"
    r"|(?:员工|职工|公司|厂内|厂区|空调|单身|夫妻|公寓式?|免费|豪华|高档|套房|新|花园式"
    r"|标准)(?:间)?(?:宿舍(?!管|卫|维|的管|安|巡|楼|区域|水电|清|日常)|住宿(?!补|津|费|管|预))"
    r"|宿舍[:：;；(（是为\d有配均空内独条干标带设装]|住宿[:：](?!补)|住宿(?:条件|环境|免费|情况"
    r"|舒适|方便|在)|[【\[]住宿[】\]]"
    r"|(?:\d|[两二三四六八单双])(?:-\d)?人(?:/|一)?(?:间|宿舍|寝)|(?:职工|员工|人才|公司|博士|专家|青年)公寓(?!管|楼)"
    r"|(?:提供|包)(?:吃|车|吃饭|餐|食)[、+和]?住(?![宿院房址家])|必须住宿|可住宿|可以住宿"
    r"|可申请(?:住宿|宿舍)|免费入住|(?:外地|远)[^，。；\n]{0,8}住宿"
    r"|(?:提供|免费|包)[^，。；\n补]{0,8}、(?:住宿|宿舍)(?![补津费管])"
    r"|(?:^|[，,。；、\s(（]|招聘?|诚聘)住家(?=保姆|阿姨|月嫂|育儿|护工|家政|[)），,。；、\s]|$)(?!或不住)"
    r"|夫妻房|夫妻间|供住(?![宅院房址])|(?<=[+、，])\s?住宿(?=[)。+])"
    r"|(?<!出差)(?<!外出)(?<!预定)(?<!预订)住宿(?:[、，,/+](?!门票|酒店|民宿|旅游|交通票)|$)"
)
_BED_ASIDE = re.compile(
    r"(?<![包管])吃、?住、?行|"
    r"(?:预定|预订|出差(?!补)|差旅|客人|接待|来宾|会务|嘉宾|旅客|宾客|顾客|学生|幼儿|安排领导|报销"
    r"|机票|酒店|学员|门诊|新生|病人)(?:(?!\s提供|\s包[吃住食])[^，。；\n]){0,16}(?:住宿|宿舍|食宿|公寓|吃住)"
    r"|(?:负责|维护|维修|管理(?!员)|检查|清洁|打扫|巡查|值班|租赁|销售|出租|协助|做好|办理"
    r"|家里)[^，。；\n]{0,18}(?:宿舍|公寓|住宿|食宿|食堂)"
    r"|(?:住宿|宿舍|租房|外宿|住房|食宿|外住|房租|住)(?:有)?(?:补贴|补助|津贴|费用?报销)"
    r"|宿舍(?:管理|维修|空调维修|卫生|安全|水电维修|区的|楼的|长|阿姨|管家)|宿管|寄宿|(?:如果|若"
    r"|如)(?:要求|需要)?包住|住宿部"
    r"|住宿附近|住宿生"
)
_MEAL = re.compile(
    rf"{_GIVE}[^，。；、\n补报]{{0,5}}{_BOARD}|包(?:吃|餐|伙食|饭|食|早|午|中|晚|两|二|一|三"
    rf"|[123](?=餐|顿))(?!班|装)|(?:吃住|食宿)(?:(?:全|都|均)?(?:包|免费|全免)|无忧|不愁)|管(?:吃|饭|餐|午饭"
    rf"|一日|三|中餐|午餐|两|\d餐|\d顿)"
    r"|(?:免费|提供|提拱|供应?|享受?|含|安排|配|有|公司|可享)[^，。；、\n补贴]{0,6}(?:工作餐"
    r"|员工餐|午餐|中餐|晚餐|早餐|三餐|两餐|[123]餐|三顿|正餐|饭菜|免费餐|午饭|晚饭|早饭|膳食|伙食|用餐"
    r"|餐食|自助餐|营养餐|饮食|食堂|饭堂)(?!补|费|津|贴|盒|厅|具|管|主|经|承|运|工作|厨|保|人员|阿姨|采|安|卫|后"
    r"|环境|体验|服务|氛围|企|行业|时间|或者?西)"
    r"|工作午餐(?!补)|工作餐(?!补|费|津|贴|制作|厨)|员工餐(?!补|费|饮|厅(?:制|前厅|服务|收银|主管|经理|厨)|制作|厨)|(?:员工|公司|内部|厂内|自有|有"
    r"|设|免费|单位|集团|厂区|福利)(?:食堂(?!工作|经|管|厨|服务员|阿姨|帮|洗|保)|饭堂|餐厅(?!经|服|管|主|领|前厅|收银|工作))|食堂(?:就餐|用餐|吃饭"
    r"|免费|菜|有|便宜|伙食)|[三四五六两二一][菜荤]\S?[一二两]?[汤素]"
    r"|(?<!做)(?<!的)(?:自助式?(?:营养)?|精美|营养|爱心|丰盛|可口|工作日?|早[午中]晚)(?:的)?(?:工作)?[早午中晚三]餐(?!制|补|厅)"
    r"|提供[早中午晚、和]{2,5}餐(?!补)|(?<=[，,、；;+])[ \t]?(?:免费)?[午中]餐(?=[，,；;+。])"
    r"|宿舍[、，,和](?:员工)?食堂(?!管|卫|安|维)|(?:配套|就餐)饭堂"
    r"|[一1]日[三3]餐|(?<=[，,、；;\s])食堂(?=[，,、；;。\s]|$)"
    r"|提供餐(?![补饮厅具费前])|提供住宿[、和及](?:[早午中晚]餐|[三两]餐)|提供吃|伙食(?:好|不错|标准|免费|情况|丰富|[，,:：])"
)
_MEAL_ASIDE = re.compile(
    r"(?:伙食|吃饭|用餐|就餐|餐食)[】\])]?[:：](?:公司|每[天日月])?(?:提供|有|发放?)?(?:额外)?的?[餐饭伙食]*补"
    r"|(?<![包管])吃、?住、?行|工作餐的(?:津贴|补贴)|带饭[^，。；\n]{0,6}用餐|餐厅收银|"
    r"(?:[早午中晚]餐)?(?:餐饮?|饭|伙食|用餐|午餐|晚餐|早餐|工作餐|夜宵|餐食|膳食)(?:费用?)?(?:补贴|补助|津贴|补"
    r"|贴)"
    r"|(?:负责|制作|准备|采购|管理(?!员)|烹饪|烹调|做好|做|协助|保证|学生|幼儿|客人|顾客|宾客|接待"
    r"|制定)[^，。；\n]{0,14}(?:工作餐|员工餐|午餐|早餐|晚餐|三餐|食堂|饭堂|伙食|膳食|餐厅)"
    r"|(?:幼儿园|学校|医院|机关)(?:的)?(?:员工)?(?:食堂|饭堂)"
    r"|管理员\s?\((?:员工)?(?:食堂|饭堂)|工作餐(?:传菜|打菜|分发|配送|(?:交通|通讯|住房)(?:补贴|津贴|补助))|[早午中晚]餐报销"
)


def dormitory(text: str) -> Reading[bool] | None:
    """Whether a bed is offered: an allowance for rent is none."""
    seen = told(text)
    return _chosen(_offered(seen, _BED, _BED_NO, _BED_ASIDE), _in_english(seen, english.BED))


def meals(text: str) -> Reading[bool] | None:
    """Whether meals or a canteen are offered: an allowance for meals is none."""
    seen = told(text)
    return _chosen(_offered(seen, _MEAL, _MEAL_NO, _MEAL_ASIDE), _in_english(seen, english.MEALS))


def _chosen(*found: Reading[bool] | None) -> Reading[bool] | None:
    """What is offered outweighs what is refused."""
    said = [each for each in found if each]
    return next((each for each in said if each.value), said[0] if said else None)


def _in_english(seen: Told, noun: re.Pattern[str]) -> Reading[bool] | None:
    said: list[Reading[bool]] = []
    for start, end in clauses(seen.text) if noun.search(seen.text) else ():
        told_of = english.offered(seen.text[start:end], noun)
        if told_of:
            is_given, found = told_of
            place = (start + found.start(), start + found.end())
            said.append(seen.reading(is_given, place))
    return _chosen(*said)


def _offered(
    seen: Told, yes: re.Pattern[str], no: re.Pattern[str], aside: re.Pattern[str]
) -> Reading[bool] | None:
    text = aside.sub(lambda found: "·" * len(found.group()), seen.text)
    refusals = list(no.finditer(seen.text))
    text = blanked(text, *refusals)
    for found in yes.finditer(text):
        if not _of_the_work(text, found):
            return seen.reading(True, found)
    return seen.reading(False, refusals[0]) if refusals else None


def _of_the_work(text: str, found: "re.Match[str]") -> bool:
    """Whether the words name the place of work: 负责员工食堂 under a heading of duties."""
    if not in_duties(text, found.start()):
        return False
    start, end = around(clauses(text), found.start())
    return not re.search(r"包|管[吃住饭]|免费|提供|安排|公司有|福利|^有", text[start:end])
