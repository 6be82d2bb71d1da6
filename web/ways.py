"""Ways within the site: which addresses are ours, and the page that somebody comes from."""

from urllib.parse import urlsplit, urlunsplit

from flask import request


def own_path(target: str | None) -> str:
    """The path if it is one of ours: no other host, no scheme, no backslash tricks."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return ""
    return "" if any(c in target for c in "\\\r\n\t") else target


def page_before() -> str:
    """The page of ours whose form was sent, to go back to; "" where there is none."""
    try:
        before = urlsplit(request.referrer or "")
    except ValueError:
        return ""
    if request.method != "POST" or before.netloc != request.host:
        return ""
    return own_path(urlunsplit(("", "", before.path, before.query, "")))
