"""Which page of a list was asked for."""

from flask import request

LAST = 500


def page_number() -> int:
    """The page in the address, from 1; nonsense is the first page."""
    asked = request.args.get("page", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 6):
        return 1
    return min(max(int(asked), 1), LAST)
