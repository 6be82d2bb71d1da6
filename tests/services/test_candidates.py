"""People an employer may find: a first letter, no numbers, and whether they applied already."""

from matcher.domain.terms import Channel, ReasonCode
from matcher.services import applications, candidates, postings
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
