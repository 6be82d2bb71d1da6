"""No word is named as a reason unless the score is lower where the posting does not say it."""

import re
from dataclasses import replace
from datetime import date
from random import Random

from matcher.domain.profiles import Match, PostingProfile, SeekerProfile
from matcher.domain.terms import ReasonCode
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.matching.text import fold
from matcher.reading import postings

TODAY = date(2026, 11, 22)
TITLES = ("电工", "仓管员", "裁缝", "会计", "保洁")
THINGS = re.findall(
    r"\w+",
    "变频器 水泵 液压 配电柜 电缆 轴承 阀门 图纸 台账 叉车 货架 盘点 缝纫机 裁剪 面料"
    " 账目 报表 客户 订单 合同 招聘 培训 清洁 消毒 烘焙 面团 咖啡 菜单 绘图 模具",
)


def ranked(fair: list[PostingProfile], seeker: SeekerProfile) -> list[Match]:
    return list(rank_postings(PostingIndex.fit(fair), seeker, k=0, today=TODAY).matches)


def words_of(match: Match) -> tuple[str, ...]:
    found = [reason.terms for reason in match.reasons if reason.code is ReasonCode.WORDS]
    return found[0] if found else ()


def without(word: str, fair: list[PostingProfile], match: Match, seeker: SeekerProfile) -> float:
    """The score where this posting no longer says the word, in a fair that is indexed anew."""
    changed = [
        replace(each, duties=each.duties.replace(word, "")) if each.id == match.posting else each
        for each in fair
    ]
    return next(m.score for m in ranked(changed, seeker) if m.posting == match.posting)


def a_fair(chance: Random) -> tuple[list[PostingProfile], SeekerProfile]:
    """A few short or long-winded postings, and somebody who says little or a lot."""
    fair = []
    for number in range(chance.choice((3, 4, 6))):
        again = [chance.choice(THINGS)] * chance.randint(1, 9)
        things = again + chance.choices(THINGS, k=chance.choice((1, 4, 20)))
        text = "，".join(f"负责{thing}" for thing in things)
        fair.append(postings.profile(f"p{number}", chance.choice(TITLES), text))
    told = "，".join(
        f"做过{thing}" for thing in chance.choices(THINGS, k=chance.choice((2, 3, 40)))
    )
    return fair, SeekerProfile("s", wanted=chance.choice(((), ("电工",))), text=told)


def test_a_word_that_only_one_posting_says_lowers_its_score_when_it_goes() -> None:
    fair = [
        postings.profile(
            "p", "服务员", "做报表" * 7 + "，做咖啡，搬货，收银，扫地，点单，传菜，洗碗"
        ),
        postings.profile("o1", "会计", "做报表，记账"),
        postings.profile("o2", "保洁", "扫地，洗碗"),
    ]
    seeker = SeekerProfile("s", text="做过报表，做过咖啡")
    match = next(match for match in ranked(fair, seeker) if match.posting == "p")
    assert "咖啡" in words_of(match)
    assert without("咖啡", fair, match, seeker) < match.score


WISHES = ("律师", "缝纫工", "车工(服装)", "幼师", "保洁", "环保运维", "酒店前台", "client banker")
SOUGHT = re.findall(
    r"[^、]+",
    "法务专员、服装版师、数控车工、招聘车工、少儿舞蹈老师、保洁员、物业保洁主管、风电运维工程师、网络客服专员"
    "、前厅服务员、污水处理员、服装品质主管、Senior Loan Officers、信贷经理、仓管员、幼儿英语教师",
)
_OF_TITLES = {ReasonCode.TRADE, ReasonCode.WORDS}


def retitled(fair: list[PostingProfile], name: str, words: tuple[str, ...]) -> list[PostingProfile]:
    """The same fair where the title of one posting no longer says these words."""
    spoken = re.compile("|".join(map(re.escape, words)))
    return [
        replace(each, title=spoken.sub("", fold(each.title))) if each.id == name else each
        for each in fair
    ]


def test_every_word_of_a_title_that_is_named_counts() -> None:
    chance, tried = Random(2), 0
    for _ in range(150):
        titles = chance.sample(SOUGHT, k=chance.choice((4, 8)))
        fair = [PostingProfile(f"p{at}", title) for at, title in enumerate(titles)]
        wish, more = chance.choice(WISHES), chance.choice(("", "有经验", "做过收银和盘点"))
        seeker = chance.choice((SeekerProfile("s", (wish,), more), SeekerProfile("s", text=wish)))
        for match in ranked(fair, seeker):
            for reason in (each for each in match.reasons if each.code in _OF_TITLES):
                changed = retitled(fair, match.posting, reason.terms)
                less = next(m for m in ranked(changed, seeker) if m.posting == match.posting)
                assert less.score < match.score, (reason, seeker, titles)
                tried += 1
    assert tried > 50


def test_every_word_that_is_named_counts() -> None:
    chance, tried = Random(1), 0
    for _ in range(40):
        fair, seeker = a_fair(chance)
        for match in ranked(fair, seeker):
            for word in words_of(match):
                assert without(word, fair, match, seeker) < match.score, (word, seeker.text)
                tried += 1
    assert tried > 200
