"""Lists ordered by what is good for both: the seeker's own order tempered by the booth's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from matcher.domain.profiles import Match, PostingProfile, Ranking, SeekerProfile
from matcher.matching.ranker import score_seekers
from matcher.matching.said import Floats
from matcher.matching.sides import SeekerIndex

OWN = 0.7  # what the seeker's side counts; the booth's the rest


def mutual(
    rankings: Sequence[Ranking],
    postings: Sequence[PostingProfile],
    seekers: Sequence[SeekerProfile],
    k: int,
    today: date,
) -> list[Ranking]:
    """The best k of each list for both sides (0: all); lists should be deep.

    Either side's score is taken as a share of that side's best; a match's score becomes the
    weighted geometric mean, so that one side's indifference is not made up for by the other.
    The booth's side sees what `rank_seekers` sees: no name, no sex, no age.
    """
    liking = _liking(postings, seekers, today)
    rows = {seeker.id: at for at, seeker in enumerate(seekers)}
    found = []
    for ranking in rankings:
        best = max((match.score for match in ranking.matches), default=0.0)
        scored = [
            replace(
                match, score=_both(match.score, best, liking[match.posting][rows[match.seeker]])
            )
            for match in ranking.matches
        ]
        scored.sort(key=lambda match: (-match.score, match.posting))
        found.append(replace(ranking, matches=_renumbered(scored[: k or None])))
    return found


def _liking(
    postings: Sequence[PostingProfile], seekers: Sequence[SeekerProfile], today: date
) -> dict[str, Floats]:
    """For each posting how it likes each seeker, as a share of its best."""
    index = SeekerIndex.fit(seekers)
    shares = {}
    for posting in postings:
        score = score_seekers(index, posting, today)
        best = float(score.max(initial=0.0))
        shares[posting.id] = np.clip(score / best, 0.0, 1.0) if best > 0 else np.zeros(len(score))
    return shares


def _both(score: float, best: float, liking: float) -> float:
    own = max(0.0, score / best) if best > 0 else 0.0
    return float(own**OWN * liking ** (1 - OWN))


def _renumbered(matches: Sequence[Match]) -> tuple[Match, ...]:
    return tuple(replace(match, rank=rank) for rank, match in enumerate(matches, start=1))
