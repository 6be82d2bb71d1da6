"""The demo fair as a stage for measuring: who asks, and what for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from uuid import uuid4

from matcher.demo import fair as demo
from matcher.demo.fair import DemoFair
from matcher.domain.terms import Role
from matcher.services import accounts, board
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

    def turns(self) -> Iterator[tuple[str, str]]:
        """Path and session of one request after another, for ever."""
        return zip(cycle(self.paths), cycle(self.tokens or [""]), strict=False)


@dataclass(frozen=True)
class Stage:
    """The demo fair in a database, with everybody signed in."""

    workshop: Workshop
    fair: DemoFair
    people: list[str]  # sessions of seekers
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
            Kind("ticket", [f"{here}/ticket"], self.people),
            Kind("live page", [f"{here}/live/{self.fair.live_session_id}"], self.people),
            Kind("figures", [f"/organizer/f/{self.fair.fair_id}/attendance"], [self.organizer]),
            Kind("apply", [f"{path}/apply" for path in posts], self.people, is_post=True),
        ]


def build(workshop: Workshop, people: int, told: Callable[[str, int, int], None]) -> Stage:
    """Build the demo fair where there is none, and sign people in."""
    with workshop.reading() as work:
        fair = demo.is_built(work)
    if fair is None:
        fair = demo.build(workshop, now=workshop.clock(), progress=told)
    with workshop.writing() as work:
        pinned = board.of_fair(work, fair.fair_id).pinned.values()
        ids = demo.some_seekers(work, fair.fair_id, people)
        return Stage(
            workshop,
            fair,
            [accounts.start_session(work, seeker_id=seeker_id) for seeker_id in ids],
            accounts.start_session(work, account_id=fair.account(Role.ORGANIZER)),
            [one.posting.number for one in pinned],
        )


def form(page: str) -> dict[str, str]:
    """The hidden fields of a form: the token of the page and a key of its own."""
    found = _FIELD.search(page)
    return {"csrf_token": found.group(1) if found else "", "_key": uuid4().hex}
