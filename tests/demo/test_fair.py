"""The demo fair in a database: the size of Yiwu, half the day gone, the same from the same seed."""

import hashlib
from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.demo import fair
from matcher.demo.fair import DemoFair
from matcher.demo.sample import MARK
from matcher.domain.terms import BroadcastStatus, Channel, Role, SessionKind, Shift, Stage
from matcher.services import accounts as sign_in
from matcher.services.work import Workshop
from matcher.storage import Base, applications, attendance, broadcasts, fairs
from matcher.storage.accounts import Account, Grant
from matcher.storage.applications import Application, Consent, StageChange
from matcher.storage.attendance import CheckIn, Registration, Viewing
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth
from matcher.storage.feed import FeedEntry
from matcher.storage.postings import Posting
from matcher.storage.schema import Base as Tables
from matcher.storage.seekers import Seeker
from tests.demo.conftest import NOW


def _silent(noun: str, done: int, total: int) -> None:
    assert done <= total


def _digest(db: Session) -> dict[str, str]:
    """What stands in each table, without the numbers that the database gives."""
    found = {}
    for table in Tables.metadata.sorted_tables:
        if table.name == "accounts":
            continue
        columns = [
            c
            for c in table.columns
            if c.name != "id" and not c.foreign_keys and c.name != "payload"
        ]
        if columns:
            order = [c for c in table.columns if c.primary_key]
            rows = db.execute(select(*columns).order_by(*order)).all()
            found[table.name] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return found


def _count(db: Session, table: type[Base]) -> int:
    return db.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def demo(workshop: Workshop) -> DemoFair:
    """The demo fair as it stands at 12:31."""
    return fair.build(workshop, now=NOW, progress=_silent)


def test_the_day_is_half_over(workshop: Workshop, demo: DemoFair) -> None:
    with workshop.reading() as work:
        db = work.db
        _has_the_size_of_yiwu(db)
        _is_marked_fictional(db)
        _has_happened_before_now(db)
        _went_as_far_as_it_can(db)
        _is_on_the_air(db, demo)
        _has_its_people(db, demo)
        _has_the_electricians_three(db, demo)
        assert fair.is_built(work) == demo
    with workshop.writing() as work:
        for role in (Role.ORGANIZER, Role.EMPLOYER, Role.HOST, Role.KIOSK):
            token = sign_in.make_link(work, account_id=demo.account(role), hours=1)
            assert sign_in.open_link(work, token).account_id == demo.account(role)


def _has_the_size_of_yiwu(db: Session) -> None:
    assert (_count(db, Employer), _count(db, Seeker)) == (108, 3000)
    assert 1250 <= _count(db, Posting) <= 1400
    assert _count(db, Registration) == 3000
    assert 1750 <= _count(db, CheckIn) <= 2050
    assert 550 <= _count(db, Viewing) <= 650
    assert 1550 <= _count(db, Application) <= 1850
    booths = db.execute(select(Booth.number, Booth.employer_id)).all()
    assert {number[0] for number, _ in booths} == {"A", "B", "C"}
    assert len({employer for _, employer in booths if employer}) == 108


def _is_marked_fictional(db: Session) -> None:
    names = [*db.scalars(select(Employer.name)), *db.scalars(select(Seeker.name))]
    names += [*db.scalars(select(Account.name)), *db.scalars(select(Employer.contact_name))]
    assert all(name.endswith(MARK) for name in names)
    the_fair = fairs.by_slug(db, "demo")
    assert the_fair is not None
    assert the_fair.is_fictional
    assert MARK in the_fair.name


def _has_happened_before_now(db: Session) -> None:
    moments = (CheckIn.at, StageChange.at, FeedEntry.at, Viewing.last_at, Registration.created_at)
    for column in moments:
        latest = db.scalar(select(func.max(column)))
        assert latest is not None
        assert NOW - timedelta(minutes=5) < latest <= NOW
    hours = Counter(at.hour for at in db.scalars(select(CheckIn.at)))
    assert len(hours) >= 3
    assert max(hours, key=lambda hour: hours[hour]) == 2  # ten o'clock at the fair


