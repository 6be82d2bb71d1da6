"""What a kiosk sends for one scan."""

from typing import Annotated

from pydantic import Field, StringConstraints

from matcher.domain.drafts.shape import Draft


class ScanDraft(Draft):
    """What was scanned or typed, the scan's own nonce, and how long it waited for a network."""

    given: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    nonce: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    held: Annotated[int, Field(ge=0, le=86_400)] = 0  # seconds
