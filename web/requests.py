"""What comes in, without what neither people nor databases can read: NUL, other control codes."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Request
from werkzeug.datastructures import FileStorage, ImmutableMultiDict, iter_multi_items
from werkzeug.routing import UnicodeConverter, ValidationError

from matcher.domain.drafts.shape import readable


class _Readable(ImmutableMultiDict[str, Any]):
    """Fields of a form or a query, each name and value readable."""

    def __init__(self, mapping: Any = ()) -> None:
        pairs: Iterable[tuple[str, Any]] = iter_multi_items(mapping) if mapping else ()
        super().__init__([(readable(name), _value(value)) for name, value in pairs])


def _value(value: Any) -> Any:
    if isinstance(value, FileStorage):
        value.filename = readable(value.filename or "")
        return value
    return _json(value)


def _json(value: Any) -> Any:
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Mapping):
        return {_json(name): _json(inner) for name, inner in value.items()}
    return [_json(inner) for inner in value] if isinstance(value, list) else value


class ReadableRequest(Request):
    """A request whose query, form, file names and JSON are readable whatever was sent."""

    parameter_storage_class = _Readable

    def get_json(self, *args: Any, **kwargs: Any) -> Any:
        """The JSON body with its texts readable."""
        return _json(super().get_json(*args, **kwargs))


class Segment(UnicodeConverter):
    """A piece of an address, `<name>` in a route; one with control codes leads nowhere."""

    def to_python(self, value: str) -> str:
        """The text; a route does not match what nobody can have meant."""
        if readable(value) != value:
            raise ValidationError
        return value
