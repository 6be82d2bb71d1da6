"""Postings of the demo fair: what each firm looks for, every text agreeing with its facts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from matcher.demo import wording
from matcher.demo.day import Day
from matcher.demo.draw import Draw, Weights
from matcher.demo.employers import Policy
from matcher.demo.sample import Firm, Occupation, Sample
from matcher.demo.wording import Facts
from matcher.domain.terms import Education, PostingStatus, Shift

# How many postings a firm of a size brings, and how its numbers of openings compare.
_SIZES = {
    "20人以下": (6, 8, 0.4),
    "20-99人": (8, 12, 0.6),
    "100-499人": (11, 15, 0.95),
    "500-999人": (15, 20, 1.4),
    "1000人以上": (20, 25, 1.8),
}
_DRAFTS, _EXPIRED, _CLOSED = 14, 12, 20
_OUTDOORS = ("快递员", "装卸工", "小工", "泥瓦工", "保安", "外墙清洗工", "电焊工", "施工员")


@dataclass(frozen=True)
class Offer:
    """One posting as drawn: its row, and what the rest of the day wants to know about it."""

    row: dict[str, Any]
    occupation: str
    employer: int  # place of the firm in the sample
    is_open: bool = True  # published and not expired
    is_sure: bool = False  # the firm offers it whatever is drawn


def offers(
    sample: Sample, policies: Sequence[Policy], day: Day, fair_id: int, seed: int
) -> list[Offer]:
    """Every posting of the fair in the order of the spoken numbers; rows lack the employer's id."""
    draw = Draw(seed, "postings")
    found: list[Offer] = []
    for at, (firm, policy) in enumerate(zip(sample.firms, policies, strict=True)):
        for name, title, shift in _wanted(draw, firm, policy, sample):
            occupation = sample.occupations[name]
            row = _row(draw, occupation, title, shift, firm, policy, sample, day)
            row |= {"fair_id": fair_id, "number": 101 + len(found)}
            sure = any(name == always for always, _ in firm.always)
            found.append(Offer(row, name, at, is_sure=sure))
    return _unfinished(draw, found, day)


def _wanted(draw: Draw, firm: Firm, policy: Policy, sample: Sample) -> list[tuple[str, str, str]]:
    """(occupation, title, given shift) for one firm: no title twice, no occupation too often."""
    low, high, _ = _SIZES[firm.size]
    sure = list(firm.always)
    target = draw.between(low, high)
    work = dict(zip(policy.trade.work.words, policy.trade.work.weights, strict=True))
    office = dict(zip(policy.trade.office.words, policy.trade.office.weights, strict=True))
    names = [*sure]
    for name, _ in sure:
        work[name] = work.get(name, 1.0) * 0.4
    while len(names) < target:
        pool = office if draw.chance(0.25) else work
        name = draw.word(Weights(tuple(pool), tuple(pool.values()))) or ""
        pool[name] *= 0.3
        names.append((name, ""))
    return _titled(draw, names, sample)


def _titled(draw: Draw, names: list[tuple[str, str]], sample: Sample) -> list[tuple[str, str, str]]:
    left: dict[str, list[str]] = {}
    found = []
    for name, shift in names:
        titles = left.setdefault(name, _by_use(draw, sample.occupations[name]))
        if titles:
            found.append((name, titles.pop(0), shift))
    return found


def _by_use(draw: Draw, occupation: Occupation) -> list[str]:
    """The titles in another order, the usual one more often first."""
    first = [occupation.titles[0]] if draw.chance(0.3) else []
    return list(dict.fromkeys([*first, *draw.shuffled(occupation.titles)]))


def _row(draw: Draw, occupation: Occupation, title: str, shift: str, firm: Firm, policy: Policy,
         sample: Sample, day: Day) -> dict[str, Any]:  # fmt: skip
    facts = _facts(draw, occupation, shift, policy)
    band = draw.one(occupation.pay)
    pay = wording.pay(draw, band, sample.phrases, policy.generosity)
    published = day.opens - timedelta(days=draw.between(1, 12), minutes=draw.between(0, 500))
    return {
        "status": PostingStatus.PUBLISHED,
        "title": title,
        "openings": _openings(draw, occupation, firm, policy),
        "duties": wording.duties(draw, occupation, policy, sample.phrases, facts.benefits),
        "requirements": wording.requirements(draw, occupation, policy, sample.phrases, facts),
        "place": _place(draw, occupation, firm, policy, sample),
        "pay_text": pay.text,
        "pay_unit": pay.unit,
        "pay_min": pay.monthly_min,
        "pay_max": pay.monthly_max,
        "shift": facts.shift,
        "rest": facts.rest,
        "education": facts.education,
        "years": None if facts.years is None else float(facts.years),
        "skills": draw.some(occupation.skills, draw.between(1, 4)),
        "certificates": [*facts.must, *facts.like],
        "certificates_required": list(facts.must),
        "benefits": list(facts.benefits),
        "trainable": True if facts.trainable else None,
        "veterans": facts.veterans,
        "expires_on": day.today + timedelta(days=draw.between(7, 45)),
        "published_at": published,
        "updated_at": published,
    }  # fmt: skip


