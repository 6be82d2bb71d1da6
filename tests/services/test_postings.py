"""Postings: from draft to shown and back, what the law asks for, and what the prose says."""

from datetime import timedelta

import pytest

from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import FairStatus, PostingStatus, Shift
from matcher.services import postings
from matcher.services.work import Work, Workshop
from matcher.storage import fairs
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from tests.conftest import Clock
from tests.people import People

WELDER = PostingDraft(
    title="焊工", openings=3, place="苏溪镇", pay_text="7000-9000元/月", duties="长白班，需焊工证"
)


def _firm(work: Work, people: People) -> Employer:
    return work.db.get_one(Employer, people.chenguang)


def test_what_the_prose_says_is_read_and_what_is_said_wins(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        made = postings.create(work, _firm(work, people), WELDER)
        assert (made.shift, made.pay_min, made.pay_max) == (Shift.DAY, 7000, 9000)
        assert made.certificates_required
        told = WELDER.model_copy(update={"shift": Shift.NIGHT})
        assert postings.understood(told).shift is Shift.NIGHT


def test_the_form_shows_only_what_was_said(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        made = postings.create(work, firm, WELDER)
        said = postings.said(made)
        assert (said["shift"], said["certificates_required"]) == (None, [])
        nights = PostingDraft.model_validate(said | {"duties": "上夜班，需焊工证"})
        assert postings.revise(work, firm, made.id, nights).shift is Shift.NIGHT
        fixed = PostingDraft.model_validate(said | {"shift": Shift.TWO_SHIFT})
        postings.revise(work, firm, made.id, fixed)
        assert postings.said(made)["shift"] is Shift.TWO_SHIFT


def test_a_fact_read_wrongly_can_be_left_open(workshop: Workshop, people: People) -> None:
    opened = WELDER.model_copy(update={"unsaid": ["shift", "certificates"]})
    with workshop.writing() as work:
        posting = postings.create(work, _firm(work, people), opened)
        assert posting.shift is None
        assert not posting.certificates
        assert not posting.certificates_required
        again = PostingDraft.model_validate(postings.said(posting))
        assert "shift" in again.unsaid
        assert postings.facts(again)["shift"] is None


def test_publishing_moves_the_catalog_and_sets_a_last_day(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        made = postings.create(work, firm, WELDER)
        before = fairs.catalog_version(work.db, people.fair)
        postings.publish(work, firm, made.id)
        fair = work.db.get_one(Fair, people.fair)
        assert made.expires_on == fair.ends_at.date() + timedelta(days=30)
        assert made.status is PostingStatus.PUBLISHED
        assert fairs.catalog_version(work.db, people.fair) > before


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"pay_text": "面议"}, ["pay_text"]),
        ({"pay_text": "", "place": ""}, ["place", "pay_text"]),
        ({"duties": "", "requirements": ""}, ["duties"]),
    ],
)
def test_nothing_is_shown_without_what_the_law_asks_for(
    workshop: Workshop, people: People, said: dict[str, str], missing: list[str]
) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        draft = WELDER.model_copy(update=said)
        made = postings.create(work, firm, draft)
        with pytest.raises(Refused, match="elements_missing") as raised:
            postings.publish(work, firm, made.id)
        assert raised.value.values == {"fields": missing}
        with pytest.raises(Refused, match="elements_missing"):
            postings.revise(work, firm, people.electrician, draft)


def test_a_last_day_gone_by_is_refused(workshop: Workshop, people: People, clock: Clock) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        late = WELDER.model_copy(update={"expires_on": work.today - timedelta(days=1)})
        with pytest.raises(Invalid):
            postings.create(work, firm, late)
        today = WELDER.model_copy(update={"expires_on": work.today})
        made = postings.create(work, firm, today)
    clock.now += timedelta(days=1)
    with workshop.writing() as work, pytest.raises(Refused, match="expired"):
        postings.publish(work, _firm(work, people), made.id)


def test_closing_and_showing_again(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        posting = postings.close(work, firm, people.electrician)
        assert posting.status is PostingStatus.CLOSED
        first_shown = posting.published_at
        postings.publish(work, firm, posting.id)
        assert (posting.status, posting.published_at) == (PostingStatus.PUBLISHED, first_shown)


def test_a_copy_is_a_draft_with_a_number_of_its_own(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        original = postings.find(work, firm.id, people.electrician)
        copied = postings.copy(work, firm, original.id)
        assert (copied.title, copied.shift) == (original.title, original.shift)
        assert copied.status is PostingStatus.DRAFT
        assert copied.number not in (original.number, 102)


def test_other_firms_postings_are_not_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        for verb in (postings.publish, postings.close, postings.copy):
            with pytest.raises(NotFound):
                verb(work, firm, people.night_guard)
        with pytest.raises(NotFound):
            postings.revise(work, firm, people.other_posting, WELDER)


def test_a_closed_fair_changes_nothing(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = _firm(work, people)
        work.db.get_one(Fair, people.fair).status = FairStatus.CLOSED
        for verb in (postings.publish, postings.close, postings.copy):
            with pytest.raises(Refused, match="fair_closed"):
                verb(work, firm, people.electrician)
        with pytest.raises(Refused, match="fair_closed"):
            postings.create(work, firm, WELDER)
