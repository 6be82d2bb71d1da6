"""What a use case may answer instead of a result: a code, never a sentence."""

import dataclasses
from dataclasses import dataclass


class FairmatchError(Exception):
    """Base of everything a service raises on purpose; `code` is looked up in web/language.py."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Refused(FairmatchError):
    """The rules do not allow this now (HTTP 409 for a page, a plain answer for a kiosk)."""


class NotFound(FairmatchError):
    """No such thing for this person; also said of things that belong to somebody else."""

    def __init__(self, code: str = "not_found", **values: object) -> None:
        super().__init__(code, **values)


@dataclass(frozen=True)
class Problem:
    """One thing wrong with what came in: the field, a code, and the values the sentence needs."""

    field: str
    code: str
    values: dict[str, object] = dataclasses.field(default_factory=dict)


class Invalid(FairmatchError):
    """The draft cannot be believed; carries every problem, so that a form can show them all."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("invalid")
        self.problems = problems
