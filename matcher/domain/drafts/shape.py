"""What all drafts share: text is cleaned, unknown fields are refused, problems carry codes."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from matcher.domain.errors import Invalid, Problem

# Newlines and tabs stay; NUL, other controls and lone surrogates would break PostgreSQL or a page.
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
# Signs that nobody sees but that turn, hide or part what is seen: soft hyphens, zero-width blanks,
# marks of direction, fillers, tags. A joiner stays where it makes one sign of two: in emoji and in
# scripts whose letters join; tags stay behind the black flag, VS16 behind its sign.
_EMOJI = "\ufe0f\u2190-\u2bff\U0001f000-\U0001faff"
_JOINING = "\u0600-\u109f"
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]"
    f"|\u200d(?!(?<=[{_EMOJI}]\u200d)[{_EMOJI}])(?!(?<=[{_JOINING}]\u200d)[{_JOINING}])"
    f"|\u200c(?!(?<=[{_JOINING}]\u200c)[{_JOINING}])"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)


def readable(text: str) -> str:
    """What is seen of a text: no control, unseen or broken characters; newlines as line ends."""
    return _UNSEEN.sub("", _DROPPED.sub("", _LINE_ENDS.sub("\n", text)))


def clean(value: object) -> object:
    """Text as people see it: NFC, nothing `readable` drops, no outer blanks."""
    if not isinstance(value, str):
        return value
    return readable(unicodedata.normalize("NFC", value)).strip()


def _words(value: object) -> object:
    """A list of words from a list, or from one text with the separators people use."""
    if isinstance(value, str):
        for separator in "、，,;；\n|":
            value = value.replace(separator, "\0")
        value = value.split("\0")
    if not isinstance(value, list | tuple):
        return value
    cleaned = (clean(item) for item in value)
    return list(dict.fromkeys(item for item in cleaned if item))


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


Short = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=80)]
Line = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=200)]
Prose = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=20_000)]
Words = Annotated[list[Annotated[str, StringConstraints(max_length=80)]], BeforeValidator(_words)]
Blank = BeforeValidator(_empty_is_none)  # an empty form field means "not said"


class Draft(BaseModel):
    """What came in, before it is believed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


D = TypeVar("D", bound=Draft)


def believe(shape: type[D], values: Mapping[str, Any]) -> D:
    """The draft these values make.

    Raises Invalid with a Problem (field, code, values) for everything that is wrong.
    """
    try:
        return shape.model_validate(dict(values))
    except ValidationError as error:
        raise Invalid([_problem(dict(found)) for found in error.errors()]) from None


def _problem(found: dict[str, Any]) -> Problem:
    field = str(found["loc"][0]) if found["loc"] else ""
    context = found.get("ctx", {})
    values: dict[str, object] = {
        k: v for k, v in context.items() if isinstance(v, str | int | float)
    }
    return Problem(field, _SAME_CODE.get(found["type"], str(found["type"])), values)


# A length checked behind a validator of ours gets another code than one checked on bare text.
_SAME_CODE = {"too_long": "string_too_long", "too_short": "string_too_short"}
