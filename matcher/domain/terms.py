"""The vocabulary of a fair as enums: one word per thing, the same in code, URL and sheet."""

from enum import StrEnum
from functools import cached_property


class Role(StrEnum):
    """Who is asking."""

    ORGANIZER = "organizer"
    EMPLOYER = "employer"
    HOST = "host"
    KIOSK = "kiosk"
    SEEKER = "seeker"


class FairStatus(StrEnum):
    """A fair is prepared, announced and ended."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class SessionKind(StrEnum):
    """How a session of the fair is held: in a hall or as a livestream."""

    ON_SITE = "on_site"
    LIVESTREAM = "livestream"


class Channel(StrEnum):
    """By which way a person takes part; every attendance figure can be split by it."""

    ON_SITE = "on_site"
    LIVESTREAM = "livestream"


class Source(StrEnum):
    """Where a seeker's profile was first made."""

    PHONE = "phone"
    KIOSK = "kiosk"
    IMPORT = "import"


class PostingStatus(StrEnum):
    """A posting is written, shown and taken down."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class Stage(StrEnum):
    """Where an application stands. AGREED needs both sides' word."""

    SUBMITTED = "submitted"
    VIEWED = "viewed"
    INTERVIEW = "interview"
    AGREED = "agreed"
    HIRED = "hired"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class BroadcastStatus(StrEnum):
    """A livestream session before, on and off the air."""

    PLANNED = "planned"
    LIVE = "live"
    ENDED = "ended"


class Shift(StrEnum):
    """The shift pattern a posting states; None where it states none."""

    DAY = "day"
    TWO_SHIFT = "two_shift"
    THREE_SHIFT = "three_shift"
    NIGHT = "night"

    @property
    def has_nights(self) -> bool:
        """Whether somebody who said "no nights" must not be sent there."""
        return self is not Shift.DAY


class Education(StrEnum):
    """Schooling, as an ordered scale; NONE means that none is asked for."""

    NONE = "none"
    JUNIOR = "junior"
    SENIOR = "senior"
    VOCATIONAL = "vocational"
    COLLEGE = "college"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTOR = "doctor"

    @property
    def level(self) -> int:
        """Years above primary school, roughly: 高中 and 中专 stand on one step."""
        return _LEVELS[self]


_LEVELS = {
    Education.NONE: 0,
    Education.JUNIOR: 1,
    Education.SENIOR: 2,
    Education.VOCATIONAL: 2,
    Education.COLLEGE: 3,
    Education.BACHELOR: 4,
    Education.MASTER: 5,
    Education.DOCTOR: 6,
}


class PayUnit(StrEnum):
    """What a pay figure is counted by."""

    MONTH = "month"
    YEAR = "year"
    DAY = "day"
    HOUR = "hour"
    PIECE = "piece"
    NEGOTIABLE = "negotiable"


class Block(StrEnum):
    """Why a posting must not be recommended to this seeker; the letters of the judged set."""

    NIGHT = "n"
    PAY = "p"
    CERTIFICATE = "c"
    EDUCATION = "e"
    EXPERIENCE = "x"
    WEEKEND = "w"
    CLOSED = "closed"


class Bearing(StrEnum):
    """Which way a reason speaks: it fits, one must ask at the booth, or it is missing."""

    FITS = "fits"
    ASK = "ask"
    LACKS = "lacks"


class ReasonCode(StrEnum):
    """Why a match is a match; web/language.py turns code and terms into a sentence."""

    WANTED = "wanted"
    KINDRED = "kindred"
    TRADE = "trade"
    SKILLS = "skills"
    WORDS = "words"
    CERTIFICATE_HELD = "certificate_held"
    SHIFT_FITS = "shift_fits"
    REST_FITS = "rest_fits"
    PAY_MEETS = "pay_meets"
    TRAINABLE = "trainable"
    VETERANS = "veterans"
    DISTRICT_FITS = "district_fits"
    SHIFT_UNKNOWN = "shift_unknown"
    REST_UNKNOWN = "rest_unknown"
    PAY_UNKNOWN = "pay_unknown"
    STRAIN = "strain"
    SHIFT_AGAINST = "shift_against"
    REST_SHORT = "rest_short"
    PAY_SHORT = "pay_short"
    CERTIFICATE_NEEDED = "certificate_needed"
    CERTIFICATE_PREFERRED = "certificate_preferred"
    EXPERIENCE_SHORT = "experience_short"
    EDUCATION_SHORT = "education_short"

    @cached_property
    def bearing(self) -> Bearing:
        """Whether the reason speaks for the match, asks, or names what is missing."""
        if self is ReasonCode.STRAIN or self.value.endswith("_unknown"):
            return Bearing.ASK
        if self.value.endswith(("_short", "_against", "_preferred", "_needed")):
            return Bearing.LACKS
        return Bearing.FITS

    @property
    def is_private(self) -> bool:
        """Whether the person alone may see it: health is no ground for an employer."""
        return self is ReasonCode.STRAIN

    @cached_property
    def is_of_the_work(self) -> bool:
        """Whether it speaks of the work itself; shift and pay alone do not make a job fit."""
        return self in {
            ReasonCode.WANTED,
            ReasonCode.KINDRED,
            ReasonCode.TRADE,
            ReasonCode.SKILLS,
            ReasonCode.WORDS,
            ReasonCode.CERTIFICATE_HELD,
        }


class Strain(StrEnum):
    """What work asks of the body."""

    LIFTING = "lifting"
    STANDING = "standing"
    HEIGHTS = "heights"
    HEAT = "heat"
    DUST = "dust"
    NOISE = "noise"
    SIGHT = "sight"
    COLOUR = "colour"
    STRENGTH = "strength"


class FeedKind(StrEnum):
    """The public facts that screens, phones and desks listen to; never personal data."""

    CHECKED_IN = "checked_in"
    REGISTERED = "registered"
    APPLIED = "applied"
    AGREED = "agreed"
    WENT_LIVE = "went_live"
    PINNED = "pinned"
    ENDED = "ended"
    ASKED = "asked"
    ANSWERED = "answered"
    CATALOG_CHANGED = "catalog_changed"


class Making(StrEnum):
    """The steps in which matches are made ready."""

    WAITING = "waiting"  # nothing is done yet
    COMPILING = "compiling"  # the program itself, once on each machine
    READING = "reading"
    COUNTING = "counting"
    ARRANGING = "arranging"
    KEEPING = "keeping"