def _went_as_far_as_it_can(db: Session) -> None:
    sent = list(db.scalars(select(Application)))
    stages = Counter(one.stage for one in sent)
    assert 340 <= stages[Stage.AGREED] <= 460
    assert set(stages) == set(Stage) - {Stage.HIRED}
    for one in sent:
        both = one.employer_agreed_at is not None and one.seeker_agreed_at is not None
        assert both == (one.stage is Stage.AGREED)
        assert (one.offered_terms is not None) == (one.employer_agreed_at is not None)
        assert applications.consent_to(db, one.seeker_id, one.employer_id) is not None
    last: dict[int, tuple[Stage, datetime]] = {}
    for change in db.scalars(select(StageChange).order_by(StageChange.id)):
        before = last.get(change.application_id)
        assert before is None or before[1] <= change.at
        last[change.application_id] = (change.stage, change.at)
    assert all(last[one.id][0] is one.stage for one in sent)
    pairs = {(one.seeker_id, one.employer_id) for one in sent}
    assert _count(db, Consent) == len(pairs)


def _is_on_the_air(db: Session, demo: DemoFair) -> None:
    kinds = Counter(s.kind for s in fairs.sessions_of(db, demo.fair_id))
    assert kinds == {SessionKind.ON_SITE: 3, SessionKind.LIVESTREAM: 2}
    live = broadcasts.of_session(db, demo.live_session_id)
    assert live is not None
    assert live.status is BroadcastStatus.LIVE
    sheet = broadcasts.run_sheet(db, demo.live_session_id)
    spoken = [entry for entry, _, _ in sheet if entry.presented_at]
    assert len(spoken) * 2 == len(sheet)
    assert spoken[-1].posting_id == live.pinned_posting_id
    answers = [question.answer for question in broadcasts.questions(db, demo.live_session_id)]
    assert any(answers)
    assert not all(answers)
    channels = Counter(db.scalars(select(Application.channel)))
    assert channels[Channel.LIVESTREAM] >= 80


def _has_its_people(db: Session, demo: DemoFair) -> None:
    for role in (Role.ORGANIZER, Role.EMPLOYER, Role.HOST, Role.KIOSK):
        [grant] = db.scalars(select(Grant).where(Grant.account_id == demo.account(role)))
        assert (grant.role, grant.fair_id) == (role, demo.fair_id)
    assert not list(db.scalars(select(Account).where(Account.password_hash.is_not(None))))
    assert len(applications.of_employer(db, demo.employer_id)) >= 40


def _has_the_electricians_three(db: Session, demo: DemoFair) -> None:
    ticket = attendance.registration_of(db, demo.seeker_id)
    assert ticket is not None
    assert attendance.check_ins_of(db, ticket.id)
    sent = applications.of_seeker(db, demo.seeker_id)
    assert len(sent) == 3
    assert {posting.shift for _, posting, _ in sent} == {Shift.DAY}
    offered = [one for one, _, _ in sent if one.employer_agreed_at and not one.seeker_agreed_at]
    invited = [e.id for one, _, e in sent if one.stage is Stage.INTERVIEW and one not in offered]
    assert len(offered) == 1
    assert invited == [demo.employer_id]


def test_another_day_brings_another_fair_and_the_same_moment_the_same(
    workshop: Workshop, demo: DemoFair
) -> None:
    with workshop.reading() as work:
        first = _digest(work.db)
    assert fair.refresh(workshop, NOW + timedelta(hours=2), _silent) is None
    tomorrow = fair.refresh(workshop, NOW + timedelta(days=1), _silent)
    assert tomorrow is not None
    assert tomorrow.organizer_id == demo.organizer_id  # staff stay signed in
    with workshop.reading() as work:
        assert _digest(work.db) != first
        assert _count(work.db, Seeker) == 3000
    fair.build(workshop, now=NOW, progress=_silent)
    with workshop.reading() as work:
        assert _digest(work.db) == first


def test_an_empty_database_has_no_demo_fair(workshop: Workshop) -> None:
    with workshop.reading() as work:
        assert fair.is_built(work) is None
