"""The people who run a fair: who may be what, their sign-in links, and an end to it at once."""

from dataclasses import dataclass

from matcher.domain.drafts.fairs import StaffDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import Role, SessionKind
from matcher.services import accounts as account_service
from matcher.services.accounts import Place
from matcher.services.work import Work
from matcher.storage import accounts, employers, fairs
from matcher.storage.accounts import Account, Grant
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair, FairSession

_ORDER = (Role.ORGANIZER, Role.HOST, Role.KIOSK, Role.EMPLOYER, Role.SEEKER)
LINK_HOURS = range(1, 24 * 14 + 1)


@dataclass(frozen=True)
class Member:
    """One member of staff and one thing they may be in this fair."""

    account: Account
    grant: Grant
    employer: Employer | None
    session: FairSession | None


def of_fair(work: Work, fair: Fair) -> list[Member]:
    """Everybody with a role in this fair, the few before the many, by name."""
    firms = {each.id: each for each in employers.in_fair(work.db, fair.id)}
    sessions = {each.id: each for each in fairs.sessions_of(work.db, fair.id)}
    return [
        Member(
            account,
            grant,
            firms.get(grant.employer_id or 0),
            sessions.get(grant.fair_session_id or 0),
        )
        for account, grant in sorted(
            accounts.staff_of(work.db, fair.id), key=lambda held: _ORDER.index(held[1].role)
        )
    ]


def one(work: Work, fair: Fair, account_id: int) -> list[Member]:
    """What an account may be in this fair. Raises NotFound for one that is nothing here."""
    found = [each for each in of_fair(work, fair) if each.account.id == account_id]
    if not found:
        raise NotFound
    return found


def add(work: Work, fair: Fair, draft: StaffDraft) -> Account:
    """Make an account with one role in this fair.

    Raises Invalid where the sign-in name is taken or the role lacks its employer, livestream or
    hall.
    """
    place = _place(work, fair, draft)
    if accounts.by_login(work.db, draft.login) is not None:
        raise Invalid([Problem("login", "login_taken")])
    account = account_service.add(work, login=draft.login, name=draft.name)
    account_service.grant(work, account, place)
    return account


def make_link(
    work: Work, fair: Fair, fair_ids: list[int] | None, account_id: int, hours: int
) -> str:
    """The token of a new sign-in link; it is kept nowhere and can be shown only now.

    Raises NotFound, Refused("account_elsewhere") for staff of fairs that are not in `fair_ids`,
    Refused("account_disabled").
    """
    account = _mine(work, fair, fair_ids, account_id)
    if account.disabled_at is not None:
        raise Refused("account_disabled")
    lasts = min(max(hours, LINK_HOURS.start), LINK_HOURS.stop - 1)
    return account_service.make_link(work, account_id=account.id, hours=lasts)


def set_password(
    work: Work, fair: Fair, fair_ids: list[int] | None, account_id: int, password: str
) -> None:
    """Set a password and sign the account out everywhere. Raises as make_link, and Refused."""
    account = _mine(work, fair, fair_ids, account_id)
    account_service.set_password(work, account.id, password)


def disable(
    work: Work, fair: Fair, fair_ids: list[int] | None, account_id: int, *, by: int | None
) -> None:
    """Shut an account: its sessions and links are dead from this moment.

    Raises as make_link, and Refused("not_yourself").
    """
    account = _mine(work, fair, fair_ids, account_id)
    if account.id == by:
        raise Refused("not_yourself")
    account.disabled_at = work.now
    accounts.end_sessions(work.db, account.id)
    accounts.end_links(work.db, account.id)


def enable(work: Work, fair: Fair, fair_ids: list[int] | None, account_id: int) -> None:
    """Open an account again; it needs a new link or its password."""
    _mine(work, fair, fair_ids, account_id).disabled_at = None


def _mine(work: Work, fair: Fair, fair_ids: list[int] | None, account_id: int) -> Account:
    """An account with a role in this fair, and none anywhere the organizer has no say."""
    held = accounts.grants(work.db, account_id)
    account = work.db.get(Account, account_id)
    if account is None or fair.id not in {grant.fair_id for grant in held}:
        raise NotFound
    if fair_ids is not None and any(grant.fair_id not in fair_ids for grant in held):
        raise Refused("account_elsewhere")
    return account


def _place(work: Work, fair: Fair, draft: StaffDraft) -> Place:
    """Where the role holds; what the role has no use for is left out."""
    if draft.role is Role.ORGANIZER:
        return Place(Role.ORGANIZER, fair.id)
    if draft.role is Role.EMPLOYER:
        if draft.employer_id is None:
            raise Invalid([Problem("employer_id", "missing")])
        if employers.one(work.db, fair.id, draft.employer_id) is None:
            raise NotFound
        return Place(Role.EMPLOYER, fair.id, employer_id=draft.employer_id)
    if draft.role in _HELD_IN:
        session = _session(work, fair, draft)
        return Place(draft.role, fair.id, fair_session_id=session.id, gate=draft.gate)
    raise Invalid([Problem("role", "enum")])


_HELD_IN = {Role.HOST: SessionKind.LIVESTREAM, Role.KIOSK: SessionKind.ON_SITE}


def _session(work: Work, fair: Fair, draft: StaffDraft) -> FairSession:
    if draft.fair_session_id is None:
        raise Invalid([Problem("fair_session_id", "missing")])
    session = fairs.session_in(work.db, fair.id, draft.fair_session_id)
    if session is None:
        raise NotFound
    if session.kind is not _HELD_IN[draft.role]:
        code = "stream_needed" if draft.role is Role.HOST else "hall_needed"
        raise Invalid([Problem("fair_session_id", code)])
    return session
