"""Families of words: what stands inside a compound is not always of its trade."""

import pytest

from matcher.matching import families


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("环保运维", "环境"),
        ("风电运维工程师", "电工与电气"),
        ("设备运维技术员", "设备维修"),
        ("系统运维工程师", "网络与系统"),
    ],
)
def test_who_keeps_a_plant_running_keeps_no_network_running(title: str, trade: str) -> None:
    assert families.of_title(title) == (trade,)


def test_words_are_shown_as_the_title_spells_them() -> None:
    named = frozenset({"银行与信贷", "厨师"})
    assert families.words_of("Senior Bankers & cooks", named) == ("bankers", "cooks")
    assert families.words_of("房贷专员", named) == ("房贷",)
    assert families.words_of("仓管员", named) == ()
