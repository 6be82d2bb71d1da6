"""What an organizer may say about a fair, its sessions, its booths and its people."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from matcher.domain.drafts.shape import Blank, Draft, Line, Prose, Short
from matcher.domain.terms import Role, SessionKind

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,60}$")]
RowNumber = Annotated[int | None, Blank, Field(ge=1, le=2**31 - 1)]
WebAddress = StringConstraints(pattern=r"^(https?://[^\s]+|/[^\s/][^\s]*)?$")


class _Span(Draft):
    starts_at: datetime
    ends_at: datetime

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if (self.ends_at.tzinfo is None) != (self.starts_at.tzinfo is None):
            raise PydanticCustomError("zone_of_one_only", "one time has a zone, the other none")
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError("ends_before_it_starts", "ends before it starts")
        return self


class FairDraft(_Span):
    """A fair; times are aware."""

    name: Annotated[Line, StringConstraints(min_length=1)]
    slug: Slug
    organizer_name: Line = ""
    licence_number: Short = ""
    city: Short = ""
    place: Line = ""
    notice: Prose = ""
    licensed_max: Annotated[Annotated[int, Field(ge=1, le=1_000_000)] | None, Blank] = None


class SessionDraft(_Span):
    """A session; a livestream may have a stream address to play or a room elsewhere to link to."""

    kind: SessionKind
    name: Annotated[Line, StringConstraints(min_length=1)]
    place: Line = ""
    stream_url: Annotated[Line, WebAddress] = ""
    room_url: Annotated[Line, WebAddress] = ""


class StaffDraft(Draft):
    """A member of staff and the one thing they may do in this fair."""

    name: Annotated[Short, StringConstraints(min_length=1)]
    login: Annotated[Short, StringConstraints(min_length=2)]
    role: Role
    employer_id: RowNumber = None
    fair_session_id: RowNumber = None
    gate: Short = ""
