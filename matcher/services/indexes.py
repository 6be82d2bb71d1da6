"""A fair's indexes kept current: a changed posting joins at once, words are weighed anew later."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from matcher.domain.profiles import PostingProfile
from matcher.domain.readiness import Progress, Tell, silent
from matcher.domain.terms import Making
from matcher.matching import kept, program
from matcher.matching.sides import PostingIndex
from matcher.services import board, catalog, profiles, stamps
from matcher.services.shelf import Shelf
from matcher.services.turns import turn
from matcher.services.work import Work
from matcher.storage import fairs, postings

DRIFT = 0.1  # share of the postings that may have changed before words are weighed anew
WORTH_KEEPING = 1000  # postings from which on an index is kept on disk
FEW = 64  # changes that are no drift even in a small fair
ENGINE = "engine"  # what is being made ready where the program itself is still compiled

Apart = Callable[[], AbstractContextManager[Work]]


class _NotMade(LookupError):
    """Nothing stands here that could be renewed."""


@dataclass(frozen=True)
class _Current:
    """An index, which state of each posting stands in it, and how many changed since the fit."""

    index: PostingIndex
    stamps: Mapping[int, int]
    changes: int = 0

    @property
    def drifts(self) -> bool:
        """Whether it is to be fitted anew."""
        return drifts(self.changes, len(self.stamps))


def drifts(changes: int, size: int) -> bool:
    """Whether so many changes to an index of this size make words weigh differently by now."""
    return changes > max(FEW, DRIFT * size)


def of_postings(work: Work, fair_id: int) -> PostingIndex:
    """The index of the fair's open postings, as this unit of work sees them.

    Raises NotReady where pages may not wait for it: it is then made behind the scenes.
    """
    readying = work.shelf.readying
    if readying.patience is None:
        return _current(work, fair_id, partial(_made, work, fair_id, silent))
    readying.wait(ENGINE, readying.patience)
    try:
        return _current(work, fair_id, _refused)
    except _NotMade:
        make_ready(work, fair_id, readying.patience)
    return _current(work, fair_id, partial(_made, work, fair_id, silent))


def make_ready(work: Work, fair_id: int, patience: float | None) -> None:
    """Have the fair's index made in a thread of its own. Raises NotReady after `patience`."""
    name = _name(fair_id)
    work.shelf.readying.begin(name, partial(_make, work.shelf, work.apart, fair_id))
    work.shelf.readying.wait(name, patience)


def _name(fair_id: int) -> tuple[str, int]:
    return ("postings", fair_id)


def _version(work: Work, fair_id: int) -> tuple[object, ...]:
    return (fairs.catalog_version(work.db, fair_id), work.today)


def _current(work: Work, fair_id: int, build: Callable[[], _Current]) -> PostingIndex:
    """What stands on the shelf, renewed with what has changed; built where there is too little."""
    name, version = _name(fair_id), _version(work, fair_id)

    def renew(held: _Current) -> _Current:
        current = _renewed(work, fair_id, held)
        if current is None:
            return build()
        if current.drifts:  # one fit at a time: until it is over, each change joins what stands
            again = partial(_fit_anew, work.shelf, work.apart, fair_id, version, current)
            work.shelf.readying.begin(("fit", fair_id), again)
        return current

    return work.shelf.get(name, version, build, renew).index


def _refused() -> _Current:
    raise _NotMade


def _make(shelf: Shelf, apart: Apart, fair_id: int, tell: Tell) -> None:
    """The index, and what pages of matches need beside it, so that the first of them is quick."""
    with apart() as work:
        version = _version(work, fair_id)  # before: what changes meanwhile must join later
        made = _made(work, fair_id, tell)
        board.of_fair(work, fair_id)
        catalog.of_fair(work, fair_id)
        shelf.put(_name(fair_id), version, made)


def _made(work: Work, fair_id: int, tell: Tell) -> _Current:
    """The index as any process kept it on disk; fitted by one of them and kept if none has."""
    now = stamps.of_fair(work, fair_id)
    folder = _folder(work.shelf, fair_id)
    if folder is None or len(now) < WORTH_KEEPING:
        return _fitted(work, fair_id, now, tell)
    opened = _opened(work, fair_id, folder)
    if opened is not None:
        return opened
    with turn(folder, tell) as report:
        opened = _opened(work, fair_id, folder)  # another one may have been quicker
        if opened is not None:
            return opened
        made = _fitted(work, fair_id, now, report)
        report(Progress(Making.KEEPING, len(now), len(now)))
        return _kept(made, folder)


def _folder(shelf: Shelf, fair_id: int) -> Path | None:
    return shelf.folder and shelf.folder / f"postings-{fair_id}"


def _opened(work: Work, fair_id: int, folder: Path) -> _Current | None:
    """What is kept, with what has changed since; None where there is none or all is different."""
    try:
        held = cast("_Current", kept.opened(folder, program.state()))
    except kept.NotKept:
        return None
    return _renewed(work, fair_id, held)


def _kept(made: _Current, folder: Path) -> _Current:
    """The same from the disk, where every process shares its arrays; as it is if that is full."""
    with suppress(OSError, kept.NotKept):
        kept.keep(made, folder, program.state())
        return cast("_Current", kept.opened(folder, program.state()))
    return made


def _fitted(work: Work, fair_id: int, now: Mapping[int, int], tell: Tell) -> _Current:
    offered = list(_read(work, fair_id, len(now), tell))
    return _Current(PostingIndex.fit(offered, tell=tell), now)


def _read(work: Work, fair_id: int, total: int, tell: Tell) -> Iterator[PostingProfile]:
    for done, posting in enumerate(postings.each_open_in(work.db, fair_id, work.today)):
        if done % postings.AT_A_TIME == 0:
            tell(Progress(Making.READING, done, max(total, done)))
        yield profiles.of_posting(posting)


def _renewed(work: Work, fair_id: int, held: _Current) -> _Current | None:
    """The index with what has changed since, None where that is most of it."""
    now = stamps.of_fair(work, fair_id)
    changed = stamps.changed(now, held.stamps)
    gone = [str(name) for name in held.stamps if name not in now]
    if len(changed) > max(FEW, len(held.stamps) / 2):
        return None
    rows = postings.by_ids(work.db, changed)
    fresh = [profiles.of_posting(posting) for posting, _ in rows.values()]
    changes = held.changes + len(changed) + len(gone)
    return _Current(held.index.renewed(fresh, gone), now, changes)


def _fit_anew(
    shelf: Shelf, apart: Apart, fair_id: int, version: object, current: _Current, tell: Tell
) -> None:
    """Weigh words anew; where the index is kept, one process does it and the others open that."""
    folder = _folder(shelf, fair_id)
    if folder is None or len(current.stamps) < WORTH_KEEPING:
        shelf.put(_name(fair_id), version, _again(current, tell))
        return
    with turn(folder, tell) as report:
        with apart() as work:
            now, opened = _version(work, fair_id), _opened(work, fair_id, folder)
        if opened is not None and not opened.drifts:
            shelf.put(_name(fair_id), now, opened)
        else:
            shelf.put(_name(fair_id), version, _kept(_again(current, report), folder))


def _again(current: _Current, tell: Tell) -> _Current:
    return _Current(PostingIndex.fit(current.index.live(), tell=tell), current.stamps)
