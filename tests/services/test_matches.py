"""Matches are those that fit by the work; filters narrow them, and what is kept back is told."""

from unittest.mock import Mock

import pytest

from matcher.domain.terms import Block
from matcher.services import matches, recommend, seekers
from matcher.services.cards import Matches
from matcher.services.matches import Filters
from matcher.services.work import Work, Workshop
from matcher.storage.database import Database
from matcher.storage.fairs import Fair
from tests.people import People


def _matches(work: Work, people: People, seeker_id: int, **filters: object) -> Matches:
    fair = work.db.get_one(Fair, people.fair)
    seeker = seekers.one_in(work, people.fair, seeker_id)
    return matches.of_seeker(work, fair, seeker, Filters(**filters))  # type: ignore[arg-type]


def _ids(found: Matches) -> list[int]:
    return [card.posting.id for card in found.cards]


def test_an_electrician_sees_electricians_work_and_no_nights(
    workshop: Workshop, people: People
) -> None:
    with workshop.reading() as work:
        assert _ids(_matches(work, people, people.linyue)) == [people.electrician]


def test_a_wish_that_only_kept_back_jobs_meet_lists_nothing_else(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        guard = seekers.one_in(work, people.fair, people.zhouhang)
        guard.no_night = True
        found = _matches(work, people, people.zhouhang)
        assert (_ids(found), [card.posting.id for card in found.kept_back]) == (
            [],
            [people.night_guard],
        )


def test_a_hall_a_facet_and_a_pay_narrow_the_list(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work:
        assert _ids(_matches(work, people, people.zhouhang, session_id=people.hall)) != []
        assert _ids(_matches(work, people, people.zhouhang, session_id=people.stream)) == []
        assert _ids(_matches(work, people, people.zhouhang, session_id=people.other_stream)) == []
        assert people.night_guard not in _ids(
            _matches(work, people, people.zhouhang, facets=("day",))
        )
        assert _ids(_matches(work, people, people.zhouhang, pay=10_000)) == []


def test_what_a_wish_keeps_back_is_told_until_its_gate_is_opened(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        guard = seekers.one_in(work, people.fair, people.zhouhang)
        guard.no_night = True
        found = _matches(work, people, people.zhouhang)
        assert found.blocks == {Block.NIGHT: 1}
        seekers.relax(work, guard, Block.NIGHT, opened=True)
        assert people.night_guard in _ids(_matches(work, people, people.zhouhang))


def test_without_personal_ranking_everything_is_listed_by_number(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        seekers.personalise(work, seeker, wanted=False)
        found = _matches(work, people, people.linyue)
        assert _ids(found) == [people.electrician, people.night_guard]
        assert all(card.reasons == () for card in found.cards)
        assert matches.for_one(work, seeker, people.electrician) is None


def _on_its_page(work: Work, people: People, seeker_id: int) -> dict[int, tuple[object, ...]]:
    """What each posting's own page says to this person."""
    seeker = seekers.one_in(work, people.fair, seeker_id)
    told = {}
    for posting in (people.electrician, people.night_guard):
        card = matches.for_one(work, seeker, posting)
        told[posting] = (card.reasons, card.score, card.blocks, card.missing) if card else ()
    return told


def test_a_page_says_the_same_with_and_without_the_list_at_hand(
    workshop: Workshop, people: People
) -> None:
    with workshop.reading() as work:
        for seeker_id in (people.linyue, people.zhouhang):
            alone = _on_its_page(work, people, seeker_id)
            _matches(work, people, seeker_id)
            assert _on_its_page(work, people, seeker_id) == alone
            assert any(alone.values())


def test_a_change_elsewhere_is_on_the_page_though_the_list_is_at_hand(
    workshop: Workshop, people: People
) -> None:
    with workshop.reading() as work:
        _matches(work, people, people.linyue)
    other = Workshop(Database(workshop.database.url.render_as_string(hide_password=False)))
    with other.writing() as work:
        seekers.relax(
            work, seekers.one_in(work, people.fair, people.linyue), Block.NIGHT, opened=True
        )
    other.close()
    with workshop.reading() as work:
        assert _on_its_page(work, people, people.linyue)[people.night_guard][2] == ()


def test_a_streams_jobs_are_ranked_once_until_something_changes(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = Mock(wraps=recommend.rank_postings)
    monkeypatch.setattr(recommend, "rank_postings", ranked)
    ids = {people.electrician, people.night_guard}
    for changes, expected in ((False, 1), (False, 1), (True, 2)):
        with workshop.writing() as work:
            seeker = seekers.one_in(work, people.fair, people.linyue)
            if changes:
                seekers.relax(work, seeker, Block.NIGHT, opened=True)
            found = recommend.postings_for(work, seeker, k=0, among=ids)
        assert ranked.call_count == expected
        assert bool(found.kept_back) != changes
