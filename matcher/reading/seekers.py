"""What a seeker chose and wrote made into the profile that matching sees."""

import re
from collections.abc import Collection, Sequence

from matcher.domain.profiles import SeekerProfile
from matcher.domain.terms import Block, Education
from matcher.reading import certificates as certificate_words
from matcher.reading import pay as pay_words
from matcher.reading import physical
from matcher.reading import years as year_words
from matcher.reading.numerals import with_digits
from matcher.reading.oneself import nights, papers, rest, schooling, served, taught
from matcher.reading.oneself import years as own_years
from matcher.reading.plain import clauses, plain

_LEAST_PAY = re.compile(
    r"(?:不低于|至少|最低|最少|不少于|起码|低于|工资要?|月薪要?|薪资要?|要求?|期望薪资|期望月薪"
    r"|期望)"
    r"[^\d，。]{0,6}\d[^，。]{0,10}|(?<!\d)\d{1,7}(?:\.\d{1,2})?\s{0,2}(?:万|千|k|元"
    r"|块)?\s{0,2}(?:以上|起|往上)"
)
_TALKS_OF_PAY = re.compile(r"薪|工资|元|块|千|万|k|待遇|收入|\d{4}")


def profile(
    id: str,  # noqa: A002 - the field's own name in every file and table
    wanted: Sequence[str] = (),
    text: str = "",
    certificates: Sequence[str] = (),
    skills: Sequence[str] = (),
    years: str | float | None = None,
    education: str | Education | None = None,
    min_pay: int | None = None,
    no_night: bool | None = None,
    weekend_off: bool | None = None,
    trainable_wanted: bool | None = None,
    veteran: bool | None = None,
    *,
    districts: Sequence[str] = (),
    relaxed: Collection[Block] = (),
) -> SeekerProfile:
    """The profile of one person; None means "not said", and is then read from the free text."""
    held = [certificate_words.canonical(name) for name in certificates]
    held += papers.held(text)
    return SeekerProfile(
        id=id,
        wanted=tuple(wanted),
        text=physical.without_limits(text),
        certificates=tuple(dict.fromkeys(held)),
        skills=tuple(skills),
        years=_years(years, text),
        education=_education(education, text),
        min_pay=min_pay if min_pay is not None else least_pay(text),
        no_night=nights.excludes(text) if no_night is None else no_night,
        weekend_off=rest.wants_weekend(text) if weekend_off is None else weekend_off,
        trainable_wanted=taught.is_wanted(text) if trainable_wanted is None else trainable_wanted,
        veteran=served.has_served(text) if veteran is None else veteran,
        districts=tuple(districts),
        cannot=physical.cannot(text),
        relaxed=frozenset(relaxed),
    )


def least_pay(text: str) -> int | None:
    """The least monthly pay a person says to want, in yuan."""
    for clause in clauses(with_digits(plain(text))):
        found = _LEAST_PAY.search(clause)
        if found and _TALKS_OF_PAY.search(clause):
            pay = pay_words.read(found.group())
            if pay is not None and (pay.monthly_min or 0) >= 1000:
                return pay.monthly_min
    return None


def _years(given: str | float | None, text: str) -> float | None:
    if isinstance(given, int | float):
        return float(given)
    told = year_words.read(given) if given else None
    return told if told is not None else own_years.worked(text)


def _education(given: str | Education | None, text: str) -> Education | None:
    if isinstance(given, Education):
        return given
    return schooling.highest(given) if given else schooling.highest(text)
