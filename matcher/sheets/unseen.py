"""Rows and columns of a workbook that Excel does not show: filtered out or hidden by hand."""

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, BinaryIO
from xml.etree import ElementTree

_CHUNK = 1 << 20
_SMALL = 4 << 20  # bytes of the parts that only name the sheets
_WIDEST = 16_384  # columns that a sheet may have
_MOST = 1_048_576  # rows
_ON = (b"1", b"true")
_TAG = re.compile(rb"<(?:\w+:)?(table|table-row|table-column|row|col)(?:\s([^<>]*))?>")
_ATTRIBUTE = re.compile(rb"""(?:^|\s)(?:\w+:)?([\w-]+)\s*=\s*["']([^"']*)["']""")


@dataclass
class Unseen:
    """What is not shown of one sheet, counted from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def of(file: BinaryIO) -> dict[str, Unseen]:
    """The sheets of an xlsx or ods file by name; empty where it is neither or cannot be told."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            if "xl/workbook.xml" in archive.namelist():
                return {name: _sheet(archive, part) for name, part in _parts(archive)}
            if "content.xml" in archive.namelist():
                with archive.open("content.xml") as content:
                    return _open_document(content)
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, OSError):
        pass
    finally:
        file.seek(0)
    return {}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part of the archive where it stands."""
    targets = {}
    for each in _tree(archive, "xl/_rels/workbook.xml.rels").iter():
        targets[each.get("Id", "")] = each.get("Target", "")
    for each in _tree(archive, "xl/workbook.xml").iter():
        if each.tag.rpartition("}")[2] == "sheet":
            link = next((v for k, v in each.items() if k.endswith("}id")), "")
            part = targets.get(link, "").removeprefix("/")
            yield each.get("name", ""), part if part.startswith("xl/") else f"xl/{part}"


def _tree(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    with archive.open(part) as opened:
        return ElementTree.fromstring(opened.read(_SMALL))


def _sheet(archive: zipfile.ZipFile, part: str) -> Unseen:
    found, row = Unseen(), -1
    if part not in archive.namelist():
        return found
    with archive.open(part) as opened:
        for name, told in _tags(opened):
            if name == b"row":
                row = int(told.get(b"r", row + 2)) - 1
                if told.get(b"hidden") in _ON:
                    found.rows.add(row)
            elif name == b"col" and told.get(b"hidden") in _ON:
                first, last = int(told[b"min"]) - 1, int(told[b"max"])
                found.columns.update(range(first, min(last, _WIDEST)))
    return found


def _open_document(content: IO[bytes]) -> dict[str, Unseen]:
    sheets: dict[str, Unseen] = {}
    found, row, column = Unseen(), 0, 0
    for name, told in _tags(content):
        is_hidden = told.get(b"visibility") in (b"collapse", b"filter")
        if name == b"table":
            found, row, column = Unseen(), 0, 0
            sheets[html.unescape(told.get(b"name", b"").decode())] = found
        elif name == b"table-row":
            first, row = row, row + int(told.get(b"number-rows-repeated", 1))
            found.rows.update(range(first, min(row, _MOST)) if is_hidden else ())
        elif name == b"table-column":
            first, column = column, column + int(told.get(b"number-columns-repeated", 1))
            found.columns.update(range(first, min(column, _WIDEST)) if is_hidden else ())
    return sheets


def _tags(opened: IO[bytes]) -> Iterator[tuple[bytes, dict[bytes, bytes]]]:
    """The tags that matter here with their attributes; a whole parser would take seconds."""
    rest = b""
    while chunk := opened.read(_CHUNK):
        text = rest + chunk
        whole = max(text.rfind(b"<"), 0)
        for tag in _TAG.finditer(text, 0, whole):
            yield tag[1], dict(_ATTRIBUTE.findall(tag[2] or b""))
        rest = text[whole:][:_CHUNK]
    for tag in _TAG.finditer(rest):
        yield tag[1], dict(_ATTRIBUTE.findall(tag[2] or b""))
