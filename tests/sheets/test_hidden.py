"""What Excel does not show does not go in, and the report says so."""

import io
import zipfile

import pytest

from matcher.domain.errors import Refused
from matcher.sheets import reader
from matcher.sheets.reader import Sheet
from tests.sheets.files import table, workbook, xlsx

ROWS = table({"岗位": "电工"}, {"岗位": "焊工"}, {"岗位": "店员", "内部备注": "不对外"})


def _titles(sheet: Sheet) -> list[object]:
    return [row.cells.get("title") for row in sheet.rows]


def _told(sheet: Sheet) -> list[tuple[str, dict[str, object]]]:
    return [(each.code, each.values) for each in sheet.notices]


def test_rows_that_were_filtered_out_are_left_out_and_counted() -> None:
    sheet = reader.read(workbook({"春季": ROWS}, hidden_rows=[2]))
    assert _titles(sheet) == ["电工", "店员"]
    assert [row.number for row in sheet.rows] == [2, 4]
    assert _told(sheet) == [("rows_hidden", {"sheet": "", "count": 1})]


def test_a_file_that_hides_nothing_says_nothing() -> None:
    assert not reader.read(xlsx(ROWS)).notices
    empty = [*ROWS, [], []]
    assert not reader.read(workbook({"春季": empty}, hidden_rows=[4, 5])).notices


def test_a_hidden_firm_still_speaks_for_the_rows_merged_below_it() -> None:
    rows = [["单位", "岗位"], ["晨光机械", "电工"], ["", "焊工"]]
    sheet = reader.read(workbook({"a": rows}, [(1, 0, 2, 0)], hidden_rows=[1]))
    assert [(row.cells["company"], row.cells["title"]) for row in sheet.rows] == [
        ("晨光机械", "焊工")
    ]


def test_a_hidden_column_is_not_published_but_the_firm_is_known() -> None:
    rows = [["单位", "岗位", "备注", "人数"], ["晨光机械", "电工", "只要本地人", 2]]
    sheet = reader.read(workbook({"a": rows}, hidden_columns=[0, 2]))
    assert sheet.rows[0].cells == {"company": "晨光机械", "title": "电工", "openings": "2"}
    assert _told(sheet) == [("columns_hidden", {"sheet": "", "names": "备注"})]


def test_where_all_is_hidden_the_refusal_says_so() -> None:
    with pytest.raises(Refused, match="only_hidden_rows"):
        reader.read(workbook({"a": ROWS}, hidden_rows=[1, 2, 3]))
    with pytest.raises(Refused, match="only_hidden_rows"):
        reader.read(workbook({"说明": [["岗位", "单位"]], "隐藏": ROWS}))


def test_hidden_sheets_are_named_where_postings_stand_in_them() -> None:
    sheets = {"车间": ROWS, "门店": ROWS}
    assert _told(reader.read(workbook({**sheets, "隐藏": ROWS}))) == [
        ("sheet_hidden", {"sheet": "隐藏"})
    ]
    assert not reader.read(workbook({**sheets, "隐藏": [["大专"], ["本科"]]})).notices


def test_a_sheet_without_headings_is_named() -> None:
    sheet = reader.read(workbook({"车间": ROWS, "苏溪镇": [["晨光机械", "电工", 3]], "空": []}))
    assert _told(sheet) == [("sheet_without_headings", {"sheet": "苏溪镇"})]


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
 <table:table table:name="表&amp;一">%s</table:table>
 </office:spreadsheet></office:body></office:document-content>"""


def _ods(rows: list[tuple[str, list[str]]]) -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
    lines = [
        f"<table:table-row {told}>{''.join(cell % each for each in texts)}</table:table-row>"
        for told, texts in rows
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        archive.writestr("content.xml", ODS % "".join(lines))
    return out.getvalue()


def test_rows_filtered_out_of_an_open_document() -> None:
    rows = [
        ("", ["岗位", "单位"]),
        ("", ["电工", "晨光"]),
        ('table:visibility="filter"', ["焊工", "晨光"]),
        ('table:visibility="collapse" table:number-rows-repeated="2"', ["钳工", "晨光"]),
        ("", ["店员", "晨光"]),
    ]
    sheet = reader.read(_ods(rows))
    assert _titles(sheet) == ["电工", "店员"]
    assert _told(sheet) == [("rows_hidden", {"sheet": "", "count": 3})]
