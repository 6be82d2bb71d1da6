"""The host's desk by forms alone: run sheet, on the air, questions; nobody else's stream."""

from collections.abc import Callable

import pytest

from matcher.services import broadcasts, questions
from matcher.services.work import Workshop
from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


def _on_air(browse: Browse, people: People) -> tuple[Browser, str]:
    host = browse("host")
    desk = f"/host/{people.stream}"
    for number in ("101", "102"):
        host.post(f"{desk}/sheet", {"number": number})
    host.post(f"{desk}/start")
    return host, desk


def test_a_host_with_one_stream_comes_straight_to_it(browse: Browse, people: People) -> None:
    assert browse("host").get("/host").location == f"/host/{people.stream}"


def test_from_run_sheet_to_the_end_without_a_script(browse: Browse, people: People) -> None:
    host, desk = _on_air(browse, people)
    page = host.text(desk)
    assert '<p class="title">维修电工</p>' in page
    assert 'id="timer" data-since' in page
    host.post(f"{desk}/next")
    assert '<p class="title">夜班保安</p>' in host.text(desk)
    assert "notice warn" in host.post(f"{desk}/next", follow_redirects=True).text
    host.post(f"{desk}/pin/{people.electrician}")
    assert '<p class="title">维修电工</p>' in host.text(desk)
    host.post(f"{desk}/sheet/{people.night_guard}/up")
    sheet = host.text(desk).split("run-sheet", 1)[1]
    assert sheet.index("夜班保安") < sheet.index("维修电工")
    host.post(f"{desk}/sheet/{people.night_guard}/remove")
    assert "夜班保安" not in host.text(desk)
    host.post(f"{desk}/end")
    assert f'action="{desk}/start"' in host.text(desk)


def test_a_second_tap_on_next_does_not_skip_a_job(browse: Browse, people: People) -> None:
    host, desk = _on_air(browse, people)
    for _ in range(2):
        host.post(f"{desk}/next", key="one-tap-two-requests")
    assert '<p class="title">夜班保安</p>' in host.text(desk)


@pytest.mark.parametrize("number", ["", "999", "abc", "１０１", "-1", "9" * 30])
def test_a_number_that_is_none_is_told_so(browse: Browse, people: People, number: str) -> None:
    page = browse("host").post(
        f"/host/{people.stream}/sheet", {"number": number}, follow_redirects=True
    )
    assert page.status_code == 200
    assert "notice warn" in page.text


def test_questions_are_answered_and_hidden_and_shown_as_text(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    host, desk = _on_air(browse, people)
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        hostile = '"><script>alert(1)</script>{{7*7}}'
        asked = questions.ask(work, session, seeker_id=people.linyue, text=hostile).id
    page = host.text(f"{desk}/news")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "{{7*7}}" in page
    assert "林悦" not in page
    host.post(f"{desk}/questions/{asked}/answer", {"text": "<b>包住</b>"})
    assert "&lt;b&gt;包住&lt;/b&gt;" in host.text(desk)
    host.post(f"{desk}/questions/{asked}/hide")
    assert "alert(1)" not in host.text(desk)


def test_the_host_of_another_session_finds_nothing_here(browse: Browse, people: People) -> None:
    _on_air(browse, people)
    other = browse("other_host")
    desk = f"/host/{people.stream}"
    assert other.get(desk).status_code == 404
    assert other.get(f"{desk}/news").status_code == 404
    for path in ("start", "end", "next", f"pin/{people.electrician}", "questions/1/hide"):
        assert other.post(f"{desk}/{path}").status_code == 404
    assert other.post(f"{desk}/sheet", {"number": "101"}).status_code == 404
    assert other.post(f"{desk}/sheet/{people.electrician}/remove").status_code == 404
