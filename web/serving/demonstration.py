"""The demonstration fair of `fairmatch demo`: made once a day, found again at the next start."""

from matcher.demo import fair as demo
from matcher.demo.fair import DemoFair
from matcher.demo.stream import make_stream
from matcher.domain.errors import NotFound
from matcher.domain.terms import Role
from matcher.services import accounts, answers, lookup, recommend
from matcher.services.opening import open_workshop
from matcher.services.work import Workshop
from matcher.settings import Settings


class Demonstration:
    """The demo's workshop and its fair."""

    def __init__(self, settings: Settings) -> None:
        self.workshop: Workshop = open_workshop(
            settings.database_url,
            redis_url=settings.redis_url,
            time_zone=settings.time_zone,
            folder=settings.folder,
        )
        self.fair: DemoFair | None = None

    def prepare(self, *, reset: bool) -> None:
        """Make the fair and its stream; a fair of an earlier day is made anew, for today."""
        now = self.workshop.clock()
        with self.workshop.reading() as work:
            self.fair = None if reset else demo.is_built(work)
            if self.fair and not lookup.is_on(work, self.fair.fair_id):
                self.fair = None
        if self.fair is None:
            self.fair = demo.build(self.workshop, now=now, progress=lambda *_: None)
        make_stream(self.workshop.folder, lambda *_: None)

    def warm(self) -> None:
        """Build the index of the postings, so that the first visitor does not wait."""
        with self.workshop.reading() as work:
            recommend.posting_index(work, self._fair().fair_id)

    def links(self, site: str) -> dict[str, str]:
        """A way in for every role."""
        fair = self._fair()
        with self.workshop.writing() as work:
            answers.purge(work)
            tokens = {
                role.value: accounts.make_link(work, account_id=fair.account(role))
                for role in (Role.ORGANIZER, Role.EMPLOYER, Role.HOST, Role.KIOSK)
            }
            tokens["seeker"] = accounts.make_link(work, seeker_id=fair.seeker_id)
        links = {"fair": f"{site}/f/{fair.slug}"}
        links |= {who: f"{site}/enter/{token}" for who, token in tokens.items()}
        return links | {"screen": f"{site}/f/{fair.slug}/screen"}

    def close(self) -> None:
        """Give everything back."""
        self.workshop.close()

    def _fair(self) -> DemoFair:
        if self.fair is None:
            raise NotFound
        return self.fair
