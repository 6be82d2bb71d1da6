"""The text of a resume file, read by a child process within limits."""

from pathlib import Path

from matcher.domain.drafts.shape import clean
from matcher.sheets import process


def text(file: Path | bytes) -> str:
    """The text of a PDF, Word (docx) or plain-text resume, at most 50,000 characters of 20 pages.

    Raises Refused: resume_kind_unknown, resume_without_text (a scan), file_encrypted, file_broken,
    file_empty, file_too_big, file_unpacks_too_big, file_too_heavy or busy.
    """
    said = "".join(message[1] for message in process.messages("resume", file))
    return str(clean(said))
