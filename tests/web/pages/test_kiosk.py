"""The kiosk as people use it: the plain form, the walk-in in a minute, the slip."""

from collections.abc import Callable

import pytest

from tests.people import People
from tests.web.browser import Browser

Browse = Callable[[str], Browser]
WALK_IN = {"wanted": ["电工"], "name": "小赵", "agreed": "1"}


def test_the_page_works_as_a_plain_form(browse: Browse) -> None:
    kiosk = browse("kiosk")
    assert 'name="given"' in kiosk.text("/kiosk")
    answer = kiosk.post("/kiosk/check-in", {"given": "100 001", "nonce": "n" * 20})
    assert answer.location == "/kiosk"
    page = kiosk.text("/kiosk")
    assert 'class="notice ok"' in page
    assert 'id="count" class="num">1<' in page
    kiosk.post("/kiosk/check-in", {"given": "100001", "nonce": "m" * 20})
    assert 'class="notice warn"' in kiosk.text("/kiosk")
    kiosk.post("/kiosk/check-in", {"given": "", "nonce": "o" * 20})
    assert 'class="notice stop"' in kiosk.text("/kiosk")


def test_the_kiosk_may_run_its_qr_reader_and_no_other_page_may(browse: Browse) -> None:
    kiosk = browse("kiosk")
    assert "worker-src 'self' blob:" in kiosk.get("/kiosk").headers["Content-Security-Policy"]
    other = kiosk.get("/kiosk/walk-in").headers["Content-Security-Policy"]
    assert "worker-src 'self';" in other


def test_a_walk_in_is_registered_checked_in_and_gets_a_slip(browse: Browse) -> None:
    kiosk = browse("kiosk")
    assert 'value="电工"' in kiosk.text("/kiosk/walk-in")
    answer = kiosk.post("/kiosk/walk-in", WALK_IN)
    assert answer.location == "/kiosk/slip"
    slip = kiosk.text("/kiosk/slip")
    assert "<svg" in slip
    assert "A01" in slip
    assert 'id="count" class="num">1<' in kiosk.text("/kiosk")


@pytest.mark.parametrize(
    "change",
    [{"agreed": ""}, {"phone": "12"}, {"name": "x" * 200}],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    browse: Browse, change: dict[str, object]
) -> None:
    kiosk = browse("kiosk")
    answer = kiosk.post("/kiosk/walk-in", {**WALK_IN, "certificates": ["健康证"], **change})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert 'value="健康证" checked' in page
    assert 'id="count" class="num">0<' in kiosk.text("/kiosk")


def test_without_any_wish_or_certificate_nobody_is_registered(browse: Browse) -> None:
    kiosk = browse("kiosk")
    assert kiosk.post("/kiosk/walk-in", {"name": "小赵", "agreed": "1"}).status_code == 422
    assert kiosk.get("/kiosk/slip").status_code == 404


def test_a_slip_is_printed_again_from_the_code_for_tickets_of_this_fair_only(
    browse: Browse, people: People
) -> None:
    kiosk = browse("kiosk")
    assert kiosk.get("/kiosk/slip").status_code == 404
    assert kiosk.post("/kiosk/reprint", {"given": "100001"}).location == "/kiosk/slip"
    slip = kiosk.text("/kiosk/slip")
    assert "100 001" in slip
    assert "林悦" not in slip
    answer = kiosk.post("/kiosk/reprint", {"given": "ticket-autumn-100001"})
    assert answer.location == "/kiosk"


def test_only_kiosks_come_here(browse: Browse) -> None:
    for path in ("/kiosk", "/kiosk/walk-in", "/kiosk/slip"):
        assert browse("seeker").get(path).status_code == 403
        assert browse("anyone").get(path).location.startswith("/sign-in")
