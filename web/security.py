"""Headers every answer carries: a strict content policy, no framing, no caching of pages."""

from functools import lru_cache

from flask import Flask, Response, g, request

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "media-src": "'self' blob:",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
_STREAMED = ("connect-src", "media-src")


def init(app: Flask) -> None:
    """Put the headers on every answer of this app."""
    app.after_request(_dress)


def allow_stream_from(origin: str) -> None:
    """Let this one page play a stream from another host."""
    g.stream_origin = origin


def allow_own_workers() -> None:
    """Let this one page run a worker that its own script puts together (reading QR codes)."""
    g.worker_origin = "blob:"


def headers(*, is_secure: bool, policy: str = "") -> dict[str, str]:
    """The headers of every answer, of a file that nginx serves as well."""
    told = {
        "Content-Security-Policy": policy or _policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if is_secure:
        told["Strict-Transport-Security"] = "max-age=31536000"
    return told


def _dress(answer: Response) -> Response:
    policy = _policy(g.get("stream_origin", ""), g.get("worker_origin", ""))
    answer.headers.update(headers(is_secure=request.is_secure, policy=policy))
    if request.endpoint not in ("static", "media.file"):
        answer.headers["Cache-Control"] = "no-store"  # downloads too: resumes, applications
    return answer


@lru_cache(maxsize=64)
def _policy(stream: str = "", worker: str = "") -> str:
    extra = {**dict.fromkeys(_STREAMED, stream), "worker-src": worker}
    rules = (f"{name} {value} {extra.get(name, '')}".rstrip() for name, value in _POLICY.items())
    return "; ".join(rules)
