"""The languages of the site: which one this visitor reads, and the sentence for every code."""

from enum import StrEnum
from functools import cached_property
from typing import Any

from flask import Flask, g, has_app_context, request
from flask_babel import Babel, Domain, get_locale, get_translations

from matcher.domain.errors import FairmatchError, Problem
from web.words import FIELD_LABELS, LABELS, MESSAGES, PROBLEMS

LANGUAGES = ("zh_CN", "en")
COOKIE = "language"


def init(app: Flask, *, language: str, time_zone: str) -> None:
    """Give the app its translations; `language` is what a visitor sees who asks for neither."""
    app.config["BABEL_DEFAULT_LOCALE"] = language
    app.config["BABEL_DEFAULT_TIMEZONE"] = time_zone
    _Babel(app, locale_selector=_chosen)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: _translations().ugettext(text),
        ngettext=lambda one, many, number: _translations().ungettext(one, many, number),
        newstyle=True,
    )


class _Catalogue(Domain):
    """Finds the visitor's translations once for each request: a page asks hundreds of times."""

    def get_translations(self) -> Any:
        """The translations into this visitor's language."""
        if not has_app_context():
            return super().get_translations()
        found = g.get("translations")
        if found is None:
            found = g.translations = super().get_translations()
        return found


class _Babel(Babel):
    @cached_property
    def domain_instance(self) -> _Catalogue:
        """What the words of the site are looked up in."""
        return _Catalogue(domain=self.domain)


def _translations() -> Any:
    return g.get("translations") or get_translations()


def _chosen() -> str | None:
    if "language" in g:
        return str(g.language)
    asked = request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return asked
    return request.accept_languages.best_match(LANGUAGES)


def html_language() -> str:
    """The page's language as HTML wants it: zh-CN or en."""
    locale = get_locale()
    return "zh-CN" if locale is None or locale.language == "zh" else "en"


def label(word: StrEnum | None) -> str:
    """A word of the vocabulary as people say it."""
    if word is None:
        return ""
    return str(LABELS[type(word)][word])


def sentence(error: FairmatchError) -> str:
    """What is wrong and what to do, for a refusal."""
    known = MESSAGES.get(error.code, MESSAGES["refused"])
    return str(known) % _strings(error.values) if error.values else str(known)


def problem_sentence(problem: Problem) -> str:
    """What is wrong with one field."""
    known = PROBLEMS.get(problem.code, PROBLEMS["value_error"])
    text = str(known)
    return text % _strings(problem.values) if "%(" in text else text


def field_label(name: str) -> str:
    """The name of a field as it stands over its box."""
    return str(FIELD_LABELS.get(name, name))


def _strings(values: dict[str, object]) -> dict[str, object]:
    return {k: label(v) if isinstance(v, StrEnum) else v for k, v in values.items()}
