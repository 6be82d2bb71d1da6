"""A bed, meals and age: what is offered, what is only work or an allowance."""

import pytest

from matcher.reading import age, lodging


@pytest.mark.parametrize(
    ("text", "bed", "meals"),
    [
        ("包吃住", True, True),
        ("免费提供食宿", True, True),
        ("公寓式宿舍4人间，有食堂", True, True),
        ("不包吃住", False, False),
        ("包住不包吃", True, False),
        ("餐补15元/天，房补300元", None, None),
        ("负责员工宿舍和食堂管理", None, None),
        ("预订机票和酒店住宿", None, None),
        ("提供午餐", None, True),
        ("食宿自理", False, False),
        ("吃住不愁", True, True),
        ("五险一金、精美午餐、下午茶", None, True),
        ("为员工提供宿舍，食堂", True, True),
        ("包吃住行", True, True),
        ("为顾客提供吃住行游一站式服务", None, None),
        ("业务涵盖住宿、门票和外卖", None, None),
        ("experience in warehousing", None, None),
        ("公司不提供午餐及住宿", False, False),
        ("工作餐的津贴，可自带饭到公司用餐", None, None),
        ("文员（双休+住宿）\n整理档案", True, None),
        ("供住，餐补另算", True, None),
        ("仓库管理员//提供食宿", True, True),
        ("公司提供宿舍和饭堂", True, True),
        ("为员工提供住宿、晚餐", True, True),
        ("仓库管理员（员工饭堂）\n验收食材", None, None),
        ("每月享有300元的工作餐交通补贴", None, None),
        ("加班有车费和晚餐报销", None, None),
        ("为客人提供餐前餐后服务，负责工作餐传菜", None, None),
        ("出差提供住宿", None, None),
        ("管住宿，吃自理", True, False),
        ("家政服务员（住家），照顾老人", True, None),
        ("诚聘住家月嫂", True, None),
        ("育儿嫂，住家或不住家均可", None, None),
        ("白班护工不住家", None, None),
        ("提供宿舍，餐费自理", True, False),
        ("食宿费用自理", False, False),
        ("有食堂，8元一餐，餐费自理", None, True),
        ("伙食：有餐补（补晚餐）", None, None),
        ("用餐：提供饭补", None, None),
        ("tell us of any accommodations you request", None, None),
        ("Free accommodation and meals.", True, True),
        ("staff canteen", None, True),
    ],
)
def test_bed_and_meals(text: str, bed: bool | None, meals: bool | None) -> None:
    found = (lodging.dormitory(text), lodging.meals(text))
    assert tuple(each.value if each else None for each in found) == (bed, meals)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18-45周岁", (18, 45)),
        ("年龄：二十至四十岁", (20, 40)),
        ("45岁以下，18周岁以上", (18, 45)),
        ("不超过35岁", (None, 35)),
        ("年满18周岁", (18, None)),
        ("女18-40岁，男18-45岁", (18, 45)),
        ("1.会开车\n2.40岁以下", (None, 40)),
        ("团队平均年龄28岁", None),
        ("教3-6岁孩子", None),
        ("服务60-80岁的老人", None),
        ("身高160-175，工龄3-5年", None),
    ],
)
def test_age(text: str, expected: tuple[int | None, int | None] | None) -> None:
    found = age.find(text)
    assert (found.value if found else None) == expected
