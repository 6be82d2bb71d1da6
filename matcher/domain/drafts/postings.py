"""What an employer may say about a posting."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from matcher.domain.drafts.shape import Blank, Draft, Line, Prose, Words
from matcher.domain.terms import Education, Shift

Rest = Annotated[str, StringConstraints(pattern=r"^(double|single|alternate|monthly:([1-9]|1\d))$")]


class PostingDraft(Draft):
    """A posting as typed, imported or copied; only the title is needed to keep it as a draft."""

    title: Annotated[Line, StringConstraints(min_length=1)]
    openings: Annotated[int, Field(ge=1, le=100_000)] = 1
    duties: Prose = ""
    requirements: Prose = ""
    place: Line = ""
    pay_text: Line = ""
    shift: Annotated[Shift | None, Blank] = None
    rest: Annotated[Rest | None, Blank] = None
    education: Annotated[Education | None, Blank] = None
    years: Annotated[Annotated[float, Field(ge=0, le=60)] | None, Blank] = None
    skills: Words = []
    certificates: Words = []
    certificates_required: Words = []
    benefits: Words = []
    trainable: Annotated[bool | None, Blank] = None
    veterans: bool = False
    expires_on: Annotated[date | None, Blank] = None
    unsaid: Words = []  # fields that stay open although the prose could be read
