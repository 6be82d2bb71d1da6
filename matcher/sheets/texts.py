"""Bytes made into text: the encodings that Chinese offices save in."""

from matcher.sheets.refusals import Unreadable

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(raw: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16 by its zeros, else GB18030.

    Raises Unreadable where none of them fits.
    """
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    for encoding in _unmarked(raw):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = raw.decode("gb18030", errors="replace")
    if text.count("\ufffd") * 50 > len(text):
        raise Unreadable("file_broken")
    return text


def _unmarked(raw: bytes) -> tuple[str, ...]:
    even, odd = raw[0:4096:2].count(0), raw[1:4096:2].count(0)
    if odd and not even:
        return ("utf-16-le",)
    if even and not odd:
        return ("utf-16-be",)
    return ("utf-8", "gb18030")
