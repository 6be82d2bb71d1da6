"""Employers at a fair: the desk they work at, and their company card."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import FairStatus
from matcher.services.work import Work
from matcher.storage import employers, fairs
from matcher.storage.employers import Employer as Employer
from matcher.storage.fairs import Booth, Fair, FairSession


@dataclass(frozen=True)
class Desk:
    """Where a member of an employer's staff works: the firm, its fair and its booths."""

    employer: Employer
    fair: Fair
    booths: tuple[tuple[Booth, FairSession], ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether the fair is over: everything may be read, nothing changed."""
        return self.fair.status is FairStatus.CLOSED


def desks(work: Work, employer_ids: Iterable[int]) -> list[Desk]:
    """The desks of these employers, the latest fair first."""
    found = [Desk(*row) for row in fairs.of_employers(work.db, list(employer_ids))]
    return sorted(found, key=lambda desk: (desk.fair.starts_at, desk.fair.id), reverse=True)


def desk(work: Work, employer_ids: Iterable[int], employer_id: int) -> Desk:
    """The desk of one of these employers. Raises NotFound for somebody else's."""
    if employer_id not in set(employer_ids):
        raise NotFound
    for employer, fair in fairs.of_employers(work.db, [employer_id]):
        return Desk(employer, fair, tuple(fairs.booths_given_to(work.db, employer_id)))
    raise NotFound


def one(work: Work, fair: Fair, employer_id: int) -> Employer:
    """An employer of this fair. Raises NotFound for another fair's."""
    employer = employers.one(work.db, fair.id, employer_id)
    if employer is None:
        raise NotFound
    return employer


def refuse_if_closed(work: Work, employer: Employer) -> Fair:
    """The employer's fair. Raises Refused("fair_closed") once it is over."""
    fair = work.db.get_one(Fair, employer.fair_id)
    if fair.status is FairStatus.CLOSED:
        raise Refused("fair_closed")
    return fair


def change(work: Work, employer: Employer, draft: EmployerDraft) -> None:
    """Let the company card say this.

    Raises Invalid where another employer of the fair has the name, Refused("fair_closed").
    """
    refuse_if_closed(work, employer)
    holder = employers.by_name(work.db, employer.fair_id, draft.name)
    if holder is not None and holder.id != employer.id:
        raise Invalid([Problem("name", "name_taken")])
    for field, value in draft.model_dump().items():
        setattr(employer, field, value)
    fairs.bump_catalog(work.db, employer.fair_id)
