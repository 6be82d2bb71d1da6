"""Why a match is a match, and what is doubtful or missing: codes with people's own words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from matcher import gazetteers
from matcher.domain.profiles import Because, PostingProfile, Reason, SeekerProfile
from matcher.domain.terms import Bearing, Education, ReasonCode
from matcher.matching import fields, kinship, occupations, phrases
from matcher.matching.facts import stems
from matcher.matching.gates import WEEKEND_DAYS
from matcher.matching.needs import held, law_of, needs_of
from matcher.matching.offers import most, reached
from matcher.matching.text import fold
from matcher.reading import physical
from matcher.reading.places import stem
from matcher.reading.rest import days_a_month

_ORDER = {Bearing.FITS: 0, Bearing.ASK: 1, Bearing.LACKS: 2}

WORDS_SHOWN = 4
SKILLS_SHOWN = 5


PairOf = Callable[[int], tuple[SeekerProfile, PostingProfile]]


@dataclass(frozen=True, eq=False)
class Pair(Because):
    """A person and a posting, whose reasons are found once, when somebody asks for them.

    `of` looks them up by `at`, so that lists kept for their readers hold no texts. `shared` are the
    words of both that weigh most in the text score, the heaviest first. A pair that a gate would
    have kept back is here because the person opened it: what they wished otherwise is told all the
    same.
    """

    of: PairOf
    at: int
    shared: tuple[str, ...]

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What fits first, then what to ask, then what is missing."""
        return _between(*self.of(self.at), self.shared)

    @cached_property
    def is_of_the_work(self) -> bool:
        """Whether any reason speaks of the work itself: of a long list little more is asked."""
        seeker, posting = self.of(self.at)
        return bool(
            any(_of_title(seeker, posting).values())
            or _skills(seeker, posting)
            or _used(seeker.certificates, posting.certificates)
            or _words(seeker, posting, self.shared, ())
            or _of_chance(seeker, posting, self.shared)
        )


def _between(
    seeker: SeekerProfile, posting: PostingProfile, shared: tuple[str, ...]
) -> tuple[Reason, ...]:
    found = [
        *_work(seeker, posting, shared),
        *_certificates(seeker, posting),
        *_shift(seeker, posting),
        *_rest(seeker, posting),
        *_pay(seeker, posting),
        *_people(seeker, posting),
        *_strain(seeker, posting),
        *_short(seeker, posting),
    ]
    return tuple(sorted(found, key=lambda reason: _ORDER[reason.code.bearing]))


def _work(seeker: SeekerProfile, posting: PostingProfile, shared: tuple[str, ...]) -> list[Reason]:
    found = _of_title(seeker, posting)
    skills = _skills(seeker, posting)
    found[ReasonCode.SKILLS] = skills[:SKILLS_SHOWN]
    words = _words(seeker, posting, shared, (*chain(*found.values()), *skills))
    found[ReasonCode.WORDS] = words[:WORDS_SHOWN]
    if not any(found.values()):
        found[ReasonCode.WORDS] = _of_chance(seeker, posting, shared)[:WORDS_SHOWN]
    return [Reason(code, terms) for code, terms in found.items() if terms]


def _of_title(seeker: SeekerProfile, posting: PostingProfile) -> dict[ReasonCode, tuple[str, ...]]:
    """How the title is the work that is wanted, by the nearest of three ways."""
    title = fold(posting.title)
    wanted = tuple(wish for wish in seeker.wanted if fold(wish) in title)
    if wanted:
        return {ReasonCode.WANTED: wanted}
    kindred = tuple(wish for wish in seeker.wanted if _is_kindred(wish, title))
    if kindred:
        return {ReasonCode.KINDRED: kindred}
    jobs = tuple(seeker.wanted or fields.jobs_of(seeker))
    trade = kinship.of_trade(jobs, fields.clean_title(posting.title)) if jobs else ()
    return {ReasonCode.TRADE: trade}


def _skills(seeker: SeekerProfile, posting: PostingProfile) -> tuple[str, ...]:
    if not seeker.skills:
        return ()
    said = _said(posting)
    return tuple(dict.fromkeys(skill for skill in seeker.skills if fold(skill) in said))


def _words(
    seeker: SeekerProfile,
    posting: PostingProfile,
    shared: tuple[str, ...],
    taken: tuple[str, ...],
) -> tuple[str, ...]:
    """Words of the person's text and the posting that are in none of those `taken`."""
    words = phrases.shared(shared, fold(seeker.text), _said(posting)) if shared else ()
    if not words:
        return ()
    # A certificate has a reason of its own; words it is made of are no further evidence.
    known = fold("\n".join((*taken, *seeker.certificates, *posting.certificates)))
    return tuple(word for word in words if word not in known)


