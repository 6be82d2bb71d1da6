"""Builds the demo fair into a database in one transaction, and finds it again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from matcher.demo import accounts as staff
from matcher.demo import fairs
from matcher.demo.builder import Builder, Progress
from matcher.demo.day import around
from matcher.domain.terms import Role
from matcher.services.work import Work, Workshop
from matcher.storage.accounts import Account, Grant
from matcher.storage.fairs import Fair, by_slug
from matcher.storage.seekers import Seeker

SEED = 2026


@dataclass(frozen=True)
class DemoFair:
    """The demo fair and the people one can be in it, by their ids."""

    fair_id: int
    organizer_id: int
    employer_account_id: int
    host_id: int
    kiosk_id: int
    seeker_id: int
    employer_id: int
    live_session_id: int
    slug: str = fairs.SLUG

    def account(self, role: Role) -> int:
        """The account that plays a role of the staff."""
        return {
            Role.ORGANIZER: self.organizer_id,
            Role.EMPLOYER: self.employer_account_id,
            Role.HOST: self.host_id,
            Role.KIOSK: self.kiosk_id,
        }[role]


def build(workshop: Workshop, *, seed: int = SEED, now: datetime, progress: Progress) -> DemoFair:
    """Make the demo fair, as it stands at `now`; an earlier one is replaced.

    The same seed and the same `now` give the same rows. `progress` is told the noun, how many
    are in and how many there will be.
    """
    with workshop.writing() as work:
        work.db.execute(delete(Fair).where(Fair.slug == fairs.SLUG))
        Builder(work.db, around(now, workshop.zone), seed, progress).build()
        work.db.expire_all()
        built = is_built(work)
    if built is None:
        raise RuntimeError("the demo fair was not built")
    return built


def is_built(work: Work) -> DemoFair | None:
    """The demo fair of this database, None before there is one."""
    fair = by_slug(work.db, fairs.SLUG)
    if fair is None:
        return None
    rows = work.db.execute(
        select(Account.login, Grant)
        .join(Grant, Grant.account_id == Account.id)
        .where(
            Grant.fair_id == fair.id,
            Account.login.in_([staff.ORGANIZER, staff.HOST, staff.KIOSK, staff.RECRUITER]),
        )
    )
    held = {row.login: row.Grant for row in rows}
    person = select(Seeker.id).where(Seeker.fair_id == fair.id).order_by(Seeker.id).limit(1)
    return DemoFair(
        fair_id=fair.id,
        organizer_id=held[staff.ORGANIZER].account_id,
        employer_account_id=held[staff.RECRUITER].account_id,
        host_id=held[staff.HOST].account_id,
        kiosk_id=held[staff.KIOSK].account_id,
        seeker_id=work.db.scalars(person).one(),
        employer_id=held[staff.RECRUITER].employer_id or 0,
        live_session_id=held[staff.HOST].fair_session_id or 0,
    )


def refresh(workshop: Workshop, now: datetime, progress: Progress) -> DemoFair | None:
    """Build the demo fair anew once its day is over; None where it still goes on."""
    with workshop.reading() as work:
        fair = by_slug(work.db, fairs.SLUG)
        goes_on = fair is not None and fair.starts_at <= now <= fair.ends_at
    return None if goes_on else build(workshop, now=now, progress=progress)


def some_seekers(work: Work, fair_id: int, limit: int) -> list[int]:
    """The first people of the fair, by id."""
    query = select(Seeker.id).where(Seeker.fair_id == fair_id, Seeker.erased_at.is_(None))
    return list(work.db.scalars(query.order_by(Seeker.id).limit(limit)))
