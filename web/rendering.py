"""What every template may use: filters for pay, dates and numbers, labels, icons, hidden fields."""

import re
import secrets
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask_babel import format_date, format_datetime, format_decimal
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup, escape

from matcher.domain.profiles import Reason
from matcher.domain.terms import Role
from web import access, language
from web.language import gettext as _
from web.reasons import reason_sentence

_ICONS = Path(__file__).parent / "static" / "vendor" / "icons"
_LARGE = "large_text"


def init(app: Flask) -> None:
    """Give Jinja its filters and globals."""
    app.jinja_env.filters.update(
        pay=pay, number=number, day=day, clock=clock, moment=moment, masked=masked, rest=rest
    )
    app.jinja_env.globals.update(
        icon=icon, label=language.label, field_label=language.field_label, once=once, Role=Role
    )
    app.jinja_env.filters["reason"] = _reason
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(_page_values)


def _page_values() -> dict[str, Any]:
    return {
        "visitor": access.visitor(),
        "html_language": language.html_language(),
        "large_text": request.cookies.get(_LARGE) == "1",
    }


def pay(posting: Any) -> str:
    """Pay as one reads it on a card: "6,500–8,000 元/月", or the firm's own words."""
    low, high = posting.pay_min, posting.pay_max
    if low is None and high is None:
        return posting.pay_text or _("ask at the booth")
    if low is None:
        return _("up to %(amount)s yuan a month", amount=number(high))
    if high is None:
        return _("from %(amount)s yuan a month", amount=number(low))
    if low == high:
        return _("%(amount)s yuan a month", amount=number(low))
    return _("%(low)s–%(high)s yuan a month", low=number(low), high=number(high))


def number(value: int | float | None) -> str:
    """A number with its separators; a dash for none."""
    if isinstance(value, int):
        return f"{value:,}"  # as both languages write it, without asking Babel twenty times a page
    return "–" if value is None else str(format_decimal(value))


def day(value: date | datetime) -> str:
    """A date such as 3月8日."""
    pattern = _("MMMM d")
    return str(format_date(value, pattern))


def clock(value: datetime) -> str:
    """A time of day such as 13:05."""
    return str(format_datetime(value, "HH:mm"))


def moment(value: datetime) -> str:
    """A date and a time of day."""
    return f"{day(value)} {clock(value)}"


def masked(phone: str | None) -> str:
    """A phone number as it may be shown to its owner: 138****5678."""
    return re.sub(r"(\d{3})\d{4}(\d{4})$", r"\1****\2", phone.removeprefix("+86")) if phone else ""


def rest(value: str | None) -> str:
    """Days off as people say them."""
    if not value:
        return ""
    if value.startswith("monthly:"):
        return _("%(days)s days off a month", days=value.removeprefix("monthly:"))
    return {
        "double": _("Weekends off"),
        "single": _("One day off a week"),
        "alternate": _("Every other Saturday off"),
    }.get(value, "")


def _reason(reason: Reason) -> str:
    return reason_sentence(reason)


def once() -> Markup:
    """The hidden fields of every form: against forgery, and for one effect however often sent."""
    token, key = escape(generate_csrf()), secrets.token_urlsafe(16)
    return Markup(
        f'<input type="hidden" name="csrf_token" value="{token}">'
        f'<input type="hidden" name="_key" value="{key}">'
    )


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    path = _ICONS / f"{name}.svg"
    if not path.is_file():
        return ""
    text = re.sub(r"<!--.*?-->", "", path.read_text("utf-8"), flags=re.S).strip()
    text = re.sub(r'\s(class|width|height)="[^"]*"', "", text)
    return text.replace("<svg", '<svg class="icon" aria-hidden="true"', 1)


def icon(name: str) -> Markup:
    """One icon, inlined; words always stand beside it."""
    return Markup(_svg(name))
