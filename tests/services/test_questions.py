"""Questions to the host: kept with the posting being spoken of, answered or hidden."""

import pytest

from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.services import broadcasts, feed, questions, run_sheets
from matcher.services.work import Work, Workshop
from tests.people import People


def _live(work: Work, people: People) -> broadcasts.FairSession:
    session = broadcasts.session(work, people.stream)
    run_sheets.add_line(work, session, 101)
    broadcasts.start(work, session)
    return session


def test_a_question_belongs_to_what_is_spoken_of(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _live(work, people)
        first = questions.ask(work, session, seeker_id=people.linyue, text=" 包住\x00吗？\n ")
        second = questions.ask(work, session, seeker_id=people.zhouhang, text="几点上班")
        questions.answer(work, session, first.id, "包住，两人间")
        [(posting, asked)] = questions.by_posting(questions.latest(work, session))
        assert posting is not None
        assert posting.id == people.electrician
        assert [one.question.id for one in asked] == [second.id, first.id]
        assert (first.text, first.answer) == ("包住吗？", "包住，两人间")
        questions.hide(work, session, second.id)
        assert len(questions.latest(work, session)) == 1


def test_the_feed_tells_no_text_and_no_name(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = _live(work, people)
        asked = questions.ask(work, session, seeker_id=people.linyue, text="包住吗")
        work.db.flush()
        told = feed.after(work, 0)[-1]
        assert told.payload == {"question": asked.id, "posting": people.electrician}


@pytest.mark.parametrize("text", ["", "  \n ", "\x00", "问" * 201])
def test_nothing_and_too_much_are_told_so(workshop: Workshop, people: People, text: str) -> None:
    with workshop.writing() as work:
        session = _live(work, people)
        with pytest.raises(Invalid):
            questions.ask(work, session, seeker_id=people.linyue, text=text)


def test_one_asks_while_it_is_live_and_answers_in_ones_own_stream(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        planned = broadcasts.session(work, people.other_stream)
        with pytest.raises(Refused, match="not_live"):
            questions.ask(work, planned, seeker_id=people.other_seeker, text="几点开始")
        session = _live(work, people)
        asked = questions.ask(work, session, seeker_id=people.linyue, text="包住吗")
        with pytest.raises(NotFound):
            questions.answer(work, planned, asked.id, "不该能答")
        with pytest.raises(NotFound):
            questions.hide(work, planned, asked.id)
