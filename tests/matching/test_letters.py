"""Titles compared by single characters, for people of whom only a wish is known."""

from datetime import date

import numpy as np
import pytest

from matcher.domain.profiles import SeekerProfile
from matcher.matching.letters import Letters
from matcher.matching.parts import ALL
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.reading import postings

TITLES = ("服装道具师", "收银员", "值班经理", "电梯维保（包住）", "叉车司机 服装裁剪")


def scores(wish: str, titles: tuple[str, ...] = TITLES) -> list[float]:
    letters = Letters(titles)
    asked, weights = letters.asked([(wish, 1.0)])
    column = np.zeros(letters.fitted.shape[1])
    column[asked] = weights
    return [float(score) for score in letters.fitted @ column]


def test_titles_that_share_characters_and_no_word() -> None:
    found = scores("西装师")
    assert found[0] > found[4] > 0
    assert found[1:4] == [0, 0, 0]


def test_levels_and_remarks_say_nothing_of_the_work() -> None:
    assert scores("住店经理")[2:4] == [0, 0]
    assert scores("经理")[2] == 0, "only the work counts where a title names some"
    assert scores("经理", ("经理", "店员"))[0] > 0, "and the level where it is all there is"


def test_a_firm_that_hires_is_no_part_of_the_work() -> None:
    found = scores("水果店", ("水果店招聘收银员", "水果店店员", "水果店招聘"))
    assert found[0] == 0
    assert min(found[1:]) > 0, "but it is where nothing that is known as work follows"


def test_a_title_of_two_names_is_nearly_each_of_them() -> None:
    one, two = scores("叉车司机", ("叉车司机", "叉车司机 洗碗工", "洗碗工"))[:2]
    assert one == pytest.approx(1)
    assert 0.8 < two < one


def test_titles_that_come_later_weigh_as_they_would_have() -> None:
    letters = Letters(TITLES)
    again = letters.space([TITLES[0], "", "Barista"])
    assert np.allclose(again[0].toarray(), letters.fitted[0].toarray())
    assert again[1:].nnz == 0


def test_no_titles() -> None:
    assert Letters([]).fitted.shape[0] == 0


def test_they_count_for_a_lone_wish_only() -> None:
    fair = [
        postings.profile(f"p{at}", title, "详见面谈")
        for at, title in enumerate(("收银员", "服装道具师", "焊工"))
    ]
    today = date(2026, 11, 22)
    for text in ("", "会收银"):
        seeker = SeekerProfile("s", wanted=("西装师",), text=text)
        found = [
            [match.score for match in rank_postings(index, seeker, k=0, today=today).matches]
            for index in (PostingIndex.fit(fair), PostingIndex.fit(fair, ALL.without("letters")))
        ]
        assert (found[0] == found[1]) is bool(text)
