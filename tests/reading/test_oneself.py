"""What a seeker says of themselves: own words, wishes and negations, not those of others."""

from typing import Any

import pytest

from matcher.domain.terms import Education
from matcher.reading.answers import answer
from matcher.reading.oneself import nights, pay, rest, schooling, served, years
from matcher.reading.oneself.words import own_words
from matcher.reading.told import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有低压电工证，想上长白班。", True),
        ("不太想通宵班", True),
        ("不上夜班", True),
        ("不能上夜班", True),
        ("夜班我是上不了的", True),
        ("能否上夜班：否", True),
        ("夜班，不考虑", True),
        ("长白班最好，两班倒也商量", False),
        ("加班可以，倒班也行", False),
        ("三班倒能接受", False),
        ("以前上两班倒，现在也可以", False),
        ("夜里不干", True),
        ("以前上夜班，今后不想上了", True),
        ("无法接受夜班", True),
        ("夜班肯定上不了", True),
        ("no night shifts please", True),
        ("老公上不了夜班，我无所谓", False),
        ("夜班我不排斥", False),
        ("不行三班倒也干", False),
        ("倒班可以，通宵不行", False),
        ("夜班可以上，不过不想一直上夜班", False),
        ("轮班可以，夜班别超过两天", False),
        ("晚上要带孩子", False),
        ("要不要上夜班？", False),
        ("打字快，找淘宝客服。", False),
        ("三班倒倒够了", True),
        ("孩子小，晚上走不开", True),
        ("三班倒做惯了", False),
        ("值夜这块没啥忌讳", False),
        ("上夜班也不是不行", False),
        ("倒班倒得头发都白了，想歇歇", True),
        ("夜班下来一身病", True),
        ("晚上十二点以后的活不接", True),
        ("夜班接受度：不接受", True),
        ("夜班我老公不同意", True),
        ("大小夜班都上过，就想换个长白班的厂", True),
        ("现在想干白天，快递也行", True),
        ("神经衰弱好多年了，一到夜里干活人就发慌", True),
        ("都说要上夜班，我都没去", True),
        ("以前怕夜班，现在无所谓了", False),
        ("原来死活不肯上夜班的，现在没办法，夜班也上", False),
        ("四班三倒可以，两班倒太累", False),
        ("大夜班不想上，其他班都可以", False),
        ("夜班没津贴的就算了", False),
        ("晚上赶工加班可以，不加钱不行", False),
        ("别让我倒班就行", True),
        ("夜班可以，夜班每月超过八个的不考虑", False),
        ("倒班不倒班都行", False),
        ("我老公不同意我上夜班，除非有车接送，有车接送我就上", False),
        ("不上二十四小时的班，十二小时两班倒可以", False),
        ("中夜班可以，后半夜熬不住", False),
        ("熬不了夜", True),
        ("不可接受：夜班、出差", True),
        ("Not available for night shifts", True),
    ],
)
def test_nights_are_ruled_out(text: str, expected: bool) -> None:
    assert nights.excludes(text) is expected


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("白天晚上都能干", "night", True),
        ("现在单休太累了，想换个双休的", "rest", "double"),
        ("之前是单休", "rest", None),
        ("双休单休无所谓", "rest", None),
        ("今年42岁，孩子18岁", "age", [42, 42]),
        ("孩子18岁", "age", None),
        ("男，28，想开车", "age", [28, 28]),
        ("女儿大专毕业了，我找保洁", "education", None),
        ("高中没读完就出来了", "education", None),
        ("本科在读，中专毕业", "education", "中专"),
        ("带孩子五年没上班，做过客服一年", "years", 1),
        ("干了十五六年", "years", 15),
        ("我弟弟当过兵", "veterans", None),
        ("没当过兵", "veterans", None),
        ("退役运动员", "veterans", None),
        ("初中读完就没读了", "education", "初中"),
        ("炒菜会，没考过厨师证", "certificates", None),
        ("有孩子要带", "trainable", None),
        ("当了五年兵", "veterans", True),
        ("叉车证还在考，电工证有", "certificates", ["电工证"]),
        ("打算考叉车证", "certificates", None),
        ("开叉车的，有证", "certificates", ["叉车证(N1)"]),
        ("没证，会开叉车", "certificates", None),
        ("英语没过四级", "certificates", None),
        ("健康证办好了，C1也有", "certificates", ["健康证", "驾驶证C1"]),
        ("不用住宿，中午管顿饭", "dormitory", False),
        ("不用住宿，中午管顿饭", "meals", True),
        ("不包吃也行", "meals", None),
        ("包吃不包住", "meals", True),
        ("包吃不包住", "dormitory", False),
        ("不包住的不考虑", "dormitory", True),
        ("午饭自己带", "meals", False),
        ("会做饭", "meals", None),
        ("夜班熬不住", "dormitory", None),
        ("二建已注册，一建在考", "certificates", ["二级建造师证"]),
        ("注册会计师考过了三门", "certificates", None),
        ("证书：焊工、叉车", "certificates", ["焊工证(熔化焊接与热切割)", "叉车证(N1)"]),
        ("没有焊工、叉车证", "certificates", None),
        ("会计，初级证有", "certificates", ["初级会计证"]),
        ("月休：4天，兵役：未服", "veterans", None),
        ("住宿：需要，用餐：自理", "dormitory", True),
        ("住宿：需要，用餐：自理", "meals", False),
        ("焊工 十年 两班倒可以", "night", True),
        ("叉车工，两班倒，包住", "night", True),
        ("夜里出车没问题", "night", True),
        ("晚班到十点可以", "night", None),
        ("铲车和挖机，都有证", "certificates", ["装载机操作证", "挖掘机操作证"]),
        ("B2，从业证也有", "certificates", ["驾驶证B2", "货运从业资格证"]),
        ("做客服，有从业证", "certificates", None),
        ("大货司机，从业证有", "certificates", ["货运从业资格证"]),
        ("电工证高低压都有", "certificates", ["高压电工作业证", "低压电工作业证"]),
        ("理发店，周一休息", "rest", "single"),
        ("每月最少休两天", "rest", "monthly:2"),
        ("we need free weekends", "rest", "double"),
        ("夜班加钱也好不加钱也好都不去", "night", False),
        ("夜班通宵太多", "night", False),
        ("Celta certificate, three years", "certificates", ["TESOL证"]),
        ("studying for TESOL certificate", "certificates", None),
        ("执业药师（中药）已注册", "certificates", ["执业药师证(中药)"]),
        ("taught in a training school", "trainable", None),
        ("入伍两年", "years", None),
        ("周一周二休，别的都能上", "rest", "double"),
        ("we need Sundays off", "rest", "single"),
        ("双休日要上班我知道", "rest", None),
        ("凌晨下班没关系", "night", True),
        ("凌晨四点到岗没关系", "night", None),
        ("住宿免费的优先", "dormitory", True),
        ("一建机电考过了，建造师二级也有", "certificates", ["一级建造师证", "二级建造师证"]),
        ("腿脚不太方便", "physical", ["standing"]),
        ("夜岗日岗都可以站", "night", True),
        ("值夜的先不看", "night", False),
        ("想找白天正经上班的", "night", False),
        ("做过叉车工，两班倒，太累", "night", None),
        ("三班倒，八年了，熬不住", "night", False),
        ("帮我老公找，他35岁", "age", [35, 35]),
        ("worked half a year, 29 years old", "years", 0.5),
        ("不恐高，也不色盲", "physical", None),
        ("值夜这块没啥忌讳", "night", True),
        ("单身一个，什么班都行", "night", True),
        ("晚上八点到第二天早上八点那种，能干", "night", True),
        ("夜班工资怎么算？", "night", None),
        ("夜班嘛要看情况", "night", None),
        ("以前在纺织厂，四班三运转那种，厂子倒了", "night", None),
        ("黑白班都中", "night", True),
        ("夜里设备坏了打个电话我就来", "night", True),
        ("门卫，做一天歇两天那种我最喜欢", "night", True),
        ("听说夜里要起来查寝，我可以接受的", "night", True),
        ("夜班护工这种你有没有？", "night", True),
        ("我对夜班没有抵触", "night", True),
        ("no problem with night shifts", "night", True),
        ("night school graduate", "night", None),
        ("跟班车上下班方便", "night", None),
        ("后面两年调白班了", "night", None),
        ("每周能歇一天", "rest", "single"),
        ("做六天休一天", "rest", "single"),
        ("一个月能歇两回就行", "rest", "monthly:2"),
        ("双休就不想了，单休行", "rest", "single"),
        ("six years, four days off", "rest", "monthly:4"),
        ("茶艺师高级，育婴师也有", "certificates", ["茶艺师证", "育婴师证"]),
        ("开挂车，A2的本", "certificates", ["驾驶证A2"]),
        ("B照，开过货车泥头车", "certificates", ["驾驶证B2"]),
        ("没有B照，只有C本", "certificates", ["驾驶证C1"]),
        ("驾驶证有，C2的", "certificates", ["驾驶证C2"]),
        ("B2十年没出过事故", "years", 10),
        ("会计证考到手三年了", "years", None),
        ("没念完高中，在厂里两年", "education", None),
        ("不包住没关系", "dormitory", None),
        ("离家远得住宿", "dormitory", True),
        ("中午在园里吃", "meals", True),
        ("I was in the army before", "veterans", True),
        ("我妈47，想找保洁", "age", [47, 47]),
        ("周末不上班的", "rest", "double"),
        ("周末轮休", "rest", None),
        ("Saturday and Sunday off", "rest", "double"),
        ("no weekend work", "rest", "double"),
        ("I can't work on weekends", "rest", "double"),
        ("no problem with weekends", "rest", None),
        ("一周干六天", "rest", "single"),
        ("希望老员工带一带", "trainable", True),
        ("参加过公司培训", "trainable", None),
        ("脚崴过，久站疼", "physical", ["standing"]),
        ("力气活别找我", "physical", ["strength"]),
        ("虚岁五十", "age", [50, 50]),
        ("想学修车", "trainable", True),
        ("不用人带，能带徒弟", "trainable", None),
    ],
)
def test_only_the_seekers_own_affairs_count(text: str, field: str, expected: Any) -> None:
    assert answer("seeker", text)[field] == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("上份工资5000，想要6000以上", 6000, None, "month"),
        ("上份工资5000想要6000到7000", 6000, 7000, "month"),
        ("目前月薪8千，期望1万", 10000, 10000, "month"),
        ("时薪二十五", 4350, 4350, "hour"),
        ("7500最低", 7500, None, "month"),
        ("低于四千五不考虑", 4500, None, "month"),
        ("五百一天", 10875, 10875, "day"),
        ("六到八千", 6000, 8000, "month"),
        ("六千五到八千", 6500, 8000, "month"),
        ("一万二千到一万五", 12000, 15000, "month"),
        ("三千八四千都可以", 3800, 4000, "month"),
        ("之前做直播，底薪六千，现在五千就行", 5000, 5000, "month"),
        ("现在五千二，期望六千五", 6500, 6500, "month"),
        ("四千以下就算了", 4000, None, "month"),
        ("Salary 9,000 to 10,000 RMB", 9000, 10000, "month"),
        ("工资少五百我也愿意，五千五吧", 5500, 5500, "month"),
    ],
)
def test_pay_is_what_is_wished_for(text: str, low: int, high: int | None, unit: str) -> None:
    said = answer("seeker", text)["pay"]
    assert (said["min"], said["max"], said["unit"]) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "一个月不能少于6000",
        "月薪6000以上",
        "六千起",
        "六千以下不考虑",
        "没有六千不干",
        "我不要底薪低于六千的",
        "工资6000+",
        "at least 6000 yuan a month",
        "6000 minimum",
        "6000 yuan or more a month",
        "won't work for less than six thousand yuan",
    ],
)
def test_who_will_not_do_with_less_names_the_least(text: str) -> None:
    found = pay.wanted(text)
    assert found
    assert found.is_least
    assert (found.told.value.monthly_min, found.told.value.monthly_max) == (6000, None)


