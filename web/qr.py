"""QR codes as inline SVG, drawn by one path so that they print sharp at any size."""

import segno
from markupsafe import Markup


def svg(text: str) -> Markup:
    """The QR code of a text; its size is set by the page."""
    code = segno.make(text, error="m", micro=False)
    drawn = code.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawn)
