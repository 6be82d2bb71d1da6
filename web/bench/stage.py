"""The demo fair as a stage for measuring: who asks, and what for."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from uuid import uuid4

from matcher.demo import fair as demo
from matcher.demo.fair import DemoFair
from matcher.domain.terms import Role
from matcher.services import accounts, board, match_all, seekers, standing
from matcher.services.cards import DEPTH
from matcher.services.work import Workshop

ASKED = {"Accept-Language": "zh-CN,zh;q=0.9"}  # what most phones at a fair send
_FIELD = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class Kind:
    """One kind of request; `paths` and `cookies` go round."""

    name: str
    paths: list[str]
    tokens: list[str]  # sessions of the people who ask, empty for strangers
    is_post: bool = False
    ready: Callable[[], None] | None = None  # what is done before the first of them

    def turns(self) -> Iterator[tuple[str, str]]:
        """Path and session of one request after another, for ever."""
        return zip(cycle(self.paths), cycle(self.tokens or [""]), strict=False)


@dataclass(frozen=True)
class Stage:
    """The demo fair in a database, with everybody signed in."""

    workshop: Workshop
    fair: DemoFair
    ids: list[int]  # of seekers whose lists are made when they ask …
    people: list[str]  # … and their sessions
    ahead: list[str]  # sessions of seekers whose lists may stand ready
    organizer: str
    numbers: list[int]  # spoken numbers of open postings

    def kinds(self) -> list[Kind]:
        """What is asked of a fair, most frequent last."""
        here = f"/f/{self.fair.slug}"
        one = self.people[:1]
        posts = [f"{here}/p/{number}" for number in self.numbers]
        return [
            Kind("health", ["/health"], []),
            Kind("home", [here], []),
            Kind("all posts", [f"{here}/postings"], []),
            Kind("post", posts, self.people),
            Kind("matches, first look", [f"{here}/matches"], self.people),
            Kind("matches, again", [f"{here}/matches"], one),
            Kind("matches, ahead", [f"{here}/matches"], self.ahead, ready=self.rank_ahead),
            Kind("ticket", [f"{here}/ticket"], self.people),
            Kind("live page", [f"{here}/live/{self.fair.live_session_id}"], self.people),
            Kind("figures", [f"/organizer/f/{self.fair.fair_id}/attendance"], [self.organizer]),
            Kind("apply", [f"{path}/apply" for path in posts], self.people, is_post=True),
        ]

    def rank_ahead(self) -> None:
        """Rank for everyone, as `match-all` does at night; not for those who are to wait."""
        plan = match_all.Plan.alone(self.fair.fair_id, DEPTH)
        deque(match_all.for_seekers(self.workshop, plan), maxlen=0)
        with self.workshop.writing() as work:
            for seeker_id in self.ids:
                person = seekers.one_in(work, self.fair.fair_id, seeker_id)
                standing.forget_seeker(work, person)


def build(workshop: Workshop, people: int, told: Callable[[str, int, int], None]) -> Stage:
    """Build the demo fair where there is none, and sign people in: twice as many."""
    with workshop.reading() as work:
        fair = demo.is_built(work)
    if fair is None:
        fair = demo.build(workshop, now=workshop.clock(), progress=told)
    with workshop.writing() as work:
        pinned = board.of_fair(work, fair.fair_id).pinned.values()
        ids = demo.some_seekers(work, fair.fair_id, 2 * people)
        signed_in = [accounts.start_session(work, seeker_id=seeker_id) for seeker_id in ids]
        return Stage(
            workshop,
            fair,
            ids[:people],
            signed_in[:people],
            signed_in[people:],
            accounts.start_session(work, account_id=fair.account(Role.ORGANIZER)),
            [one.posting.number for one in pinned],
        )


def form(page: str) -> dict[str, str]:
    """The hidden fields of a form: the token of the page and a key of its own."""
    found = _FIELD.search(page)
    return {"csrf_token": found.group(1) if found else "", "_key": uuid4().hex}
