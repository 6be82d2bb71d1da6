"""What fairs learn from: noted only under consent, used only when asked, gone when recalled."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from matcher.domain.errors import Refused
from matcher.domain.terms import Channel, PostingStatus, Source, Stage
from matcher.matching.learning import Verdict
from matcher.matching.weights import DEFAULT, Weights
from matcher.services import applications, choices, learning, matches, privacy, recommend, seekers
from matcher.services.matches import Filters
from matcher.services.work import Work, Workshop
from matcher.storage import learning as storage
from matcher.storage.database import Database
from matcher.storage.fairs import Fair
from matcher.storage.learning import ChoiceConsent, Impression, Lesson
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from tests.people import People


def _fair(work: Work, people: People) -> Fair:
    return work.db.get_one(Fair, people.fair)


def _linyue(work: Work, people: People) -> Seeker:
    return work.db.get_one(Seeker, people.linyue)


def _say_yes(workshop: Workshop, people: People, *, fair: bool = True, person: bool = True) -> None:
    with workshop.writing() as work:
        learning.switch(work, _fair(work, people), on=fair)
        learning.agree(work, _linyue(work, people), wanted=person)


def _look(workshop: Workshop, people: People) -> None:
    """林悦 looks at her list and opens the electrician's post."""
    with workshop.reading() as work:
        seeker = _linyue(work, people)
        found = matches.of_seeker(work, _fair(work, people), seeker, Filters())
        choices.note_shown(work, seeker, found.cards, before=0)
        choices.note_opened(work, seeker, people.electrician)
    workshop.journal.flush()


def _noted(workshop: Workshop) -> list[Impression]:
    with workshop.reading() as work:
        found = list(work.db.scalars(select(Impression)))
        work.db.expunge_all()
        return found


