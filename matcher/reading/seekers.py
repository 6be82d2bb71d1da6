"""What a seeker chose and wrote made into the profile that matching sees."""

from collections.abc import Collection, Sequence

from matcher.domain.profiles import SeekerProfile
from matcher.domain.terms import Block, Education
from matcher.reading import certificates as certificate_words
from matcher.reading import physical
from matcher.reading import years as year_words
from matcher.reading.oneself import nights, papers, pay, rest, schooling, served, taught
from matcher.reading.oneself import years as own_years


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
    wanted_pay = pay.wanted(text) if min_pay is None else None
    return SeekerProfile(
        id=id,
        wanted=_words(wanted),
        text=physical.without_limits(text),
        certificates=tuple(dict.fromkeys(held)),
        skills=_words(skills),
        years=_years(years, text),
        education=_education(education, text),
        min_pay=wanted_pay.told.value.monthly_min if wanted_pay else min_pay,
        no_night=nights.excludes(text) if no_night is None else no_night,
        weekend_off=rest.wants_weekend(text) if weekend_off is None else weekend_off,
        trainable_wanted=taught.is_wanted(text) if trainable_wanted is None else trainable_wanted,
        veteran=served.has_served(text) if veteran is None else veteran,
        districts=tuple(districts),
        cannot=physical.cannot(text),
        relaxed=frozenset(relaxed) | _open_to_less(wanted_pay),
    )


def _words(names: Sequence[str]) -> tuple[str, ...]:
    """Without names of signs alone, which would be found in any title that bears the same sign."""
    return tuple(name for name in names if any(sign.isalnum() for sign in name))


def _open_to_less(wanted_pay: pay.Wanted | None) -> frozenset[Block]:
    """Whoever only wishes for a pay is shown posts that pay less, behind the others."""
    is_wish = wanted_pay is not None and not wanted_pay.is_least
    return frozenset((Block.PAY,)) if is_wish else frozenset()


def _years(given: str | float | None, text: str) -> float | None:
    if isinstance(given, int | float):
        return float(given)
    told = year_words.read(given) if given else None
    return told if told is not None else own_years.worked(text)


def _education(given: str | Education | None, text: str) -> Education | None:
    if isinstance(given, Education):
        return given
    return schooling.highest(given) if given else schooling.highest(text)
