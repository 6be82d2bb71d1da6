"""Tables as offices draw them: a firm written once, as a title, 同上, examples, sums, remarks."""

import pytest

from matcher.sheets import postings, reader
from matcher.sheets.reader import Sheet
from tests.sheets.files import jsonl, table, xlsx

HEAD = ["单位", "岗位", "人数", "联系电话", "工作地点"]
FIRST = ["宏达电子", "普工", 20, "13600000004", "佛堂镇"]


def _firms(sheet: Sheet) -> list[object]:
    return [row.cells.get("company") for row in sheet.rows]


def _skipped(sheet: Sheet) -> list[object]:
    return [each.values["rows"] for each in sheet.notices if each.code == "rows_skipped"]


def test_a_firm_written_once_speaks_for_the_rows_below_and_it_is_told() -> None:
    rows = [
        HEAD,
        FIRST,
        [None, "组长", 2],
        ["", "仓管员", 1],
        ["禾田针织", "缝纫工", 5],
        ["", "挡车工", 1],
    ]
    sheet = reader.read(xlsx(rows))
    assert _firms(sheet) == ["宏达电子"] * 3 + ["禾田针织"] * 2
    told = postings.understand(sheet.rows[1])
    assert [(note.field, note.code) for note in told.notes] == [("employer", "taken_from_above")]
    assert told.notes[0].values == {"text": "宏达电子"}
    assert not sheet.rows[0].notes


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST, ["宏达电子", "组长", 2], [None, "仓管员", 1]],  # who repeats names forgot one here
        [FIRST, [None, "仓管员", 1, "13700000005"]],  # another firm's phone
        [FIRST, ["合计", None, 20], [None, "仓管员", 1]],  # a row between
        [FIRST, [], [None, "仓管员", 1]],
        [[None, "仓管员", 1]],
    ],
)
def test_a_firm_that_is_missing_is_not_guessed(rows: list[list[object]]) -> None:
    assert _firms(reader.read(xlsx([HEAD, *rows])))[-1] is None


def test_records_of_a_program_are_not_filled() -> None:
    sheet = reader.read(jsonl({"title": "电工", "company": "晨光"}, {"title": "焊工"}))
    assert _firms(sheet) == ["晨光", None]


def test_the_same_as_above_is_what_stands_above() -> None:
    rows = [HEAD, FIRST, ["同上", "组长", 2, "〃", "同上"], ["禾田针织", "缝纫工", 1, None, "同上"]]
    sheet = reader.read(xlsx(rows))
    assert sheet.rows[1].cells == {**sheet.rows[0].cells, "title": "组长", "openings": "2"}
    assert sheet.rows[2].cells["place"] == "佛堂镇"
    (row,) = reader.read(xlsx([HEAD, ["宏达电子", "组长", 2, None, "同上"]])).rows
    assert "place" not in row.cells


def test_a_firm_as_a_title_over_its_posts() -> None:
    rows = [
        ["岗位名称", "人数", "薪资"],
        ["一、晨光机械有限公司"],
        ["电工", 2, "6000元"],
        ["2.禾田针织厂："],
        ["缝纫工", 10, "计件"],
        ["店长", None, None],
    ]
    sheet = reader.read(xlsx(rows))
    assert _firms(sheet) == ["晨光机械有限公司", "禾田针织厂", "禾田针织厂"]
    assert _skipped(sheet) == ["2、4"]


@pytest.mark.parametrize(
    ("above", "firm"),
    [
        (["单位名称（盖章）：晨光机械有限公司", None, "联系人：张三"], "晨光机械有限公司"),
        (["企业名称：", "晨光机械"], "晨光机械"),
        (["填报日期：3月1日   用人单位:晨光机械"], "晨光机械"),
        (["填报单位：苏溪镇人社所"], None),
        (["说明：请填写单位名称、岗位"], None),
        (["用工单位招聘信息汇总"], None),
    ],
)
def test_a_firm_named_over_the_table(above: list[object], firm: str | None) -> None:
    rows = [["用工需求登记表"], above, ["序号", "岗位名称", "人数"], [1, "冲压工", 5]]
    assert _firms(reader.read(xlsx(rows))) == [firm]
    rows[2:] = [HEAD, FIRST]
    assert _firms(reader.read(xlsx(rows))) == ["宏达电子"]


def test_sums_examples_and_remarks_are_no_postings_and_are_named() -> None:
    rows = table({"岗位": "示例：电工"}, {"单位": "例：某某公司"}, {}, {"岗位": "例行检修工"})
    rows += [["合计：", None, 6], ["总计63人"], ["制表人：张三", None, None, "审核：李四"]]
    rows += [[None, "注：以上岗位招满为止"], ["审核员", "晨光", 1]]
    sheet = reader.read(xlsx(rows))
    assert [row.cells["title"] for row in sheet.rows] == ["维修电工", "例行检修工", "审核员"]
    assert (sheet.skipped, _skipped(sheet)) == (6, ["2、3、6、7、8、9"])


def test_a_note_above_the_headings_is_no_part_of_them() -> None:
    rows = [["填报单位：苏溪镇"], ["序号", *HEAD], [1, *FIRST]]
    sheet = reader.read(xlsx(rows))
    assert [each.text for each in sheet.headings] == ["序号", *HEAD]


def test_two_columns_of_one_field() -> None:
    rows = [
        ["单位", "岗位", "要求", "要求", "备注", "备注", "地址", "区域", "工龄", "经验"],
        ["晨光", "焊工", "持证", "能吃苦", "包吃", "包吃", "工业区", "赤岸镇", "3年", "5年"],
        ["晨光", "钳工", "持证", None, None, "包住", None, "赤岸镇", "3年", "3年"],
    ]
    sheet = reader.read(xlsx(rows))
    assert sheet.rows[0].cells["requirements"] == "持证\n能吃苦\n包吃"
    assert [row.cells["place"] for row in sheet.rows] == ["工业区 赤岸镇", "赤岸镇"]
    assert [(each.field, each.code, each.values) for each in sheet.notices] == [
        ("years", "column_twice", {"used": "工龄", "left": "经验", "count": 1})
    ]
    doubled = '{"title": "x", "company": "y", "备注": "a", "备注": "b"}'.encode()
    assert reader.read(doubled).rows[0].cells["requirements"] == "a\nb"


@pytest.mark.parametrize("told", ["薪酬待遇", "工资", "月薪", "薪资福利"])
def test_bounds_of_pay_under_any_word_for_pay(told: str) -> None:
    for low, high in (("最低", "最高"), ("下限", "上限"), ("最低值", "最高值")):
        rows = [["岗位", "单位", f"{told}{low}", f"{told}{high}"], ["电工", "晨光", 6000, 8000]]
        cells = reader.read(xlsx(rows)).rows[0].cells
        assert (cells["salary_min"], cells["salary_max"]) == ("6000", "8000")


@pytest.mark.timeout(20)
def test_long_cells_take_no_time() -> None:
    blanks = " " * 30_000
    for cell in (
        f"合计{blanks}x",
        f"单位{blanks}x",
        "x" * 30_000,
        f"5{blanks}x",
        f"3月5日{blanks}x",
    ):
        rows = [[cell], HEAD, [cell] * 5, [f"例{cell}", cell, cell, cell, "同上"], FIRST]
        for row in reader.read(xlsx(rows)).rows:
            assert postings.understand(row)
