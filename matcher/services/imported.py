"""What an import left on a posting, so that the next one sees whether people went on from there."""

import hashlib
import json

from matcher.domain.drafts.postings import PostingDraft
from matcher.storage.postings import Posting

_FIELDS = sorted(PostingDraft.model_fields.keys() - {"unsaid"})
_DIGEST = 32  # characters


def digest(value: object) -> str:
    """A fingerprint of something that can be written as JSON."""
    told = json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)
    return hashlib.sha256(told.encode("ascii")).hexdigest()[:_DIGEST]


def mark(posting: Posting, row: str) -> None:
    """Note on a posting which row it was last told by, as its fingerprint, and what came of it."""
    posting.source_hash = row + _state(posting)


def row_of(posting: Posting) -> str:
    """The fingerprint of the row that a posting was last told by, "" where none was."""
    return (posting.source_hash or "")[:_DIGEST]


def was_edited(posting: Posting, stamp: str = "") -> bool:
    """Whether people changed a posting since the last import, or since the row was exported.

    `stamp` is when the posting had last changed, as our export wrote it into the row: a row
    that began with what stands here now knows of every edit.
    """
    if stamp == posting.updated_at.isoformat():
        return False
    left = (posting.source_hash or "")[_DIGEST:]
    return left != _state(posting) if left else bool(stamp)


def _state(posting: Posting) -> str:
    said = {name: getattr(posting, name) for name in _FIELDS}
    return digest(said | {"years": None if posting.years is None else float(posting.years)})
