"""One effect for one key: what was answered to an unsafe request, kept for its retries."""

import hashlib
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from matcher.domain.errors import Refused
from matcher.services.work import Work
from matcher.storage import accounts
from matcher.storage.accounts import StoredAnswer

__all__ = ["KEPT", "StoredAnswer", "find", "keep", "purge"]

KEPT = timedelta(hours=24)


def find(work: Work, key: str, body_hash: str) -> StoredAnswer | None:
    """The answer already given to this key.

    Raises Refused("key_reused") where the key came with another body before. On PostgreSQL a
    second request with the key waits here until the first is through; SQLite has one writer.
    """
    key_hash = _hash(key)
    if work.db.get_bind().dialect.name == "postgresql":
        number = int(key_hash[:15], 16)
        work.db.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
    found = accounts.answer_by_key(work.db, key_hash)
    if found is not None and found.body_hash != body_hash:
        raise Refused("key_reused")
    return found


def keep(
    work: Work, key: str, body_hash: str, *, status: int, headers: dict[str, Any], body: bytes
) -> None:
    """Keep an answer in the transaction of its effect."""
    work.db.add(
        StoredAnswer(
            key_hash=_hash(key),
            body_hash=body_hash,
            status=status,
            headers=headers,
            body=body,
            created_at=work.now,
        )
    )


def purge(work: Work) -> None:
    """Drop what nobody will ask for again: old answers, expired sessions and links."""
    accounts.purge(work.db, work.now, work.now - KEPT)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
