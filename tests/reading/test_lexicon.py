"""Names in texts: the longest at each place, their Latin ends at the ends of words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from matcher.reading.lexicon import LATIN, Lexicon


def _plainly(names: list[str], text: str) -> list[str]:
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    edged = [
        ("(?<![a-z])" if name[0] in LATIN else "")
        + re.escape(name)
        + ("(?![a-z])" if name[-1] in LATIN else "")
        for name in longest
    ]
    return re.findall("|".join(edged), text)


@given(
    st.lists(st.text("ab电工师", min_size=1, max_size=4), min_size=1, max_size=8),
    st.text("ab 电工师1", max_size=20),
)
def test_finds_what_a_pattern_of_all_names_finds(names: list[str], text: str) -> None:
    assert list(Lexicon(names).apart(text)) == _plainly(names, text)


def test_overlapping_names_are_all_found() -> None:
    lexicon = Lexicon(["房地产", "地产经理", "经理"])
    found = [name for _, name in lexicon.everywhere("房地产经理")]
    assert found == ["房地产", "地产经理", "经理"]
    assert list(lexicon.apart("房地产经理")) == ["房地产", "经理"]


def test_latin_names_stand_alone() -> None:
    assert list(Lexicon(["java", "c"]).apart("javascript java c++")) == ["java", "c"]
    assert list(Lexicon(["d照"]).apart("led照明，有d照")) == ["d照"]
