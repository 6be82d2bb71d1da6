"""The words of the figures: what each is called, and what exactly it counts."""

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from matcher.services.figures import Figure

NAMES: dict[Figure, LazyString] = {
    Figure.REGISTERED: _("Registered people"),
    Figure.VISITORS: _("People who took part"),
    Figure.VISITORS_ON_SITE: _("People who came"),
    Figure.CHECK_INS: _("Check-ins"),
    Figure.VISITORS_ONLINE: _("Registered people online"),
    Figure.VIEWERS: _("Stream viewers"),
    Figure.PEAK_VIEWERS: _("Most viewers at once"),
    Figure.WATCH_MINUTES: _("Minutes watched"),
    Figure.APPLICATIONS: _("Applications sent"),
    Figure.APPLICATIONS_ON_SITE: _("Applications on site"),
    Figure.APPLICATIONS_ONLINE: _("Applications from livestreams"),
    Figure.APPLICANTS: _("People who applied"),
    Figure.INTERVIEWED: _("People interviewed"),
    Figure.AGREED: _("Agreed intents"),
    Figure.AGREED_PEOPLE: _("People with an agreed intent"),
    Figure.EMPLOYERS: _("Employers"),
    Figure.POSTINGS: _("Postings"),
    Figure.OPENINGS: _("Openings (headcount)"),
}

DEFINITIONS: dict[Figure, LazyString] = {
    Figure.REGISTERED: _("People who took out a ticket for this fair; each is counted once."),
    Figure.VISITORS: _(
        "Registered people who were checked in or watched a livestream. "
        "Somebody who did both is counted once."
    ),
    Figure.VISITORS_ON_SITE: _(
        "People who were checked in to at least one hall; each is counted once."
    ),
    Figure.CHECK_INS: _(
        "Check-ins to halls. Somebody who goes to two halls counts twice; "
        "a ticket scanned again at the same hall does not count again."
    ),
    Figure.VISITORS_ONLINE: _("Registered people who watched at least one livestream."),
    Figure.VIEWERS: _(
        "Browsers that watched a livestream, with or without a ticket; each is counted once."
    ),
    Figure.PEAK_VIEWERS: _(
        "The most browsers watching at one moment, each reckoned from when it was first seen "
        "to when it was last seen."
    ),
    Figure.WATCH_MINUTES: _("Time that livestreams were watched, all viewers together."),
    Figure.APPLICATIONS: _(
        "Applications that people sent and did not take back. "
        "One person and one posting make one application."
    ),
    Figure.APPLICATIONS_ON_SITE: _("Applications not sent from a livestream."),
    Figure.APPLICATIONS_ONLINE: _("Applications sent from a livestream's page."),
    Figure.APPLICANTS: _("People with at least one application; each is counted once."),
    Figure.INTERVIEWED: _(
        "People whom an employer invited to an interview or agreed with; each is counted once."
    ),
    Figure.AGREED: _(
        "Intents to which both the employer and the person said yes. "
        "An offer that nobody answered is not counted."
    ),
    Figure.AGREED_PEOPLE: _("People with at least one agreed intent; each is counted once."),
    Figure.EMPLOYERS: _("Employers that take part in this fair."),
    Figure.POSTINGS: _("Postings that are published and not past their last day."),
    Figure.OPENINGS: _("How many people all published postings look for together."),
}

# Words that stand alone in headings of tables, sheets and screens.
HEADINGS: dict[str, LazyString] = {
    "figures": _("Figures"),
    "by_hour": _("By hour"),
    "by_hour_and_gate": _("By hour and gate"),
    "by_session": _("By session"),
    "by_gate": _("By gate"),
    "by_employer": _("By employer"),
    "by_trade": _("By trade"),
    "figure": _("Figure"),
    "count": _("Count"),
    "definition": _("What it counts"),
    "as_of": _("As of"),
    "hour": _("Hour"),
    "session": _("Session"),
    "channel": _("Channel"),
    "gate": _("Gate"),
    "came": _("Came"),
    "check_ins": _("Check-ins"),
    "entries": _("Joined a stream"),
    "viewers": _("Viewers"),
    "watch_minutes": _("Minutes watched"),
    "peak_viewers": _("Most at once"),
    "applications": _("Applications sent"),
    "interviews": _("Interviews"),
    "agreed": _("Agreed"),
    "employer": _("Employer"),
    "employers": _("Employers"),
    "trade": _("Trade"),
    "booth": _("Booth"),
    "postings": _("Postings"),
    "openings": _("Openings"),
    "on_site": _("On site"),
    "livestream": _("Livestream"),
}


def define(figure: Figure) -> tuple[str, str]:
    """A figure's name and its definition, in the visitor's language."""
    return str(NAMES[figure]), str(DEFINITIONS[figure])


def heading(code: str) -> str:
    """The heading of a column or sheet."""
    return str(HEADINGS[code])
