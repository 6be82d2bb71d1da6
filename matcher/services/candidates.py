"""People an employer may find: what each of them allowed to be shown before any consent."""

import re
from dataclasses import dataclass, replace

from matcher.domain.profiles import Reason, Told
from matcher.domain.terms import Education, ReasonCode
from matcher.reading import physical, protected
from matcher.services import recommend
from matcher.services.cards import Card
from matcher.services.work import Work
from matcher.storage import applications
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker

# Seven digits on end may be a phone, a WeChat or an identity number that somebody typed as a wish.
_NUMBER = re.compile(r"\d(?:[\s-]?\d){6,}")


@dataclass(frozen=True)
class Shown:
    """A card without name, phone, age, sex or service in the army.

    `application_id` is the person's application to this employer, if there is one.
    """

    rank: int
    called: str
    wanted: tuple[str, ...]
    certificates: tuple[str, ...]
    skills: tuple[str, ...]
    years: float | None
    education: Education | None
    no_night: bool
    weekend_off: bool
    trainable_wanted: bool
    reasons: tuple[Reason, ...]
    application_id: int | None = None


def for_posting(work: Work, posting: Posting, *, limit: int, offset: int = 0) -> list[Shown]:
    """The people who fit a posting best and allowed employers to find them, best first."""
    found = recommend.seekers_for(work, posting, k=offset + limit)[offset:]
    applied = applications.by_seekers(work.db, posting.employer_id, [c.seeker.id for c in found])
    gone = applications.recalled_from(work.db, posting.employer_id)
    fitting = [c for c in found if c.score > 0 and c.seeker.id not in gone]
    return [_shown(candidate, applied) for candidate in fitting]


def match_of(work: Work, seeker: Seeker, posting_id: int) -> Card | None:
    """How a person who applied fits the posting, as its employer may see it: nothing of health."""
    found = recommend.if_ready(work, seeker, k=1, among={posting_id})
    for card in (*found.cards, *found.kept_back):
        open_to_them = tuple(r for r in card.reasons if not r.code.is_private)
        return replace(card, because=Told(open_to_them))
    return None


def words_of(seeker: Seeker) -> str:
    """What a person who applied wrote, as employers may read it: nothing of health."""
    return physical.without_limits(seeker.text)


def _shown(candidate: recommend.Candidate, applied: dict[int, int]) -> Shown:
    seeker = candidate.seeker
    return Shown(
        rank=candidate.rank,
        called=initial(seeker),
        wanted=_open(seeker.wanted),
        certificates=_open(seeker.certificates),
        skills=_open(seeker.skills),
        years=seeker.years,
        education=seeker.education,
        no_night=seeker.no_night,
        weekend_off=seeker.weekend_off,
        trainable_wanted=seeker.trainable_wanted,
        reasons=tuple(r for r in candidate.reasons if r.code is not ReasonCode.VETERANS),
        application_id=applied.get(seeker.id),
    )


def initial(seeker: Seeker) -> str:
    """The first letter of what somebody is called, the rest as stars."""
    return f"{seeker.name[:1]}**"


def _open(words: list[str]) -> tuple[str, ...]:
    """What somebody ticked or typed, without numbers and without what the law protects."""
    hidden = (_NUMBER.sub("***", word) for word in protected.names(words))
    return tuple(filter(None, hidden))
