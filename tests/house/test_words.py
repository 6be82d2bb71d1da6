"""Every word of the vocabulary has a label, every message a translation, in both languages."""

import re
from enum import StrEnum
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from matcher.domain import terms
from matcher.domain.terms import ReasonCode
from web import reasons, words

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "web/translations/zh_Hans_CN/LC_MESSAGES/messages.po"
# Vocabulary that is never shown as a word of its own.
UNSAID = {"Bearing", "FeedKind", "ReasonCode", "Strain"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _catalog() -> Catalog:
    with CATALOG.open("rb") as file:
        return read_po(file, locale="zh_Hans_CN")


def _messages() -> set[str]:
    method_map = [("**.py", "python"), ("templates/**.html", "jinja2")]
    found = extract_from_dir(
        str(ROOT / "web"),
        method_map=method_map,
        keywords={
            "_": None,
            "gettext": None,
            "ngettext": (1, 2),
            "lazy_gettext": None,
        },
    )
    return {m[2] if isinstance(m[2], str) else m[2][0] for m in found if m[2]}


def test_every_word_has_a_label() -> None:
    found = [e for e in vars(terms).values() if isinstance(e, type) and issubclass(e, StrEnum)]
    for enum in found:
        if enum is not StrEnum and enum.__name__ not in UNSAID:
            assert set(words.LABELS[enum]) == set(enum), enum.__name__
    assert set(reasons._SENTENCES) == set(ReasonCode)
    assert set(reasons._TO_EMPLOYERS) == {code for code in ReasonCode if not code.is_private}


def test_every_message_is_translated_into_chinese() -> None:
    catalog = _catalog()
    missing = [
        text
        for text in _messages()
        if (entry := catalog.get(text)) is None or not entry.string or "fuzzy" in entry.flags
    ]
    assert not missing, missing[:40]


def test_no_translation_is_left_of_a_message_that_is_gone() -> None:
    known = _messages()
    ids = [entry.id if isinstance(entry.id, str) else entry.id[0] for entry in _catalog()]
    assert not [text for text in ids if text and text not in known]


def test_messages_themselves_are_english() -> None:
    assert not [text for text in _messages() if CHINESE.search(text)]


def test_placeholders_survive_translation() -> None:
    wrong = []
    for entry in _catalog():
        if not entry.id or not entry.string:
            continue
        source = entry.id if isinstance(entry.id, str) else entry.id[-1]
        target = entry.string if isinstance(entry.string, str) else entry.string[0]
        names = re.compile(r"%\(\w+\)\w")
        if not set(names.findall(target)) <= set(names.findall(source)):
            wrong.append(source)
    assert not wrong
