"""Seekers of the demo fair, as they come: most with a wish and perhaps a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from matcher.demo import speech
from matcher.demo.day import Day
from matcher.demo.draw import Draw, Weights, weights
from matcher.demo.employers import no_phone
from matcher.demo.postings import Offer
from matcher.demo.sample import MARK, Occupation, Sample
from matcher.demo.speech import Told
from matcher.domain.terms import Education, PayUnit, Source
from matcher.domain.values import Pay

COUNT = 3000
_PEOPLE_SEEN = 0.82  # share who let employers find them
_NIGHTS = ("two_shift", "three_shift", "night")


@dataclass(frozen=True)
class Person:
    """One seeker as drawn: the row, and what the day wants to know about them."""

    row: dict[str, Any]
    occupation: str
    told: Told
    is_walk_in: bool = field(default=False)  # registered at the kiosk, on arrival


def people(
    sample: Sample, offers: Sequence[Offer], day: Day, fair_id: int, seed: int
) -> list[Person]:
    """Three thousand people; the first one is the electrician who stands for all of them."""
    draw = Draw(seed, "seekers")
    crowd = _crowd(sample, offers)
    places = Draw(seed, "districts")
    found = [_electrician(day, fair_id)]
    while len(found) < COUNT:
        occupation = sample.occupations[draw.word(crowd) or ""]
        person = _person(draw, occupation, sample, day, fair_id)
        person.row["districts"] = _districts(places, sample)
        found.append(person)
    return found


def _crowd(sample: Sample, offers: Sequence[Offer]) -> Weights:
    """How many look for what: slower than demand, with the trades of the hands ahead."""
    wanted = dict.fromkeys(sample.occupations, 3.0)
    for offer in offers:
        wanted[offer.occupation] += 1.0
    for name in ("维修电工", "物业水电工", "叉车司机", "普工", "保安", "行政文员"):
        wanted[name] *= 1.7
    return Weights(tuple(wanted), tuple(number**0.8 for number in wanted.values()))


def _electrician(day: Day, fair_id: int) -> Person:
    told = Told("维修电工", "电工", ("低压电工作业证",), 6, None, no_night=True)
    row = _row(told, day.opens - timedelta(days=2, minutes=95), fair_id) | {
        "name": f"周师傅{MARK}",
        "text": "有低压电工证，干过6年维修电工，会看图、会修变频器，想上长白班，不上夜班",
        "wanted": ["维修电工"],
        "skills": ["电路检修", "变频器"],
        "visible": True,
        "source": Source.PHONE,
    }
    return Person(row, "维修电工", told)


def _person(draw: Draw, occupation: Occupation, sample: Sample, day: Day, fair_id: int) -> Person:
    told = _told(draw, occupation)
    walks_in = draw.chance(0.24)
    minutes = draw.between(0, 9 * 24 * 60) if not walks_in else 0
    created = day.opens - timedelta(minutes=minutes)
    row = _row(told, created, fair_id) | {
        "name": _name(draw, occupation, sample),
        "phone": no_phone(draw) if draw.chance(0.3) else None,
        "text": speech.said(draw, told, occupation, sample, day.today.year),
        "skills": _skills(draw, occupation, told),
        "visible": draw.chance(_PEOPLE_SEEN),
        "personalised": not draw.chance(0.01),
        "source": Source.KIOSK
        if walks_in
        else Source.IMPORT
        if draw.chance(0.08)
        else Source.PHONE,
    }
    return Person(row, occupation.name, told, walks_in)


def _row(told: Told, created: datetime, fair_id: int) -> dict[str, Any]:
    return {
        "fair_id": fair_id,
        "name": "",
        "phone": None,
        "wanted": [told.title],
        "text": "",
        "certificates": list(told.certificates),
        "skills": [],
        "years": None if told.years is None else float(told.years),
        "education": told.education,
        "min_pay": told.min_pay,
        "no_night": told.no_night,
        "weekend_off": told.weekend_off,
        "trainable_wanted": told.trainable,
        "veteran": told.veteran,
        "districts": [],
        "personalised": True,
        "visible": True,
        "source": Source.PHONE,
        "created_at": created,
        "updated_at": created,
    }


def _told(draw: Draw, occupation: Occupation) -> Told:
    held = {c for c in occupation.must if draw.chance(0.86)}
    held |= {c for c in (*occupation.must_some, *occupation.like) if draw.chance(0.3)}
    if not any(c.startswith("驾驶证") for c in held) and draw.chance(0.09):
        held.add("驾驶证C1")
    years = _years(draw, occupation)
    learns = not years and occupation.learn > 0 and draw.chance(0.45)
    student = years == 0 and draw.chance(0.25)
    return Told(
        occupation=occupation.name,
        title=draw.one(occupation.titles).partition("（")[0],
        certificates=tuple(sorted(held)),
        years=0 if learns else years,
        education=_education(draw, occupation),
        min_pay=_min_pay(draw, occupation) if draw.chance(0.35) else None,
        no_night=draw.chance(0.34 if _knows_nights(occupation) else 0.12),
        weekend_off=draw.chance(0.25 if draw.word(occupation.rest) == "double" else 0.04),
        trainable=learns,
        veteran=draw.chance(0.25 if occupation.veterans > 0.3 else 0.03) and not student,
        student=student and not occupation.must,
    )


def _knows_nights(occupation: Occupation) -> bool:
    return any(word in _NIGHTS for word in occupation.shifts.words)


def _years(draw: Draw, occupation: Occupation) -> int | None:
    if draw.chance(0.45):
        return None
    if occupation.learn >= 0.3 and draw.chance(0.35):
        return 0
    return max(1, min(25, round(draw.bell(5, 4))))


def _education(draw: Draw, occupation: Occupation) -> Education | None:
    if draw.chance(0.45):
        return None
    asked = draw.word(occupation.education)
    if asked in (None, "none"):
        asked = draw.word(weights("junior 5, senior 3, vocational 2, college 1"))
    return Education(asked) if asked else None


def _min_pay(draw: Draw, occupation: Occupation) -> int:
    """A wish that can be met: somewhat below what the occupation starts with."""
    band = draw.one(occupation.pay)
    low = Pay("", band.unit, band.low * (10_000 if band.unit is PayUnit.YEAR else 1))
    return round((low.monthly_min or 5000) * draw.share(0.78, 1.02) / 500) * 500


def _name(draw: Draw, occupation: Occupation, sample: Sample) -> str:
    if draw.chance(0.12):
        return f"{draw.one(sample.people['nicknames'])}{MARK}"
    desk = occupation.education.words[0] in ("college", "bachelor")
    kind = weights(sample.people["office" if desk else "manual"])
    surname = draw.word(weights(sample.people["surnames"])) or ""
    return (draw.word(kind) or "").format(s=surname) + MARK


def _skills(draw: Draw, occupation: Occupation, told: Told) -> list[str]:
    if not told.years or draw.chance(0.5):
        return []
    return draw.some(occupation.skills, draw.between(1, 3))


def _districts(draw: Draw, sample: Sample) -> list[str]:
    """One person in four says where: there where firms are."""
    named = [draw.one(sample.firms).district for _ in range(draw.between(1, 2))]
    return list(dict.fromkeys(named)) if draw.chance(0.25) else []
