"""Pay as people write it."""

from dataclasses import replace

import pytest

from matcher.domain.terms import PayUnit
from matcher.reading import pay

MONTH, YEAR, DAY, HOUR = PayUnit.MONTH, PayUnit.YEAR, PayUnit.DAY, PayUnit.HOUR


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("5000-8000元/月", MONTH, 5000, 8000),
        ("6K-8K·13薪", MONTH, 6000, 8000),
        ("0.8-1.3万/月", MONTH, 8000, 13000),
        ("8千-1.2万", MONTH, 8000, 12000),
        ("3-4.5千", MONTH, 3000, 4500),
        ("8-12万/年", YEAR, 80000, 120000),
        ("年薪10-15万", YEAR, 100000, 150000),
        ("200元/天", DAY, 200, 200),
        ("200一天", DAY, 200, 200),
        ("25元/小时", HOUR, 25, 25),
        ("时薪22-25", HOUR, 22, 25),
        ("6000", MONTH, 6000, 6000),
        ("5000起", MONTH, 5000, None),
        ("6000以上", MONTH, 6000, None),
        ("8000以下", MONTH, None, 8000),
        ("底薪3000+提成", MONTH, 3000, None),
        ("底薪3000+提成，综合5000-8000", MONTH, 5000, 8000),
        ("综合工资5500~7500", MONTH, 5500, 7500),
        ("5000—7000", MONTH, 5000, 7000),
        ("６０００－８０００", MONTH, 6000, 8000),
        ("5,000-8,000元", MONTH, 5000, 8000),
        ("五千到八千", MONTH, 5000, 8000),
        ("四五千", MONTH, 4000, 5000),
        ("1w2-1万5", MONTH, 12000, 15000),
        ("一天两百五", DAY, 250, 250),
        ("白班19元/小时，夜班21元/小时", HOUR, 19, 21),
        ("底薪4500+绩效+奖金=5000-6000", MONTH, 5000, 6000),
        ("25k-35k CNY/month", MONTH, 25000, 35000),
        ("薪資8000元以上", MONTH, 8000, None),
        ("一万二", MONTH, 12000, 12000),
        ("试用期4000，转正5000-6000", MONTH, 5000, 6000),
        ("时薪25元，月入6000-8000元", MONTH, 6000, 8000),
        ("月薪4500-6000元，包吃住，餐补300元", MONTH, 4500, 6000),
        ("试用期两个月，薪资3000-3500元；转正后薪资4000-6000元", MONTH, 4000, 6000),
        ("基本工资+绩效+补贴（5000-8000元）", MONTH, 5000, 8000),
        ("24元/小时，240元一天，月薪6500左右", MONTH, 6500, 6500),
        ("加班费平时20元/时，周末28元/时，基本工资2400元", MONTH, 2400, None),
        ("月薪6000+，做得好的月入2万", MONTH, 6000, None),
        ("销售提成（10000-30000元），底薪5000元以上", MONTH, 5000, None),
        ("260-300可日结", DAY, 260, 300),
        ("薪酬看资历，参考为60-90万", YEAR, 600_000, 900_000),
        ("工资起薪5500，做满再谈", MONTH, 5500, None),
        ("底薪4000+分成，综合1.8万加", MONTH, 18_000, None),
        ("岗位薪资7000-9500\n每年2次调薪", MONTH, 7000, 9500),
        ("门店：\n1、周末轮值\n2、4200；\n3、包住", MONTH, 4200, 4200),
        ("无责底薪3300元起至4100元+高提成", MONTH, 3300, None),
        ("月薪4600+200饭补", MONTH, 4600, 4600),
        ("录用薪资：1,2000-1,6000元", MONTH, 12_000, 16_000),
        ("新人平均在6000-9000元\n1年以上平均在15000-28000元", MONTH, 6000, 9000),
        ("实习津贴3-4K", MONTH, 3000, 4000),
        ("转正5-1W，包住", MONTH, 5000, 10_000),
        ("无责底薪6500+1500绩效+团队提成", MONTH, 6500, None),
        ("底薪2800元，超过176小时后按18元/时", MONTH, 2800, None),
        ("试用期：保底3500；平均薪资（4500-5500）。转正期：月薪5500-9000", MONTH, 5500, 9000),
        ("本科120元/天，研究生150元/天", DAY, 120, 150),
        ("底薪5K起，一年后年薪9万起", MONTH, 5000, None),
        ("薪资:底薪4200+提成 综合薪资5600+\n岗位包吃", MONTH, 5600, None),
        ("月薪范围6000元一9000元", MONTH, 6000, 9000),
        ("薪资待遇22-24元/小时，月薪6200左右", MONTH, 6200, 6200),
        ("14K诚招前端\n写页面，与设计沟通", MONTH, 14_000, 14_000),
        ("人事文员（5500+双休）\n整理档案，接听电话", MONTH, 5500, 5500),
        ("电话客服(4800+提成+双休)\n接听电话，记录诉求", MONTH, 4800, None),
        ("（11000元以上高薪）针灸医生\n坐诊，写病历", MONTH, 11_000, None),
        ("年薪30w+\n工作内容：带队跑市场", YEAR, 300_000, None),
        ("薪资范围：9000元-无上限", MONTH, 9000, None),
        ("初级6-8K、中级9-13K", MONTH, 6000, 13_000),
        ("大专学历薪资范围：5k-7k、本科学历薪资范围：7k-9k", MONTH, 5000, 9000),
        ("三年经验9K / 五年经验12K", MONTH, 9000, 12_000),
        (
            "半年内新人平均月收入7000元，3年以上的老师傅平均月收入会到12000-16000元",
            MONTH,
            7000,
            7000,
        ),
        ("底薪+提成（试用期起薪点￥3600）", MONTH, 3600, None),
        ("计件,月均7000", PayUnit.PIECE, 7000, 7000),
        ("计件工资", PayUnit.PIECE, None, None),
        ("1.2元/件", PayUnit.PIECE, None, None),
        ("30-40元/单", PayUnit.PIECE, None, None),
        ("5000元/月/周休二日", PayUnit.MONTH, 5000, 5000),
        ("面议", PayUnit.NEGOTIABLE, None, None),
    ],
)
def test_reads_what_people_write(
    text: str, unit: PayUnit, low: float | None, high: float | None
) -> None:
    read = pay.read(text)
    assert read is not None
    assert (read.unit, read.low, read.high) == (unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        *["", "元/月", "招5人", "25岁-45岁", "工作经验3-5年", "每天8小时", "5楼", "成立于2013年"],
        *[
            "2000元/周",
            "周薪2000",
            "500/week",
        ],  # a week's pay has no unit: better none than a month's
    ],
)
def test_other_numbers_are_not_pay(text: str) -> None:
    assert pay.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "租房的同事每月有补助，500元/月住房补贴，另有班车",
        "交通补助：满一年300元/月，满三年600元/月，另发工作服",
        "出单佣金：1万-3万，带看另算，客户由门店统一分配到人",
        "享受公司每月3000元的退休津贴，提供每月800元的住宿补贴",
        "福利待遇：1.公司1500多平方办公室，地址：青年路88号A座1206",
        "正式上岗前有4k-6k不等的补贴，入职即购买30万保额意外险",
        "加班费周一至周五18元/时。周六24元/时。包吃住",
        "经理级年薪过百万，每年提供8万住房贷款，个税8000起征",
        "第三年月入过2万不是问题，能力强者月薪过3万",
        "工龄奖每年加100元，上限为600元/月，做得久的可成为区域合伙人月入4w-15w",
        "4K视频剪辑师\n剪短片，会调色，(2000+客户)等你来",
        "除固定薪资外，另有每月900元积分补贴",
        "福利：电脑补贴、7小时工作制、朝9晚6，每天大约40分钟即可",
    ],
)
def test_allowances_in_prose_are_not_pay(text: str) -> None:
    assert pay.in_prose(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "保安员，12小时制，5200元，吃住全包，有宿舍有食堂",
        "保洁员\n早6点到下午3点，5200元 单休，年龄不限",
    ],
)
def test_a_round_sum_with_nothing_said_of_it_is_pay(text: str) -> None:
    found = pay.in_prose(text)
    assert found is not None
    assert (found.value.low, found.value.high) == (5200, 5200)


