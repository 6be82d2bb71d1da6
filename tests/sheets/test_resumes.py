"""The text of a resume is found in PDF, Word and text files, or the reason why not."""

import io

import docx
import pytest

from matcher.domain.errors import Refused
from matcher.sheets import limits, resumes


def _word(*lines: str, table: tuple[str, ...] = ()) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        row = document.add_table(rows=1, cols=len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(text: str, *, trailer: bytes = b"") -> bytes:
    """The smallest PDF with one line of Latin text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 6/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (trailer, start)


def test_word_with_its_tables() -> None:
    text = resumes.text(_word("林悦", "三年电工", table=("证书", "低压电工证")))
    assert text.splitlines()[:2] == ["林悦", "三年电工"]
    assert "低压电工证" in text


def test_pdf() -> None:
    assert resumes.text(_pdf("Electrician, three years")) == "Electrician, three years"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_plain_text(encoding: str) -> None:
    assert resumes.text("三年电工，有低压证".encode(encoding)) == "三年电工，有低压证"


def test_a_long_resume_is_cut() -> None:
    assert len(resumes.text(_word("电" * 60_000))) == limits.RESUME_CHARS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xff\xd8\xff\xe0 a photo", "resume_kind_unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "resume_kind_unknown"),
        (_pdf(""), "resume_without_text"),
        (_word(), "resume_without_text"),
        (b"%PDF-1.7\n%%EOF", "file_broken"),
        (_word("x")[:800], "file_broken"),
    ],
)
def test_a_useless_resume_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        resumes.text(content)
    assert refused.value.code == code
