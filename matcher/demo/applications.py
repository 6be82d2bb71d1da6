"""Applications of the morning: who applied where, one consent per employer, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from matcher.demo.day import Day
from matcher.demo.draw import Draw
from matcher.demo.journeys import Journey, journey
from matcher.demo.postings import Offer
from matcher.demo.seekers import Person
from matcher.domain.terms import Channel, Shift, Stage
from matcher.storage.applications import BY_SEEKER

_APPLIES = 0.55  # of those who came
_APPLIES_LIVE = 0.75  # of known viewers for whom a fitting posting was presented
_RECEIPT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Sent:
    """One application: person and offer by their places, and how it went."""

    person: int
    offer: int
    channel: Channel
    journey: Journey

    @property
    def at(self) -> datetime:
        """When it was sent."""
        return self.journey.steps[0][2]


@dataclass(frozen=True)
class Market:
    """Where a person may apply: open offers by occupation, and how much each one draws."""

    offers: Sequence[Offer]
    by_occupation: dict[str, list[int]]
    pull: list[float]
    recruiters: Sequence[str]

    def fitting(self, person: Person) -> list[int]:
        """The open offers that this person would and could take."""
        return [at for at in self.by_occupation[person.occupation] if fits(person, self.offers[at])]


def market(
    offers: Sequence[Offer], occupations: Sequence[str], recruiters: Sequence[str], seed: int
) -> Market:
    """Few offers draw many, most draw some; the firm of the tour draws a lot."""
    draw = Draw(seed, "pull")
    grouped: dict[str, list[int]] = {name: [] for name in occupations}
    pull = []
    for at, offer in enumerate(offers):
        pull.append((draw.share(0.02, 1.0) ** -0.8) * (4.0 if offer.employer == 0 else 1.0))
        if offer.is_open:
            grouped[offer.occupation].append(at)
    return Market(offers, grouped, pull, recruiters)


def fits(person: Person, offer: Offer) -> bool:
    """Whether hard wishes are met and the certificates are held."""
    told, row = person.told, offer.row
    if told.no_night and isinstance(row["shift"], Shift) and row["shift"].has_nights:
        return False
    if told.min_pay and row["pay_max"] and row["pay_max"] < told.min_pay:
        return False
    return set(row["certificates_required"]) <= set(told.certificates)


def on_site(
    people: Sequence[Person],
    arrived: Sequence[datetime | None],
    market: Market,
    day: Day,
    seed: int,
) -> list[Sent]:
    """What was sent in the halls, after the gate."""
    draw = Draw(seed, "applications")
    found = []
    for at, (person, came) in enumerate(zip(people, arrived, strict=True)):
        if at == 0 or came is None or not draw.chance(_APPLIES):
            continue
        choices = market.fitting(person)
        moment = came
        for offer in _chosen(draw, choices, market.pull, draw.weighted((1, 2, 3), (4, 5, 3))):
            moment += timedelta(minutes=3 + abs(draw.bell(0, 18)))
            if moment < day.now:
                by = market.recruiters[market.offers[offer].employer]
                way = journey(draw, moment, by, day.now)
                found.append(Sent(at, offer, Channel.ON_SITE, way))
    return found


def from_stream(
    people: Sequence[Person],
    watching: Sequence[int | None],
    presented: dict[int, datetime],
    market: Market,
    day: Day,
    seed: int,
) -> list[Sent]:
    """What viewers sent after a posting was presented (offer → when)."""
    draw = Draw(seed, "applications from the stream")
    found = []
    for at in watching:
        if at is None or not draw.chance(_APPLIES_LIVE):
            continue
        choices = [offer for offer in presented if _suits(people[at], market.offers[offer])]
        for offer in _chosen(draw, choices, market.pull, draw.weighted((1, 2), (3, 1))):
            moment = presented[offer] + timedelta(seconds=draw.between(25, 600))
            if moment < day.now:
                by = market.recruiters[market.offers[offer].employer]
                way = journey(draw, moment, by, day.now)
                found.append(Sent(at, offer, Channel.LIVESTREAM, way))
    return found


def _suits(person: Person, offer: Offer) -> bool:
    return person.occupation == offer.occupation and fits(person, offer)


def _chosen(draw: Draw, choices: list[int], pull: list[float], k: int) -> list[int]:
    left = list(choices)
    found: list[int] = []
    while left and len(found) < k:
        pick = draw.weighted(left, [pull[at] for at in left])
        left.remove(pick)
        found.append(pick)
    return found


def of_the_tour(people: Sequence[Person], market: Market, day: Day) -> list[Sent]:
    """The electrician's three: invited by the firm of the tour, offered an intent, just sent."""
    fitting = [
        at for at in market.fitting(people[0]) if market.offers[at].row["shift"] is Shift.DAY
    ]
    first = next(at for at in fitting if market.offers[at].employer == 0)
    others = [at for at in fitting if market.offers[at].employer != 0]
    sure = sorted(others, key=lambda at: not market.offers[at].is_sure)
    second, third = (
        sure[0],
        next(at for at in sure if market.offers[at].employer != market.offers[sure[0]].employer),
    )
    return [
        Sent(0, first, Channel.ON_SITE, _invited(market, first, day, 70)),
        Sent(0, second, Channel.ON_SITE, _offered(market, second, day)),
        Sent(0, third, Channel.ON_SITE, Journey([(Stage.SUBMITTED, BY_SEEKER, day.ago(6))])),
    ]


def _invited(market: Market, offer: int, day: Day, minutes: float) -> Journey:
    by = market.recruiters[market.offers[offer].employer]
    made = Journey([(Stage.SUBMITTED, BY_SEEKER, day.ago(minutes))])
    made.go(Stage.VIEWED, by, day.ago(minutes - 9))
    made.go(Stage.INTERVIEW, by, day.ago(minutes - 21))
    return made


def _offered(market: Market, offer: int, day: Day) -> Journey:
    made = _invited(market, offer, day, 55)
    made.employer_agreed_at = day.ago(12)
    return made


def consent_rows(
    sent: Sequence[Sent],
    people: Sequence[Person],
    offers: Sequence[Offer],
    seeker_ids: Sequence[int],
    employer_ids: Sequence[int],
    seed: int,
) -> list[dict[str, Any]]:
    """One consent per person and employer, given with the first application."""
    draw = Draw(seed, "consents")
    together: dict[tuple[int, int], list[Sent]] = {}
    for one in sorted(sent, key=lambda each: each.at):
        together.setdefault((one.person, offers[one.offer].employer), []).append(one)
    return [
        {"seeker_id": seeker_ids[person], "employer_id": employer_ids[employer]}
        | _consent(draw, people[person], held)
        for (person, employer), held in together.items()
    ]


def _consent(draw: Draw, person: Person, held: list[Sent]) -> dict[str, Any]:
    """A recall takes back all that was sent to the employer, so it stands for all or none."""
    recalls = [one.journey.recalled_at for one in held]
    recalled = max((at for at in recalls if at), default=None) if all(recalls) else None
    shares = person.row["phone"] is not None and draw.chance(0.8)
    return {
        "receipt": "".join(draw.one(_RECEIPT_LETTERS) for _ in range(10)),
        "shares_phone": shares and recalled is None,
        "shares_resume": False,
        "given_at": held[0].at,
        "recalled_at": recalled,
    }
