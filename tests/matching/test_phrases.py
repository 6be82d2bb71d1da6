"""What two texts share is told in whole words, and only where it says something."""

import pytest

from matcher.matching.phrases import shared


@pytest.mark.parametrize(
    ("word", "written", "said", "told"),
    [
        ("一体化", "机电一体化专业", "机电一体化相关专业", ("机电一体化",)),
        ("一体化", "机电一体化专业", "光电一体化", ("一体化",)),
        ("多多", "也弄过拼多多和抖店", "淘宝、拼多多平台", ("拼多多",)),
        ("生产", "大货生产都跟过", "安排大货生产", ("生产",)),
        ("客户", "和客户开视频会", "客户开发", ()),
        ("大专", "大专毕业", "大专以上", ()),
        ("三年", "干了三年", "三年以上", ()),
        ("操作", "会操作", "操作设备", ()),
        ("数控操作", "数控操作", "数控操作", ("数控操作",)),
        ("weld", "i am welding", "welding of frames", ("welding",)),
    ],
)
def test_a_shared_word_as_people_wrote_it(
    word: str, written: str, said: str, told: tuple[str, ...]
) -> None:
    assert shared([word], written, said) == told


def test_a_word_within_another_is_not_told_twice() -> None:
    said = "机电一体化设备"
    assert shared(["机电", "一体化", "设备"], "机电一体化，设备", said) == ("机电一体化", "设备")
