"""Puts the parts of the site together: settings, workshop, doorway, languages, pages."""

from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher.services.opening import open_workshop
from matcher.services.work import Workshop
from matcher.settings import Settings
from web import errors, language, limits, rendering, security, waiting
from web.access import ANYONE
from web.api import BLUEPRINTS as APIS
from web.doorway import Site
from web.ids import RowId
from web.pages import BLUEPRINTS as PAGES
from web.requests import Segment


def create_app(settings: Settings | None = None, workshop: Workshop | None = None) -> Site:
    """The Flask app of the site, on `workshop` or on the database the settings name."""
    settings = settings or Settings.from_env()
    app = Site("web")
    app.url_map.converters.update(id=RowId, default=Segment)
    app.config.update(_flask_config(settings))
    app.extensions["workshop"] = workshop or _open(settings)
    app.extensions["settings"] = settings
    CSRFProtect(app)
    limits.init(app, settings.redis_url)
    language.init(app, language=settings.language, time_zone=settings.time_zone)
    rendering.init(app)
    security.init(app)
    errors.init(app)
    waiting.init(app)
    _register_routes(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _open(settings: Settings) -> Workshop:
    return open_workshop(
        settings.database_url,
        redis_url=settings.redis_url,
        time_zone=settings.time_zone,
        folder=settings.folder,
    )


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        # Holds the form token and what is said on the next page, nothing else.
        "SESSION_COOKIE_NAME": "__Host-form" if settings.secure else "form",
        "SESSION_COOKIE_SECURE": settings.secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        "MAX_CONTENT_LENGTH": settings.upload_max_mb * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "MAX_FORM_PARTS": 400,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(hours=1),
        "FOLDER": Path(settings.folder),
    }


def _register_routes(app: Site) -> None:
    cast("Any", app.view_functions["static"]).allowed = ANYONE
    for blueprint in (*PAGES, *APIS):
        app.register_blueprint(blueprint)
