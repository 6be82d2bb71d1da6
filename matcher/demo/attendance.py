"""Who came when: arrivals in the curve of a morning, tickets, check-ins and viewers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from matcher.demo.day import Day
from matcher.demo.draw import Draw, weights
from matcher.demo.fairs import GATES, live_since
from matcher.demo.postings import Offer
from matcher.demo.sample import Sample
from matcher.demo.seekers import Person

VIEWERS = 612
_COMES = 0.41  # of those who registered beforehand
_SECOND_HALL = 0.15
_CAME_FIRST = 0.45  # how far into the morning the electrician of the tour came


def arrivals(people: Sequence[Person], day: Day, seed: int) -> list[datetime | None]:
    """When each person came through a gate, None for those who have not; walk-ins always have."""
    draw = Draw(seed, "arrivals")
    found: list[datetime | None] = []
    for at, person in enumerate(people):
        if at == 0:
            found.append(day.at(_CAME_FIRST))
        elif person.is_walk_in or draw.chance(_COMES):
            found.append(day.at(_curve(draw)))
        else:
            found.append(None)
    return found


def _curve(draw: Draw) -> float:
    """Most come in the second hour; the stream thins out and never stops."""
    while True:
        share = draw.bell(0.36, 0.24) if draw.chance(0.8) else draw.share()
        if 0.004 < share < 0.998:
            return share


def walk_in(people: Sequence[Person], arrived: Sequence[datetime | None], seed: int) -> None:
    """Date the profiles of walk-ins: made at the kiosk, minutes before the gate."""
    draw = Draw(seed, "walk-ins")
    for person, at in zip(people, arrived, strict=True):
        if person.is_walk_in and at is not None:
            made = at - timedelta(seconds=draw.between(40, 260))
            person.row.update({"created_at": made, "updated_at": made})


def registration_rows(
    people: Sequence[Person], seeker_ids: Sequence[int], fair_id: int, seed: int
) -> list[dict[str, Any]]:
    """A ticket for everybody."""
    draw = Draw(seed, "tickets")
    codes = draw.codes(len(people))
    return [
        {
            "fair_id": fair_id,
            "seeker_id": seeker_id,
            "ticket": draw.token(),
            "code": code,
            "source": person.row["source"],
            "created_at": person.row["created_at"] + timedelta(seconds=20),
        }
        for person, seeker_id, code in zip(people, seeker_ids, codes, strict=True)
    ]


def check_in_rows(
    people: Sequence[Person],
    arrived: Sequence[datetime | None],
    registration_ids: Sequence[int],
    offers: Sequence[Offer],
    sample: Sample,
    hall_ids: dict[str, int],
    day: Day,
    seed: int,
) -> list[dict[str, Any]]:
    """One row per person and hall, in the order of time; some see a second hall later."""
    draw = Draw(seed, "check-ins")
    usual = usual_halls(offers, sample)
    rows = []
    for person, at, registration_id in zip(people, arrived, registration_ids, strict=True):
        if at is None:
            continue
        hall = usual[person.occupation]
        visits = [(hall, at)]
        later = at + timedelta(minutes=draw.between(20, 80))
        if draw.chance(_SECOND_HALL) and later < day.now:
            visits.append((draw.one([other for other in GATES if other != hall]), later))
        rows += [
            {
                "registration_id": registration_id,
                "fair_session_id": hall_ids[name],
                "nonce": draw.token(),
                "gate": draw.word(weights(GATES[name])),
                "at": moment,
            }
            for name, moment in visits
        ]
    return sorted(rows, key=lambda row: row["at"])


def usual_halls(offers: Sequence[Offer], sample: Sample) -> dict[str, str]:
    """The hall in which most openings of an occupation stand."""
    counts: dict[str, dict[str, int]] = {
        name: {"A": 0, "B": 0, "C": 0} for name in sample.occupations
    }
    for offer in offers:
        hall = sample.trades[sample.firms[offer.employer].trade].hall
        counts[offer.occupation][hall] += offer.row["openings"]
    return {name: max(found, key=lambda hall: found[hall]) for name, found in counts.items()}


def viewers(
    people: Sequence[Person], arrived: Sequence[datetime | None], wanted: set[str], seed: int
) -> list[int | None]:
    """Who watches the stream (by place among people): half of them strangers to us."""
    draw = Draw(seed, "viewers")
    near = [at for at, person in enumerate(people) if at > 0 and person.occupation in wanted]
    away = [at for at in near if arrived[at] is None]
    known = draw.shuffled(away)[:230] + draw.shuffled([at for at in near if arrived[at]])[:70]
    return draw.shuffled([*known, *([None] * (VIEWERS - len(known)))])


def viewing_rows(
    watching: Sequence[int | None],
    seeker_ids: Sequence[int],
    stream_id: int,
    day: Day,
    seed: int,
) -> list[dict[str, Any]]:
    """How long each viewer stayed; about one in four is still there."""
    draw = Draw(seed, "viewings")
    start = live_since(day) + timedelta(minutes=1)
    on_air = (day.now - start).total_seconds()
    rows = []
    for at in watching:
        first = on_air * draw.share(0, 0.97) ** 1.3
        stays = min(30 + abs(draw.bell(0, 1)) * 900, on_air - first)
        rows.append(
            {
                "fair_session_id": stream_id,
                "viewer": draw.token() + draw.token(),
                "seeker_id": None if at is None else seeker_ids[at],
                "first_at": start + timedelta(seconds=first),
                "last_at": start + timedelta(seconds=first + stays),
                "seconds": round(stays * draw.share(0.8, 1.0)),
            }
        )
    return rows
