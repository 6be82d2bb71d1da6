"""Files at the employer's desk: preview before import, rows to mend, own applications."""

import io
from collections.abc import Callable

import pytest

from matcher.services.work import Workshop
from matcher.storage.postings import of_employer
from tests.people import People
from tests.sheets.files import workbook, xlsx
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
ROWS = [
    ["岗位", "人数", "薪资", "工作内容", "工作地点"],
    ["焊工", "3", "7000-9000元/月", "焊接钢结构，长白班", "苏溪镇"],
    ["质检员", "2", "面议", "检验", "苏溪镇"],
    ["搬运工", "三百万亿", "200元/天", "搬货", "苏溪镇"],
]


def _upload(browser: Browser, people: People, content: bytes) -> str:
    answer = browser.post(
        f"/employer/{people.chenguang}/import",
        {"file": (io.BytesIO(content), "岗位.xlsx")},
        content_type="multipart/form-data",
    )
    assert answer.status_code == 303
    return str(answer.location)


def test_nothing_goes_in_before_it_was_seen(browse: Browse, people: People) -> None:
    firm = browse("employer")
    preview = _upload(firm, people, xlsx(ROWS))
    page = firm.text(preview)
    for words in ("焊工", "7,000–9,000", "面议", "搬运工", "进不来"):
        assert words in page
    assert "焊工" not in firm.text(f"/employer/{people.chenguang}/postings")
    assert firm.post(preview).status_code == 303
    listed = firm.text(f"/employer/{people.chenguang}/postings")
    assert "焊工" in listed
    assert "搬运工" not in listed
    assert "没有变化" in firm.text(preview)


def test_rows_to_mend_are_handed_back(browse: Browse, people: People) -> None:
    firm = browse("employer")
    preview = _upload(firm, people, xlsx(ROWS))
    file = firm.get(f"{preview}/rows-to-mend.xlsx")
    assert file.headers["Content-Disposition"].startswith("attachment")
    again = _upload(firm, people, file.get_data())
    page = firm.text(again)
    assert "搬运工" in page
    assert "焊工" not in page


def test_how_rows_were_taken_and_what_was_not_read_is_shown(browse: Browse, people: People) -> None:
    firm = browse("employer")
    rows = [[*ROWS[0], "有效期"], [*ROWS[1], "截至12月底"], [*ROWS[2], ""]]
    rows[1][1] = "普工50，质检5"
    page = firm.text(_upload(firm, people, workbook({"春季": rows}, hidden_rows=[2])))
    for words in ("有 1 行在 Excel 里隐藏着", "按一共 55 人算", "“截至12月底”没写年份，按 20"):
        assert words in page


def test_what_was_edited_here_is_kept_unless_it_is_ticked(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    firm = browse("employer")
    firm.post(_upload(firm, people, xlsx([["编号", *ROWS[0]], ["7", *ROWS[1]]])))
    postings = f"/employer/{people.chenguang}/postings"
    with workshop.reading() as work:
        own = next(p.id for p in of_employer(work.db, people.chenguang) if p.source_key)
    said = {"title": "焊工", "openings": "9", "duties": "焊接", "requirements": "",
            "place": "后宅街道", "pay_text": "7000元/月"}  # fmt: skip
    assert firm.post(f"{postings}/{own}", said).status_code == 303
    preview = _upload(firm, people, xlsx([["编号", *ROWS[0]], ["7", "焊工", "4", *ROWS[1][2:]]]))
    assert "网页上改过，保留" in firm.text(preview)
    assert "也替换导入以后在网页上改过的 1 个岗位" in firm.text(preview)
    assert "网页上改过的 1 个保留原样" in firm.get(firm.post(preview).location).get_data(
        as_text=True
    )
    assert "后宅街道" in firm.text(f"{postings}/{own}")
    firm.post(preview, {"replace": "1"})
    assert "后宅街道" not in firm.text(f"{postings}/{own}")


def test_an_upload_is_only_its_senders(browse: Browse, people: People) -> None:
    preview = _upload(browse("employer"), people, xlsx(ROWS))
    assert browse("neighbour").get(preview).status_code == 404
    at_home = preview.replace(f"/{people.chenguang}/", f"/{people.hetian}/")
    assert browse("neighbour").get(at_home).status_code == 404


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"PK\x03\x04broken", b"hello"])
def test_a_file_of_no_use_gets_a_sentence(browse: Browse, people: People, content: bytes) -> None:
    firm = browse("employer")
    answer = firm.get(_upload(firm, people, content))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.get_data(as_text=True)


def test_no_file_is_asked_for_again(browse: Browse, people: People) -> None:
    answer = browse("employer").post(f"/employer/{people.chenguang}/import", {})
    assert answer.status_code == 422


def test_blank_form_and_own_applications_download(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    firm = browse("employer")
    for name in ("blank.xlsx", "applications.xlsx"):
        answer = firm.get(f"/employer/{people.chenguang}/{name}")
        assert answer.status_code == 200
        assert answer.get_data().startswith(b"PK")
