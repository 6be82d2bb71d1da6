"""Whether a seeker asks to be taught."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading

_WANTED = re.compile(
    r"(?<!不)想[^，。；]{0,3}学(?![历校])|(?:愿意|可以|能|肯|乐意|慢慢|重新|跟着|边做边|从头"
    r"|继续)学(?!历|会|校|了|生|习能力强)|有人[^，。；]{0,3}[带教]|(?:愿意|肯|能够?)带(?:人"
    r"|新[人手]?|徒弟)的|带新人(?=的)"
    r"|(?:能|肯|愿意?|希望|可以|求)(?:有人|师傅|老师)?[带教](?!徒|人|团|队|新|孩|货|班|夜|白|睡|着"
    r"|过"
    r"|娃|小"
    r"|电)"
    r"|有(?!个?(?:孩子|小孩|女?娃|老人|宝宝))[^，。；不没]{0,5}(?<!携)[带教](?!过|徒|团|人|班|货"
    r"|娃|孩|学|师|车|队|薪|资|育|练|案|小"
    r"|着|电|老)|学(?:点|门|个|一门|一点|一?些)(?![学校专位历期])|学(?:技术|手艺|本事)(?!过|学校"
    r"|专业|出身|已)"
    r"|跟着?[^，。；]{0,6}(?:师傅|老师|前辈|教练|人)[^，。；]{0,2}学(?!过|了)|(?:师傅|老师"
    r"|前辈)[^，。；]{0,2}指[点导]"
    r"|安排[^，。；]{0,2}人[^，。；]{0,2}带(?!过|了)|(?:当|做|收|招|从|是|的)?学徒(?!出师|出身"
    r"|毕业|过"
    r"|[工]?\d|制|[^，。；]{0,2}期?满)|带薪培训|先(?:参加|接受|去)?培训(?!过|新)"
    r"|(?:提供|有|给|能|参加|接受|希望|入职|岗前|安排|免费)[^，。；]{0,4}培训(?!过|经|师)"
    r"|导师[^，。；]{0,2}[带教](?!过)|找个[^，。；]{0,4}师傅(?!的?(?:工作|活|岗))"
    r"|师傅[^，。；]{0,3}[教带](?!过|出)"
    r"|从零|从[^，。；]{1,6}学起|零基础|肯学|学点|学门|边学|包教|(?:教一?下|领进门|一教就"
    r"|机会学|从头(?:开始"
    r"|再)?学|有人[^，。；]{0,3}指[点导]|想往[^，。；]{1,8}方向学|[要能会]带教"
    r"|带教(?=的)|教一教|带一带|教教|带带)(?![\u4e00-\u9fff]{0,2}(?:人|徒)|孩"
    r"|娃|学|人)|(?:需要|求|给个?)导师|下功夫学"
    r"|[带教]我(?!们|一个)|mentor"
    r"|\b(?:willing|happy|eager|keen|ready|glad|like|love|want|hope|wish|need|looking) to"
    r" (?:be |get )?(?:learn|trained|taught|train (?:as|for|in|up))"
    r"|\bopen to (?:learning|(?:being |getting )?trained|training)"
    r"|\bapprentice(?:ship)? (?:job|position|role|place)"
    r"|\b(?:for|want|find|seek|seeks|seeking|be|become) (?:an? )?apprentice(?:ship)?\b"
    r"|some(?:one|body)(?: who| to)? (?:shows?|explains?|teach(?:es)?|trains?|guides?)"
    r"|(?:train|teach"
    r"|mentor) me|(?:want|hope"
    r"|like) to learn"
    r"|(?<!gave )(?<!provided )(?<!aid )(?<!safety )(?<!completed )(?<!finished )(?<!had )"
    r"\btraining\b"
    r"(?! (?:school|cent|institut|compan|new|others|staff))"
)
_NOT_WANTED = re.compile(
    r"参加过[^，。；]{0,4}培训|带[^，。；]{0,3}(?:新人|徒弟|学徒)(?!的)|(?:不用|不需要?|无需"
    r"|不必)(?:人|师傅"
    r"|别人)?[带教培]|[做当][过了][^，。；]{0,8}学徒|学徒[^，。；]{0,3}(?:做|干|当)[了过]"
    r"|(?<!从)学徒做起|我(?:也|都)?(?:能|可以|会)[带教]|学徒[^，。；]{0,2}(?:半|\d"
    r"|[一二两三几])[^，。；]{0,2}[年月]|学徒(?:出身|起家|起步)"
    r"|跟着?师傅[^，。；]{0,4}[学干做]过"
)


def is_wanted(text: str) -> bool:
    """Whether a person asks for work that can be learned on the spot."""
    return find(text) is not None


def find(text: str) -> Reading[bool] | None:
    """The words with which a person asks to be taught."""
    seen = own_words(text)
    line = _NOT_WANTED.sub(lambda found: "·" * len(found.group()), seen.text)
    found = _WANTED.search(line)
    return seen.reading(True, found) if found else None
