"""Districts in a place of work, and how they are compared."""

import pytest

from matcher.reading.places import districts, stem


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("义乌市稠城街道稠州路8号", ("稠城街道",)),
        ("浙江省金华市婺城区白龙桥镇", ("婺城区", "白龙桥镇")),
        ("杭州·临安区·青山", ("临安区",)),
        ("上海·浦东新区", ("浦东新区",)),
        ("青岛·市北区", ("市北区",)),
        ("枣庄市市中区", ("市中区",)),
        ("北京·石景山区", ("石景山区",)),
        ("苏州·苏州工业园区", ()),
        ("阳光小区3栋", ()),
        ("萍乡市", ()),
        ("", ()),
    ],
)
def test_districts_of_a_place(place: str, found: tuple[str, ...]) -> None:
    assert districts(place) == found


def test_a_district_is_the_same_with_and_without_its_last_sign() -> None:
    assert stem("稠城街道") == stem(" 稠城 ")
    assert stem("浦东新区") == stem("浦东")
    assert stem("南区") == "南区"
