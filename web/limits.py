"""Rate limits: by browser and by what is tried, never by address alone; a hall is one address."""

import hashlib

from flask import Flask, request, session
from flask_limiter import ApplicationLimit, Limiter

from web.access import cookie_name

# A whole hall of 3,000 phones behind one address must fit under this.
PER_ADDRESS = "12000 per minute"
PER_BROWSER = "600 per minute"
SIGN_IN = "10 per 5 minutes"
NEW_PROFILE = "20 per hour"
APPLY = "60 per hour"
ASK = "12 per minute"
UPLOAD = "30 per hour"
CODE = "120 per minute"


def browser() -> str:
    """This browser: its session cookie, else its form token, else its address."""
    mark = request.cookies.get(cookie_name(secure=False)) or request.cookies.get(
        cookie_name(secure=True)
    )
    mark = mark or str(session.get("csrf_token", ""))
    return hashlib.sha256(mark.encode()).hexdigest()[:32] if mark else _address()


def tried_login() -> str:
    """The name somebody tries to sign in with, wherever they come from."""
    name = request.form.get("login", "").strip().lower()
    return "login:" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:32]


def _address() -> str:
    return request.remote_addr or "unknown"


limiter = Limiter(
    browser,
    default_limits=[PER_BROWSER],
    application_limits=[ApplicationLimit(PER_ADDRESS, key_function=_address)],
    application_limits_per_method=False,
    headers_enabled=False,
    strategy="moving-window",
)


def init(app: Flask, redis_url: str | None) -> None:
    """Count in this process, or in Redis where several processes serve one fair."""
    app.config["RATELIMIT_STORAGE_URI"] = redis_url or "memory://"
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = redis_url is not None
    app.config.setdefault("RATELIMIT_ENABLED", True)
    limiter.init_app(app)
