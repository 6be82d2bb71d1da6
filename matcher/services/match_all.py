"""Everyone's list ranked ahead, block by block; what still stands is not ranked again."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from matcher.matching import bulk, kept, packed
from matcher.matching.bulk import Asked, Hire, Order
from matcher.matching.kept import Index
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.services import learning, profiles, standing
from matcher.services.work import Work, Workshop
from matcher.storage import fairs, postings, seekers
from matcher.storage import standing as storage
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from matcher.storage.standing import PostingList, SeekerList, Standing


class Moved(RuntimeError):
    """What the lists are made from changed while they were made: start again."""


@dataclass(frozen=True)
class Plan:
    """Which fair, how deep, by whom, and how many to a block."""

    fair_id: int
    k: int
    hire: Hire
    block: int = bulk.BLOCK

    @classmethod
    def alone(cls, fair_id: int, k: int) -> "Plan":
        """Ranked by one process."""
        return cls(fair_id, k, bulk.processes(1))


@dataclass(frozen=True)
class _Stamp:
    """Whose list it is, what it is made from, and the last day on which it holds."""

    owner: int
    as_of: str
    until: date | None


_Wanted = tuple[_Stamp, Asked]
_Made = tuple[_Stamp, bytes]  # what a worker sends back


@dataclass(frozen=True)
class _Job:
    """One direction: whose lists, from which index, and what must not change meanwhile."""

    table: type[Standing]
    order: Order
    fit: Callable[[], Index]
    version: Callable[[Work], object]
    blocks: Callable[[], Iterable[Sequence[_Wanted]]]


def how_many(work: Work, fair_id: int) -> tuple[int, int]:
    """How many people want a list, and how many postings have one."""
    offered = postings.open_in(work.db, fair_id, work.today)
    return storage.how_many_want(work.db, fair_id), len(offered)


def for_seekers(workshop: Workshop, plan: Plan) -> Generator[int, None, None]:
    """Rank the postings for everyone who wants that; yields how many lists each block made.

    Raises Moved when a posting changes meanwhile. The index stays for a run that goes on.
    """
    with workshop.reading() as work:
        shown = postings.open_in(work.db, plan.fair_id, work.today)
        version, today = fairs.catalog_version(work.db, plan.fair_id), work.today
        offered = [profiles.of_posting(each) for each in shown]
    until = min((each.expires_on for each in offered if each.expires_on), default=None)
    job = _Job(
        SeekerList,
        _order(workshop, plan, "postings", kept.version_of(offered), today),
        lambda: PostingIndex.fit(offered),
        lambda work: fairs.catalog_version(work.db, plan.fair_id),
        lambda: _people(workshop, plan, version, until),
    )
    yield from _run(workshop, plan, job, version)


def for_postings(workshop: Workshop, plan: Plan) -> Generator[int, None, None]:
    """Rank for each posting the people who allowed being found; yields how many lists were made.

    Raises Moved when one of these people changes meanwhile. What they said leaves the disk.
    """
    with workshop.reading() as work:
        shown = seekers.visible_in(work.db, plan.fair_id)
        version, today = seekers.visible_version(work.db, plan.fair_id), work.today
        people = [profiles.of_seeker(each) for each in shown]
    job = _Job(
        PostingList,
        _order(workshop, plan, "seekers", kept.version_of(people), today),
        lambda: SeekerIndex.fit(people),
        lambda work: seekers.visible_version(work.db, plan.fair_id),
        lambda: _offers(workshop, plan, version),
    )
    try:
        yield from _run(workshop, plan, job, version)
    finally:
        kept.drop(job.order.folder)


def _order(workshop: Workshop, plan: Plan, name: str, version: str, today: date) -> Order:
    folder = workshop.folder.absolute() / "lists" / f"{plan.fair_id}-{name}"
    return Order(folder, version, plan.k, today)


def _run(workshop: Workshop, plan: Plan, job: _Job, version: object) -> Generator[int, None, None]:
    kept.ensure(job.order.folder, job.order.version, job.fit)
    for block in bulk.answers(plan.hire, job.order, _ranked, job.blocks):
        workshop.patiently(partial(_put, job=job, version=version, block=block))
        yield len(block)


def _ranked(order: Order, block: Sequence[_Wanted]) -> list[_Made]:
    """What a worker does with a block."""
    found = bulk.rankings(order, [asked for _, asked in block])
    return [(stamp, packed.pack(each)) for (stamp, _), each in zip(block, found, strict=True)]


def _put(work: Work, job: _Job, version: object, block: Sequence[_Made]) -> None:
    """Let the lists stand; whoever left or switched them off in the meantime gets none."""
    if job.version(work) != version:
        raise Moved
    owners = frozenset(stamp.owner for stamp, _ in block)
    if job.table is SeekerList:
        owners = storage.still_wanting(work.db, owners)
    storage.put(work.db, [_row(work, job, *each) for each in block if each[0].owner in owners])


def _row(work: Work, job: _Job, stamp: _Stamp, body: bytes) -> Standing:
    return job.table(
        id=stamp.owner,
        as_of=stamp.as_of,
        until=stamp.until,
        depth=job.order.k,
        body=body,
        made_at=work.now,
    )


def _people(
    workshop: Workshop, plan: Plan, version: int, until: date | None
) -> Iterator[Sequence[_Wanted]]:
    """Everyone who wants a list and has none that holds, in blocks, read as they are needed."""
    after: int | None = 0
    while after is not None:
        with workshop.reading() as work:
            page = storage.page(work.db, plan.fair_id, after, plan.block)
            wanted = _people_without(work, plan, version, until, page)
            after = page[-1].id if page else None
        if wanted:
            yield wanted


def _people_without(
    work: Work, plan: Plan, version: int, until: date | None, page: Sequence[Seeker]
) -> list[_Wanted]:
    of_kind = {learning.is_compared(each): each for each in page}
    weights = {kind: learning.weights_for(work, one) for kind, one in of_kind.items()}
    used = {each.id: weights[learning.is_compared(each)] for each in page}
    as_of = {each.id: standing.of_seeker(each, version, used[each.id]) for each in page}
    done = storage.holding(work.db, SeekerList, as_of, plan.k, work.today)
    return [
        (
            _Stamp(each.id, as_of[each.id], until),
            Asked(profiles.of_seeker(each), used[each.id]),
        )
        for each in page
        if each.id not in done
    ]


def _offers(workshop: Workshop, plan: Plan, version: object) -> Iterator[Sequence[_Wanted]]:
    """Every open posting without a list that holds, in blocks."""
    with workshop.reading() as work:
        shown = postings.open_in(work.db, plan.fair_id, work.today)
        pages = bulk.cut(shown, plan.block)
        wanted = [one for page in pages for one in _offers_without(work, plan, version, page)]
    yield from bulk.cut(wanted, plan.block)


def _offers_without(
    work: Work, plan: Plan, version: object, page: Sequence[Posting]
) -> list[_Wanted]:
    as_of = {each.id: standing.of_posting(each, version) for each in page}
    done = storage.holding(work.db, PostingList, as_of, plan.k, work.today)
    return [
        (_Stamp(each.id, as_of[each.id], each.expires_on), Asked(profiles.of_posting(each)))
        for each in page
        if each.id not in done
    ]
