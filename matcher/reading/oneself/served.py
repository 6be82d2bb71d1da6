"""Whether a seeker has served in the army."""

import re

from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading

_SERVED = re.compile(
    r"(?:当[过了][^，。；]{0,4}(?:武警|[海空陆]军)|前(?:武警|军人)|优待证(?=有|在|都|[，。、]|$)"
    r"|退伍|退役(?!运动员|选手|球员)|复员|(?:部队|现役|军队|军人|\d年"
    r"|刚|年)[^，。；]{0,3}转业"
    r"|转业(?:军人|干部|回"
    r"|到地方|安置)|当[过了]?[^，。；]{0,4}[年回]?兵(?!器)"
    r"|[在从](?:部队|军队)(?!大院|家属|幼儿园|医院|子弟|食堂|旁|附近)|[海空陆]军(?:待|服|当|干"
    r"|[里上])|武警(?:出身|退|待|干|回来)|曾是?军人|退下来的?(?:老?兵|军)|老兵|部队(?:里|上|炊事班"
    r"|汽车[班连])?(?!大院|子弟"
    r"|家属)(?:出身|出来|回来|待|呆|服|干|开|\d)|服过?(?:兵)?役"
    r"|参[过了]军"
    r"|入[过了]伍|义务兵|士官|军人出身"
    r"|veteran|retired (?:soldier|army|military)|ex-?(?:army|soldier|military)"
    r"|(?:was|been|years|formerly|soldier|cook|driver|medic|nurse) in the (?:army|military|navy"
    r"|air force"
    r"|marines)"
    r"|\b(?:was|be|been|am) an? (?:former |retired )?(?:soldier|marine|serviceman|servicewoman)"
    r"|military service|(?:army|navy|military) veteran|served (?:\d+ years )?in the (?:army"
    r"|military|navy"
    r"|pla)|former (?:pla |army |navy )?(?:soldier|officer|sailor))"
)
_NOT = re.compile(
    r"(?:没有?|未曾?|没曾|不是|不|无|想|打算|准备|要|想去|没去)(?:去)?$|(?:never|not|n't)\s$"
)
_NO_ARMY = re.compile(r"运动员|球队|国家队|省队|设备|随军|军嫂|家属")


def has_served(text: str) -> bool:
    """True where a person says to have served."""
    return find(text) is not None


def find(text: str) -> Reading[bool] | None:
    """The words with which a person says to have served."""
    seen = own_words(text)
    for found in _SERVED.finditer(seen.text):
        before = seen.text[max(0, found.start() - 7) : found.start()]
        if not _NOT.search(before) and not _NO_ARMY.search(before):
            return seen.reading(True, found)
    return None
