"""Bytes made into text: the encodings that Chinese offices save in."""

from matcher.sheets.refusals import Unreadable

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_USUAL = ((" ", "~"), ("\u3000", "\u9fff"), ("\uff01", "\uff5e"))


def decode(raw: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16 by its zeros, else GB18030.

    Raises Unreadable where none of them fits.
    """
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    wide = unmarked_utf16(raw)
    for encoding in (wide,) if wide else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = raw.decode("gb18030", errors="replace")
    if text.count("\ufffd") * 50 > len(text):
        raise Unreadable("file_broken")
    return text


def unmarked_utf16(raw: bytes) -> str | None:
    """The byte order of UTF-16 that does not begin with its mark; None for anything else."""
    sample = raw[: 4096 if len(raw) > 4096 else len(raw) // 2 * 2]
    if b"\0" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        if sum(map(_is_usual, text)) > 0.97 * len(text):
            return encoding
    return None


def _is_usual(sign: str) -> bool:
    """Latin or Chinese with their punctuation: what 97 % of an honest file consists of."""
    return sign in "\t\r\n" or any(first <= sign <= last for first, last in _USUAL)
