"""The last facts of the morning, as the feed would have told them."""

from collections.abc import Sequence
from typing import Any

from matcher.demo.applications import Sent
from matcher.demo.day import Day
from matcher.demo.postings import Offer
from matcher.domain.terms import Channel, FeedKind

_MINUTES = 12
Row = dict[str, Any]


def rows(
    fair_id: int,
    day: Day,
    *,
    check_ins: Sequence[Row],
    sent: Sequence[Sent],
    posting_ids: Sequence[int],
    questions: Sequence[Row],
    broadcast: Row,
    pinned: Offer,
) -> list[Row]:
    """Everything that was told in the last minutes, in the order of time."""
    live = broadcast["fair_session_id"]
    spoken = {"posting": broadcast["pinned_posting_id"], "number": pinned.row["number"]}
    told = [
        _row(FeedKind.WENT_LIVE, {}, broadcast["started_at"], live),
        _row(FeedKind.PINNED, spoken, broadcast["pinned_at"], live),
        *_arrivals(check_ins),
        *(entry for one in sent for entry in _of_application(one, posting_ids, live)),
        *(entry for question in questions for entry in _of_question(question)),
    ]
    since = day.ago(_MINUTES)
    lately = [row for row in told if row["at"] > since or row["kind"] is FeedKind.WENT_LIVE]
    return [row | {"fair_id": fair_id} for row in sorted(lately, key=lambda row: row["at"])]


def _row(kind: FeedKind, payload: Row, at: Any, session_id: int | None) -> Row:
    return {"kind": kind, "payload": payload, "at": at, "fair_session_id": session_id}


def _arrivals(check_ins: Sequence[Row]) -> list[Row]:
    """Check-ins with the counts as they stood then: in this hall, and people in all."""
    here: dict[int, int] = {}
    people: set[int] = set()
    found = []
    for row in check_ins:
        hall = row["fair_session_id"]
        here[hall] = here.get(hall, 0) + 1
        people.add(row["registration_id"])
        counts = {"here": here[hall], "people": len(people)}
        found.append(_row(FeedKind.CHECKED_IN, counts, row["at"], hall))
    return found


def _of_application(one: Sent, posting_ids: Sequence[int], live: int) -> list[Row]:
    posting = {"posting": posting_ids[one.offer]}
    session = live if one.channel is Channel.LIVESTREAM else None
    found = [_row(FeedKind.APPLIED, posting, one.at, session)]
    if one.journey.seeker_agreed_at is not None:
        found.append(_row(FeedKind.AGREED, posting, one.journey.seeker_agreed_at, None))
    return found


def _of_question(question: Row) -> list[Row]:
    session = question["fair_session_id"]
    about = {"question": question["id"], "posting": question["posting_id"]}
    found = [_row(FeedKind.ASKED, about, question["asked_at"], session)]
    if question["answered_at"] is not None:
        found.append(_row(FeedKind.ANSWERED, about, question["answered_at"], session))
    return found
