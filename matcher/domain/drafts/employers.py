"""What an employer's company card may say."""

from typing import Annotated

from pydantic import StringConstraints

from matcher.domain.drafts.shape import Draft, Line, Prose, Short


class EmployerDraft(Draft):
    """A company card."""

    name: Annotated[Line, StringConstraints(min_length=1)]
    credit_code: Short = ""
    industry: Short = ""
    size: Short = ""
    district: Short = ""
    address: Line = ""
    about: Prose = ""
    contact_name: Short = ""
    contact_phone: Short = ""
