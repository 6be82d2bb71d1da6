"""Mutual lists: of two posts liked alike, the one that also likes the person comes first."""

from datetime import date

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching.mutual import mutual
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex

TODAY = date(2026, 11, 22)


def test_the_booth_has_a_say() -> None:
    postings = [
        PostingProfile("a", title="会计", duties="做账报税，要会英语口语和外贸单证"),
        PostingProfile("b", title="会计", duties="做账报税，要会金蝶"),
    ]
    me = SeekerProfile("me", wanted=("会计",), text="做账报税三年，用金蝶")
    other = SeekerProfile("other", wanted=("会计",), text="做账报税，英语口语好，懂外贸单证")
    index = PostingIndex.fit(postings)
    lists = [rank_postings(index, each, k=0, today=TODAY) for each in (me, other)]
    mine, theirs = mutual(lists, postings, [me, other], 1, TODAY)
    assert [match.posting for match in mine.matches] == ["b"]
    assert [match.posting for match in theirs.matches] == ["a"]
    assert mine.matches[0].rank == 1
    assert 0 < mine.matches[0].score <= 1


def test_empty_lists_stay_empty() -> None:
    assert mutual([], [], [], 5, TODAY) == []
