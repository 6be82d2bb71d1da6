"""Rate limits: by browser and by what is tried, never by address alone; a hall is one address."""

import hashlib

from flask import Flask, request, session
from flask_limiter import ApplicationLimit, Limiter

from web.access import cookie_name

# A whole hall of 3,000 phones behind one address must fit under this.
PER_ADDRESS = "12000 per minute"
PER_BROWSER = "600 per minute"
SIGN_IN = "10 per 5 minutes"
NEW_PROFILE = "40 per hour"
APPLY = "60 per hour"
ASK = "30 per minute"
UPLOAD = "1200 per hour"
CODE = "120 per minute"


def browser() -> str:
    """This browser: its session cookie, else its form token, else its address."""
    mark = _mark()
    return hashlib.sha256(mark.encode()).hexdigest()[:32] if mark else _address()


def tried_login() -> str:
    """The name somebody tries to sign in with, wherever they come from."""
    name = request.form.get("login", "").strip().lower()
    return "login:" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:32]


def _mark() -> str:
    cookies = (request.cookies.get(cookie_name(secure=secure)) for secure in (True, False))
    return next((c for c in cookies if c), "") or str(session.get("csrf_token", ""))


def _address() -> str:
    return request.remote_addr or "unknown"


def _is_new() -> bool:
    """Whether this browser has no mark yet: many in one hall are not one."""
    return not _mark()


limiter = Limiter(
    browser,
    default_limits=[PER_BROWSER],
    default_limits_exempt_when=_is_new,
    application_limits=[ApplicationLimit(PER_ADDRESS, key_function=_address)],
    application_limits_per_method=False,
    headers_enabled=False,
    strategy="sliding-window-counter",
)


@limiter.request_filter
def _is_static() -> bool:
    return request.endpoint == "static"


def init(app: Flask, redis_url: str | None) -> None:
    """Count in this process, or in Redis where several processes serve one fair."""
    app.config["RATELIMIT_STORAGE_URI"] = redis_url or "memory://"
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = redis_url is not None
    app.config.setdefault("RATELIMIT_ENABLED", True)
    limiter.init_app(app)
