"""Rows become profiles: the part of a posting or a person that matching may see."""

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.terms import Block, PostingStatus
from matcher.reading import places
from matcher.reading import seekers as reading_seekers
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker


def of_posting(posting: Posting) -> PostingProfile:
    """A posting without its employer's name: who offers the work does not change who fits it."""
    return PostingProfile(
        id=str(posting.id),
        title=posting.title,
        duties=posting.duties,
        requirements=posting.requirements,
        skills=tuple(posting.skills),
        certificates=tuple(posting.certificates),
        certificates_required=tuple(posting.certificates_required),
        benefits=tuple(posting.benefits),
        education=posting.education,
        years=posting.years,
        pay_min=posting.pay_min,
        pay_max=posting.pay_max,
        shift=posting.shift,
        rest=posting.rest,
        trainable=posting.trainable,
        veterans=posting.veterans,
        districts=places.districts(posting.place),
        expires_on=posting.expires_on,
        is_open=posting.status is PostingStatus.PUBLISHED,
    )


def of_seeker(seeker: Seeker) -> SeekerProfile:
    """A person without name, phone, age or sex; what the text says fills what was not ticked."""
    text = "\n".join(part for part in (seeker.text, seeker.resume_text) if part)
    return reading_seekers.profile(
        id=str(seeker.id),
        wanted=tuple(seeker.wanted),
        text=text,
        certificates=tuple(seeker.certificates),
        skills=tuple(seeker.skills),
        years=seeker.years,
        education=seeker.education,
        min_pay=seeker.min_pay,
        no_night=seeker.no_night or None,
        weekend_off=seeker.weekend_off or None,
        trainable_wanted=seeker.trainable_wanted,
        veteran=seeker.veteran,
        districts=tuple(seeker.districts),
        relaxed=frozenset(Block(value) for value in seeker.relaxed),
    )
