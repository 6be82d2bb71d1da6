"""Requests become drafts: form fields and JSON bodies into the shapes that services believe."""

from typing import Any, TypeVar, get_origin

from flask import request
from pydantic.fields import FieldInfo
from werkzeug.datastructures import MultiDict

from matcher.domain.drafts.shape import Draft, believe
from matcher.domain.errors import Invalid
from web.language import problem_sentence

D = TypeVar("D", bound=Draft)


def form_values(shape: type[Draft], form: MultiDict[str, str] | None = None) -> dict[str, Any]:
    """The form's values for the fields of a draft; fields the form did not have are left out."""
    form = request.form if form is None else form
    values: dict[str, Any] = {}
    for name, info in shape.model_fields.items():
        if info.annotation is bool:
            values[name] = form.get(name) in ("1", "on", "true")
        elif name in form:
            values[name] = _value(info, form.getlist(name))
    return values


def from_form(shape: type[D]) -> D:
    """The draft that this request's form makes. Raises Invalid with every problem."""
    return believe(shape, form_values(shape))


def problem_sentences(error: Invalid) -> dict[str, str]:
    """Field → sentence, as the form macros want them."""
    return {problem.field: problem_sentence(problem) for problem in error.problems}


def _value(info: FieldInfo, sent: list[str]) -> Any:
    if get_origin(info.annotation) is list:
        return "\n".join(sent)
    return sent[-1]
