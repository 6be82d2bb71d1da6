"""Accounts of staff, what they may do where, and the signed-in sessions of everybody."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import Role
from matcher.storage.fairs import Fair
from matcher.storage.schema import Base, Id, Short, Token, child_of, enum_column
from matcher.storage.seekers import Seeker


class Account(Base):
    """A member of staff: organizer, employer's recruiter, host, or a kiosk device."""

    __tablename__ = "accounts"
    id: Mapped[Id]
    login: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Short]
    password_hash: Mapped[str | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Grant(Base):
    """What an account may be, and where: nothing is allowed that no grant says.

    An organizer's grant without a fair covers every fair (the owner of the box).
    """

    __tablename__ = "grants"
    id: Mapped[Id]
    account_id: Mapped[int] = child_of("accounts.id")
    role: Mapped[Role] = enum_column(Role)
    fair_id: Mapped[int | None] = child_of("fairs.id")
    employer_id: Mapped[int | None] = child_of("employers.id")
    fair_session_id: Mapped[int | None] = child_of("fair_sessions.id")
    gate: Mapped[Short | None]

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class WebSession(Base):
    """A signed-in browser: the cookie holds a random token, this row its hash; revocable."""

    __tablename__ = "web_sessions"
    id: Mapped[Id]
    token_hash: Mapped[Token] = mapped_column(unique=True)
    account_id: Mapped[int | None] = child_of("accounts.id")
    seeker_id: Mapped[int | None] = child_of("seekers.id")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SignInLink(Base):
    """A link that signs its bearer in until it expires; only the hash of its token is kept."""

    __tablename__ = "sign_in_links"
    id: Mapped[Id]
    token_hash: Mapped[Token] = mapped_column(unique=True)
    account_id: Mapped[int | None] = child_of("accounts.id")
    seeker_id: Mapped[int | None] = child_of("seekers.id")
    expires_at: Mapped[datetime]


class StoredAnswer(Base):
    """The answer once given to an idempotency key: a retry gets it again and does nothing."""

    __tablename__ = "stored_answers"
    id: Mapped[Id]
    key_hash: Mapped[Token] = mapped_column(unique=True)
    body_hash: Mapped[Token]
    status: Mapped[int]
    headers: Mapped[dict[str, Any]]
    body: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(index=True)


def by_login(db: Session, login: str) -> Account | None:
    """The account that signs in with this name."""
    return db.scalar(select(Account).where(Account.login == login))


def grants(db: Session, account_id: int) -> list[Grant]:
    """Everything this account may be."""
    found = db.scalars(select(Grant).where(Grant.account_id == account_id).order_by(Grant.id))
    return list(found)


def session_by_token(db: Session, token_hash: str, now: datetime) -> WebSession | None:
    """The live session behind a cookie; none once it has expired or its account is disabled."""
    row = db.execute(
        select(WebSession, Account)
        .outerjoin(Account, Account.id == WebSession.account_id)
        .where(WebSession.token_hash == token_hash, WebSession.expires_at > now)
    ).first()
    if row is None:
        return None
    found, account = row
    return None if account is not None and account.disabled_at is not None else found


class Asking(NamedTuple):
    """Who is behind a live session: a seeker with their fair, or an account."""

    seeker: Seeker | None
    account: Account | None
    fair: Fair | None


# Asked with every request: put together once.
_ASKING = (
    select(Seeker, Account, Fair)
    .select_from(WebSession)
    .outerjoin(Account, Account.id == WebSession.account_id)
    .outerjoin(Seeker, Seeker.id == WebSession.seeker_id)
    .outerjoin(Fair, Fair.id == Seeker.fair_id)
    .where(WebSession.token_hash == bindparam("token"), WebSession.expires_at > bindparam("now"))
)


def asking(db: Session, token_hash: str, now: datetime) -> Asking | None:
    """The same as people, in one statement; a person who was erased is nobody."""
    row = db.execute(_ASKING, {"token": token_hash, "now": now}).first()
    if row is None:
        return None
    found = Asking(*row)
    account_ends = found.account is not None and found.account.disabled_at is not None
    seeker_ends = found.seeker is not None and found.seeker.erased_at is not None
    db.info["asking"] = found  # held, so that whoever asks for the same rows finds them here
    return None if account_ends or seeker_ends else found


def link_by_token(db: Session, token_hash: str, now: datetime) -> SignInLink | None:
    """The sign-in link with this token, while it is valid."""
    return db.scalar(
        select(SignInLink).where(SignInLink.token_hash == token_hash, SignInLink.expires_at > now)
    )


def answer_by_key(db: Session, key_hash: str) -> StoredAnswer | None:
    """The answer already given to this key."""
    return db.scalar(select(StoredAnswer).where(StoredAnswer.key_hash == key_hash))


def staff_of(db: Session, fair_id: int) -> list[tuple[Account, Grant]]:
    """Every account with a grant in this fair, by role and name."""
    rows = db.execute(
        select(Account, Grant)
        .join(Grant, Grant.account_id == Account.id)
        .where(Grant.fair_id == fair_id)
        .order_by(Grant.role, Account.name, Grant.id)
    )
    return [(row.Account, row.Grant) for row in rows]


def end_sessions(db: Session, account_id: int) -> None:
    """Sign an account out of every browser."""
    db.execute(delete(WebSession).where(WebSession.account_id == account_id))


def forget_seeker(db: Session, seeker_id: int) -> None:
    """Sign a seeker out of every browser and let no link lead back."""
    db.execute(delete(WebSession).where(WebSession.seeker_id == seeker_id))
    db.execute(delete(SignInLink).where(SignInLink.seeker_id == seeker_id))


def end_links(db: Session, account_id: int) -> None:
    """Make every sign-in link of an account worthless."""
    db.execute(delete(SignInLink).where(SignInLink.account_id == account_id))


def purge(db: Session, now: datetime, answers_before: datetime) -> None:
    """Drop sessions and links that have expired, and answers too old to be asked for again."""
    db.execute(delete(WebSession).where(WebSession.expires_at <= now))
    db.execute(delete(SignInLink).where(SignInLink.expires_at <= now))
    db.execute(delete(StoredAnswer).where(StoredAnswer.created_at < answers_before))
