"""A ranking survives packing as it was, and its first few are what fewer would have been."""

from datetime import date

from matcher import gazetteers
from matcher.cli import records
from matcher.matching.packed import first, pack, unpack
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.reading import records as profiles

TODAY = date(2026, 11, 22)


def test_packed_and_cut_it_is_what_ranking_says() -> None:
    judged = gazetteers.path("judged")
    index = PostingIndex.fit(records.read(judged / "postings.jsonl", profiles.posting))
    for seeker in records.read(judged / "seekers.jsonl", profiles.seeker):
        whole = rank_postings(index, seeker, k=40, today=TODAY)
        assert unpack(pack(whole)) == whole
        for k in (1, 2, 3, 7, 20, 40):
            fewer = rank_postings(index, seeker, k=k, today=TODAY)
            assert first(unpack(pack(whole)), k) == fewer
