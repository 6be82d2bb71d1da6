"""Whom employers may find: who is new or changed joins at once, who hides is gone at once."""

from datetime import timedelta

import pytest

from matcher.domain.profiles import SeekerProfile
from matcher.services import findable, indexes, seekers
from matcher.services.work import Workshop
from matcher.storage.seekers import Seeker
from tests.conftest import Clock
from tests.people import People


def _say(workshop: Workshop, clock: Clock, seeker_id: int, text: str) -> None:
    clock.now += timedelta(seconds=1)
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, seeker_id)
        seeker.text, seeker.updated_at = text, work.now


def _live(workshop: Workshop, people: People) -> dict[str, SeekerProfile]:
    with workshop.reading() as work:
        return {each.id: each for each in findable.of_fair(work, people.fair).live()}


def test_a_change_joins_without_a_new_fit(workshop: Workshop, people: People, clock: Clock) -> None:
    with workshop.reading() as work:
        first = findable.of_fair(work, people.fair)
    _say(workshop, clock, people.linyue, "会修变频器")
    with workshop.reading() as work:
        second = findable.of_fair(work, people.fair)
        assert second.blend is first.blend
        assert findable.of_fair(work, people.fair) is second
    assert _live(workshop, people)[str(people.linyue)].text == "会修变频器"


def test_who_hides_is_gone_and_who_shows_again_is_back(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    assert str(people.linyue) in _live(workshop, people)
    for wanted in (False, True):
        clock.now += timedelta(seconds=1)
        with workshop.writing() as work:
            seekers.show_to_employers(work, work.db.get_one(Seeker, people.linyue), wanted=wanted)
        assert (str(people.linyue) in _live(workshop, people)) is wanted


def test_after_many_changes_words_are_weighed_anew_behind_the_scenes(
    workshop: Workshop, people: People, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "FEW", 1)
    monkeypatch.setattr(indexes, "DRIFT", 0.0)
    with workshop.reading() as work:
        first = findable.of_fair(work, people.fair)
    for at in range(3):
        _say(workshop, clock, people.linyue, f"会修变频器{at}")
        _live(workshop, people)
    workshop.shelf.readying.wait(("seekers", people.fair), None)
    with workshop.reading() as work:
        last = findable.of_fair(work, people.fair)
        assert last.blend is not first.blend
    assert _live(workshop, people)[str(people.linyue)].text == "会修变频器2"
