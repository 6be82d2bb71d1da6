"""The site's words for codes: vocabulary, refusals, problems and fields, to be translated."""

from enum import StrEnum

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from matcher.domain.terms import (
    Block,
    BroadcastStatus,
    Channel,
    Education,
    FairStatus,
    PayUnit,
    PostingStatus,
    Role,
    SessionKind,
    Shift,
    Source,
    Stage,
)

LABELS: dict[type[StrEnum], dict[StrEnum, LazyString]] = {
    Role: {
        Role.ORGANIZER: _("Organizer"),
        Role.EMPLOYER: _("Employer"),
        Role.HOST: _("Host"),
        Role.KIOSK: _("Check-in kiosk"),
        Role.SEEKER: _("Job seeker"),
    },
    FairStatus: {
        FairStatus.DRAFT: _("In preparation"),
        FairStatus.PUBLISHED: _("Published"),
        FairStatus.CLOSED: _("Closed"),
    },
    SessionKind: {
        SessionKind.ON_SITE: _("On site"),
        SessionKind.LIVESTREAM: _("Livestream"),
    },
    Channel: {
        Channel.ON_SITE: _("On site"),
        Channel.LIVESTREAM: _("Livestream"),
    },
    Source: {
        Source.PHONE: _("On a phone"),
        Source.KIOSK: _("At a kiosk"),
        Source.IMPORT: _("Imported"),
    },
    PostingStatus: {
        PostingStatus.DRAFT: _("Draft"),
        PostingStatus.PUBLISHED: _("Published"),
        PostingStatus.CLOSED: _("Closed"),
    },
    Stage: {
        Stage.SUBMITTED: _("Sent"),
        Stage.VIEWED: _("Read"),
        Stage.INTERVIEW: _("Invited to an interview"),
        Stage.AGREED: _("Intent agreed"),
        Stage.HIRED: _("Hired"),
        Stage.DECLINED: _("Not suitable"),
        Stage.WITHDRAWN: _("Taken back"),
    },
    BroadcastStatus: {
        BroadcastStatus.PLANNED: _("Not started"),
        BroadcastStatus.LIVE: _("On air"),
        BroadcastStatus.ENDED: _("Ended"),
    },
    Shift: {
        Shift.DAY: _("Day shift"),
        Shift.TWO_SHIFT: _("Two shifts"),
        Shift.THREE_SHIFT: _("Three shifts"),
        Shift.NIGHT: _("Night shift"),
    },
    Education: {
        Education.NONE: _("Any schooling"),
        Education.JUNIOR: _("Junior middle school"),
        Education.SENIOR: _("High school"),
        Education.VOCATIONAL: _("Vocational school"),
        Education.COLLEGE: _("College"),
        Education.BACHELOR: _("Bachelor"),
        Education.MASTER: _("Master"),
        Education.DOCTOR: _("Doctor"),
    },
    PayUnit: {
        PayUnit.MONTH: _("by month"),
        PayUnit.YEAR: _("by year"),
        PayUnit.DAY: _("by day"),
        PayUnit.HOUR: _("by hour"),
        PayUnit.PIECE: _("by piece"),
        PayUnit.NEGOTIABLE: _("to be agreed"),
    },
    Block: {
        Block.NIGHT: _("night work"),
        Block.PAY: _("pay below your limit"),
        Block.CERTIFICATE: _("a certificate you do not hold"),
        Block.EDUCATION: _("schooling"),
        Block.EXPERIENCE: _("years of experience"),
        Block.WEEKEND: _("weekend work"),
        Block.CLOSED: _("closed"),
    },
}

MESSAGES: dict[str, LazyString] = {
    "refused": _("That is not possible right now. Go back and try again."),
    "not_found": _("We cannot find this. It may have been taken down."),
    "login_taken": _("This sign-in name is taken. Choose another one."),
    "sign_in_failed": _("Name or password is not right. Try again, or ask the organizer."),
    "password_short": _("A password needs at least 8 characters."),
    "link_expired": _("This link is no longer valid. Ask for a new one."),
    "key_reused": _("This form was already sent with other content. Reload the page first."),
}

PROBLEMS: dict[str, LazyString] = {
    "value_error": _("This cannot be read. Please check it."),
    "missing": _("Please fill this in."),
    "string_too_short": _("Please fill this in."),
    "string_too_long": _("Too long: at most %(max_length)s characters."),
    "string_type": _("This cannot be read. Please check it."),
    "string_pattern_mismatch": _("This is not in the form we can read."),
    "int_parsing": _("Please enter a whole number."),
    "int_from_float": _("Please enter a whole number."),
    "int_parsing_size": _("This number is too large."),
    "float_parsing": _("Please enter a number."),
    "greater_than_equal": _("At least %(ge)s."),
    "less_than_equal": _("At most %(le)s."),
    "finite_number": _("Please enter a number."),
    "enum": _("Please choose one from the list."),
    "date_from_datetime_parsing": _("Please enter a date such as 2026-03-08."),
    "date_parsing": _("Please enter a date such as 2026-03-08."),
    "datetime_parsing": _("Please enter a date and time."),
    "datetime_from_date_parsing": _("Please enter a date and time."),
    "ends_before_it_starts": _("The end must be after the beginning."),
    "phone_invalid": _("This phone number cannot be right. Check it, or leave it empty."),
}

FIELD_LABELS: dict[str, LazyString] = {
    "title": _("Job title"),
    "openings": _("Headcount"),
    "duties": _("What the work is"),
    "requirements": _("What is required"),
    "place": _("Place of work"),
    "pay_text": _("Pay"),
    "shift": _("Shift"),
    "rest": _("Days off"),
    "education": _("Schooling"),
    "years": _("Years of experience"),
    "skills": _("Skills"),
    "certificates": _("Certificates asked for"),
    "certificates_required": _("Certificates required"),
    "benefits": _("Benefits"),
    "trainable": _("Training given"),
    "veterans": _("Veterans welcome"),
    "expires_on": _("Valid until"),
    "name": _("Name"),
    "phone": _("Phone"),
    "employer": _("Employer"),
}
