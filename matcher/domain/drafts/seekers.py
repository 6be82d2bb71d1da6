"""What a seeker may say in the three steps; nothing is required but one wish or one ability."""

from typing import Annotated

from pydantic import Field

from matcher.domain.drafts.shape import Blank, Draft, Prose, Short, Words
from matcher.domain.terms import Education


class SeekerDraft(Draft):
    """A profile as told by the person, on a phone or to a helper."""

    wanted: Words = []
    text: Prose = ""
    certificates: Words = []
    skills: Words = []
    years: Annotated[Annotated[float, Field(ge=0, le=60)] | None, Blank] = None
    education: Annotated[Education | None, Blank] = None
    min_pay: Annotated[Annotated[int, Field(ge=0, le=200_000)] | None, Blank] = None
    no_night: bool = False
    weekend_off: bool = False
    districts: Words = []
    trainable_wanted: bool = False
    veteran: bool = False
    name: Short = ""
    phone: Short = ""
    visible: bool = False
