"""What a file is, told from its content; names and announced types are not believed."""

from typing import BinaryIO

from matcher.sheets import archives, texts
from matcher.sheets.refusals import Unreadable

_HEAD = 8192
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"{\\rtf", "rtf"),
)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def of(file: BinaryIO) -> str:
    """`workbook`, `docx`, `pdf`, `ole`, `gzip`, `json`, `jsonl`, `text`, or a name of no use to us.

    Raises Unreadable for an empty file and for a broken zip.
    """
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    if not head.strip(b" \t\r\n\0"):
        raise Unreadable("file_empty")
    if head.startswith(b"PK"):
        return _zipped(archives.names(file))
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"\x09\x08"):  # a bare BIFF stream, as very old programs wrote it
        return "ole"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _written(head)


def _zipped(names: list[str]) -> str:
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders:
        return "docx"
    return "slides" if "ppt" in folders else "workbook"


def _written(head: bytes) -> str:
    if not head.startswith(_MARKS) and _is_binary(head):
        return "binary"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return "jsonl"
    if start.startswith(b"["):
        return "json"
    opening = start[:200].lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table")):
        return "markup"
    return "text"


def _is_binary(head: bytes) -> bool:
    """Whether so many control characters stand in it that it is no text."""
    if texts.unmarked_utf16(head):
        return False
    odd = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return odd * 20 > len(head) or b"\0\0" in head
