"""People an employer may find: a first letter, no numbers, and whether they applied already."""

from datetime import timedelta

from matcher.domain.terms import Channel, ReasonCode
from matcher.services import applications, candidates, postings, recommend
from matcher.services.work import Workshop
from matcher.storage.seekers import Seeker
from tests.people import People


def test_a_card_shows_neither_name_nor_numbers(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.wanted, seeker.skills = ["电工", "电话 138-0000-1234"], ["维修", "微信13800001234"]
        seeker.certificates, seeker.veteran = ["低压电工证"], True
        posting = postings.find(work, people.chenguang, people.electrician)
        posting.veterans = True
    with workshop.reading() as work:
        posting = postings.find(work, people.chenguang, people.electrician)
        [shown] = candidates.for_posting(work, posting, limit=20)
        assert (shown.rank, shown.called, shown.application_id) == (1, "林**", None)
        assert "1234" not in str(shown)
        codes = {reason.code for reason in shown.reasons}
        assert ReasonCode.WANTED in codes
        assert ReasonCode.VETERANS not in codes


def test_a_card_shows_nothing_that_the_law_protects(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.wanted, seeker.skills = ["女电工", "电工"], ["女，35岁", "维修", "已婚"]
        seeker.certificates = ["低压电工证", "残疾证"]
        posting = postings.find(work, people.chenguang, people.electrician)
        [shown] = candidates.for_posting(work, posting, limit=20)
    assert (shown.wanted, shown.skills) == (("电工", "电工"), ("维修",))
    assert shown.certificates == ("低压电工证",)


def test_only_people_who_allowed_it_and_who_applied_is_said(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        made = applications.apply(work, people.linyue, people.electrician, channel=Channel.ON_SITE)
        posting = postings.find(work, people.chenguang, people.electrician)
        found = candidates.for_posting(work, posting, limit=20)
        assert [shown.application_id for shown in found] == [made.id]
        applications.recall(work, people.linyue, people.chenguang)
        assert candidates.for_posting(work, posting, limit=20) == []
        applications.apply(work, people.linyue, people.electrician, channel=Channel.ON_SITE)
        assert len(candidates.for_posting(work, posting, limit=20)) == 1
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.visible, seeker.updated_at = False, work.now
        work.db.flush()
        assert candidates.for_posting(work, posting, limit=20) == []


def test_what_somebody_says_of_their_health_never_reaches_an_employer(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        posting = postings.find(work, people.chenguang, people.electrician)
        posting.duties = f"{posting.duties}，要登高检修"
        seeker.certificates, seeker.text = ["低压电工作业证"], "做过电工"
        plain = candidates.for_posting(work, posting, limit=20)
        seeker.text = "做过电工，我恐高"
        own = recommend.postings_for(work, seeker, k=1).cards[0]
        assert ReasonCode.STRAIN in {reason.code for reason in own.reasons}
        seen = candidates.match_of(work, seeker, people.electrician)
        assert seen is not None
        assert seen.reasons
        assert ReasonCode.STRAIN not in {reason.code for reason in seen.reasons}
        assert candidates.words_of(seeker) == "做过电工"
        seeker.updated_at = work.now + timedelta(seconds=1)
        assert candidates.for_posting(work, posting, limit=20) == plain
