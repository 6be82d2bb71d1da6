"""Shift patterns."""

import pytest

from matcher.domain.terms import Shift
from matcher.reading import shift


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长白班", Shift.DAY),
        ("不上夜班", Shift.DAY),
        ("无夜班", Shift.DAY),
        ("不倒班", Shift.DAY),
        ("不需要倒班", Shift.DAY),
        ("白班", Shift.DAY),
        ("两班倒", Shift.TWO_SHIFT),
        ("12小时两班制", Shift.TWO_SHIFT),
        ("能适应倒班", Shift.TWO_SHIFT),
        ("白班：8:00-20:00；夜班：20:00-8:00", Shift.TWO_SHIFT),
        ("三班两运转", Shift.THREE_SHIFT),
        ("四班三运转", Shift.THREE_SHIFT),
        ("适应三班工作制", Shift.THREE_SHIFT),
        ("只上夜班", Shift.NIGHT),
        ("接受不了夜班勿扰！", Shift.NIGHT),
        ("双休，无夜班、倒班", Shift.DAY),
        ("早班8:00-17:00 晚班9:30-18:30", None),
        ("早班8:00-16:00 晚班15:00-23:30", Shift.NIGHT),
        ("提供三餐和晚班的夜宵", None),
        ("包住，只上夜班，只上白班，坐岗", None),
        ("招聘保安白班3名，夜班2名", None),
        ("上午9:00-17:30，无早晚班", Shift.DAY),
        ("做一休三，24小时工作制", Shift.TWO_SHIFT),
        ("早班10:00-20:00 晚班12:00-22:00", None),
        ("早班10-6，晚班2-10", None),
        ("早班上午10点一晚上8点，晚班中午12点一晚上10点", None),
        ("C班晚班5天8小时：13:30-21:30", None),
        ("每周一次晚班：13:30-20:00，每周一次", None),
        ("早班最早8点，晚班最晚22点", None),
        ("白班9:30-18:30，晚班18:30-9:30", Shift.TWO_SHIFT),
        ("保底5000（按正常班上满26天）", None),
        ("出差可去长白山", None),
        ("9:00-21:00之间轮班，没有通宵班", None),
        ("8小时工作制，无加班，夜班", Shift.DAY),
        ("能适应翻班（9:00-18:00，12:00-21:00）", None),
        ("9:00-21:00轮班，夜里20:00-6:00也排", Shift.TWO_SHIFT),
        ("排班8:30-18:30（忙时安排倒班）", Shift.TWO_SHIFT),
        ("夜班21:00-9:00，门店店长白班6点到岗", Shift.NIGHT),
        ("白班早7点到晚7点或夜班，班次固定不倒班", None),
        ("轮班双休，9:00-18:00", None),
        ("夜班补贴30元", Shift.NIGHT),
        ("负责收发货，夜班可选", None),
        ("夜班自愿，不强制", None),
        ("夜班自愿放弃社保", Shift.NIGHT),
        ("晚上20:00-7:00", Shift.NIGHT),
        ("长白班/两班倒可选", None),
        ("两班倒可选白班", None),
        ("上班时间8:30-17:30", None),
        ("周末双休", None),
        ("十二小时对班倒，月休两天", Shift.TWO_SHIFT),
        ("12小时对班，包住", Shift.TWO_SHIFT),
        ("日夜对倒", Shift.TWO_SHIFT),
        ("能应对倒闭潮，上对班长负责", None),
        ("", None),
    ],
)
def test_reads_the_pattern(text: str, expected: Shift | None) -> None:
    assert shift.read(text) is expected