@pytest.mark.parametrize(
    "text",
    [
        "旅游基金 2000元，生日有礼物，节日有福利",
        "学费，5000元，包教会，教材免费提供",
        "拉一个人 2000元，当场发放",
        "库存 52000元，每天盘点一次，账实相符",
        "编号 5217元，每天盘点一次，账实相符",
    ],
)
def test_a_sum_of_something_is_no_pay(text: str) -> None:
    assert pay.in_prose(text) is None


def test_months_and_monthly_figures() -> None:
    read = pay.read("1-1.5万·14薪")
    assert read is not None
    assert (read.months, read.monthly_min, read.monthly_max) == (14, 10000, 15000)
    by_hour = pay.read("20元/小时")
    assert by_hour is not None
    assert by_hour.monthly_max == 20 * 174
    by_day = pay.read("200元/天")
    assert by_day is not None
    assert by_day.monthly_min == 4350


def test_number_columns() -> None:
    assert pay.from_range(None, None) is None
    assert pay.from_range(0, 0) is None
    monthly = pay.from_range(8000, 5000)
    assert monthly is not None
    assert (monthly.unit, monthly.low, monthly.high) == (MONTH, 5000, 8000)
    assert pay.from_range(40_000, 80_000) == replace(monthly, text="40000-80000", low=4e4, high=8e4)
    yearly = pay.from_range(200_000, 300_000)
    assert yearly is not None
    assert yearly.unit is YEAR
    hourly = pay.from_range(20, 25)
    daily = pay.from_range(180, 220)
    assert hourly is not None
    assert daily is not None
    assert (hourly.unit, daily.unit) == (HOUR, DAY)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Warehouse clerk. 25-30 yuan per hour. Pick and pack.", 4350, 5220, HOUR),
        ("8000 to 12000 yuan a month, day shift", 8000, 12000, MONTH),
        ("25 to 30 RMB an hour", 4350, 5220, HOUR),
        ("300-350 yuan a day", 6525, 7612, DAY),
        ("between 5000 and 7000 yuan per month", 5000, 7000, MONTH),
        ("Earn 6000-8000 CNY monthly", 6000, 8000, MONTH),
        ("hourly wage: 22 yuan", 3828, 3828, HOUR),
        ("Base salary 4000 yuan plus commission", 4000, None, MONTH),
        ("meal allowance 300 yuan a month, wage 6000 yuan a month", 6000, 6000, MONTH),
    ],
)
def test_pay_in_english_postings(text: str, low: int, high: int | None, unit: PayUnit) -> None:
    found = pay.in_prose(text)
    assert found
    said = found.value
    assert (said.monthly_min, said.monthly_max, said.unit) == (low, high, unit)
    assert text[slice(*found.spans[0])].split()[0][0].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "housing allowance of 500 yuan per month",
        "500 yuan a month meal allowance",
        "fine of 200 yuan per day",
        "500 orders a day",
        "$20 per hour",
    ],
)
def test_no_pay_in_english_postings(text: str) -> None:
    assert pay.in_prose(text) is None
