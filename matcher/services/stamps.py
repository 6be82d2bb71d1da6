"""Which state each open posting of a fair is in: read once per change, for all that keeps them."""

from collections.abc import Mapping
from typing import TypeVar

from matcher.services.work import Work
from matcher.storage import fairs, postings

T = TypeVar("T")


def of_fair(work: Work, fair_id: int) -> Mapping[int, int]:
    """A number by posting id that tells the posting's state from every other one."""
    version = (fairs.catalog_version(work.db, fair_id), work.today)
    return work.shelf.get(
        ("stamps", fair_id), version, lambda: postings.stamps(work.db, fair_id, work.today)
    )


def changed(now: Mapping[int, T], before: Mapping[int, T]) -> list[int]:
    """Those that are new or were changed since."""
    return [name for name, stamp in now.items() if before.get(name) != stamp]
