"""Reasons as sentences: the code and the terms of a match in plain words."""

from collections.abc import Callable

from flask_babel import gettext as _

from matcher.domain.profiles import Reason
from matcher.domain.terms import ReasonCode


def reason_sentence(reason: Reason) -> str:
    """One reason as a person would say it; terms are joined the way the language lists things."""
    return _SENTENCES[reason.code](_("、").join(reason.terms))


_SENTENCES: dict[ReasonCode, Callable[[str], str]] = {
    ReasonCode.WANTED: lambda t: _("The work you want: %(terms)s", terms=t),
    ReasonCode.SKILLS: lambda t: _("They need what you can do: %(terms)s", terms=t),
    ReasonCode.WORDS: lambda t: _("Fits what you wrote: %(terms)s", terms=t),
    ReasonCode.CERTIFICATE_HELD: lambda t: _("You hold the certificate: %(terms)s", terms=t),
    ReasonCode.SHIFT_FITS: lambda t: _("Day shift, no nights"),
    ReasonCode.REST_FITS: lambda t: _("Weekends off"),
    ReasonCode.PAY_MEETS: lambda t: _("The pay meets what you asked for"),
    ReasonCode.TRAINABLE: lambda t: _("You can learn it there, training is given"),
    ReasonCode.VETERANS: lambda t: _("Veterans welcome"),
    ReasonCode.SHIFT_UNKNOWN: lambda t: _("Shift not stated: ask at the booth"),
    ReasonCode.REST_UNKNOWN: lambda t: _("Days off not stated: ask at the booth"),
    ReasonCode.PAY_UNKNOWN: lambda t: _("Pay not clear: ask at the booth"),
    ReasonCode.CERTIFICATE_PREFERRED: lambda t: _("%(terms)s preferred, not needed", terms=t),
    ReasonCode.EXPERIENCE_SHORT: lambda t: _("They would like more experience"),
    ReasonCode.EDUCATION_SHORT: lambda t: _("They would like more schooling"),
}
