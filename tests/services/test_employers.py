"""Desks and company cards: whose they are, and that two firms of a fair never share a name."""

import pytest

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.errors import Invalid, NotFound
from matcher.services import employers
from matcher.services.work import Workshop
from matcher.storage.employers import Employer
from tests.people import People


def test_a_desk_has_its_booth_and_is_only_for_its_people(
    workshop: Workshop, people: People
) -> None:
    with workshop.reading() as work:
        desk = employers.desk(work, [people.chenguang], people.chenguang)
        assert [booth.number for booth, _ in desk.booths] == ["A01"]
        with pytest.raises(NotFound):
            employers.desk(work, [people.chenguang], people.hetian)
        both = employers.desks(work, [people.chenguang, people.other_employer])
        assert {each.employer.id for each in both} == {people.chenguang, people.other_employer}


def test_a_name_that_is_taken_is_a_problem_of_the_name(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        firm = work.db.get_one(Employer, people.chenguang)
        with pytest.raises(Invalid) as raised:
            employers.change(work, firm, EmployerDraft(name="禾田针织"))
        assert [(p.field, p.code) for p in raised.value.problems] == [("name", "name_taken")]
        employers.change(work, firm, EmployerDraft(name="晨光机械", industry="机械"))
        assert firm.industry == "机械"
