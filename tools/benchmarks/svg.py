"""A small bar chart with a logarithmic scale, as one SVG."""

import math
from html import escape

ROW, LEFT, WIDE, EDGE = 24, 250, 600, 90
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#333}"
    ".bar{fill:#9aa7b4}.ours{fill:#c8102e}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}}"
)


def bars(values: dict[str, float], unit: str) -> str:
    """One bar for each name; ours, whose name begins so, in our colour."""
    least = min(values.values()) / 2
    span = math.log(max(values.values()) / least)
    tall = ROW * len(values) + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDE + EDGE} {tall}">',
        f"<title>{escape(unit)}</title><style>{_STYLE}</style>",
        f'<text x="{LEFT}" y="16">{escape(unit)} (logarithmic)</text>',
    ]
    for at, (name, value) in enumerate(values.items()):
        top = 26 + at * ROW
        length = WIDE * math.log(value / least) / span
        kind = "ours" if name.startswith("Fairmatch") else "bar"
        lines += [
            f'<text x="{LEFT - 8}" y="{top + 14}" text-anchor="end">{escape(name)}</text>',
            f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length:.1f}" height="{ROW - 6}"/>',
            f'<text x="{LEFT + length + 6:.1f}" y="{top + 14}">{_short(value)}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
