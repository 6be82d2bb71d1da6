"""Profiles without the grounds on which the law lets nobody choose: all that ranking sees."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.reading import protected


def of_posting(posting: PostingProfile) -> PostingProfile:
    """The posting without what it says of anybody's sex, age, origin, faith or health."""
    seen = replace(
        posting,
        title=protected.without(posting.title),
        requirements=protected.without(posting.requirements),
        duties=protected.without(posting.duties),
        skills=protected.names(posting.skills),
        certificates=_papers(posting.certificates),
        certificates_required=_papers(posting.certificates_required),
    )
    return posting if seen == posting else seen


def of_postings(postings: Sequence[PostingProfile]) -> list[PostingProfile]:
    """These postings, each without."""
    return [of_posting(posting) for posting in postings]


def of_seeker(seeker: SeekerProfile) -> SeekerProfile:
    """The person without what they wrote of their sex, age, origin, faith or health."""
    return replace(
        seeker,
        wanted=protected.names(seeker.wanted),
        text=protected.without(seeker.text),
        skills=protected.names(seeker.skills),
        certificates=_papers(seeker.certificates),
    )


def for_employers(seekers: Sequence[SeekerProfile]) -> list[SeekerProfile]:
    """These people, each without, and without what their body will not do."""
    return [replace(of_seeker(seeker), cannot=frozenset()) for seeker in seekers]


def _papers(names: Iterable[str]) -> tuple[str, ...]:
    """Papers by their names as they are, but none that tells of nothing else: 残疾证, 结婚证."""
    return tuple(filter(protected.without, names))
