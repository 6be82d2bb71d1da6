"""Writes docs/examples.md: the first five of twelve fictional seekers, each with its reasons."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from matcher.cli import sides
from matcher.domain.profiles import Match, PostingProfile, SeekerProfile
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "examples.md"
FIRST = 5
TODAY = date(2026, 11, 30)
HEAD = """\
# Twelve seekers and their first five

People and postings are fictional: those of `data/judged`, by which CI watches over the ranking.
The lists are those of

```
fairmatch rank --postings data/judged/postings.jsonl --seekers data/judged/seekers.jsonl \\
  --k 5 --out OUT
```

with the codes of their reasons ([what they mean](matching.md)); on a phone each is a sentence in
the reader's language. Of 83 postings in all trades some lists hold little: the door fills them to
five, while pages stop where no reason speaks of the work any more.

Read by eye, and written anew by `python -m tools.examples`; a test holds the page against the
ranking.
"""


def page() -> str:
    """The whole page, as ranking stands now."""
    folder = ROOT / "data" / "judged"
    offers = sides.postings(folder / "postings.jsonl", rooms=False).profiles
    index, titles = PostingIndex.fit(offers), {offer.id: offer for offer in offers}
    parts = [HEAD]
    for person in sides.seekers(folder / "seekers.jsonl").profiles:
        found = rank_postings(index, person, k=FIRST, today=TODAY).matches
        parts.append("\n".join(_list(person, found, titles)))
    return "\n".join(parts)


def _list(
    person: SeekerProfile, found: tuple[Match, ...], titles: dict[str, PostingProfile]
) -> Iterator[str]:
    yield f"## {person.id}\n"
    yield f"{'，'.join(_told(person))}\n"
    yield "| | posting | yuan a month | reasons |\n|--:|---|---|---|"
    for match in found:
        offer = titles[match.posting]
        reasons = "; ".join(
            " ".join((each.code.value, "、".join(each.terms))).strip() for each in match.reasons
        )
        yield f"| {match.rank} | {offer.title} | {offer.pay_min}–{offer.pay_max} | {reasons} |"
    yield ""


def _told(person: SeekerProfile) -> Iterator[str]:
    yield from (f"想做{wish}" for wish in person.wanted)
    yield from (text for text in (person.text.rstrip("。"),) if text)
    yield from (f"有{name}" for name in person.certificates)
    yield from (f"会{skill}" for skill in person.skills)
    if person.no_night:
        yield "不上夜班"
    if person.weekend_off:
        yield "要双休"
    if person.min_pay:
        yield f"至少 {person.min_pay} 元"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
