"""How seekers put it: nothing, a few spoken words, or the story of their working life."""

from dataclasses import dataclass
from typing import Any

from matcher.demo.draw import Draw
from matcher.demo.sample import Occupation, Sample
from matcher.demo.wording import certificate
from matcher.domain.terms import Education
from matcher.reading import certificates as papers

_TAUGHT = (Education.VOCATIONAL, Education.COLLEGE, Education.BACHELOR)
_SILENT, _SHORT = 0.3, 0.84  # up to here nothing is said, up to there a few words


@dataclass(frozen=True)
class Told:
    """What a person has told about themselves, before it is put into words."""

    occupation: str
    title: str
    certificates: tuple[str, ...] = ()
    years: int | None = None
    education: Education | None = None
    min_pay: int | None = None
    no_night: bool = False
    weekend_off: bool = False
    trainable: bool = False
    veteran: bool = False
    student: bool = False


def said(draw: Draw, told: Told, occupation: Occupation, sample: Sample, year: int) -> str:
    """The free text of a profile; it never contradicts what was ticked."""
    kind = draw.share()
    if kind < _SILENT and not told.student:
        return ""
    if kind < _SHORT or not told.years or told.student:
        return _spoken(draw, told, occupation, sample)
    return _story(draw, told, occupation, sample, year)


def _spoken(draw: Draw, told: Told, occupation: Occupation, sample: Sample) -> str:
    people = sample.people
    parts: list[str] = []
    if told.certificates and draw.chance(0.75):
        parts.append(_paper(draw, told, sample))
    line = _line(draw, told, occupation)
    if told.student:
        parts.append(line if "学生" in line else draw.one(people["wish"]["student"]))
    elif line and draw.chance(0.6):
        parts.append(line)
    elif told.years is not None:
        parts.append(_experience(draw, told, people))
    if not parts or draw.chance(0.35):
        parts.append(draw.one(people["wish"]["want"]).format(title=told.title))
    parts += _wishes(draw, told, people)
    return "，".join(dict.fromkeys(parts))


def _paper(draw: Draw, told: Told, sample: Sample) -> str:
    name = certificate(draw, sample.phrases, draw.one(told.certificates))
    return str(draw.one(sample.people["certificate"]["said"]).format(name=name))


def _line(draw: Draw, told: Told, occupation: Occupation) -> str:
    """A sentence of the trade, if what it claims is true of this person."""
    claims = {
        ("学生",): told.student,
        ("想学", "愿意学", "有人带", "没怎么"): told.trainable,
        ("想进",): not told.years,
        ("刚毕业",): told.years == 0,
        ("部队",): told.veteran,
        ("专业", "大专", "毕业", "中专", "技校"): told.education in _TAUGHT,
    }
    fitting = [
        line
        for line in occupation.says
        if ("{years}" not in line or told.years)
        and all(name in told.certificates for name, _ in papers.read(line))
        and all(is_so for signs, is_so in claims.items() if any(s in line for s in signs))
    ]
    return draw.one(fitting).format(years=told.years) if fitting else ""


def _experience(draw: Draw, told: Told, people: dict[str, Any]) -> str:
    kind = "said" if told.years else "none"
    return str(draw.one(people["years"][kind]).format(n=told.years))


def _wishes(draw: Draw, told: Told, people: dict[str, Any]) -> list[str]:
    wish = people["wish"]
    ticked = {
        "no_night": told.no_night,
        "weekend_off": told.weekend_off,
        "trainable": told.trainable,
        "veteran": told.veteran,
    }
    found = [draw.one(wish[name]) for name, is_so in ticked.items() if is_so and draw.chance(0.75)]
    if told.min_pay is not None and draw.chance(0.7):
        found.append(draw.one(wish["min_pay"]).format(pay=told.min_pay))
    if draw.chance(0.3) and not told.student:
        found.append(draw.one(wish["other"]))
    return found


def _story(draw: Draw, told: Told, occupation: Occupation, sample: Sample, year: int) -> str:
    story = sample.people["story"]
    years = told.years or 1
    until = year - draw.between(0, 1)
    trade = draw.one([t for t in sample.trades.values() if told.occupation in t.work.words]
                     or list(sample.trades.values()))  # fmt: skip
    work = draw.one(story["work"]).format(
        **{"from": until - years, "to": until}, n=years, industry=trade.industry, title=told.title,
        place=draw.one(story["places"]), did="，".join(draw.some(occupation.duties, 2)),
    )  # fmt: skip
    sentences = [work]
    if told.certificates:
        sentences.append(_paper(draw, told, sample) + "。")
    sentences += [draw.one(story["leave"])] if draw.chance(0.6) else []
    sentences += [draw.one(story["own"])] if draw.chance(0.6) else []
    wishes = _wishes(draw, told, sample.people)
    return "".join([*sentences, *([f"{'，'.join(wishes)}。"] if wishes else [])])