def test_a_view_and_an_opening_are_noted_once(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    _look(workshop, people)
    _look(workshop, people)
    (seen,) = _noted(workshop)
    assert (seen.seeker_id, seen.posting_id, seen.place) == (people.linyue, people.electrician, 1)
    assert seen.opened_at is not None
    assert not seen.learned
    assert seen.components["occupations"] > 0


@pytest.mark.parametrize(("fair", "person"), [(False, True), (True, False)])
def test_nothing_is_noted_without_both_words(
    workshop: Workshop, people: People, fair: bool, person: bool
) -> None:
    _say_yes(workshop, people, fair=fair, person=person)
    _look(workshop, people)
    assert _noted(workshop) == []


def test_a_switch_turned_in_another_process_counts_at_the_next_look(
    workshop: Workshop, people: People
) -> None:
    other = Workshop(Database(workshop.database.url.render_as_string(hide_password=False)))
    _say_yes(workshop, people, fair=False)
    for is_on in (False, True, False):
        with other.writing() as work:
            learning.switch(work, _fair(work, people), on=is_on)
            storage.forget_fair(work.db, people.fair)
        _look(workshop, people)
        assert bool(_noted(workshop)) == is_on
    other.close()


def test_nothing_is_noted_of_a_plain_list(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    with workshop.writing() as work:
        seekers.personalise(work, _linyue(work, people), wanted=False)
    _look(workshop, people)
    assert _noted(workshop) == []


def test_an_opening_waits_for_a_list_that_comes_late(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    with workshop.reading() as work:
        choices.note_opened(work, _linyue(work, people), people.electrician)
    workshop.journal.flush()  # this worker's, while the list waits in another's
    _look(workshop, people)
    (seen,) = _noted(workshop)
    assert seen.opened_at == workshop.clock()


def test_a_closed_journal_takes_no_more(workshop: Workshop, people: People) -> None:
    done: list[int] = []
    with workshop.reading() as work:
        work.later(lambda _: done.append(1))
    workshop.journal.close()
    with workshop.reading() as work:
        work.later(lambda _: done.append(2))
    workshop.journal.flush()
    assert done == [1]


def test_what_waits_in_the_journal_dies_with_the_consent(
    workshop: Workshop, people: People
) -> None:
    _say_yes(workshop, people)
    with workshop.reading() as work:
        seeker = _linyue(work, people)
        found = matches.of_seeker(work, _fair(work, people), seeker, Filters())
        choices.note_shown(work, seeker, found.cards, before=0)
    with workshop.writing() as work:
        learning.agree(work, _linyue(work, people), wanted=False)
    workshop.journal.flush()
    assert _noted(workshop) == []


def test_a_posting_that_went_meanwhile_harms_nothing(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    with workshop.reading() as work:
        seeker = _linyue(work, people)
        found = matches.of_seeker(work, _fair(work, people), seeker, Filters())
        choices.note_shown(work, seeker, found.cards, before=0)
    with workshop.writing() as work:
        work.db.delete(work.db.get_one(Posting, people.electrician))
    workshop.journal.flush()
    assert _noted(workshop) == []


def test_the_copy_tells_it_and_erasing_deletes_it(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    _look(workshop, people)
    with workshop.writing() as work:
        told = json.loads(json.dumps(privacy.export(work, people.linyue), ensure_ascii=False))
        privacy.erase(work, people.linyue)
    assert [each["posting"] for each in told["choices"]["shown"]] == ["维修电工"]
    with workshop.reading() as work:
        assert work.db.scalar(select(func.count()).select_from(Impression)) == 0
        assert work.db.scalar(select(func.count()).select_from(ChoiceConsent)) == 0


def test_recalling_deletes_what_was_noted(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    _look(workshop, people)
    _say_yes(workshop, people, person=False)
    assert _noted(workshop) == []


def test_little_evidence_teaches_nothing_and_may_not_be_used(
    workshop: Workshop, people: People
) -> None:
    _say_yes(workshop, people)
    _look(workshop, people)
    with workshop.writing() as work:
        lesson = learning.learn(work, _fair(work, people))
        assert lesson.verdict == Verdict.TOO_LITTLE
        assert Weights.of(lesson.weights) == DEFAULT
        with pytest.raises(Refused, match="nothing_learned"):
            learning.use(work, _fair(work, people), on=True)


def _lesson(work: Work, people: People, **weights: float) -> None:
    values = Weights.of(weights).by_name()
    report = {"start": DEFAULT.by_name(), "tried": values, "evidence": {}, "gain": [0.1, 0.05, 0.2]}
    fair_id = people.fair
    work.db.add(
        Lesson(fair_id=fair_id, made_at=work.now, verdict="learned", weights=values, report=report)
    )
    work.db.flush()


def test_a_lesson_ranks_only_when_used_and_only_here(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    with workshop.writing() as work:
        _lesson(work, people, title=2.0)
        seeker = _linyue(work, people)
        assert not learning.is_compared(seeker)
        before = recommend.postings_for(work, seeker).cards[0].score
        assert learning.weights_for(work, seeker) == DEFAULT
        learning.use(work, _fair(work, people), on=True)
        work.db.flush()
        assert learning.weights_for(work, seeker).title == 2.0
        assert recommend.postings_for(work, seeker).cards[0].score > before
        stranger = work.db.get_one(Seeker, people.other_seeker)
        assert learning.weights_for(work, stranger) == DEFAULT
        learning.use(work, _fair(work, people), on=False)
        work.db.flush()
        assert recommend.postings_for(work, seeker).cards[0].score == before


@pytest.mark.parametrize("undo", ["switch off", "forget"])
def test_switching_off_and_forgetting_give_the_defaults_back(
    workshop: Workshop, people: People, undo: str
) -> None:
    _say_yes(workshop, people)
    with workshop.writing() as work:
        _lesson(work, people, title=2.0)
        learning.use(work, _fair(work, people), on=True)
    with workshop.writing() as work:
        if undo == "forget":
            learning.forget(work, _fair(work, people))
        else:
            learning.switch(work, _fair(work, people), on=False)
    with workshop.reading() as work:
        assert learning.weights_for(work, _linyue(work, people)) == DEFAULT


def test_a_few_lists_are_never_touched(workshop: Workshop, people: People) -> None:
    _say_yes(workshop, people)
    with workshop.writing() as work:
        _lesson(work, people, title=2.0)
        learning.use(work, _fair(work, people), on=True)
        work.db.flush()
        crowd = [Seeker(id=at, fair_id=people.fair) for at in range(1, 2001)]
        compared = [each for each in crowd if learning.is_compared(each)]
        assert 60 < len(compared) < 140  # a twentieth
        assert all(learning.weights_for(work, each) == DEFAULT for each in compared)


def _crowd(workshop: Workshop, people: People) -> None:
    """Eighty people are shown forty posts, and like those whose title fits, wherever they stand."""
    with workshop.writing() as work:
        learning.switch(work, _fair(work, people), on=True)
        model = work.db.get_one(Posting, people.electrician)
        columns = ("employer_id", "fair_id", "title", "openings", "duties", "requirements")
        copied = {
            name: getattr(model, name) for name in (*columns, "place", "pay_unit", "pay_text")
        }
        posts = [
            Posting(**copied, number=500 + n, status=PostingStatus.PUBLISHED, updated_at=work.now)
            for n in range(40)
        ]
        work.db.add_all(posts)
        work.db.flush()
        for person in range(80):
            _visit(work, people, [post.id for post in posts], person)


def _visit(work: Work, people: People, posts: list[int], person: int) -> None:
    seeker = Seeker(
        fair_id=people.fair, source=Source.PHONE, created_at=work.now, updated_at=work.now
    )
    work.db.add(seeker)
    work.db.flush()
    learning.agree(work, seeker, wanted=True)
    for place in range(1, 21):
        titled = (person * 7 + place * 5) % 4 == 0
        work.db.add(
            Impression(
                seeker_id=seeker.id,
                posting_id=posts[(person + place) % 40],
                place=place,
                components={"cosine": 1.0 / place, "title": 0.3 * titled},
                learned=False,
                shown_at=work.now,
                opened_at=work.now if titled and (person + place) % 3 else None,
            )
        )


def test_learning_reads_what_was_noted(workshop: Workshop, people: People) -> None:
    _crowd(workshop, people)
    with workshop.writing() as work:
        lesson = learning.learn(work, _fair(work, people))
        assert lesson.report["evidence"]["people"] == 80
        # One employer owns all of these posts: that is not a fair's evidence.
        assert lesson.verdict == Verdict.TOO_LITTLE
        everywhere = learning.learn(work, None)
        assert everywhere.fair_id is None


def test_an_application_counts_as_the_persons_choice_whatever_the_booth_says(
    workshop: Workshop, people: People
) -> None:
    _say_yes(workshop, people)
    _look(workshop, people)
    with workshop.writing() as work:
        work.now += timedelta(minutes=5)
        sent = applications.apply(work, people.linyue, people.electrician, channel=Channel.ON_SITE)
        sent.stage = Stage.DECLINED
        work.db.flush()
        (visit,) = learning._visits(storage.rows(work.db, people.fair, 10))
    assert [each.sign.name for each in visit.shown] == ["APPLIED"]
