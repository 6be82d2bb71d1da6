"""Profiles taken apart into the fields that are weighed apart, and a query made from each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matcher import gazetteers
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching import occupations
from matcher.reading.plain import clauses

NAMED_TITLE = 0.5  # what the title counts where the wanted work is named
LONE_TITLE = 1.2  # where nothing else is known
INFERRED_TITLE = 1.0  # and where it must be inferred from skills and free text
NAMED_SKILLS, INFERRED_SKILLS = 0.3, 1.1  # what named skills count, likewise
INFERRED = 0.1  # how far an occupation is believed that is only mentioned in passing

# What a seeker says about conditions is for gates and wishes; as words it would only add noise.
_CONDITIONS = re.compile(
    r"双休|单休|夜班|白班|倒班|包吃|包住|食宿|五险|社保|公积金|加班|底薪|提成|押金|中介费|休\S?天|周末|工资"
    r"|薪资|待遇|稳定|正规|离家|[上下]班|体检|培训|有人带|师傅带|带新人的|晚上|[夜黑]里|夜间|白天"
)
# In English a clause often names the work too, so only the words of conditions are left out.
_ENGLISH_CONDITIONS = re.compile(
    r"\b(?:(?:night|day|rotating|early|late|evening|[23])[ -]?shifts?|shifts?|nights?|overtime"
    r"|weekends?|days? off|single rest|dorm(?:itor(?:y|ies)|s)?|accommodation|housing|lodging"
    r"|meals?|salary|wages?|pay|(?:social|medical) insurance|base pay|commission"
    r"|(?:a|per|an|each|every) (?:month|day|hour|year))\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"[（(【\[][^（(【\[）)】\]]*(?:薪|元|险|吃|住|休|班|月|\d)[^（(【\[）)】\]]*[）)】\]]"
)


@dataclass(frozen=True)
class Fields:
    """One document: what it is called, and everything else it says."""

    title: str
    body: str


@dataclass(frozen=True)
class Query:
    """What is looked for: weighted texts for title and body, and weighted occupations."""

    title: tuple[tuple[str, float], ...]
    title_weight: float
    body: tuple[tuple[str, float], ...]
    occupations: dict[str, float]
    skills: tuple[str, ...] = ()
    skills_weight: float = NAMED_SKILLS
    wishes: tuple[str, ...] = ()  # titles named by the person or the firm
    is_lone: bool = False  # a wish, and nothing else is known


def of_posting(posting: PostingProfile) -> Fields:
    """A posting as a document."""
    parts = (
        posting.title,
        posting.requirements,
        posting.duties,
        *posting.skills,
        *posting.certificates,
    )
    return Fields(clean_title(posting.title), "\n".join(filter(None, parts)))


def of_seeker(seeker: SeekerProfile) -> Fields:
    """A seeker as a document."""
    wishes = "\n".join(seeker.wanted)
    parts = (wishes, told(seeker), *seeker.skills, *seeker.certificates, *jobs_of(seeker))
    return Fields(wishes or " ".join(jobs_of(seeker)), "\n".join(filter(None, parts)))


def clean_title(title: str) -> str:
    """A title without the pay and perks that some firms write into it."""
    return _BRACKETS.sub(" ", title)


def told(seeker: SeekerProfile) -> str:
    """The seeker's own words about the work, conditions left out."""
    said = _ENGLISH_CONDITIONS.sub(" ", seeker.text)
    return "，".join(each for each in clauses(said) if not _CONDITIONS.search(each))


def jobs_of(seeker: SeekerProfile) -> tuple[str, ...]:
    """Titles that the seeker's certificates open."""
    kinds = gazetteers.certificate_by_name()
    held = (kinds[name] for name in seeker.certificates if name in kinds)
    return tuple(dict.fromkeys(job for each in held if each.blocks != "no" for job in each.jobs))


def seeker_query(seeker: SeekerProfile) -> Query:
    """What to look for among postings for this seeker.

    Where neither a wish nor a certificate names the work, all that is said is held against the
    titles, and more firmly: there a chance word weighs little and the right one a lot.
    """
    jobs = () if seeker.wanted else jobs_of(seeker)
    title = [(wish, 1.0) for wish in seeker.wanted] + [(job, 0.8) for job in jobs]
    body = [(wish, 2.0) for wish in (*seeker.wanted, *jobs)]
    body += [(skill, 1.5) for skill in seeker.skills]
    body += [(name, 0.7) for name in seeker.certificates]
    body.append((told(seeker), 1.0))
    is_lone = bool(title) and not (told(seeker) or seeker.skills or seeker.certificates)
    return Query(
        tuple(title or body),
        _title_weight(bool(title), is_lone),
        tuple(body),
        _wanted_occupations(seeker, jobs),
        seeker.skills,
        NAMED_SKILLS if title else INFERRED_SKILLS,
        (*seeker.wanted, *jobs),
        is_lone,
    )


def _title_weight(is_named: bool, is_lone: bool) -> float:
    if not is_named:
        return INFERRED_TITLE
    return LONE_TITLE if is_lone else NAMED_TITLE


def _wanted_occupations(seeker: SeekerProfile, jobs: Iterable[str]) -> dict[str, float]:
    names = [(name, 1.0) for wish in (*seeker.wanted, *jobs) for name in occupations.named(wish)]
    if not names:
        sources = (*seeker.skills, told(seeker))
        names = [(name, INFERRED) for source in sources for name in occupations.named(source)]
    return occupations.widened(names)


def posting_query(posting: PostingProfile) -> Query:
    """What to look for among seekers for this posting."""
    title = clean_title(posting.title)
    body = [(title, 2.0), (posting.requirements, 1.0), (posting.duties, 0.7)]
    body += [(skill, 1.5) for skill in posting.skills]
    body += [(name, 0.7) for name in posting.certificates]
    names = [(name, 1.0) for name in occupations.named(title)]
    return Query(
        ((title, 1.0),),
        NAMED_TITLE,
        tuple(body),
        occupations.widened(names),
        posting.skills,
        wishes=(title,),
    )
