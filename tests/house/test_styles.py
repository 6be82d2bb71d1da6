"""The stylesheets say nothing of classes, colours and sizes that no page uses."""

import re
from collections.abc import Iterator
from pathlib import Path

WEB = Path(__file__).parents[2] / "web"
STYLES = "".join(file.read_text("utf-8") for file in sorted((WEB / "static" / "css").glob("*.css")))
_COUNTED = re.compile(r"s[123]")  # class="s{{ step }}"


def _users() -> Iterator[Path]:
    yield from (WEB / "templates").rglob("*.html")
    yield from (WEB / "static" / "js").glob("*.js")


def test_every_class_with_a_style_stands_in_a_page_or_script() -> None:
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", STYLES, flags=re.S)
    styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    used = {word for file in _users() for word in re.findall(r"[\w-]+", file.read_text("utf-8"))}
    assert len(styled) > 100
    assert not [name for name in styled - used if not _COUNTED.fullmatch(name)]


def test_every_colour_and_size_with_a_name_is_used() -> None:
    named = set(re.findall(r"(--[\w-]+)\s*:", STYLES))
    scripts = [file.read_text("utf-8") for file in (WEB / "static" / "js").glob("*.js")]
    used = set(re.findall(r"""var\((--[\w-]+)\)|["'](--[\w-]+)["']""", "".join([STYLES, *scripts])))
    assert len(named) > 20
    assert not named - {name for pair in used for name in pair}
