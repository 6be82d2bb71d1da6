"""Why a match is a match, and what is doubtful or missing: codes with people's own words."""

from matcher.domain.profiles import PostingProfile, Reason, SeekerProfile
from matcher.domain.terms import Education, ReasonCode, Shift
from matcher.matching import occupations
from matcher.matching.facts import held, needs_of, reached, stems
from matcher.matching.gates import WEEKEND_DAYS
from matcher.matching.text import fold
from matcher.reading import physical
from matcher.reading.places import stem
from matcher.reading.rest import days_a_month

WORDS_SHOWN = 4
SKILLS_SHOWN = 5


def between(
    seeker: SeekerProfile, posting: PostingProfile, shared: tuple[str, ...]
) -> tuple[Reason, ...]:
    """All reasons for one pair: what fits first, then what to ask, then what is missing.

    `shared` are the words of both that weigh most in the text score, the heaviest first.
    """
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
    order = ("fits", "ask", "lacks")
    return tuple(sorted(found, key=lambda reason: order.index(reason.code.bearing)))


def _work(seeker: SeekerProfile, posting: PostingProfile, shared: tuple[str, ...]) -> list[Reason]:
    found: list[Reason] = []
    said = fold("\n".join((posting.title, posting.duties, posting.requirements, *posting.skills)))
    wanted = tuple(wish for wish in seeker.wanted if _is_wanted(wish, posting))
    if wanted:
        found.append(Reason(ReasonCode.WANTED, wanted))
    skills = tuple(dict.fromkeys(skill for skill in seeker.skills if fold(skill) in said))
    if skills:
        found.append(Reason(ReasonCode.SKILLS, skills[:SKILLS_SHOWN]))
    # A certificate has a reason of its own; words it is made of are no further evidence.
    taken = fold("\n".join((*wanted, *skills, *seeker.certificates, *posting.certificates)))
    written = fold(seeker.text)
    rest = tuple(word for word in shared if word in written and word not in taken)
    if rest:
        found.append(Reason(ReasonCode.WORDS, rest[:WORDS_SHOWN]))
    return found


def _is_wanted(wish: str, posting: PostingProfile) -> bool:
    title = fold(posting.title)
    if fold(wish) in title:
        return True
    return bool(set(occupations.named(wish)) & set(occupations.named(posting.title)))


def _certificates(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    mine = held(seeker.certificates)
    needs = dict.fromkeys((*posting.certificates_required, *needs_of(posting)))
    having = tuple(name for name in posting.certificates if name in mine)
    needed = tuple(need for need in needs if mine.isdisjoint(need.split("或")))
    asked = {name for need in needs for name in need.split("或")}
    welcome = tuple(name for name in posting.certificates if name not in mine | asked)
    found = {
        ReasonCode.CERTIFICATE_HELD: having,
        ReasonCode.CERTIFICATE_NEEDED: needed,
        ReasonCode.CERTIFICATE_PREFERRED: welcome,
    }
    return [Reason(code, names) for code, names in found.items() if names]


def _shift(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    if not seeker.no_night:
        return []
    if posting.shift is None:
        return [Reason(ReasonCode.SHIFT_UNKNOWN)]
    return [Reason(ReasonCode.SHIFT_FITS)] if posting.shift is Shift.DAY else []


def _rest(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    days = days_a_month(posting.rest)
    if not seeker.weekend_off:
        return []
    if days is None:
        return [Reason(ReasonCode.REST_UNKNOWN)]
    return [Reason(ReasonCode.REST_FITS)] if days >= WEEKEND_DAYS else []


def _pay(seeker: SeekerProfile, posting: PostingProfile) -> list[Reason]:
    if seeker.min_pay is None:
        return []
    pay = reached(posting)
    if pay is not None and pay >= seeker.min_pay:
        return [Reason(ReasonCode.PAY_MEETS)]
    return [Reason(ReasonCode.PAY_UNKNOWN)] if posting.pay_max is None else []


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
