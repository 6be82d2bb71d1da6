"""Applying shares a card with one employer, once; withdrawing and recalling take it back."""

from datetime import timedelta

import pytest

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import Channel, FairStatus, FeedKind, PostingStatus, Stage
from matcher.services import applications
from matcher.services.work import Work, Workshop
from matcher.storage import feed
from matcher.storage.applications import Application, consent_to, history
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from tests.people import People


def _apply(work: Work, people: People, **more: bool) -> Application:
    return applications.apply(
        work, people.linyue, people.electrician, channel=Channel.ON_SITE, **more
    )


def test_applying_twice_is_one_application_and_one_fact(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        first, again = _apply(work, people), _apply(work, people)
        assert first.id == again.id
        assert [change.stage for change in history(work.db, first.id)] == [Stage.SUBMITTED]
        facts = [(e.kind, e.payload) for e in feed.after(work.db, 0, fair_id=people.fair)]
        assert facts == [(FeedKind.APPLIED, {"posting": people.electrician})]


def test_the_consent_names_one_employer_and_only_widens(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        work.db.get_one(Seeker, people.linyue).phone = "+8613812345678"
        _apply(work, people)
        consent = consent_to(work.db, people.linyue, people.chenguang)
        assert consent is not None
        assert (consent.shares_phone, consent.shares_resume) == (False, False)
        receipt = consent.receipt
        _apply(work, people, shares_phone=True, shares_resume=True)
        assert (consent.shares_phone, consent.shares_resume) == (True, False)  # there is no resume
        _apply(work, people)
        assert (consent.shares_phone, consent.receipt) == (True, receipt)
        assert consent_to(work.db, people.linyue, people.hetian) is None


def test_postings_of_other_fairs_or_not_shown_cannot_be_applied_to(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        expired = work.db.get_one(Posting, people.electrician)
        expired.expires_on = work.today - timedelta(days=1)
        work.db.get_one(Posting, people.night_guard).status = PostingStatus.CLOSED
        work.db.flush()
        for posting_id in (people.electrician, people.night_guard, people.other_posting, 999):
            with pytest.raises(NotFound):
                applications.apply(work, people.linyue, posting_id, channel=Channel.ON_SITE)


def test_a_session_of_another_fair_is_refused(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work, pytest.raises(NotFound):
        applications.apply(
            work,
            people.linyue,
            people.electrician,
            channel=Channel.LIVESTREAM,
            fair_session_id=people.other_stream,
        )


def test_nobody_applies_at_a_closed_fair(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).status = FairStatus.CLOSED
        with pytest.raises(Refused, match="fair_closed"):
            _apply(work, people)


def test_what_was_withdrawn_can_be_sent_again(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made = _apply(work, people)
        applications.withdraw(work, people.linyue, made.id)
        with pytest.raises(Refused, match="cannot_withdraw"):
            applications.withdraw(work, people.linyue, made.id)
        assert _apply(work, people).stage is Stage.SUBMITTED
        stages = [change.stage for change in history(work.db, made.id)]
        assert stages == [Stage.SUBMITTED, Stage.WITHDRAWN, Stage.SUBMITTED]


def test_a_rivals_application_is_not_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made = _apply(work, people)
        with pytest.raises(NotFound):
            applications.withdraw(work, people.zhouhang, made.id)
        with pytest.raises(NotFound):
            applications.confirm_intent(work, people.zhouhang, made.id)


def test_recall_withdraws_what_was_sent_and_applying_anew_gives_a_new_receipt(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        made = _apply(work, people)
        consent = applications.recall(work, people.linyue, people.chenguang)
        receipt = consent.receipt
        assert (made.stage, consent.recalled_at) == (Stage.WITHDRAWN, work.now)
        applications.recall(work, people.linyue, people.chenguang)
        _apply(work, people)
        assert consent.recalled_at is None
        assert consent.receipt != receipt
        with pytest.raises(NotFound):
            applications.recall(work, people.linyue, people.hetian)


def test_an_intent_needs_the_word_of_both(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        made = _apply(work, people)
        with pytest.raises(Refused, match="no_offer"):
            applications.confirm_intent(work, people.linyue, made.id)
        made.employer_agreed_at = work.now
        applications.confirm_intent(work, people.linyue, made.id)
        applications.confirm_intent(work, people.linyue, made.id)
        assert (made.stage, made.seeker_agreed_at) == (Stage.AGREED, work.now)
        kinds = [entry.kind for entry in feed.after(work.db, 0, fair_id=people.fair)]
        assert kinds == [FeedKind.APPLIED, FeedKind.AGREED]
