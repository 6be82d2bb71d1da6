"""Lists ranked ahead: shown where ranking anew would say the same, dropped with the person."""

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from matcher.domain.profiles import Ranking
from matcher.matching import packed, program
from matcher.services import profiles
from matcher.services.work import Work
from matcher.storage import fairs, seekers
from matcher.storage import postings as offers
from matcher.storage import standing as storage
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from matcher.storage.standing import PostingList, SeekerList, Standing

if TYPE_CHECKING:  # erasing a person needs no numbers
    from matcher.matching.weights import Weights


def for_seeker(work: Work, seeker: Seeker, k: int, weights: "Weights") -> Ranking | None:
    """The person's best k postings as ranked ahead; None unless ranking would say the same now."""
    version = fairs.catalog_version(work.db, seeker.fair_id)
    return _standing(work, SeekerList, seeker.id, of_seeker(seeker, version, weights), k)


def for_posting(work: Work, posting: Posting, k: int) -> Ranking | None:
    """The best k people for a posting as ranked ahead; None unless ranking would say the same."""
    version = seekers.visible_version(work.db, posting.fair_id)
    return _standing(work, PostingList, posting.id, of_posting(posting, version), k)


def of_seeker(seeker: Seeker, catalog_version: int, weights: "Weights") -> str:
    """Tells apart all that a person's list is made from."""
    return _digest(seekers.snapshot(seeker), catalog_version, weights)


def of_posting(posting: Posting, people: object) -> str:
    """Tells apart all that a posting's list is made from; `people`: the version of who is seen."""
    return _digest(profiles.of_posting(posting), people)


def forget_seeker(work: Work, seeker: Seeker) -> None:
    """Drop the person's list, and the fair's lists of people, on which they may stand."""
    storage.forget(work.db, seeker.id)
    storage.forget_people(work.db, seeker.fair_id)


def told(work: Work, seeker: Seeker) -> dict[str, Any]:
    """What stands ready about a person, in plain values: their list, and where they are listed."""
    own = storage.one(work.db, SeekerList, seeker.id)
    return {
        "made_at": own and own.made_at.isoformat(),
        "postings": _posting_rows(work, packed.unpack(own.body)) if own else [],
        "listed_for": [
            {"posting": posting.title, "number": posting.number, "rank": rank, "score": score}
            for posting, each in storage.with_people(work.db, seeker.fair_id)
            for rank, score in _places(packed.unpack(each.body), str(seeker.id))
        ],
    }


def _standing(work: Work, table: type[Standing], owner: int, as_of: str, k: int) -> Ranking | None:
    found = storage.one(work.db, table, owner)
    if found is None or not found.holds(as_of, k, work.today):
        return None
    return packed.first(packed.unpack(found.body), k)


def _posting_rows(work: Work, ranking: Ranking) -> list[dict[str, Any]]:
    known = offers.by_ids(work.db, [int(match.posting) for match in ranking.matches])
    return [
        {"posting": title, "number": number, "rank": match.rank, "score": round(match.score, 4)}
        for match in ranking.matches
        if (at := known.get(int(match.posting))) is not None
        for title, number in [(at[0].title, at[0].number)]
    ]


def _places(ranking: Ranking, seeker: str) -> list[tuple[int, float]]:
    return [(m.rank, round(m.score, 4)) for m in ranking.matches if m.seeker == seeker]


def _digest(*parts: object) -> str:
    return sha256(repr((program.state(), *parts)).encode()).hexdigest()
