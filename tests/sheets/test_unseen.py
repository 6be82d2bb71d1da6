"""What is saved is what is seen: signs that nobody sees go, emoji and joined letters stay whole."""

import pytest

from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.drafts.shape import clean
from matcher.sheets import reader
from tests.sheets.files import jsonl, xlsx

SEEN = (
    "👨\u200d👩\u200d👧 招人",  # a family: three people joined
    "👩🏽\u200d🔧电工",
    "❤\ufe0f\u200d🔥",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
    "می\u200cخواهم",
    "क्\u200dष",
    "电工（急）\n2名",
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("电\u200b工", "电工"),
        ("\ufeff电工\u200e", "电工"),
        ("\u202e工电\u202c", "工电"),
        ("\u2067电工\u2069", "电工"),
        ("电\u200d工", "电工"),
        ("焊\xad工", "焊工"),
        ("\u3164\u2800", ""),
        ("电\U000e0041工", "电工"),
        ("👩\u200d", "👩"),
        ("布线\u2028巡检\r检修\r\n", "布线\n巡检\n检修"),
        *((text, text) for text in SEEN),
    ],
)
def test_what_is_cleaned_away_and_what_stays(text: str, seen: str) -> None:
    assert clean(text) == seen
    assert clean(seen) == seen


def test_files_and_forms_are_cleaned_alike() -> None:
    dirty, tidy = "\u202e维修\u200b电工\u202c", "维修电工"
    rows = [["\ufeff岗位\u200b", "单位"], [dirty, "晨光"]]
    for content in (xlsx(rows), jsonl({"title": dirty, "company": "晨光"})):
        assert reader.read(content).rows[0].cells["title"] == tidy
    draft = PostingDraft(title=dirty, skills=["PLC\ufeff", SEEN[0]])
    assert (draft.title, draft.skills) == (tidy, ["PLC", SEEN[0]])
