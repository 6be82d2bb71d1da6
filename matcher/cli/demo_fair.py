"""The demo fair as matching sees it, built in a place of its own that is taken away again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.demo import fair
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.services import profiles
from matcher.services.opening import open_workshop
from matcher.services.work import Workshop
from matcher.storage import postings, seekers


@dataclass(frozen=True)
class DemoProfiles:
    """The open postings of the fair and all its people, on its day."""

    postings: list[PostingProfile]
    seekers: list[SeekerProfile]
    day: date


def built() -> DemoProfiles:
    """The fair as it stands now."""
    with _workshop() as workshop:
        made = fair.build(workshop, now=workshop.clock(), progress=lambda noun, done, all_: None)
        with workshop.reading() as work:
            offers = postings.each_open_in(work.db, made.fair_id, work.today)
            return DemoProfiles(
                [profiles.of_posting(each) for each in offers],
                [profiles.of_seeker(each) for each in seekers.in_fair(work.db, made.fair_id)],
                work.today,
            )


@contextmanager
def _workshop() -> Iterator[Workshop]:
    with TemporaryDirectory() as place:
        workshop = open_workshop(f"sqlite:///{place}/demo.sqlite", folder=Path(place))
        try:
            yield workshop
        finally:
            workshop.close()
