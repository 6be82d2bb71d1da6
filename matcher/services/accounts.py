"""Who somebody is: passwords, sign-in links, sessions, and what a visitor may do."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import Role
from matcher.services.work import Work
from matcher.storage import accounts
from matcher.storage.accounts import Account, Grant, SignInLink, WebSession

STAFF_SESSION = timedelta(hours=12)
SEEKER_SESSION = timedelta(days=30)

# Argon2id as OWASP has it for servers: 19 MiB, so that sixteen at once are no trouble for a laptop.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Checked when there is no such account, so that the answer takes as long as with one.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


@dataclass(frozen=True)
class Place:
    """One grant as the pages see it: a role and where it holds; None means everywhere."""

    role: Role
    fair_id: int | None = None
    employer_id: int | None = None
    fair_session_id: int | None = None
    gate: str = ""


@dataclass(frozen=True)
class Visitor:
    """Who is asking: a member of staff with places, a seeker, or nobody."""

    name: str = ""
    account_id: int | None = None
    seeker_id: int | None = None
    fair_id: int | None = None  # the seeker's fair
    places: tuple[Place, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anybody is signed in."""
        return self.account_id is not None or self.seeker_id is not None

    @property
    def roles(self) -> frozenset[Role]:
        """Everything this visitor may be."""
        found = {place.role for place in self.places}
        return frozenset(found | ({Role.SEEKER} if self.seeker_id is not None else set()))

    def places_as(self, role: Role) -> tuple[Place, ...]:
        """Where this visitor holds a role."""
        return tuple(place for place in self.places if place.role is role)

    @property
    def organized_fairs(self) -> list[int] | None:
        """The fairs this organizer runs; None means all of this box."""
        ids = [place.fair_id for place in self.places_as(Role.ORGANIZER)]
        return None if None in ids else [fair_id for fair_id in ids if fair_id is not None]


NOBODY = Visitor()


def token_hash(token: str) -> str:
    """What is kept of a token: a SHA-256; the token has 128 bits, so no salt is needed."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def add(work: Work, *, login: str, name: str, password: str | None = None) -> Account:
    """Make an account. Raises Refused("login_taken")."""
    if accounts.by_login(work.db, login) is not None:
        raise Refused("login_taken")
    account = Account(
        login=login,
        name=name,
        password_hash=_hasher.hash(password) if password else None,
        created_at=work.now,
    )
    work.db.add(account)
    work.db.flush()
    return account


def find(work: Work, login: str) -> Account | None:
    """The account that signs in with this name."""
    return accounts.by_login(work.db, login)


def grant(work: Work, account: Account, place: Place) -> Grant:
    """Let an account be something somewhere."""
    given = Grant(
        account_id=account.id,
        role=place.role,
        fair_id=place.fair_id,
        employer_id=place.employer_id,
        fair_session_id=place.fair_session_id,
        gate=place.gate or None,
    )
    work.db.add(given)
    work.db.flush()
    return given


def entrust_the_box(work: Work, account_id: int) -> None:
    """Let an account organize every fair there is or will be; once is enough."""
    account = work.db.get_one(Account, account_id)
    if _staff(work, account).organized_fairs is not None:
        grant(work, account, Place(Role.ORGANIZER))


def sign_in(work: Work, login: str, password: str) -> Account:
    """The account with this name and password.

    Raises Refused("sign_in_failed") for a wrong name and a wrong password alike, in equal time.
    The transaction is let go while the password is hashed: others write meanwhile.
    """
    account = accounts.by_login(work.db, login)
    known = account.password_hash if account is not None else None
    work.db.rollback()
    try:
        _hasher.verify(known or _NOBODY, password)
    except VerificationError:
        raise Refused("sign_in_failed") from None
    account = accounts.by_login(work.db, login)
    if account is None or known is None or account.password_hash != known or account.disabled_at:
        raise Refused("sign_in_failed")
    return account


def set_password(work: Work, account_id: int, password: str) -> None:
    """Set a new password; every session and sign-in link of the account ends.

    Raises Refused("password_short").
    """
    account = work.db.get(Account, account_id)
    if account is None:
        raise NotFound
    if len(password) < 8:
        raise Refused("password_short")
    account.password_hash = _hasher.hash(password)
    accounts.end_sessions(work.db, account_id)
    accounts.end_links(work.db, account_id)


def start_session(
    work: Work, *, account_id: int | None = None, seeker_id: int | None = None
) -> str:
    """Sign somebody in; returns the token for the cookie. Only its hash is kept."""
    token = secrets.token_urlsafe(24)
    lasts = STAFF_SESSION if account_id is not None else SEEKER_SESSION
    work.db.add(
        WebSession(
            token_hash=token_hash(token),
            account_id=account_id,
            seeker_id=seeker_id,
            created_at=work.now,
            expires_at=work.now + lasts,
        )
    )
    return token


def end_session(work: Work, token: str) -> None:
    """Sign out: the cookie is worth nothing from now on."""
    found = accounts.session_by_token(work.db, token_hash(token), work.now)
    if found is not None:
        work.db.delete(found)


def make_link(
    work: Work, *, account_id: int | None = None, seeker_id: int | None = None, hours: float = 12
) -> str:
    """The token of a link that signs its bearer in for the next `hours`."""
    token = secrets.token_urlsafe(24)
    work.db.add(
        SignInLink(
            token_hash=token_hash(token),
            account_id=account_id,
            seeker_id=seeker_id,
            expires_at=work.now + timedelta(hours=hours),
        )
    )
    return token


def open_link(work: Work, token: str) -> SignInLink:
    """The valid link with this token. Raises NotFound("link_expired")."""
    link = accounts.link_by_token(work.db, token_hash(token), work.now)
    if link is None:
        raise NotFound("link_expired")
    return link


def who(work: Work, token: str | None) -> Visitor:
    """The visitor behind a session cookie; NOBODY for none, an expired or a revoked one."""
    found = token and accounts.asking(work.db, token_hash(token), work.now)
    if not found:
        return NOBODY
    if found.seeker is not None:
        seeker = found.seeker
        return Visitor(name=seeker.name, seeker_id=seeker.id, fair_id=seeker.fair_id)
    return _staff(work, found.account) if found.account is not None else NOBODY


def _staff(work: Work, account: Account) -> Visitor:
    places = tuple(
        Place(g.role, g.fair_id, g.employer_id, g.fair_session_id, g.gate or "")
        for g in accounts.grants(work.db, account.id)
    )
    return Visitor(name=account.name, account_id=account.id, places=places)
