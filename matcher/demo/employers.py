"""Employers of the demo fair: their company cards, and what each offers all its people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from matcher.demo.day import Day
from matcher.demo.draw import Draw
from matcher.demo.sample import MARK, Firm, Sample, Trade

BIG = ("100-499人", "500-999人", "1000人以上")


@dataclass(frozen=True)
class Policy:
    """What a firm gives everybody, so that its postings agree with one another."""

    trade: Trade
    benefits: tuple[str, ...]  # in the words of the benefit gazetteer, or with an amount
    office: tuple[str, ...]  # the same for people at desks
    style: int  # how the firm sets out its advertisements
    generosity: float  # around 1: pay against what others pay


def policies(sample: Sample, seed: int) -> list[Policy]:
    """One policy per firm, in the order of the sample."""
    draw = Draw(seed, "policies")
    return [_policy(draw, firm, sample.trades[firm.trade]) for firm in sample.firms]


def rows(sample: Sample, day: Day, fair_id: int, seed: int) -> list[dict[str, Any]]:
    """The firms as rows of the employers' table."""
    draw = Draw(seed, "employers")
    return [
        {
            "fair_id": fair_id,
            "name": firm.name + MARK,
            "credit_code": f"演示{draw.between(10**11, 10**12 - 1)}",
            "industry": sample.trades[firm.trade].industry,
            "size": firm.size,
            "district": firm.district,
            "address": f"义乌市{firm.address}{MARK}",
            "about": firm.about,
            "contact_name": firm.contact + MARK,
            "contact_phone": no_phone(draw),
            "created_at": day.opens
            - timedelta(days=draw.between(8, 20), minutes=draw.between(0, 600)),
        }
        for firm in sample.firms
    ]


def no_phone(draw: Draw) -> str:
    """A number nobody can have: after +86 10 no subscriber's number starts with 0."""
    return f"+86100{draw.between(0, 9_999_999):07d}"


def _policy(draw: Draw, firm: Firm, trade: Trade) -> Policy:
    big = firm.size in BIG
    given = {offer: draw.chance(p) for offer, p in trade.offers.items()}
    shared = [*_insurance(draw, given["insured"], big), *_everyday(draw, big)]
    floor = [*_living(draw, given), *shared, *_welcome(draw, big, trade.hall)]
    desk = [*(["包吃"] if given["meals"] else ["餐补"]), *shared]
    if given["dorm"] and draw.chance(0.4):
        desk.insert(0, "包住")
    return Policy(
        trade,
        tuple(floor),
        tuple(desk),
        draw.between(0, 3),
        min(max(draw.bell(1.0, 0.05), 0.93), 1.12),
    )


def _living(draw: Draw, given: dict[str, bool]) -> list[str]:
    found = ["包吃"] if given["meals"] else ["餐补"]
    if given["dorm"]:
        found.append("包住")
    elif draw.chance(0.4):
        found.append("房补")
    if given["couple"] and given["dorm"]:
        found.append("夫妻房")
    return [*found, *(["班车"] if given["bus"] else [])]


def _insurance(draw: Draw, insured: bool, big: bool) -> list[str]:
    if not insured:
        return ["意外险"] if draw.chance(0.7) else []
    return ["五险一金"] if big and draw.chance(0.5) else ["社保"]


def _everyday(draw: Draw, big: bool) -> list[str]:
    chances = {
        "年终奖": 0.4,
        "节日福利": 0.5,
        "带薪年假": 0.5 if big else 0.2,
        "定期体检": 0.4 if big else 0.1,
        "工龄奖": 0.35,
    }
    return _drawn(draw, chances)


def _welcome(draw: Draw, big: bool, hall: str) -> list[str]:
    chances = {
        "全勤奖": 0.5,
        "空调": 0.4 if hall == "A" else 0.0,
        "返乡车票报销": 0.15 if big else 0.03,
        "入职红包300元": 0.12,
        "入职红包500元": 0.08 if big else 0.0,
    }
    return _drawn(draw, chances)


def _drawn(draw: Draw, chances: dict[str, float]) -> list[str]:
    return [name for name, p in chances.items() if draw.chance(p)]


def halls(sample: Sample) -> dict[str, list[int]]:
    """Which firms (by their place in the sample) stand in hall A, B and C."""
    found: dict[str, list[int]] = {"A": [], "B": [], "C": []}
    for at, firm in enumerate(sample.firms):
        found[sample.trades[firm.trade].hall].append(at)
    return found


def booth_rows(
    sample: Sample, employer_ids: Sequence[int], hall_ids: dict[str, int]
) -> list[dict[str, Any]]:
    """Forty booths to a hall: one each, a second one for the biggest, the last ones free."""
    rows: list[dict[str, Any]] = []
    for hall, members in halls(sample).items():
        extra = [at for at in members if sample.firms[at].size == "1000人以上"]
        taken = [*members, *extra][:40]
        order = sorted(taken, key=lambda at: (at not in extra, members.index(at)))
        for place in range(40):
            owner = employer_ids[order[place]] if place < len(order) else None
            number = f"{hall}{place + 1:02d}"
            rows.append({"fair_session_id": hall_ids[hall], "employer_id": owner, "number": number})
    return rows
