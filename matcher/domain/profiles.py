"""All that matching sees and all that it says: two profiles in, matches with reasons out."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from matcher.domain.terms import Block, Education, ReasonCode, Shift, Strain


@dataclass(frozen=True)
class SeekerProfile:
    """One person as matching sees them: no name, no phone, no age, no sex."""

    id: str
    wanted: tuple[str, ...] = ()
    text: str = ""
    certificates: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    years: float | None = None
    education: Education | None = None
    min_pay: int | None = None  # yuan a month
    no_night: bool = False
    weekend_off: bool = False
    trainable_wanted: bool = False
    veteran: bool = False
    districts: tuple[str, ...] = ()  # where the person would like to work
    cannot: frozenset[Strain] = frozenset()  # for the person's own list only: it is health
    relaxed: frozenset[Block] = (
        frozenset()
    )  # gates that keep nothing back, by hand or for a mere wish


@dataclass(frozen=True)
class PostingProfile:
    """One posting as matching sees it; None means that the posting does not say."""

    id: str
    title: str = ""
    duties: str = ""
    requirements: str = ""
    skills: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()  # asked for: needed or preferred
    certificates_required: tuple[str, ...] = ()  # needed, and no training towards them offered
    benefits: tuple[str, ...] = ()
    education: Education | None = None
    years: float | None = None
    pay_min: int | None = None  # yuan a month
    pay_max: int | None = None
    shift: Shift | None = None
    rest: str | None = None  # double | single | alternate | monthly:N
    trainable: bool | None = None
    veterans: bool = False
    districts: tuple[str, ...] = ()  # where the work is: the district, the sub-district in it
    expires_on: date | None = None
    is_open: bool = True

    def __hash__(self) -> int:
        """By id alone: it is looked up often, and few others bear the same."""
        return hash(self.id)


@dataclass(frozen=True)
class Reason:
    """One reason for (or doubt about) a match; `terms` are people's words, ready to be shown."""

    code: ReasonCode
    terms: tuple[str, ...] = ()


class Because(ABC):
    """What speaks for a match and against it; as good as another that gives the same reasons."""

    @property
    @abstractmethod
    def reasons(self) -> tuple[Reason, ...]:
        """All reasons, those that speak for it first."""

    @property
    def is_of_the_work(self) -> bool:
        """Whether any of them speaks of the work itself."""
        return any(reason.code.is_of_the_work for reason in self.reasons)

    def __eq__(self, other: object) -> bool:
        """Whether both give the same reasons."""
        return isinstance(other, Because) and self.reasons == other.reasons

    def __hash__(self) -> int:
        """By the reasons."""
        return hash(self.reasons)


@dataclass(frozen=True, eq=False)
class Told(Because):
    """Reasons that are known already."""

    known: tuple[Reason, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those that are known."""
        return self.known


@dataclass(frozen=True)
class Match:
    """One posting recommended to one seeker; higher scores rank first, ties by posting id."""

    seeker: str
    posting: str
    rank: int  # from 1
    score: float
    because: Because = Told()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is one, and what is doubtful or missing."""
        return self.because.reasons


@dataclass(frozen=True)
class Blocked:
    """One posting that fits by its words and was kept back, with every reason why."""

    seeker: str
    posting: str
    score: float
    blocks: tuple[Block, ...]
    missing: tuple[str, ...] = ()  # certificates, or A或B, that it cannot do without


@dataclass(frozen=True)
class Opening:
    """A certificate that a course and an examination give, and the postings it would open."""

    certificate: str
    postings: tuple[str, ...]  # their ids, best first


@dataclass(frozen=True)
class Ranking:
    """What a ranking says for one query: the best k, and what was kept back."""

    matches: tuple[Match, ...]
    blocked: tuple[Blocked, ...]
