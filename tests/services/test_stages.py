"""The employer's moves: rules, offers that wait, one step back, and what recall hides."""

from datetime import timedelta

import pytest

from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import Channel, FairStatus, Stage
from matcher.services import applications, stages
from matcher.services.work import Work, Workshop
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.seekers import ResumeFile, Seeker
from tests.conftest import Clock
from tests.people import People

BY = "陈经理"
PHONE = "+8613800001234"


def _apply(work: Work, people: People, *, shares_phone: bool = True) -> int:
    seeker = work.db.get_one(Seeker, people.linyue)
    seeker.phone = PHONE
    made = applications.apply(
        work,
        people.linyue,
        people.electrician,
        channel=Channel.ON_SITE,
        shares_phone=shares_phone,
    )
    return made.id


def _firm(work: Work, people: People) -> Employer:
    return work.db.get_one(Employer, people.chenguang)


def _stage(work: Work, people: People, made: int) -> Stage:
    return stages.open_one(work, people.chenguang, made).shared.application.stage


def test_reading_is_said_once_and_moves_follow_the_rules(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.read(work, firm, made, BY)
        stages.read(work, firm, made, BY)
        with pytest.raises(Refused, match="move_not_allowed"):
            stages.move(work, firm, made, Stage.HIRED, BY)
        stages.move(work, firm, made, Stage.INTERVIEW, BY)
        history = [c.stage for c in stages.open_one(work, firm.id, made).history]
        assert history == [Stage.SUBMITTED, Stage.VIEWED, Stage.INTERVIEW]


def test_an_intent_stands_only_when_both_said_yes(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.move(work, firm, made, Stage.AGREED, BY)
        said = stages.open_one(work, firm.id, made).shared.application
        assert (said.stage, said.waits_for_seeker) == (Stage.VIEWED, True)
        assert said.offered_terms is not None
        assert [each.application.id for each in stages.waiting(work, firm.id)] == [made]
        with pytest.raises(Refused, match="move_not_allowed"):
            stages.move(work, firm, made, Stage.AGREED, BY)
        applications.confirm_intent(work, people.linyue, made)
        assert _stage(work, people, made) is Stage.AGREED
        assert stages.waiting(work, firm.id) == []
        with pytest.raises(Refused, match="too_late_to_undo"):
            stages.undo(work, firm, made, BY)


def test_declining_takes_an_unanswered_offer_back(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.move(work, firm, made, Stage.AGREED, BY)
        stages.move(work, firm, made, Stage.DECLINED, BY)
        with pytest.raises(Refused, match="no_offer"):
            applications.confirm_intent(work, people.linyue, made)


def test_the_last_move_can_be_undone_for_ten_minutes(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.read(work, firm, made, BY)
        stages.move(work, firm, made, Stage.DECLINED, BY)
        stages.undo(work, firm, made, BY)
        assert _stage(work, people, made) is Stage.VIEWED
        stages.move(work, firm, made, Stage.AGREED, BY)
        stages.undo(work, firm, made, BY)
        assert stages.waiting(work, firm.id) == []
        stages.move(work, firm, made, Stage.DECLINED, BY)
    clock.now += timedelta(minutes=11)
    with workshop.writing() as work, pytest.raises(Refused, match="too_late_to_undo"):
        stages.undo(work, _firm(work, people), made, BY)


def test_the_phone_is_there_only_while_it_is_shared(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people, shares_phone=False), _firm(work, people)
        assert stages.open_one(work, firm.id, made).shared.phone is None
        _apply(work, people)
        assert stages.open_one(work, firm.id, made).shared.phone == PHONE


def test_recall_leaves_posting_and_dates_only(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.read(work, firm, made, BY)
        stages.note(work, firm, made, "周三上午来厂里", BY)
        applications.recall(work, people.linyue, firm.id)
        opened = stages.open_one(work, firm.id, made)
        assert (opened.shared.seeker, opened.shared.phone, opened.notes) == (None, None, [])
        with pytest.raises(Refused, match="taken_back"):
            stages.move(work, firm, made, Stage.INTERVIEW, BY)
        with pytest.raises(Refused, match="taken_back"):
            stages.note(work, firm, made, "再联系", BY)


def test_the_resume_is_there_only_while_it_is_shared(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker, firm = work.db.get_one(Seeker, people.linyue), _firm(work, people)
        seeker.resume_text = "做过维修电工"
        work.db.add(
            ResumeFile(
                seeker_id=seeker.id,
                filename="我的.pdf",
                media_type="application/pdf",
                content=b"%PDF",
                uploaded_at=work.now,
            )
        )
        made = _apply(work, people)
        stages.read(work, firm, made, BY)
        with pytest.raises(NotFound):
            stages.resume(work, firm.id, made)
        applications.apply(
            work, seeker.id, people.electrician, channel=Channel.ON_SITE, shares_resume=True
        )
        assert stages.resume(work, firm.id, made).content == b"%PDF"
        with pytest.raises(NotFound):
            stages.resume(work, people.hetian, made)


def test_notes_say_something_and_are_no_books(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        for text in (" ", "字" * 2001):
            with pytest.raises(Invalid):
                stages.note(work, firm, made, text, BY)


def test_a_closed_fair_is_read_only(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        work.db.get_one(Fair, people.fair).status = FairStatus.CLOSED
        with pytest.raises(Refused, match="fair_closed"):
            stages.move(work, firm, made, Stage.INTERVIEW, BY)
        assert len(stages.inbox(work, firm.id, stage=Stage.SUBMITTED)) == 1
        assert stages.counts(work, firm.id) == {(people.electrician, Stage.SUBMITTED): 1}


def test_an_account_called_seeker_is_not_the_person(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made, firm = _apply(work, people), _firm(work, people)
        stages.move(work, firm, made, Stage.DECLINED, "seeker")
        opened = stages.open_one(work, firm.id, made)
        assert opened.can_undo
        assert [change.by for change in opened.history] == ["", "seeker"]
