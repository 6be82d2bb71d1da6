"""Numbers in addresses: those the database can hold; anything larger is simply not there."""

from werkzeug.routing import BaseConverter, ValidationError

_LARGEST = 2**31 - 1  # INTEGER on PostgreSQL


class RowId(BaseConverter):
    """A positive whole number, `<id:name>` in a route."""

    regex = r"[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """The number; a route does not match what no row can have as its id."""
        number = int(value)
        if not 0 < number <= _LARGEST:
            raise ValidationError
        return number

    def to_url(self, value: object) -> str:
        """The number as text."""
        return str(value)
