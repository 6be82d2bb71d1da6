"""Facts that a firm wants left open although its words could be read as saying them."""

from typing import Any

from matcher.domain.drafts.postings import PostingDraft
from web.drafts import form_values
from web.language import gettext as _

UNSAID = "unsaid"  # how a list of choices says it
_CHOSEN = ("shift", "rest", "education", "trainable")
_WRITTEN = ("years", "certificates", "certificates_required", "benefits")
_NONE = frozenset((UNSAID, "none", "没有", "无", "-"))


def told() -> dict[str, Any]:
    """What this request's form says: fields that are to stay open are named in `unsaid`."""
    values = form_values(PostingDraft)
    opened = [f for f in (*_CHOSEN, *_WRITTEN) if str(values.get(f, "")).strip().lower() in _NONE]
    return values | dict.fromkeys(opened, "") | {UNSAID: opened}


def shown(values: dict[str, Any]) -> dict[str, Any]:
    """The draft's values as the form shows them: fields that stay open say so."""
    opened = set(values[UNSAID])
    chosen = {field: UNSAID for field in _CHOSEN if field in opened}
    return values | chosen | {field: _("none") for field in _WRITTEN if field in opened}