def _facts(draw: Draw, occupation: Occupation, shift: str, policy: Policy) -> Facts:
    hours = Shift(shift) if shift else _shift(draw.word(occupation.shifts))
    must = (*occupation.must, *(c for c in occupation.must_some if draw.chance(0.5)))
    rest = draw.word(occupation.rest)
    if hours is not None and hours.has_nights and rest in ("double", "alternate"):
        rest = "monthly:4"
    years = draw.word(occupation.years)
    trainable = (years in (None, "0")) and draw.chance(occupation.learn * 1.4)
    education = draw.word(occupation.education)
    return Facts(
        shift=hours,
        rest="monthly:4" if rest == "monthly" else rest,
        education=Education(education) if education else None,
        years=0 if trainable else (int(years) if years else None),
        must=must,
        like=tuple(c for c in occupation.like if c not in must and draw.chance(0.45)),
        trainable=trainable,
        veterans=draw.chance(occupation.veterans),
        benefits=_benefits(draw, occupation, policy, hours),
    )


def _shift(word: str | None) -> Shift | None:
    return Shift(word) if word else None


def _benefits(
    draw: Draw, occupation: Occupation, policy: Policy, shift: Shift | None
) -> tuple[str, ...]:
    desk = _is_beside(occupation, policy) and occupation.name not in ("保安", "保洁员")
    given = list(policy.office if desk else policy.benefits)
    if shift is not None and shift.has_nights and draw.chance(0.7):
        given.append("夜班补贴")
    if occupation.name in _OUTDOORS and draw.chance(0.6):
        given.append("高温补贴")
    return tuple(given)


def _is_beside(occupation: Occupation, policy: Policy) -> bool:
    """Whether the work is not what the firm lives from: the office, the gate, the canteen."""
    return occupation.name in policy.trade.office.words


def _openings(draw: Draw, occupation: Occupation, firm: Firm, policy: Policy) -> int:
    low, high = occupation.openings
    if high <= 2:
        return draw.between(low, high)
    scale = _SIZES[firm.size][2] * (0.4 if _is_beside(occupation, policy) else 1.0)
    number = round(draw.share(low, high) * scale)
    number = min(max(number, 1), 60)
    return round(number / 5) * 5 if number > 12 else number


def _place(draw: Draw, occupation: Occupation, firm: Firm, policy: Policy, sample: Sample) -> str:
    if policy.trade.sites and not _is_beside(occupation, policy) and draw.chance(0.6):
        return f"义乌市{draw.one(sample.firms).district}（项目点就近安排）"
    return f"义乌市{firm.address}"


def _unfinished(draw: Draw, found: list[Offer], day: Day) -> list[Offer]:
    """Turn a handful into drafts that lack something, expired and closed postings."""
    free = [at for at, offer in enumerate(found) if not offer.is_sure]
    for turn, at in enumerate(draw.shuffled(free)[: _DRAFTS + _EXPIRED + _CLOSED]):
        if turn < _DRAFTS:
            change = _draft(draw.one(("pay", "place", "duties")))
        elif turn < _DRAFTS + _EXPIRED:
            change = {"expires_on": day.today - timedelta(days=draw.between(1, 6))}
        else:
            change = {"status": PostingStatus.CLOSED, "updated_at": day.at(draw.share())}
        found[at] = replace(found[at], row=found[at].row | change, is_open=False)
    return found


def _draft(missing: str) -> dict[str, Any]:
    lacks: dict[str, dict[str, Any]] = {
        "pay": {"pay_text": "", "pay_unit": None, "pay_min": None, "pay_max": None},
        "place": {"place": ""},
        "duties": {"duties": "", "requirements": ""},
    }
    facts = {"published_at": None, "expires_on": None, "status": PostingStatus.DRAFT}
    return {**lacks[missing], **facts}
