"""People and roles: a role needs its place, and nobody reaches into another's fair."""

import pytest

from matcher.domain.drafts.fairs import StaffDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import Role
from matcher.services import accounts, staff
from matcher.services.accounts import NOBODY, Place
from matcher.services.work import Work, Workshop
from matcher.storage.accounts import by_login
from matcher.storage.fairs import Fair
from tests.people import People


def _fair(work: Work, people: People) -> Fair:
    return work.db.get_one(Fair, people.fair)


def _draft(**values: object) -> StaffDraft:
    return believe(StaffDraft, {"name": "王敏", "login": "wangmin", **values})


def test_a_link_signs_a_new_recruiter_in_to_one_employer(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        account = staff.add(work, fair, _draft(role="employer", employer_id=people.chenguang))
        token = staff.make_link(work, fair, [fair.id], account.id, hours=2)
        assert accounts.open_link(work, token).account_id == account.id
        cookie = accounts.start_session(work, account_id=account.id)
        visitor = accounts.who(work, cookie)
        assert visitor.places == (Place(Role.EMPLOYER, fair.id, people.chenguang),)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"role": "employer"}, "employer_id"),
        ({"role": "host"}, "fair_session_id"),
        ({"role": "seeker"}, "role"),
        ({"role": "organizer", "login": "host"}, "login"),
    ],
)
def test_a_role_needs_what_it_is_about(
    workshop: Workshop, people: People, values: dict[str, str], field: str
) -> None:
    with workshop.writing() as work, pytest.raises(Invalid) as refused:
        staff.add(work, _fair(work, people), _draft(**values))
    assert refused.value.problems[0].field == field


def test_hosts_lead_livestreams_and_kiosks_stand_in_halls(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        with pytest.raises(Invalid):
            staff.add(work, fair, _draft(role="host", fair_session_id=people.hall))
        with pytest.raises(Invalid):
            staff.add(work, fair, _draft(role="kiosk", fair_session_id=people.stream))
        for values in (
            {"role": "host", "fair_session_id": people.other_stream},
            {"role": "employer", "employer_id": people.other_employer},
        ):
            with pytest.raises(NotFound):
                staff.add(work, fair, _draft(**values))


def test_a_shut_account_is_out_at_once_with_all_its_links(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        host = by_login(work.db, "host")
        assert host is not None
        cookie = accounts.start_session(work, account_id=host.id)
        token = staff.make_link(work, fair, [fair.id], host.id, hours=2)
        staff.disable(work, fair, [fair.id], host.id, by=None)
        assert accounts.who(work, cookie) is NOBODY
        with pytest.raises(NotFound):
            accounts.open_link(work, token)
        with pytest.raises(Refused, match="account_disabled"):
            staff.make_link(work, fair, [fair.id], host.id, hours=2)
        staff.enable(work, fair, [fair.id], host.id)
        assert accounts.who(work, cookie) is NOBODY
        with pytest.raises(Refused, match="not_yourself"):
            staff.disable(work, fair, [fair.id], host.id, by=host.id)


def test_an_account_of_two_fairs_is_not_one_organizers_to_take(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        both = accounts.add(work, login="both", name="两边跑")
        accounts.grant(work, both, Place(Role.KIOSK, people.fair))
        accounts.grant(work, both, Place(Role.ORGANIZER, people.other_fair))
        owner = accounts.add(work, login="owner", name="站长")
        accounts.grant(work, owner, Place(Role.ORGANIZER))
        with pytest.raises(Refused, match="account_elsewhere"):
            staff.make_link(work, fair, [fair.id], both.id, hours=2)
        assert staff.make_link(work, fair, None, both.id, hours=2)
        stranger = by_login(work.db, "other_host")
        assert stranger is not None
        for account_id in (owner.id, stranger.id, 99_999):
            with pytest.raises(NotFound):
                staff.set_password(work, fair, [fair.id], account_id, "new-password")
