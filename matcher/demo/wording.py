"""Words for facts: duties, requirements and pay as different firms would set them out."""

from dataclasses import dataclass
from typing import Any

from matcher.demo.draw import Draw
from matcher.demo.employers import Policy
from matcher.demo.sample import Occupation, PayBand
from matcher.domain.terms import Education, PayUnit, Shift
from matcher.domain.values import Pay


@dataclass(frozen=True)
class Facts:
    """What a posting states, before it is put into words."""

    shift: Shift | None
    rest: str | None
    education: Education | None
    years: int | None
    must: tuple[str, ...]
    like: tuple[str, ...]
    trainable: bool
    veterans: bool
    benefits: tuple[str, ...]


def duties(draw: Draw, occupation: Occupation, policy: Policy, phrases: dict[str, Any],
           benefits: tuple[str, ...]) -> str:  # fmt: skip
    """What is to be done, three or four points in the firm's style, sometimes with the benefits."""
    text = _set_out(draw.some(occupation.duties, draw.between(3, 4)), policy.style)
    if policy.style in (0, 3) and benefits:
        said = "，".join(benefit(draw, phrases, name) for name in benefits[:5])
        return f"{text}\n福利待遇：{said}。"
    return text


def requirements(
    draw: Draw, occupation: Occupation, policy: Policy, phrases: dict[str, Any], facts: Facts
) -> str:
    """Who is looked for, and the hours: every fact in one of its wordings."""
    points = [_schooling(draw, phrases, facts), *_papers(draw, phrases, facts)]
    points += draw.some(occupation.needs, draw.between(1, 3))
    if facts.trainable:
        points.append(draw.one(phrases["training"]["said"]))
    if facts.veterans:
        points.append(draw.one(phrases["veterans"]["said"]))
    hours = hours_said(draw, phrases, facts)
    listed = _set_out([point for point in points if point], policy.style)
    return f"{listed}\n工作时间：{hours}。" if hours else listed


def hours_said(draw: Draw, phrases: dict[str, Any], facts: Facts) -> str:
    """Shift and rest in words, empty where neither is stated."""
    said = [draw.one(phrases["shift"][facts.shift.value])] if facts.shift else []
    if facts.rest:
        kind, _, days = facts.rest.partition(":")
        said.append(draw.one(phrases["rest"][kind]).format(n=days))
    return "，".join(said)


def benefit(draw: Draw, phrases: dict[str, Any], name: str) -> str:
    """A benefit as firms put it, with an amount where they name one."""
    said: str = draw.one(phrases["benefit"].get(name, [name]))
    return said


def certificate(draw: Draw, phrases: dict[str, Any], name: str) -> str:
    """A certificate as people call it."""
    said: str = draw.one(phrases["certificate"]["said"].get(name, [name]))
    return said


def _schooling(draw: Draw, phrases: dict[str, Any], facts: Facts) -> str:
    said = []
    if facts.education is not None:
        said.append(draw.one(phrases["education"][facts.education.value]))
    if facts.years == 0:
        said.append(draw.one(phrases["years"]["none"]))
    if facts.years:
        said.append(draw.one(phrases["years"]["some"]).format(n=facts.years))
    return "，".join(said)


def _papers(draw: Draw, phrases: dict[str, Any], facts: Facts) -> list[str]:
    return [
        draw.one(phrases["certificate"][how]).format(name=certificate(draw, phrases, name))
        for how, names in (("must", facts.must), ("like", facts.like))
        for name in names
    ]


def _set_out(points: list[str], style: int) -> str:
    if style == 0:
        return (
            "\n".join(f"{at}、{point}；" for at, point in enumerate(points, 1)).rstrip("；") + "。"
        )
    if style == 1:
        return "；".join(points) + "。"
    if style == 2:
        return "。".join(points) + "。"
    return "\n".join(points)


def pay(draw: Draw, band: PayBand, phrases: dict[str, Any], generosity: float) -> Pay:
    """Pay within an occupation's band, in the words and with the numbers of one firm."""
    low, high = (
        _rounded(band.unit, band.low * generosity),
        _rounded(band.unit, band.high * generosity),
    )
    high = max(high, low)
    kind = "base" if band.base else band.unit.value
    template: str = draw.one([t for t in phrases["pay"][kind] if _suits(t, low, high)])
    text = template.format(
        low=f"{low:g}", high=f"{high:g}", base=band.base,
        klow=f"{low / 1000:g}K", khigh=f"{high / 1000:g}K",
        wlow=f"{low / 10_000:g}", whigh=f"{high / 10_000:g}",
    )  # fmt: skip
    return _stated(text, template, band.unit, low, high)


def _stated(text: str, template: str, unit: PayUnit, low: float, high: float) -> Pay:
    factor = 10_000 if unit is PayUnit.YEAR else 1
    if "low}" not in template:
        low = high
    if "high}" not in template:
        return Pay(text, unit, low * factor, None if "以上" in template else low * factor)
    return Pay(text, unit, low * factor, high * factor)


def _suits(template: str, low: float, high: float) -> bool:
    """万 is for good pay, and a single figure stands for a narrow band."""
    if "{wlow}" in template:
        return low >= 8000
    return not ("{low}元/" in template and "{high" not in template and high > low * 1.35)


def _rounded(unit: PayUnit, amount: float) -> float:
    step = {PayUnit.HOUR: 1, PayUnit.DAY: 10, PayUnit.YEAR: 1}.get(unit, 500)
    return max(step, round(amount / step) * step)
