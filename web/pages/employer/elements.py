"""What a posting lacks of what the law asks for, said beside the field where it is to be put."""

from matcher.domain.terms import PayUnit
from matcher.services.postings import Posting
from web.language import gettext as _

# What firms write themselves, so it stays Chinese on an English page.
EXAMPLES = "5000-7000元/月, 200元/天, 25元/小时, 计件月均7000"


def element_sentences(posting: Posting, missing: list[str]) -> dict[str, str]:
    """Field → what is missing there and what to write."""
    return {field: _sentence(posting, field) for field in missing}


def _sentence(posting: Posting, field: str) -> str:
    if field == "pay_text":
        return _pay(posting)
    return {
        "openings": _("Say how many people you are looking for."),
        "duties": _("Say what the work is and what you ask for; a few words will do."),
        "place": _("Say where the work is: a street, a district or a town."),
    }[field]


def _pay(posting: Posting) -> str:
    if posting.pay_unit is PayUnit.NEGOTIABLE:
        return _(
            "“To be agreed” does not count as pay: the law wants the basic pay to be stated"
            " (Human Resources Market Regulation, article 24). A range will do, such as"
            " 5000-7000 yuan a month."
        )
    if posting.pay_text.strip():
        return _("We find no amount here. Write it like %(examples)s.", examples=EXAMPLES)
    return _("Say the basic pay; a range will do. Write it like %(examples)s.", examples=EXAMPLES)
