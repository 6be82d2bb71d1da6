"""Clauses that speak of sex, age, origin, faith or health go; work that is called so stays."""

import pytest

from matcher.reading import protected

OF_PEOPLE = (
    "限女性/女士优先/未婚/已婚已育/35岁以下/身高160以上/汉族/本地户口优先/五官端正/形象好/无传染病",
    "要求女性，未怀孕，无传染病如乙肝，无纹身，汉族",
    "形象好，党员优先，本地户口优先，残疾人也可以",
    "本人女，有两个孩子，党员，汉族，有残疾证，乙肝携带者",
    "女 35岁 已婚",
    "我是河南人，今年三十五岁，女性",
    "性别：女 年龄：28岁 民族：汉族 籍贯：河南 婚姻状况：已婚 政治面貌：党员",
    "姓名：张三丰 性别：男 出生年月：1995.03 健康状况：良好 宗教信仰：无",
    "民族 汉族 政治面貌 党员 婚姻状况 已婚",
    "籍贯 河南",
    "性别\n女\n民族\n汉族",
    "年龄要求：18—50岁，性别不限",
    "18-45周岁，男女不限",
    "女性、35岁以下、已婚",
    "身高165cm以上，形象气质佳，身材匀称",
    "无高血压、糖尿病、心脏病",
    "我有乙肝",
    "没有怀孕",
    "孩子上小学了，老家四川",
    "听力残疾二级",
    "四川人，信佛",
    "90后，属马，1990年出生",
    "身体健康，无不良病史",
    "無傳染病，漢族，女性，35歲以下",
    "female preferred, married, Christian, age 20-30",
    "I am a 28 years old married woman",
    "I'm a Muslim, no children, hepatitis B carrier",
    "Gender: female. Marital status: single",
)
OF_WORK = (
    *("女装导购", "男装设计师", "男、女装销售", "女鞋销售", "男士理发", "男科医生", "女子健身教练"),
    *("孕婴用品店导购", "母婴护理师", "会照顾孕妇产妇", "孕期护理", "会带孩子", "妇产科护士"),
    *("残疾人服务", "残联办事员", "残疾人康复训练", "盲人按摩", "聋哑学校老师"),
    *("党建专员", "党务工作", "党员教育管理", "党校教师", "群众演员"),
    *("民族舞老师", "回族餐厨师", "清真厨师", "民族乐器", "水族馆养护"),
    *("婚庆主持", "婚礼策划", "婚姻家庭案件", "离婚案件代理", "单身公寓管理"),
    *("少儿编程老师", "教6-12岁儿童画画", "照顾过80岁老人", "护理70岁以上老人", "老年人护理"),
    *("25-40岁女性用户运营", "客户年龄分析", "children aged 16-18", "22:00后收银"),
    *("乙肝疫苗接种", "糖尿病患者护理", "有糖尿病护理经验", "职业病防治", "办健康证", "有健康证"),
    *("户籍民警", "户籍窗口登记", "办理户口登记", "湖南人民医院护士", "负责人"),
    *("测量身高体重", "体重秤维修", "形象设计师", "维护公司形象", "皮肤管理", "人物摄影"),
    *("Christian Dior柜姐", "women's clothing", "catering to pregnant women", "佛教用品销售"),
    *("退伍军人优先", "当过兵", "能搬重物", "学历不限", "三年经验，20人团队"),
)


@pytest.mark.parametrize("text", OF_PEOPLE)
def test_what_speaks_of_people_goes(text: str) -> None:
    assert protected.without(text) == ""
    assert protected.without(f"{text}，会踩平车") == "会踩平车"


@pytest.mark.parametrize("text", OF_WORK)
def test_work_stays_as_it_is(text: str) -> None:
    assert protected.without(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("保洁员（女，50岁以下）", "保洁员"),
        ("普工（男女不限，包吃住）", "普工(包吃住)"),
        ("男保安", "保安"),
        ("女装导购（女）", "女装导购"),
        ("35岁男性做过保安", "做过保安"),
        ("身体健康能吃苦", "能吃苦"),
        ("1、女性，35岁以下；2、会电脑", "2、会电脑"),
        ("退伍军人、党员优先", "退伍军人"),
        ("女，28岁。做过Java开发", "做过java开发"),
    ],
)
def test_the_rest_of_a_text_stays(text: str, rest: str) -> None:
    assert protected.without(text) == rest


def test_tags_that_say_nothing_else_are_none() -> None:
    tags = ("女性", "Java", "18-35岁", "形象好", "女装", "残疾证")
    assert protected.names(tags) == ("Java", "女装")
