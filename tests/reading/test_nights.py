"""What seekers say of nights: each class of words that name shifts, answer for them or do not."""

import pytest

from matcher.reading.oneself import nights

# One class a line, told apart by the first word; each text stands for many said like it.
_TAKEN = """
turns: 12小时两班没问题|三班可以接受|上一天一夜休一天那种班我最喜欢|早一周晚一周的，我都适应了
named: 倒夜我是不怕的|半夜接送机可以|夜间浇筑能跟|凌晨场能盯|带睡没问题|不管几点都能上
both: 可日可夜|日夜不限|不分昼夜|白的黑的都能上|白天黑夜都开，习惯了|我是夜猫子
again: 四班三运转一直这么上的，下家还这么排我也没意见|三班倒上了十年，接着倒呗
denied twice: 二话不说就上夜班|夜班眼睛都不眨|没啥不方便的，夜班|谁说女的不能上夜班，我就能
terms: 夜班别连着排，不是天天夜班就行|如果有班车，夜班可以|不倒班挣不到钱|夜班有宿舍就上
wishes: 同事都抢白班，我反倒爱上大夜|宁可白天补觉，也要挣那份夜班钱|就为找个夜班
duty: 夜里带娃是本分|24小时跟着没问题|住家保姆，夜里起来照顾老人习惯了
reasons: 孩子大了没牵挂，黑白班随便排|没人管我，什么班都行|能吃苦耐劳，包括夜班
others: 哥哥在同一个厂上夜班，我最好跟他一个班次|别人不愿意上的夜班我上
English: available for nights|used to 2-shift rotation|day or night is fine
before dawn: 凌晨两三点起来揉面我没问题|半夜爬起来磨豆子不怕|凌晨的高铁保洁我也去
called: 半夜接机什么的尽管喊我|半夜水管爆了喊一声我就到|夜里有活尽管招呼
that one: 我就是奔着夜里那趟来的|别人嫌晚上那班冷清，我倒喜欢
still: 以前白班夜班都上过，现在也一样|越夜越精神|晚十到早六那种我上了五年，接着上没问题
script: 輪班可以配合，大夜也行|決定接受夜班|樂意上夜班
"""
_REFUSED = """
only days: 只看白天|只跑白天|白天以外的不考虑|仅限白班|岁数大了夜里看不清，只陪白天
regular: 拜托给个正常作息的岗位|想找个作息规律的|想回到正常上下班
worn out: 上了三年通宵，人都上废了|倒班倒得人都傻了|夜班是噩梦|倒班倒到怀疑人生
rhetoric: 夜班连上七天谁扛得住啊|这颗心脏，还敢上夜班？
none wanted: 没有夜班的岗位优先|最好没倒班|有没有不上夜班的|夜班例外|比起夜班我更想要白班
then not: 只招夜班我就不来|要夜班的话你们找别人|夜班能不安排就不安排
cannot: 夜间浇筑旁站我跟不了|夜班伤不起|一天一夜的班顶不住|半夜浇筑叫不动我了
health: 有夜盲症|老花眼，夜里开车不敢|四班三转，干到胃出血|生物钟全乱，三班倒怕了
home: 孩子没人看，夜班不行|晚上走不了|晚上得睡，孩子小
by dark: 晚上不在外面过夜，天黑前要到家|每晚都得在家|太阳落山前得下班|夜不归宿的活我不做
not one: 这回找工作夜班一天都不上|夜班说什么也不上了|夜班可以少给点钱也不上
dusk: 天一黑就不敢开车|晚上别给我排班|凌晨三点起来揉面我起不来
softly: 能接受加班但通宵不行|可以不上夜班了|宁愿少挣也不倒班
English: nights are out of the question|not able to do overnight|anything but night shifts
"""
_SILENT = """
former: 夜班我做了一年，天天晚上十一点到早上七点，工资还可以|倒了八年班，四班两倒那种
long ago: 前些年在KTV做通宵收银，现在想做出纳|年轻时跑夜车，如今想做仓管|夜班上了一年，后来学了美容
early: 凌晨四点起来送孩子上学|凌晨起来上厕所容易头晕|晚上那趟公交停了
questions: 要上夜班不|一个月几个夜班|有夜班没|倒不倒班？
open: 夜班面议|夜班嘛要看情况
evenings: 晚上在网上学会计|晚上路上小心|晚上打电话给我|能吃苦，会打更机
hours: 只能上早八点到下午四点半|朝九晚五最好
schools: 带过幼儿园两班|教三班和四班的数学
English: did nights at a warehouse for two years|Looking for a five-day job
"""


def _texts(classes: str) -> list[str]:
    lines = (line.partition(": ")[2] for line in classes.strip().splitlines())
    return [text for line in lines for text in line.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, True) for text in _texts(_TAKEN)),
        *((text, False) for text in _texts(_REFUSED)),
        *((text, None) for text in _texts(_SILENT)),
    ],
)
def test_what_a_seeker_says_of_nights(text: str, expected: bool | None) -> None:
    found = nights.find(text)
    assert (found.value if found else None) is expected
