"""What stands around a shift: former work, questions, what points back to it, other matters."""

import re

from matcher.reading.oneself.stances import ANSWER

# Former work: its shifts are no wish.
BEFORE = re.compile(
    r"之前|以前|原来|原先|从前|曾经?|当时|那时|那会|早年|早些年|前[些几两]?年(?!会)|头[几两些]年|十几岁|去年"
    r"|那[阵几]年?|年轻(?:时|的时候|那)|(?:大学|上学|读书|念书)(?:的时候|那|时)|刚出来|期间|上一?[家份个]|原(?:单位|公司|厂|岗)"
    r"|过(?![年节了来])|一路[^，。；]{0,3}过来|(?:\d|半|几|多|十来)年|(?:\d|几)来年|半辈子|离职|辞职|辞了"
    r"|used to(?! (?:\d|two|three|rotat|night|shift|working|doing|the|it|[两轮夜]))"
    r"|\bdid\b|last job|previous|\bworked|\bwas\b|experience|(?:19|20)\d\d ?-"
)
DONE = re.compile(r"[做干]过|以前|之前|原来|原先|从前|曾|上一?[家份个]")
# What somebody did for years stays past in the next clause: 夜班做了一年，天天到早七点.
STAYED = re.compile(
    r"(?:我|就|已经)?[上做干值倒跑守熬当待呆打](?:了|过|有)[^，。；]{0,4}(?:\d|半|几|十)[来多]?"
    r"(?:年|个月)"
)
# 后来转做保洁, 改行学了理发: what came before is over.
LEFT = re.compile(
    r"后来[^，。；]{0,3}[转改换学去读开](?!不)|(?<!想)(?<!要)(?:[转改]行|[转改]做)(?!也|都|可|[^，。；]{0,5}[夜倒])"
)
NOW = re.compile(
    r"现在|如今|再|照|还|也|都|已经|能接受|能适应|以后|今后|any ?more|继续|接着|习惯|惯|适应|可以"
    r"|愿意|试|没(?:问题|意见|关系|事)|无所谓|不怕|不在乎|正常|能[上干做接]|随便|随你"
)
SOFTLY = re.compile(rf"{DONE.pattern}|最好|尽量")
IF_POSSIBLE = re.compile(r"能不[^，。；]{1,4}就[不别]|最好[不别]")
IF = re.compile(r"(?:要是|如果|只要|假如|若)(?!.*就)")
UNLESS = re.compile("除非")  # 夜班不上，除非有车接送
OPEN = re.compile(r"看情况|再说|再商量|说不[好准]|不一定|不确定|面谈|面议|待定")
QUESTION = re.compile(
    r"现在说|看班|都说|听说|看到|写[着的]|招聘|[吗么呢?？]|几点|多少|··|有没有|有无|([\u4e00-\u9fff])不\1"
    r"|(?:月|周|星期|要上|有)几个[夜大通]|(?<!宵)[班夜][不没]$|没有?夜班的?经"
)
# 下家还这么排我也没意见: the clause speaks of the same shift still.
SAME = re.compile(
    r"^(?:现在|以后|今后)?也一样|[这那](?:么|样)(?:的?[排倒上干轮值熬]|安排|子?(?=[我也都可就，。]))|照[样旧]|老样子"
    r"|再[上倒值熬排]|(?:继续|接着)[上做干倒值跑熬]|[这那]个?(?:[班点]|作息|节奏)"
    r"|[这那]种(?:班|(?=[我也都就不]))|(?:差不多|类似|同样|一样)的(?!工资|待遇)"
    r"|(?:再也|[也都])不再?[去干做上](?:了|$)|^我?[都均全](?=可以|能|行|没问题|接受|ok)"
)
# A clause about something else ends the reach of a shift.
ELSEWHERE = re.compile(
    r"[住吃饭餐宿薪元块千万证驾学培带搬]|加班|出差|工资|待遇|\d{3}|[单双]休|周[末六日]|休息|社保"
    r"|计[件时]|英语|外语|电脑|打字|技术|手艺|口才|形象|脾气|性格|力气|经验|离家|\d岁|普工|保[安洁]"
    r"|白班|白天|找|想[做干去学找]"
)
DAYTIME = re.compile(r"白天|白班|早班|日班")
# What may stand before an answer that stands alone.
FILLER = re.compile(
    r"^(?:[^，。；]{1,8}的话|我|俺|咱|人|自己|现在|如今|也|还|已经|身体|反正|倒是?|都|就|全|这个?"
    r"|那个?|[这那]种|实在|真的?|确实|但是?|不过|所以|因此|以后|今后|后来|说实话|老实说|的话|绝对"
    r"|完全|其实|肯定|一般|基本|目前|平时|暂时|早就|早已|倒|是|到|可|对|根本|坚决|打死|死活|一概"
    r"|通通|\s)*"
)
# 想歇歇 wishes for something else, 想上 answers.
WISH = re.compile(r"想|找|揾|搵|喜欢|招|缺|优先|最好|精神")
ON_SHIFT = re.compile(r"[上做干值倒](?=$|[了这那点些夜通倒班])|[继接这那]")

_ASKED = re.compile(r"([要能是值])不\1|(?<![晚夜])上不上")
# 倒班不倒班都行.
_EITHER = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,3}|[倒轮值熬](?=不.[班夜]))不(?P=one)")
_LIST_SIGN = re.compile(r"[、/]")
_LONGEST = 10  # signs of an answer
_BUT = re.compile(r"(?<!不)但(?![凡愿求])是?|可是|只是(?!想|要|找)")


def unasked(line: str) -> str:
    """The line with what is asked made unreadable, and cut at a but and between answers."""
    line = _EITHER.sub(_once, _ASKED.sub("···", line))
    line = _BUT.sub(lambda found: "，" * len(found.group()), line)
    return _LIST_SIGN.sub(_cut_behind_answer, line)


def _cut_behind_answer(sign: "re.Match[str]") -> str:
    """单休不行、夜班可以 are two clauses, 夜班、倒班可以 is one."""
    line, end = sign.string, sign.start()
    answers = ANSWER.finditer(line, max(0, end - _LONGEST), end)
    is_behind = any(line[answer.end() : end] in ("", "了") for answer in answers)
    return "，" if is_behind else sign.group()


def _once(found: "re.Match[str]") -> str:
    return found["one"].rjust(len(found.group()), "·")
