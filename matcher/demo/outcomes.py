"""Applications as rows, with their stage changes, offered terms and the recruiters' notes."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from matcher.demo.applications import Sent
from matcher.demo.draw import Draw
from matcher.demo.postings import Offer
from matcher.demo.sample import MARK, Sample
from matcher.domain.terms import Channel
from matcher.services.applications import offered_terms
from matcher.storage.postings import Posting

Row = dict[str, Any]


def application_rows(
    sent: Sequence[Sent],
    offers: Sequence[Offer],
    *,
    fair_id: int,
    seeker_ids: Sequence[int],
    posting_ids: Sequence[int],
    employer_ids: Sequence[int],
    hall_of: Sequence[int],
    stream_id: int,
) -> list[Row]:
    """One row each; `hall_of` gives the hall session of each employer."""
    return [
        {
            "fair_id": fair_id,
            "seeker_id": seeker_ids[one.person],
            "posting_id": posting_ids[one.offer],
            "employer_id": employer_ids[offers[one.offer].employer],
            "fair_session_id": stream_id
            if one.channel is Channel.LIVESTREAM
            else hall_of[offers[one.offer].employer],
            "channel": one.channel,
            "stage": one.journey.stage,
            "employer_agreed_at": one.journey.employer_agreed_at,
            "seeker_agreed_at": one.journey.seeker_agreed_at,
            "offered_terms": _terms(one, offers[one.offer]),
            "created_at": one.at,
            "updated_at": one.journey.updated_at,
        }
        for one in sent
    ]


def _terms(one: Sent, offer: Offer) -> Row | None:
    if one.journey.employer_agreed_at is None:
        return None
    return offered_terms(Posting(**offer.row))


def stage_rows(sent: Sequence[Sent], application_ids: Sequence[int]) -> list[Row]:
    """Every move of every application."""
    return [
        {"application_id": application_id, "stage": stage, "by": by, "at": at}
        for one, application_id in zip(sent, application_ids, strict=True)
        for stage, by, at in one.journey.steps
    ]


def note_rows(
    sent: Sequence[Sent],
    offers: Sequence[Offer],
    application_ids: Sequence[int],
    sample: Sample,
    seed: int,
) -> list[Row]:
    """What recruiters wrote down: a little everywhere, more at the firm of the tour."""
    draw = Draw(seed, "notes")
    rows = []
    for one, application_id in zip(sent, application_ids, strict=True):
        employer = offers[one.offer].employer
        texts = sample.notes.get(one.journey.stage.value)
        if texts and draw.chance(0.5 if employer == 0 else 0.12):
            rows.append(
                {
                    "application_id": application_id,
                    "text": draw.one(texts),
                    "by": sample.firms[employer].contact + MARK,
                    "at": one.journey.updated_at + timedelta(seconds=draw.between(0, 5)),
                }
            )
    return rows
