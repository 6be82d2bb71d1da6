"""A fair's indexes kept current: a changed posting joins at once, words are weighed anew later."""

import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching import kept
from matcher.matching.engine import compiled
from matcher.matching.ranker import PostingIndex, SeekerIndex, rank_postings
from matcher.services import profiles
from matcher.services.shelf import Shelf
from matcher.services.work import Work
from matcher.storage import fairs, postings, seekers

DRIFT = 0.1  # share of the postings that may have changed before words are weighed anew
WORTH_KEEPING = 1000  # postings from which on an index is kept on disk
FEW = 64  # changes that are no drift even in a small fair


@dataclass(frozen=True)
class _Current:
    """An index, which state of each posting stands in it, and how many changed since the fit."""

    index: PostingIndex
    stamps: Mapping[int, datetime]
    changes: int = 0

    @property
    def drifts(self) -> bool:
        """Whether so much has changed that words weigh differently by now."""
        return self.changes > max(FEW, DRIFT * len(self.stamps))


def of_postings(work: Work, fair_id: int) -> PostingIndex:
    """The index of the fair's open postings, as this unit of work sees them."""
    name = ("postings", fair_id)
    version = (fairs.catalog_version(work.db, fair_id), work.today)

    def build() -> _Current:
        offered, stamps = [], {}
        for posting in postings.each_open_in(work.db, fair_id, work.today):
            offered.append(profiles.of_posting(posting))
            stamps[posting.id] = posting.updated_at
        return _Current(_fitted(work.shelf, fair_id, offered), stamps)

    def renew(held: _Current) -> _Current:
        current = _renewed(work, fair_id, held)
        if current is None:
            return build()
        if current.drifts:
            again = threading.Thread(
                target=_fit_anew, args=(work.shelf, name, version, current), name="fit", daemon=True
            )
            again.start()  # a process that ends does not wait for what it can do again
        return current

    return work.shelf.get(name, version, build, renew).index


def warm() -> None:
    """Let everything be compiled before somebody waits for a match.

    On a new machine that takes some seconds, in a process of its own so that pages stay quick.
    """
    if not compiled.is_kept():
        here = "from matcher.services import indexes; indexes.rank_once()"
        subprocess.run([sys.executable, "-c", here], check=False)
    rank_once()


def rank_once() -> None:
    """Rank on a fair of two postings, which compiles what has to be, or loads it."""
    index = PostingIndex.fit([PostingProfile("1", "电工"), PostingProfile("2", "焊工")])
    rank_postings(index, SeekerProfile("1", wanted=("电工",)), k=1, today=date.min)


def of_seekers(work: Work, fair_id: int) -> SeekerIndex:
    """The index of the people who may be found; built anew when one of them changes."""
    version = seekers.visible_version(work.db, fair_id)

    def build() -> SeekerIndex:
        people = seekers.visible_in(work.db, fair_id)
        return SeekerIndex.fit([profiles.of_seeker(seeker) for seeker in people])

    return work.shelf.get(("seekers", fair_id), version, build)


def _fitted(shelf: Shelf, fair_id: int, offered: list[PostingProfile]) -> PostingIndex:
    """The index as any process kept it on disk; fitted and kept there if none has."""
    if shelf.folder is None or len(offered) < WORTH_KEEPING:
        return PostingIndex.fit(offered)
    folder, version = shelf.folder / f"postings-{fair_id}", kept.version_of(offered)
    with suppress(kept.NotKept):
        return cast("PostingIndex", kept.opened(folder, version))
    index = PostingIndex.fit(offered)
    with suppress(OSError):  # a full disk costs the next start some seconds, and nobody a match
        kept.keep(index, folder, version)
    return index


def _renewed(work: Work, fair_id: int, held: _Current) -> _Current | None:
    """The index with what has changed since, None where that is most of it."""
    stamps = postings.stamps(work.db, fair_id, work.today)
    changed = [name for name, stamp in stamps.items() if held.stamps.get(name) != stamp]
    gone = [str(name) for name in held.stamps if name not in stamps]
    if len(changed) > max(FEW, len(held.stamps) / 2):
        return None
    rows = postings.by_ids(work.db, changed)
    fresh = [profiles.of_posting(posting) for posting, _ in rows.values()]
    changes = held.changes + len(changed) + len(gone)
    return _Current(held.index.renewed(fresh, gone), stamps, changes)


def _fit_anew(shelf: Shelf, name: object, version: object, current: _Current) -> None:
    shelf.put(name, version, _Current(PostingIndex.fit(current.index.live()), current.stamps))
