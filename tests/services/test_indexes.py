"""The fair's index takes in what changed at once, and is fitted anew once much has changed."""

import threading
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.domain.readiness import NotReady, Progress, silent
from matcher.domain.terms import Making, PostingStatus
from matcher.matching import program
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.services import indexes
from matcher.services.shelf import Shelf
from matcher.services.turns import turn
from matcher.services.work import Workshop
from matcher.storage import fairs
from matcher.storage.postings import Posting
from tests.conftest import Clock
from tests.people import People


def _change(workshop: Workshop, clock: Clock, posting_id: int, **values: object) -> None:
    clock.now += timedelta(seconds=1)
    with workshop.writing() as work:
        posting = work.db.get_one(Posting, posting_id)
        for name, value in values.items():
            setattr(posting, name, value)
        posting.updated_at = work.now
        fairs.bump_catalog(work.db, posting.fair_id)


def test_a_change_joins_without_a_new_fit(workshop: Workshop, people: People, clock: Clock) -> None:
    with workshop.reading() as work:
        first = indexes.of_postings(work, people.fair)
    _change(workshop, clock, people.electrician, title="高级电工")
    with workshop.reading() as work:
        second = indexes.of_postings(work, people.fair)
        assert second.blend is first.blend
        assert "高级电工" in [posting.title for posting in second.live()]
        assert len(second.live()) == len(first.live())
        assert indexes.of_postings(work, people.fair) is second


def test_what_is_closed_leaves(workshop: Workshop, people: People, clock: Clock) -> None:
    with workshop.reading() as work:
        indexes.of_postings(work, people.fair)
    _change(workshop, clock, people.electrician, status=PostingStatus.CLOSED)
    with workshop.reading() as work:
        left = indexes.of_postings(work, people.fair).live()
        assert str(people.electrician) not in [posting.id for posting in left]


