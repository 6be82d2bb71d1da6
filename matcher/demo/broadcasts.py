"""The two livestreams: run sheets, what was presented when, what viewers asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from matcher.demo.day import Day
from matcher.demo.draw import Draw
from matcher.demo.fairs import live_since
from matcher.demo.postings import Offer
from matcher.demo.sample import Sample
from matcher.domain.terms import BroadcastStatus, Shift

SHEET = 16
_LATER_TRADES = ("ecommerce", "trade", "logistics", "express", "warehouse", "transport", "retail")


def sheets(offers: Sequence[Offer], sample: Sample, seed: int) -> tuple[list[int], list[int]]:
    """The run sheets (places of offers) of the stream on the air and of the later one."""
    draw = Draw(seed, "run sheets")
    sure = [at for at, offer in enumerate(offers) if offer.is_open and offer.is_sure]
    now = _each_firm_in_turn(offers, sure)[:SHEET]
    trades = [sample.firms[offer.employer].trade for offer in offers]
    later = [
        at
        for at, offer in enumerate(offers)
        if offer.is_open and at not in now and trades[at] in _LATER_TRADES
    ]
    return now, _each_firm_in_turn(offers, draw.shuffled(later))[: SHEET - 2]


def _each_firm_in_turn(offers: Sequence[Offer], places: Sequence[int]) -> list[int]:
    turns: dict[int, int] = {}
    ranked = []
    for order, at in enumerate(places):
        employer = offers[at].employer
        turns[employer] = turns.get(employer, 0) + 1
        ranked.append((turns[employer], order, at))
    return [at for _, _, at in sorted(ranked)]


def presented(sheet: Sequence[int], day: Day) -> dict[int, datetime]:
    """When the first half of the sheet was spoken of; the last of them is on air now."""
    start = live_since(day) + timedelta(minutes=2)
    half = sheet[: SHEET // 2]
    step = (day.ago(3) - start) / (len(half) - 1)
    return {at: start + step * turn for turn, at in enumerate(half)}


def broadcast_rows(
    shown: dict[int, datetime], posting_ids: Sequence[int], stream_ids: Sequence[int], day: Day
) -> list[dict[str, Any]]:
    """One stream live with its pinned posting, one planned."""
    pinned, at = list(shown.items())[-1]
    live = {
        "status": BroadcastStatus.LIVE,
        "pinned_posting_id": posting_ids[pinned],
        "pinned_at": at,
        "started_at": live_since(day) + timedelta(minutes=1),
    }
    planned = dict.fromkeys(live) | {"status": BroadcastStatus.PLANNED}
    return [
        {"fair_session_id": stream_id, "ended_at": None} | row
        for stream_id, row in zip(stream_ids, (live, planned), strict=True)
    ]


def sheet_rows(
    both: Sequence[Sequence[int]],
    shown: dict[int, datetime],
    posting_ids: Sequence[int],
    stream_ids: Sequence[int],
) -> list[dict[str, Any]]:
    """Both run sheets as rows, in the order of speaking."""
    return [
        {
            "fair_session_id": stream_id,
            "posting_id": posting_ids[at],
            "position": position,
            "presented_at": shown.get(at),
        }
        for stream_id, sheet in zip(stream_ids, both, strict=True)
        for position, at in enumerate(sheet, 1)
    ]


def question_rows(
    sample: Sample,
    offers: Sequence[Offer],
    shown: dict[int, datetime],
    posting_ids: Sequence[int],
    booths: Sequence[str],
    viewer_ids: Sequence[int],
    stream_id: int,
    day: Day,
    seed: int,
) -> list[dict[str, Any]]:
    """What was asked of the postings presented so far; answers say what the posting says."""
    draw = Draw(seed, "questions")
    rows = []
    for spoken in draw.shuffled(sample.questions):
        at = draw.one(list(shown))
        asked = min(shown[at] + timedelta(seconds=draw.between(20, 300)), day.ago(0.3))
        answered = asked + timedelta(seconds=draw.between(25, 150))
        says = _answer(spoken, offers[at], booths[offers[at].employer])
        done = bool(says) and answered < day.now and draw.chance(0.85)
        rows.append(
            {
                "fair_session_id": stream_id,
                "posting_id": posting_ids[at],
                "seeker_id": draw.one(viewer_ids),
                "text": spoken["text"],
                "asked_at": asked,
                "answer": says if done else "",
                "answered_at": answered if done else None,
            }
        )
    return sorted(rows, key=lambda row: row["asked_at"])


def _answer(spoken: dict[str, str], offer: Offer, booth: str) -> str:
    row = offer.row
    truths = {
        "day": row["shift"] is Shift.DAY,
        "trainable": bool(row["trainable"]),
        "veterans": row["veterans"],
    }
    if "benefit" in spoken:
        is_so = any(spoken["benefit"] in name or name == "五险一金" and spoken["benefit"] == "社保"
                    for name in row["benefits"])  # fmt: skip
    else:
        is_so = truths.get(spoken.get("fact", ""), True)
    text = spoken.get("yes" if is_so else "no", "")
    return text.format(number=row["number"], booth=booth, openings=row["openings"])
