"""The text of resumes in PDF, Word and plain text; runs in the child only."""

from collections.abc import Callable
from typing import Any, BinaryIO

from matcher.sheets import limits, texts
from matcher.sheets.refusals import Unreadable

Send = Callable[..., None]
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(file: BinaryIO, kind: str, send: Send) -> None:
    """Send the text, up to the limit, or refuse a file in which there is none."""
    readers: dict[str, Callable[[BinaryIO], str]] = {
        "pdf": _pdf,
        "docx": _docx,
        "text": _plain,
        "jsonl": _plain,
        "json": _plain,
    }
    if kind not in readers:
        raise Unreadable("resume_kind_unknown", kind=kind)
    text = readers[kind](file).strip()
    if not text:
        raise Unreadable("resume_without_text")
    send("text", text[: limits.RESUME_CHARS])


def _plain(file: BinaryIO) -> str:
    return texts.decode(file.read())


def _pdf(file: BinaryIO) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file.read())
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable("file_encrypted" if locked else "file_broken") from error
    said: list[str] = []
    for index in range(min(len(document), limits.PAGES)):
        said.append(_page(document, index))
        if sum(map(len, said)) > limits.RESUME_CHARS:
            break
    return "\n".join(said).replace("\r\n", "\n")


def _page(document: Any, index: int) -> str:
    """The text of one page; a page that cannot be loaded does not spoil the others."""
    import pypdfium2

    try:
        text: str = document[index].get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError:
        return ""
    return text


def _docx(file: BinaryIO) -> str:
    import docx

    try:
        body = docx.Document(file).element.body
    except Exception as error:  # lxml, zipfile and python-docx each raise their own
        raise Unreadable("file_broken") from error
    said: list[str] = []
    _walk(body, said)
    return "".join(said)


def _walk(root: Any, said: list[str]) -> None:
    """Texts in reading order, those in tables and text boxes included."""
    shadowed = {id(node) for old in root.iter(_FALLBACK) for node in old.iter()}
    for node in root.iter(f"{_WORD}t", f"{_WORD}p", f"{_WORD}tab", f"{_WORD}br"):
        if id(node) in shadowed:
            continue
        if node.tag == f"{_WORD}t":
            said.append(node.text or "")
        else:
            said.append("\t" if node.tag == f"{_WORD}tab" else "\n")