def test_after_many_changes_words_are_weighed_anew_behind_the_scenes(
    workshop: Workshop, people: People, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "FEW", 1)
    monkeypatch.setattr(indexes, "DRIFT", 0.0)
    with workshop.reading() as work:
        first = indexes.of_postings(work, people.fair)
    for at in range(3):
        _change(workshop, clock, people.electrician, title=f"电工{at}")
        with workshop.reading() as work:
            indexes.of_postings(work, people.fair)
    workshop.shelf.readying.wait(("fit", people.fair), None)
    with workshop.reading() as work:
        last = indexes.of_postings(work, people.fair)
        assert last.blend is not first.blend
        assert "电工2" in [posting.title for posting in last.live()]


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many postings each fit takes from now on."""
    found: list[int] = []
    fit = PostingIndex.fit

    def counted(postings: Sequence[PostingProfile], **named: Any) -> PostingIndex:
        found.append(len(postings))
        return fit(postings, **named)

    monkeypatch.setattr(PostingIndex, "fit", staticmethod(counted))
    return found


def test_however_much_changes_meanwhile_words_are_weighed_once_at_a_time(
    workshop: Workshop, people: People, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "FEW", 1)
    monkeypatch.setattr(indexes, "DRIFT", 0.0)
    with workshop.reading() as work:
        indexes.of_postings(work, people.fair)
    fit, begun, may_end = PostingIndex.fit, threading.Semaphore(0), threading.Event()

    def slow(postings: Sequence[PostingProfile], **named: Any) -> PostingIndex:
        begun.release()
        assert may_end.wait(60)
        return fit(postings, **named)

    monkeypatch.setattr(PostingIndex, "fit", staticmethod(slow))
    for at in range(6):
        _change(workshop, clock, people.electrician, title=f"电工{at}")
        with workshop.reading() as work:
            indexes.of_postings(work, people.fair)
    assert begun.acquire(timeout=60)
    assert not begun.acquire(timeout=0.5)
    may_end.set()
    workshop.shelf.readying.wait(("fit", people.fair), None)
    with workshop.reading() as work:
        assert "电工5" in [each.title for each in indexes.of_postings(work, people.fair).live()]


def test_what_one_process_weighed_anew_the_others_open(
    workshop: Workshop,
    people: People,
    clock: Clock,
    fits: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"FEW": 1, "DRIFT": 0.0, "WORTH_KEEPING": 1}.items():
        monkeypatch.setattr(indexes, name, value)
    processes = [Shelf(workshop.shelf.folder) for _ in range(2)]

    def titles(shelf: Shelf) -> list[str]:
        workshop.shelf = shelf
        with workshop.reading() as work:
            found = [each.title for each in indexes.of_postings(work, people.fair).live()]
        shelf.readying.wait(("fit", people.fair), None)
        return found

    first = [titles(shelf) for shelf in processes]
    assert first[0] == first[1]
    assert len(fits) == 1
    for posting, title in ((people.electrician, "高级电工"), (people.night_guard, "夜班保安")):
        _change(workshop, clock, posting, title=title)
    for shelf in processes:
        assert {"高级电工", "夜班保安"} == set(titles(shelf))
        _, held = shelf.newest(("postings", people.fair)) or (None, None)
        assert held is not None
        assert held.changes == 0  # weighed anew
    assert len(fits) == 2


def test_the_next_start_opens_what_was_kept(
    workshop: Workshop,
    people: People,
    clock: Clock,
    fits: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(indexes, "WORTH_KEEPING", 1)

    def started() -> list[PostingProfile]:
        workshop.shelf = Shelf(workshop.shelf.folder)
        with workshop.reading() as work:
            return indexes.of_postings(work, people.fair).live()

    first = started()
    assert started() == first
    assert len(fits) == 1
    _change(workshop, clock, people.electrician, title="高级电工")
    assert "高级电工" in [posting.title for posting in started()]
    assert "维修电工" not in [posting.title for posting in started()]
    assert len(fits) == 1  # what changed since joins what was kept
    assert workshop.shelf.folder is not None
    spoilt = workshop.shelf.folder / f"postings-{people.fair}" / "index.joblib"
    spoilt.write_bytes(spoilt.read_bytes()[:500])
    assert len(started()) == len(first)
    assert len(fits) == 2
    monkeypatch.setattr(program, "state", lambda: "the next state of the program")
    assert len(started()) == len(first)
    assert len(fits) == 3


def test_what_was_kept_ranks_and_is_renewed_as_what_was_fitted(
    workshop: Workshop, people: People, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = SeekerProfile("1", wanted=("电工",), skills=("维修",))

    def ranked() -> list[Ranking]:
        with workshop.reading() as work:
            index = indexes.of_postings(work, people.fair)
            return [rank_postings(index, asked, k=k, today=work.today) for k in (0, 1)]

    fitted = ranked()
    monkeypatch.setattr(indexes, "WORTH_KEEPING", 1)
    for _ in range(2):  # made and kept, then opened
        workshop.shelf = Shelf(workshop.shelf.folder)
        assert ranked() == fitted
    _change(workshop, clock, people.night_guard, title="维修保安", duties="维修")
    renewed = ranked()
    assert renewed != fitted
    workshop.shelf = Shelf(workshop.shelf.folder)
    assert ranked() == renewed


def test_postings_of_another_database_are_not_taken_for_these(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "WORTH_KEEPING", 1)
    with workshop.reading() as work:
        indexes.of_postings(work, people.fair)
    with workshop.writing() as work:  # the same number, changed at the same time
        work.db.get_one(Posting, people.electrician).title = "高级电工"
    workshop.shelf = Shelf(workshop.shelf.folder)
    with workshop.reading() as work:
        titles = [each.title for each in indexes.of_postings(work, people.fair).live()]
    assert "高级电工" in titles
    assert "维修电工" not in titles


def test_of_several_workers_one_makes_it_and_the_others_hear_how_far_it_is(
    workshop: Workshop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexes, "WORTH_KEEPING", 1)
    with workshop.reading() as work:
        indexes.of_postings(work, people.fair)  # as the first worker keeps it in the end
    assert workshop.shelf.folder is not None
    folder = workshop.shelf.folder / f"postings-{people.fair}"
    folder.rename(folder.with_name("aside"))
    workshop.shelf = second = Shelf(workshop.shelf.folder)
    second.readying.patience = 1.0
    monkeypatch.setattr(PostingIndex, "fit", None)
    with turn(folder, silent) as report:
        report(Progress(Making.READING, 3, 4))
        with workshop.reading() as work, pytest.raises(NotReady) as told:
            indexes.of_postings(work, people.fair)
        assert told.value.progress == Progress(Making.READING, 3, 4)
        folder.with_name("aside").rename(folder)
    second.readying.wait(("postings", people.fair), None)
    with workshop.reading() as work:
        assert len(indexes.of_postings(work, people.fair).live()) == 2
