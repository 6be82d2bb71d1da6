"""A posting's fields and prose made into the profile that matching sees."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.domain.profiles import PostingProfile
from matcher.domain.terms import Education, PayUnit, Shift
from matcher.reading import benefits as benefit_words
from matcher.reading import certificates as certificate_words
from matcher.reading import education as education_words
from matcher.reading import pay as pay_words
from matcher.reading import places, training, veterans
from matcher.reading import rest as rest_words
from matcher.reading import shift as shift_words
from matcher.reading import years as year_words
from matcher.reading.headings import HEADING


def split(text: str) -> tuple[str, str]:
    """Duties and requirements of one running text; without headings all of it is duties."""
    parts: dict[str, list[str]] = {"duty": [], "need": []}
    kind, at = "duty", 0
    for heading in HEADING.finditer(text):
        parts[kind].append(text[at : heading.start()])
        kind = "need" if heading.group("need") else "duty"
        at = heading.end()
    parts[kind].append(text[at:])
    duties, requirements = ("\n".join(filter(str.strip, parts[k])) for k in ("duty", "need"))
    return duties.strip(), requirements.strip()


def profile(
    id: str,  # noqa: A002 - the field's own name in every file and table
    title: str = "",
    duties: str = "",
    requirements: str = "",
    skills: Sequence[str] = (),
    benefits: Sequence[str] = (),
    education: str | Education | None = None,
    years: str | float | None = None,
    pay_min: float | None = None,
    pay_max: float | None = None,
    *,
    pay_text: str = "",
    shift: Shift | None = None,
    rest: str | None = None,
    certificates: Sequence[str] = (),
    trainable: bool | None = None,
    place: str = "",
    expires_on: date | None = None,
    is_open: bool = True,
) -> PostingProfile:
    """The profile of one posting; what the fields leave open is read from its prose.

    `pay_min` and `pay_max` are yuan a month unless below 1,000 (see `pay.from_range`).
    """
    duties, requirements = (duties, requirements) if requirements else split(duties)
    prose = "\n".join(filter(None, (title, duties, requirements)))
    low, high = _monthly(pay_min, pay_max, pay_text, prose)
    told = _told(id, prose, skills, benefits, certificates)
    return replace(
        told,
        title=title,
        duties=duties,
        requirements=requirements,
        education=_education(education, prose),
        years=_years(years, "\n".join(("，".join(skills), prose))),
        pay_min=low,
        pay_max=high,
        shift=shift or told.shift,
        rest=rest or told.rest,
        trainable=told.trainable if trainable is None else trainable,
        districts=places.districts(place),
        expires_on=expires_on,
        is_open=is_open,
    )


def _told(
    id: str,  # noqa: A002 - as above
    prose: str,
    skills: Sequence[str],
    benefits: Sequence[str],
    certificates: Sequence[str],
) -> PostingProfile:
    """All that prose, tags and perks say by themselves."""
    tags = "，".join(skills)
    said = "\n".join(filter(None, (prose, tags, "，".join(benefits))))
    return PostingProfile(
        id=id,
        skills=tuple(skills),
        certificates=_named(said, certificates),
        certificates_required=_demanded(prose, certificates),
        benefits=_benefits(benefits, said),
        shift=shift_words.read(said),
        rest=rest_words.read(said),
        trainable=training.read(f"{prose}\n{tags}"),
        veterans=veterans.read(said),
    )


def _monthly(
    low: float | None, high: float | None, text: str, prose: str
) -> tuple[int | None, int | None]:
    pay = pay_words.read(text) if text else None
    if pay is None or pay.unit is PayUnit.NEGOTIABLE:
        pay = pay_words.from_range(low, high)
    if pay is None:
        told = pay_words.in_prose(prose)
        pay = told.value if told else None
    return (None, None) if pay is None else (pay.monthly_min, pay.monthly_max)


def _named(said: str, given: Sequence[str]) -> tuple[str, ...]:
    names = [certificate_words.canonical(name) for name in given]
    names += [name for name, _ in certificate_words.read(said)]
    return tuple(dict.fromkeys(names))


def _demanded(prose: str, given: Sequence[str]) -> tuple[str, ...]:
    """Tags say whom a firm looks for, often a dozen things at once; only its words demand."""
    demanded = [need for name in given for need in certificate_words.needed(name)]
    return tuple(dict.fromkeys((*demanded, *certificate_words.needed(prose))))


def _benefits(given: Sequence[str], said: str) -> tuple[str, ...]:
    named = benefit_words.read(said)
    own = [word for word in given if not benefit_words.read(word)]
    return tuple(dict.fromkeys((*named, *own)))


def _education(given: str | Education | None, prose: str) -> Education | None:
    if isinstance(given, Education):
        return given
    told = education_words.read(prose + "\n")
    named = education_words.read(given) if given else None
    if named is None or told is None:
        return None if named and education_words.is_only_preferred(prose, named) else named or told
    return min(named, told, key=lambda step: step.level)


def _years(given: str | float | None, prose: str) -> float | None:
    if isinstance(given, int | float):
        return float(given)
    told = year_words.read(given) if given else None
    return told if told is not None else year_words.read(prose)