@pytest.mark.parametrize(
    "text",
    [
        "想要6000",
        "期望6000-8000",
        "六千左右",
        "最好6000以上",
        "6000以上最好",
        "底薪6000加提成",
        "expected salary 6k",
        "about 6000 yuan a month",
    ],
)
def test_a_sum_alone_is_a_wish(text: str) -> None:
    found = pay.wanted(text)
    assert found
    assert not found.is_least
    assert found.told.value.monthly_min == 6000


def test_former_pay_alone_is_no_wish() -> None:
    assert answer("seeker", "上一份工作月薪5000，面议")["pay"] is None


def test_the_readers_that_matching_uses() -> None:
    assert schooling.highest("大专毕业") is Education.COLLEGE
    assert schooling.highest("高中没读完") is None
    assert years.worked("干了三年半") == 3.5
    assert years.worked("今年大专毕业") == 0
    assert years.worked("打字快") is None
    assert served.has_served("刚从部队退伍")
    assert not served.has_served("吃苦耐劳")
    assert rest.wants_weekend("想要双休")
    assert rest.wants_weekend("周末想休息，做五休二")
    assert rest.wants_weekend("I want weekends off")
    assert not rest.wants_weekend("双休或单双休都行")
    assert not rest.wants_weekend("双休不要求")


def test_others_affairs_are_blanked_and_nothing_moves() -> None:
    text = "我老公开货车有B2，我没证"
    assert len(own_words(text).text) == len(told(text).text)
    assert own_words(text).text.endswith("我没证")
    assert "b2" not in own_words(text).text
