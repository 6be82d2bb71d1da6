"""The languages of the site: which one this visitor reads, and the sentence for every code."""

from contextvars import ContextVar
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, cast

from babel import Locale
from flask import Flask, current_app, has_app_context, request
from flask_babel import Babel, Domain, get_locale
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from matcher.domain.errors import FairmatchError, Problem
from matcher.settings import LANGUAGES
from web.words import FIELD_LABELS, LABELS, MESSAGES, PROBLEMS

COOKIE = "language"
# Parsed once: Babel looks through all that it knows for a name that is an alias, as zh_CN is.
_LOCALES = {name: Locale.parse(name) for name in LANGUAGES}


def init(app: Flask, *, language: str, time_zone: str) -> None:
    """Give the app its translations; `language` is what a visitor sees who asks for neither."""
    app.config["BABEL_DEFAULT_LOCALE"] = language
    app.config["BABEL_DEFAULT_TIMEZONE"] = time_zone
    _Babel(app, locale_selector=cast("Any", _chosen))
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=gettext,
        ngettext=lambda one, many, number: _words().said.ungettext(one, many, number),
        newstyle=True,
    )
    app.teardown_appcontext(_fall_silent)
    # Jinja's own asks for the context, twice for each text.
    app.jinja_env.globals.update(_=_marked, gettext=_marked)


class _Words(dict[str, str]):
    """What the site says in one language: each text is looked up once, not on each page."""

    def __init__(self, said: Any) -> None:
        super().__init__()
        self.said = said
        self.marked = _Marked(self)

    def __missing__(self, text: str) -> str:
        found = self[text] = str(self.said.ugettext(text))
        return found


class _Marked(dict[str, Markup]):
    """The same for templates, where a text may hold tags and %% stands for %."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, text: str) -> Markup:
        found = self[text] = Markup(self._words[text]) % {}
        return found


# The visitor's words; a page asks hundreds of times, and `g` takes longer to find than a word.
_spoken: ContextVar[_Words | None] = ContextVar("spoken", default=None)


class _Catalogue(Domain):
    """Keeps the words of each language, and finds the visitor's once for each request."""

    def __init__(self, domain: str) -> None:
        super().__init__(domain=domain)
        self._known: dict[str, _Words] = {}

    def words(self) -> _Words:
        """The words of this visitor's language."""
        name = str(get_locale())
        if name not in self._known:
            self._known[name] = _Words(self.get_translations())
        return self._known[name]

    def gettext(self, string: str, **variables: object) -> str:
        """The text in this visitor's language; what lazy texts ask for."""
        return gettext(string, **variables) if has_app_context() else string % variables


class _Babel(Babel):
    @cached_property
    def domain_instance(self) -> _Catalogue:
        """What the words of the site are looked up in."""
        return _Catalogue(self.domain)


def gettext(text: str, **values: object) -> str:
    """The text in this visitor's language, with `values` in their places."""
    found = _words()[text]
    return found % values if values else found


def _marked(text: str, **values: object) -> Markup:
    """The same in a template: values are escaped."""
    words = _words()
    return Markup(words[text]) % values if values else words.marked[text]


def _words() -> _Words:
    found = _spoken.get()
    if found is None:
        babel: _Babel = current_app.extensions["babel"].instance
        found = babel.domain_instance.words()
        _spoken.set(found)
    return found


def _fall_silent(_error: BaseException | None) -> None:
    _spoken.set(None)  # the next request on this thread may be somebody else's


def _chosen() -> Locale:
    asked = request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return _LOCALES[asked]
    return _preferred(
        request.headers.get("Accept-Language", ""), current_app.config["BABEL_DEFAULT_LOCALE"]
    )


@lru_cache(maxsize=256)
def _preferred(header: str, usual: str) -> Locale:
    """The first of our languages that a browser's header names; phones send few different ones."""
    accepted = parse_accept_header(header, LanguageAccept)
    return _LOCALES[accepted.best_match(LANGUAGES, default=usual)]


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
