"""Staff of the demo fair: one recruiter per firm, organizer, host and kiosk; no passwords."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from matcher.demo.fairs import KIOSK_GATE
from matcher.demo.sample import MARK, Sample
from matcher.domain.terms import Role
from matcher.storage.accounts import Account

ORGANIZER, HOST, KIOSK, RECRUITER = "demo-organizer", "demo-host", "demo-kiosk", "demo-employer"


def logins(sample: Sample) -> list[str]:
    """The recruiters' logins in the order of the firms; the first firm is the one shown around."""
    return [RECRUITER, *(f"demo-employer-{at}" for at in range(2, len(sample.firms) + 1))]


def accounts(db: Session, sample: Sample, now: datetime) -> dict[str, int]:
    """The demo's accounts by login; those of an earlier demo are taken again."""
    names = dict(zip(logins(sample), (firm.contact + MARK for firm in sample.firms), strict=True))
    names |= {ORGANIZER: f"林主任{MARK}", HOST: f"小夏主播{MARK}", KIOSK: f"自助机1{MARK}"}
    have = set(db.scalars(select(Account.login).where(Account.login.in_(names))))
    fresh = [
        {"login": login, "name": name, "created_at": now}
        for login, name in names.items()
        if login not in have
    ]
    if fresh:
        db.execute(insert(Account), fresh)
    rows = db.execute(select(Account.login, Account.id).where(Account.login.in_(names)))
    return {row.login: row.id for row in rows}


def grant_rows(
    ids: dict[str, int],
    sample: Sample,
    fair_id: int,
    employer_ids: Sequence[int],
    session_ids: Sequence[int],
) -> list[dict[str, Any]]:
    """What each account may be at this fair: sessions are the three halls and then the streams."""
    rows = [
        _grant(ids[login], Role.EMPLOYER, fair_id, employer_id=employer_id)
        for login, employer_id in zip(logins(sample), employer_ids, strict=True)
    ]
    rows.append(_grant(ids[ORGANIZER], Role.ORGANIZER, fair_id))
    rows.append(_grant(ids[HOST], Role.HOST, fair_id, fair_session_id=session_ids[3]))
    rows.append(
        _grant(ids[KIOSK], Role.KIOSK, fair_id, fair_session_id=session_ids[0], gate=KIOSK_GATE)
    )
    return rows


def _grant(
    account_id: int,
    role: Role,
    fair_id: int,
    *,
    employer_id: int | None = None,
    fair_session_id: int | None = None,
    gate: str | None = None,
) -> dict[str, Any]:
    return {
        "account_id": account_id,
        "role": role,
        "fair_id": fair_id,
        "employer_id": employer_id,
        "fair_session_id": fair_session_id,
        "gate": gate,
    }
