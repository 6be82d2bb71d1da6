"""QR codes are drawn, and what they say never becomes markup."""

from web import qr


def test_a_code_is_one_inline_picture() -> None:
    drawn = qr.svg("ticket-spring-100001")
    assert drawn.startswith("<svg")
    assert "style=" not in drawn
    assert "<script" not in qr.svg("</svg><script>alert(1)</script>")
