"""Reasons as sentences: the code and the terms of a match in plain words."""

from collections.abc import Callable

from matcher.domain.profiles import Reason
from matcher.domain.terms import Block, ReasonCode
from web.language import gettext as _


def reason_sentence(reason: Reason) -> str:
    """One reason as a person would say it; terms are joined the way the language lists things."""
    return _SENTENCES[reason.code](_listed(reason.terms))


def _listed(terms: tuple[str, ...]) -> str:
    return _(", ").join(terms) if len(terms) > 1 else "".join(terms)


_SENTENCES: dict[ReasonCode, Callable[[str], str]] = {
    ReasonCode.WANTED: lambda t: _("The work you want: %(terms)s", terms=t),
    ReasonCode.KINDRED: lambda t: _("Work akin to what you want: %(terms)s", terms=t),
    ReasonCode.SKILLS: lambda t: _("They need what you can do: %(terms)s", terms=t),
    ReasonCode.WORDS: lambda t: _("Fits what you wrote: %(terms)s", terms=t),
    ReasonCode.CERTIFICATE_HELD: lambda t: _("You hold the certificate: %(terms)s", terms=t),
    ReasonCode.SHIFT_FITS: lambda t: _("Day shift, no nights"),
    ReasonCode.REST_FITS: lambda t: _("Weekends off"),
    ReasonCode.PAY_MEETS: lambda t: (
        _("The pay can reach what you asked for; it starts at %(terms)s yuan", terms=t)
        if t
        else _("The pay meets what you asked for")
    ),
    ReasonCode.TRAINABLE: lambda t: _("You can learn it there, training is given"),
    ReasonCode.VETERANS: lambda t: _("Veterans welcome"),
    ReasonCode.DISTRICT_FITS: lambda t: _("Where you would like to work: %(terms)s", terms=t),
    ReasonCode.SHIFT_UNKNOWN: lambda t: _("Shift not stated: ask at the booth"),
    ReasonCode.REST_UNKNOWN: lambda t: _("Days off not stated: ask at the booth"),
    ReasonCode.PAY_UNKNOWN: lambda t: _("Pay not clear: ask at the booth"),
    ReasonCode.STRAIN: lambda t: _(
        "They write of %(terms)s, which you said is hard for you: ask at the booth", terms=t
    ),
    ReasonCode.CERTIFICATE_NEEDED: lambda t: _(
        "They need %(terms)s, which you have not named", terms=t
    ),
    ReasonCode.CERTIFICATE_PREFERRED: lambda t: _("%(terms)s preferred, not needed", terms=t),
    ReasonCode.EXPERIENCE_SHORT: lambda t: _("They would like more experience"),
    ReasonCode.EDUCATION_SHORT: lambda t: _("They would like more schooling"),
    ReasonCode.PAY_SHORT: lambda t: _("Pays less than you asked for"),
}


def employer_reason_sentence(reason: Reason) -> str:
    """The same reason as one says it to the employer about the person; never a private one."""
    return _TO_EMPLOYERS[reason.code](_listed(reason.terms))


_TO_EMPLOYERS: dict[ReasonCode, Callable[[str], str]] = {
    ReasonCode.WANTED: lambda t: _("Wants this work: %(terms)s", terms=t),
    ReasonCode.KINDRED: lambda t: _("Wants work akin to this: %(terms)s", terms=t),
    ReasonCode.SKILLS: lambda t: _("Can do what you need: %(terms)s", terms=t),
    ReasonCode.WORDS: lambda t: _("Wrote of: %(terms)s", terms=t),
    ReasonCode.CERTIFICATE_HELD: lambda t: _("Holds the certificate: %(terms)s", terms=t),
    ReasonCode.SHIFT_FITS: lambda t: _("Wants day shift, and this is day shift"),
    ReasonCode.REST_FITS: lambda t: _("Wants weekends off, and they are"),
    ReasonCode.PAY_MEETS: lambda t: _("Your pay meets the wish"),
    ReasonCode.TRAINABLE: lambda t: _("Wants to learn, and you train"),
    ReasonCode.VETERANS: lambda t: _("Veteran, and you welcome veterans"),
    ReasonCode.DISTRICT_FITS: lambda t: _("Would like to work here: %(terms)s", terms=t),
    ReasonCode.SHIFT_UNKNOWN: lambda t: _("Wants no nights: your posting does not say the shift"),
    ReasonCode.REST_UNKNOWN: lambda t: _("Asks for days off: your posting does not say"),
    ReasonCode.PAY_UNKNOWN: lambda t: _("Has a pay in mind: your posting does not say clearly"),
    ReasonCode.CERTIFICATE_NEEDED: lambda t: _("Does not name %(terms)s, which you need", terms=t),
    ReasonCode.CERTIFICATE_PREFERRED: lambda t: _("Has no %(terms)s, which you prefer", terms=t),
    ReasonCode.EXPERIENCE_SHORT: lambda t: _("Less experience than you ask for"),
    ReasonCode.EDUCATION_SHORT: lambda t: _("Less schooling than you ask for"),
    ReasonCode.PAY_SHORT: lambda t: _("Wants more pay than you state"),
}


def employer_block_sentence(block: Block) -> str:
    """What stands between a person who applied and a posting, as one says it to the employer."""
    return {
        Block.NIGHT: _("Wants no nights, and this has nights"),
        Block.PAY: _("Wants more pay than you state"),
        Block.CERTIFICATE: _("Does not name the certificate that is required"),
        Block.EDUCATION: _("Less schooling than you ask for"),
        Block.EXPERIENCE: _("Less experience than you ask for"),
        Block.WEEKEND: _("Wants weekends off"),
        Block.CLOSED: _("The posting is closed"),
    }[block]
