"""A resume is read within limits, kept once per person and deleted on request."""

import io

import docx
import pytest

from matcher.domain.errors import Refused
from matcher.services import resumes, seekers
from matcher.services.work import Workshop
from tests.people import People


def _word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_file_is_read_kept_and_replaced(workshop: Workshop, people: People) -> None:
    content = _word("低压电工证，三年经验")
    with workshop.writing() as work:
        text = resumes.read(work, content)
        assert "低压电工证" in text
        seeker = seekers.one_in(work, people.fair, people.linyue)
        resumes.keep(work, seeker, filename="旧.txt", content=b"old", text="old")
        resumes.keep(work, seeker, filename="简历.docx", content=content, text=text)
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        kept = resumes.of_seeker(work, seeker)
        assert kept is not None
        assert (kept.filename, kept.media_type[-8:]) == ("简历.docx", "document")
        assert seeker.resume_text == text
        resumes.remove(work, seeker)
        work.db.flush()
        assert resumes.of_seeker(work, seeker) is None
        assert seeker.resume_text == ""


def test_what_is_no_resume_is_refused_with_a_reason(workshop: Workshop) -> None:
    with workshop.writing() as work, pytest.raises(Refused):
        resumes.read(work, b"\x89PNG\r\n\x1a\n" + bytes(200))
