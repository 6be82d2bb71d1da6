"""What may follow what: the elements a posting needs, and the moves of an application."""

from typing import Protocol

from matcher.domain.terms import PayUnit, Stage


class PostingFacts(Protocol):
    """The part of a posting that the law asks for."""

    @property
    def openings(self) -> int: ...
    @property
    def duties(self) -> str: ...
    @property
    def requirements(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def pay_unit(self) -> PayUnit | None: ...


def missing_elements(posting: PostingFacts) -> list[str]:
    """Fields still empty among the six that 人力资源市场暂行条例 art. 24 requires.

    Employer and title stand by construction; 面议 is not a basic pay. Conditions may stand in the
    description of the work, as they do in most advertisements.
    """
    missing = []
    if posting.openings < 1:
        missing.append("openings")
    if not posting.duties.strip() and not posting.requirements.strip():
        missing.append("duties")
    if not posting.place.strip():
        missing.append("place")
    if posting.pay_unit in (None, PayUnit.NEGOTIABLE):
        missing.append("pay_text")
    return missing


# What an employer may do next; the seeker alone withdraws, and AGREED needs both (services).
_NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.SUBMITTED: frozenset({Stage.VIEWED, Stage.INTERVIEW, Stage.AGREED, Stage.DECLINED}),
    Stage.VIEWED: frozenset({Stage.INTERVIEW, Stage.AGREED, Stage.DECLINED}),
    Stage.INTERVIEW: frozenset({Stage.AGREED, Stage.DECLINED}),
    Stage.AGREED: frozenset({Stage.HIRED, Stage.DECLINED}),
    Stage.DECLINED: frozenset({Stage.INTERVIEW}),
    Stage.HIRED: frozenset(),
    Stage.WITHDRAWN: frozenset(),
}


def employer_moves(stage: Stage) -> list[Stage]:
    """The stages an employer may move an application to from here, in the order of the words."""
    return [stage_ for stage_ in Stage if stage_ in _NEXT[stage]]


def may_withdraw(stage: Stage) -> bool:
    """Whether the seeker can still take the application back."""
    return stage not in (Stage.WITHDRAWN, Stage.HIRED)
