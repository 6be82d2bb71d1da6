"""A profile is made from what a person says, and changed without losing the rest."""

import pytest

from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import Block, FairStatus, Source
from matcher.services import seekers
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from tests.people import People


def test_a_certificate_and_a_wish_are_enough(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        draft = SeekerDraft(wanted=["电工"], certificates=["低压电工证"], no_night=True)
        made = seekers.create(work, work.db.get_one(Fair, people.fair), draft, source=Source.PHONE)
        assert (made.wanted, made.phone, made.visible) == (["电工"], None, False)
        seekers.require_something(made)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138 1234 5678", "+8613812345678"),
        ("１３８１２３４５６７８", "+8613812345678"),
        ("+1 650 253 0000", "+16502530000"),
        ("", None),
    ],
)
def test_a_phone_is_kept_in_one_form(
    workshop: Workshop, people: People, typed: str, kept: str | None
) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        made = seekers.create(work, fair, SeekerDraft(phone=typed), source=Source.PHONE)
        assert made.phone == kept


@pytest.mark.parametrize("typed", ["123", "一三八", "1381234567", "'; DROP TABLE seekers; --"])
def test_what_cannot_be_a_phone_is_a_problem(
    workshop: Workshop, people: People, typed: str
) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        with pytest.raises(Invalid) as caught:
            seekers.create(work, fair, SeekerDraft(phone=typed), source=Source.PHONE)
        assert [(p.field, p.code) for p in caught.value.problems] == [("phone", "phone_invalid")]


def test_a_closed_fair_takes_nobody_in(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        fair.status = FairStatus.CLOSED
        with pytest.raises(Refused, match="fair_closed"):
            seekers.create(work, fair, SeekerDraft(wanted=["电工"]), source=Source.PHONE)


def test_what_was_told_makes_the_same_profile_again(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        before = seekers.told(seeker)
        seekers.change(work, seeker, SeekerDraft(**before | {"phone": "13812345678"}))
        assert seekers.told(seeker) == before | {"phone": "13812345678"}


def test_a_seeker_of_another_fair_is_not_here(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work, pytest.raises(NotFound):
        seekers.one_in(work, people.fair, people.other_seeker)


def test_saying_nothing_is_a_problem(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        made = seekers.create(work, fair, SeekerDraft(no_night=True), source=Source.PHONE)
        with pytest.raises(Invalid):
            seekers.require_something(made)


def test_a_gate_is_opened_and_shut_by_hand(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        seekers.relax(work, seeker, Block.NIGHT, opened=True)
        seekers.relax(work, seeker, Block.NIGHT, opened=True)
        assert seeker.relaxed == ["n"]
        seekers.relax(work, seeker, Block.NIGHT, opened=False)
        assert seeker.relaxed == []


def test_no_hand_opens_what_the_law_shuts(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        with pytest.raises(Refused, match="gate_stays_shut"):
            seekers.relax(work, seeker, Block.CERTIFICATE, opened=True)
