"""Resumes: a file's text is read in a child process, and kept with the file for its owner."""

from matcher.domain.drafts.shape import clean
from matcher.services.work import Work
from matcher.sheets import resumes as files
from matcher.storage.seekers import ResumeFile, Seeker

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(work: Work, content: bytes) -> str:
    """The text of a PDF, Word (docx) or plain-text resume; call it before anything is written.

    A child may take seconds, so the transaction is let go first: others write meanwhile, and
    the next query begins a new one. Raises Refused with the reason: unknown kind, a scan without
    text, encrypted, broken, too heavy.
    """
    work.db.rollback()
    return files.text(content)


def keep(work: Work, seeker: Seeker, *, filename: str, content: bytes, text: str) -> None:
    """Keep a resume in place of an earlier one; employers get it by the person's consent only."""
    kept = work.db.get(ResumeFile, seeker.id)
    if kept is None:
        kept = ResumeFile(seeker_id=seeker.id)
        work.db.add(kept)
    kept.filename = str(clean(filename))[-200:] or "resume"
    kept.media_type = _media_type(content)
    kept.content = content
    kept.uploaded_at = work.now
    seeker.resume_text = text
    seeker.updated_at = work.now


def remove(work: Work, seeker: Seeker) -> None:
    """Delete the resume, file and text."""
    kept = work.db.get(ResumeFile, seeker.id)
    if kept is not None:
        work.db.delete(kept)
    seeker.resume_text = ""
    seeker.updated_at = work.now


def of_seeker(work: Work, seeker: Seeker) -> ResumeFile | None:
    """The resume this person sent, if any."""
    return work.db.get(ResumeFile, seeker.id)


def _media_type(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return "application/pdf"
    return _DOCX if content.startswith(b"PK") else "text/plain"
