"""An import does not undo what people changed on the page since: it keeps that and says so."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from matcher.domain.drafts.postings import PostingDraft
from matcher.domain.terms import PostingStatus
from matcher.services import exchange, exports, postings
from matcher.services.exchange import Outcome, Report
from matcher.services.work import Workshop
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from tests.conftest import Clock
from tests.people import People
from tests.sheets.files import table, xlsx

OLD = xlsx(table({"编号": "A1", "经验": 2}, {"编号": "A2", "岗位": "焊工", "薪资": "面议"}))
NEW = xlsx(table({"编号": "A1", "经验": 3}, {"编号": "A2", "岗位": "焊工"}))


class _Desk:
    """The import, the page and the export of one fair."""

    def __init__(self, workshop: Workshop, people: People, clock: Clock) -> None:
        self.workshop, self.people, self.clock = workshop, people, clock

    def take(self, content: bytes, *, replace: bool = False) -> list[str]:
        """Import; what was shown before is what happens."""
        with self.workshop.writing() as work:
            fair = work.db.get_one(Fair, self.people.fair)
            batch = exchange.read(content)
            shown = exchange.preview(work, fair, batch, replace=replace)
            done = exchange.commit(work, fair, batch, replace=replace)
        assert _outcomes(shown) == _outcomes(done)
        self.report = done
        return _outcomes(done)

    def edit(self, key: str, **said: object) -> None:
        """Change a posting as its form does, a minute later."""
        self.clock.now += timedelta(minutes=1)
        with self.workshop.writing() as work:
            posting = next(p for p in self._all() if (p.source_key or "").endswith(f":{key}"))
            firm = work.db.get_one(Employer, self.people.chenguang)
            draft = PostingDraft.model_validate(postings.said(posting) | said)
            postings.revise(work, firm, posting.id, draft)

    def _all(self) -> Iterator[Posting]:
        with self.workshop.reading() as work:
            found = postings.mine(work, self.people.chenguang)
            work.db.expunge_all()
        return iter(found)

    def place(self, key: str) -> str:
        """Where the posting says that the work is."""
        return next(p.place for p in self._all() if (p.source_key or "").endswith(f":{key}"))

    def exported(self, kind: str = "xlsx") -> bytes:
        """The fair's postings as a file with Chinese headings."""
        with self.workshop.reading() as work:
            fair = work.db.get_one(Fair, self.people.fair)
            return exports.postings_file(work, fair, kind, chinese=kind == "xlsx")


@pytest.fixture
def desk(workshop: Workshop, people: People, clock: Clock) -> _Desk:
    """A fair into which OLD was imported."""
    desk = _Desk(workshop, people, clock)
    assert desk.take(OLD) == ["added", "added"]
    return desk


def _outcomes(report: Report) -> list[str]:
    return [line.outcome.value for line in report.lines]


def test_what_was_edited_is_kept_and_said(desk: _Desk) -> None:
    desk.edit("A1", place="后宅街道")
    assert desk.take(NEW) == ["kept", "changed"]
    assert desk.place("A1") == "后宅街道"
    assert [(note.field, note.code) for note in desk.report.lines[0].notes] == [
        ("row", "edited_here")
    ]
    assert desk.report.noted == [desk.report.lines[0]]
    assert desk.take(NEW) == ["kept", "unchanged"]


def test_who_asks_for_it_has_it_replaced(desk: _Desk) -> None:
    desk.edit("A1", place="后宅街道")
    assert desk.take(NEW, replace=True) == ["changed", "changed"]
    assert desk.place("A1") == "苏溪镇"
    assert desk.take(OLD) == ["changed", "changed"], "nobody edited it since"


def test_what_nobody_edited_is_changed(desk: _Desk) -> None:
    assert desk.take(NEW) == ["changed", "changed"]
    assert desk.report.count(Outcome.KEPT) == 0
    assert desk.take(OLD) == ["changed", "changed"]


def test_taking_down_and_saving_as_it_was_are_no_edits(desk: _Desk) -> None:
    desk.edit("A1")
    with desk.workshop.writing() as work:
        firm = work.db.get_one(Employer, desk.people.chenguang)
        for posting in postings.mine(work, firm.id):
            if posting.source_key and posting.status is PostingStatus.PUBLISHED:
                postings.close(work, firm, posting.id)
    assert desk.take(NEW) == ["changed", "changed"]


def test_the_same_file_again_and_the_same_words_are_no_quarrel(desk: _Desk) -> None:
    desk.edit("A1", years=3)
    assert desk.take(OLD) == ["unchanged", "unchanged"]
    assert desk.take(NEW) == ["unchanged", "changed"], "the page says what the row says"


@pytest.mark.parametrize("kind", ["xlsx", "jsonl"])
def test_a_row_exported_after_the_edit_knows_of_it(desk: _Desk, kind: str) -> None:
    desk.edit("A1", place="后宅街道")
    content = desk.exported(kind)
    if kind == "jsonl":
        content = content.replace("后宅街道".encode(), "廿三里街道".encode())
        assert "changed" in desk.take(content)
        assert desk.place("A1") == "廿三里街道"
    assert "kept" not in desk.take(content)


def test_a_row_exported_before_the_edit_does_not(desk: _Desk) -> None:
    content = desk.exported("jsonl").replace("苏溪镇".encode(), "廿三里街道".encode())
    desk.edit("A1", place="后宅街道")
    assert desk.take(content).count("kept") == 1
    assert desk.place("A1") == "后宅街道"
