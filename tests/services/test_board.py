"""The board shows what stands open now, and reads anew only what has changed."""

from matcher.domain.terms import PostingStatus
from matcher.services import board, figures, postings
from matcher.services.board import Board
from matcher.services.work import Work, Workshop
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, Fair
from matcher.storage.postings import Posting
from tests.people import People


def _told(work: Work, people: People) -> Board:
    """The board after a change."""
    postings.announce_change(work, people.fair)
    work.db.flush()
    return board.of_fair(work, people.fair)


def test_a_changed_posting_is_shown_and_the_others_are_not_read_again(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        before = board.of_fair(work, people.fair).pinned
        work.db.get_one(Posting, people.electrician).title = "高级电工"
        after = _told(work, people).pinned
    assert list(after) == list(before)
    assert after[people.electrician].posting.title == "高级电工"
    assert after[people.night_guard].posting is before[people.night_guard].posting


def test_a_closed_posting_goes_and_comes_back(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        posting = work.db.get_one(Posting, people.night_guard)
        assert people.night_guard in board.of_fair(work, people.fair).pinned
        posting.status = PostingStatus.CLOSED
        assert people.night_guard not in _told(work, people).pinned
        posting.status = PostingStatus.PUBLISHED
        assert people.night_guard in _told(work, people).pinned


def test_firms_and_booths_that_change_are_shown(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        board.of_fair(work, people.fair)
        work.db.get_one(Employer, people.chenguang).name = "晨光重工"
        work.db.query(Booth).filter_by(employer_id=people.chenguang).one().number = "B09"
        pinned = _told(work, people).pinned[people.electrician]
    assert (pinned.employer.name, pinned.booth) == ("晨光重工", "B09")


def test_the_big_screen_keeps_a_board_of_its_own(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        shown = board.of_fair(work, people.fair)
        figures.board(work, fair)
        assert board.of_fair(work, people.fair) is shown