def _of_chance(
    seeker: SeekerProfile, posting: PostingProfile, shared: tuple[str, ...]
) -> tuple[str, ...]:
    """Where no more is shared: words of wishes and skills, and pieces of words, 保洁 of 保洁员."""
    written = fold("\n".join((*seeker.wanted, *seeker.skills, fields.told(seeker))))
    words = phrases.shared(shared, written, _said(posting)) if shared else ()
    return words or kinship.pieces(written, fields.clean_title(posting.title))


@lru_cache(maxsize=4096)
def _said(posting: PostingProfile) -> str:
    return fold("\n".join((posting.title, posting.duties, posting.requirements, *posting.skills)))


def _is_kindred(wish: str, title: str) -> bool:
    return bool(set(occupations.named(wish)) & set(occupations.named(title)))


def _certificates(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    needs = _needs(posting)
    if not (needs or posting.certificates):
        return []
    mine = held(seeker.certificates)
    having = _used(seeker.certificates, posting.certificates)
    needed = tuple(need for need in needs if mine.isdisjoint(need.split("或")))
    asked = {name for need in needs for name in need.split("或")}
    others = asked | _of_the_kind(having)  # who holds one of a kind is not told of its others
    welcome = tuple(name for name in posting.certificates if name not in mine | others)
    found = {
        ReasonCode.CERTIFICATE_HELD: having,
        ReasonCode.CERTIFICATE_NEEDED: needed,
        ReasonCode.CERTIFICATE_PREFERRED: welcome,
    }
    return [Reason(code, names) for code, names in found.items() if names]


@lru_cache(maxsize=4096)
def _needs(posting: PostingProfile) -> tuple[str, ...]:
    """What the firm or the law asks: the law's paper is told even where the firm asks for none."""
    named = (*posting.certificates_required, *needs_of(posting), law_of(posting))
    return tuple(dict.fromkeys(filter(None, named)))


def _used(mine: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    """The person's own certificates that serve here: B2, where C1 is asked for."""
    return tuple(name for name in mine if not held((name,)).isdisjoint(named))


@lru_cache(maxsize=1024)
def _of_the_kind(names: tuple[str, ...]) -> frozenset[str]:
    kinds = gazetteers.certificate_by_name()
    families = {kinds[name].family for name in names if name in kinds}
    return frozenset(kind.name for kind in kinds.values() if kind.family in families)


def _shift(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    if not seeker.no_night:
        return []
    if posting.shift is None:
        return [Reason(ReasonCode.SHIFT_UNKNOWN)]
    against = posting.shift.has_nights
    return [Reason(ReasonCode.SHIFT_AGAINST if against else ReasonCode.SHIFT_FITS)]


def _rest(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    days = days_a_month(posting.rest)
    if not seeker.weekend_off:
        return []
    if days is None:
        return [Reason(ReasonCode.REST_UNKNOWN)]
    if days < WEEKEND_DAYS:
        return [Reason(ReasonCode.REST_SHORT, (str(days),))]
    return [Reason(ReasonCode.REST_FITS)]


def _pay(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    if seeker.min_pay is None:
        return []
    pay = reached(posting)
    if pay is not None and pay >= seeker.min_pay:
        least = posting.pay_min if posting.pay_min and posting.pay_min < seeker.min_pay else None
        return [Reason(ReasonCode.PAY_MEETS, (str(least),) if least else ())]
    told = most(posting)  # where only the text says enough, the booth is asked
    if told is not None and told < seeker.min_pay:
        return [Reason(ReasonCode.PAY_SHORT, (str(told),))]
    return [Reason(ReasonCode.PAY_UNKNOWN)]


def _people(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    found: list[Reason] = []
    if posting.trainable and (seeker.trainable_wanted or seeker.years == 0):
        found.append(Reason(ReasonCode.TRAINABLE))
    if posting.veterans and seeker.veteran:
        found.append(Reason(ReasonCode.VETERANS))
    wished = stems(seeker.districts)
    there = tuple(name for name in posting.districts if stem(name) in wished)
    if there:
        found.append(Reason(ReasonCode.DISTRICT_FITS, there))
    return found


def _strain(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    if not seeker.cannot:
        return []
    asked = physical.demanded("\n".join((posting.title, posting.duties, posting.requirements)))
    words = tuple(dict.fromkeys(asked[strain] for strain in asked if strain in seeker.cannot))
    return [Reason(ReasonCode.STRAIN, words)] if words else []


def _short(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    found: list[Reason] = []
    if _less(seeker.years, posting.years):
        found.append(Reason(ReasonCode.EXPERIENCE_SHORT, (f"{posting.years:g}",)))
    if posting.education and seeker.education and _lower(seeker.education, posting.education):
        found.append(Reason(ReasonCode.EDUCATION_SHORT, (posting.education.value,)))
    return found


def _less(has: float | None, asked: float | None) -> bool:
    return has is not None and asked is not None and has < asked


def _lower(has: Education, asked: Education) -> bool:
    return has.level < asked.level
