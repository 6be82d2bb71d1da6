"""What viewers ask the host of a livestream, and what is answered."""

from dataclasses import dataclass

from matcher.domain.drafts.shape import clean
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import BroadcastStatus, FeedKind
from matcher.services.work import Work
from matcher.storage import broadcasts, postings
from matcher.storage.broadcasts import Question
from matcher.storage.fairs import FairSession
from matcher.storage.postings import Posting

LONGEST = 200  # characters of a question or an answer


@dataclass(frozen=True)
class Asked:
    """One question with the posting that was being spoken of, if any."""

    question: Question
    posting: Posting | None


def ask(work: Work, session: FairSession, *, seeker_id: int, text: str) -> Question:
    """Ask the host; belongs to the posting that is pinned now.

    The name is kept from everybody. Raises Refused("not_live"), Invalid.
    """
    broadcast = broadcasts.of_session(work.db, session.id)
    if broadcast is None or broadcast.status is not BroadcastStatus.LIVE:
        raise Refused("not_live")
    question = Question(
        fair_session_id=session.id,
        posting_id=broadcast.pinned_posting_id,
        seeker_id=seeker_id,
        text=_believe(text),
        asked_at=work.now,
    )
    work.db.add(question)
    work.db.flush()
    _announce(work, session, FeedKind.ASKED, question)
    return question


def answer(work: Work, session: FairSession, question_id: int, text: str) -> None:
    """Answer a question of this session, for every viewer to read. Raises NotFound, Invalid."""
    question = _one(work, session, question_id)
    question.answer, question.answered_at = _believe(text), work.now
    _announce(work, session, FeedKind.ANSWERED, question)


def hide(work: Work, session: FairSession, question_id: int) -> None:
    """Take a question off every page. Raises NotFound."""
    question = _one(work, session, question_id)
    question.hidden_at = work.now
    _announce(work, session, FeedKind.ANSWERED, question)


def latest(work: Work, session: FairSession, *, limit: int = 100) -> list[Asked]:
    """What was asked and not hidden, latest first."""
    found = broadcasts.questions(work.db, session.id, limit=limit)
    ids = {question.posting_id for question in found if question.posting_id is not None}
    rows = postings.by_ids(work.db, ids)
    return [Asked(q, rows[q.posting_id][0] if q.posting_id in rows else None) for q in found]


def by_posting(asked: list[Asked]) -> list[tuple[Posting | None, list[Asked]]]:
    """Questions under the posting they were asked about; unanswered ones first."""
    groups: dict[int | None, list[Asked]] = {}
    for one in asked:
        groups.setdefault(one.posting.id if one.posting else None, []).append(one)
    for group in groups.values():
        group.sort(key=lambda one: bool(one.question.answer))
    return [(group[0].posting, group) for group in groups.values()]


def _one(work: Work, session: FairSession, question_id: int) -> Question:
    question = broadcasts.question_in(work.db, session.id, question_id)
    if question is None:
        raise NotFound
    return question


def _believe(text: str) -> str:
    cleaned = " ".join(str(clean(text)).split())
    if not cleaned:
        raise Invalid([Problem("text", "missing")])
    if len(cleaned) > LONGEST:
        raise Invalid([Problem("text", "string_too_long", {"max_length": LONGEST})])
    return cleaned


def _announce(work: Work, session: FairSession, kind: FeedKind, question: Question) -> None:
    work.announce(
        session.fair_id,
        kind,
        {"question": question.id, "posting": question.posting_id},
        fair_session_id=session.id,
    )
