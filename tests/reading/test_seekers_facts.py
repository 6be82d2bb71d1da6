"""Facts that seekers tell in passing: rest taken, papers of a trade, years since school, a bed."""

from typing import Any

import pytest

from matcher.reading.answers import answer


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("大小周都行", "rest", "alternate"),
        ("单休大小周都行", "rest", None),
        ("低压高压两个证都在手", "certificates", ["高压电工作业证", "低压电工作业证"]),
        ("只有低压的电工证", "certificates", ["低压电工作业证"]),
        ("护师，本科，儿科五年", "certificates", ["护师证"]),
        ("应聘护师，大专", "certificates", None),
        ("现在本科毕业两年，做新媒体运营", "education", "本科"),
        ("现在本科毕业两年，做新媒体运营", "years", 2),
        ("毕业两年一直没工作", "years", None),
        ("没进过厂，要有人教", "years", 0),
        ("手机店卖过五年货", "years", 5),
        ("开出租七年", "years", 7),
        ("住的地方有了", "dormitory", False),
        ("住的地方有就行", "dormitory", True),
        ("带孩子，住雇主家，周日要休息", "dormitory", True),
        ("工地住，伙食自己开", "dormitory", True),
        ("我家住工地附近", "dormitory", None),
        ("原来住雇主家，现在想做钟点工", "dormitory", None),
        ("小姑娘19岁", "age", [19, 19]),
        ("我家小姑娘16岁，上高一", "age", None),
    ],
)
def test_what_a_seeker_tells_in_passing(text: str, field: str, expected: Any) -> None:
    assert answer("seeker", text)[field] == expected
