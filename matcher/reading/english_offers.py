"""Beds, meals and training that an English posting offers: a noun and who gives or keeps it."""

import re

_GIVEN = (
    r"provid|offer|includ|available|free|suppl|arrange|cover|paid|with |plus |enjoy|get|give"
    r"|possible|on[- ]site|subsidi[sz]ed|have |has |there (?:is|are)|served|for non-locals"
    r"|(?:accommodation|dorm\w*|housing) for|benefits|staff|duty|company|we |for those|for staff"
    r"|ready|live-in|,|and |&|\+"
)
_NOT = r"(?<![a-z])(?:no|not|without|neither|nor|unable to|excluding|except)(?![a-z])|n't "
_ALLOWANCE = (
    r" ?(?:allowances?|subsid(?:y|ies)|stipend|benefit plan|fund|loan|market|costs? of|vouchers?)"
)
_BED = (
    r"(?:dorm(?:itor(?:y|ies)|s)?|accommodations?|housing|lodgings?|room and board|hostel"
    r"|board and lodging|live-in(?! (?:nanny|carer))|(?<!hospital )(?<!per )beds?(?= |,|。|$)"
    r"|(?:shared|free|on-campus|on-site|furnished|staff|company|school|own) (?:company |staff "
    r"|single |double |furnished )?(?:flat|rooms?|apartment|studio|quarters)|(?:place"
    r"|somewhere) to (?:sleep|stay|live)|living container|living in the factory|(?:four|six|eight"
    r"|\d) to a room|room(?= (?:provided|included|is provided|and meals|& meals)))"
)
_MEAL = (
    r"(?:(?:staff |duty |working |free |daily |hot |all |[23] |two |three )?(?:meals?|lunch(?:es)?"
    r"|dinners?|breakfasts?|suppers?|food)|canteens?|cafeteria|room and board|board and lodging"
    r"|(?<![a-z])board(?= (?:and|is|are|free))|feed you)"
)
# Guests, patients and dishes are what the work is about.
_AT_WORK = (
    r"guest|client|customer|patient|student (?:dorm|accom|hous)|prepar|serv(?:e|ing) |cook(?:ing"
    r"|s)? |clean|book(?:ing)?s? |reservation|manag|inspect|deliver|food (?:and beverage|safety"
    r"|hygiene|industry|process|product|factory|handl|deliver|compan|plant|prep|poison|cost)"
    r"|(?:canteen|dorm\w*|lunch|dinner|breakfast|meals?) (?:staff|worker|cook|manager|assistant"
    r"|supervisor|helper|service|operations?|breaks?|hours?|box|time|attendant|shift)"
    r"|reasonable accommodation|accommodations? (?:you|request|need|for (?:disab|people with))"
    r"|hotel accommodation|travel"
)
BED = re.compile(rf"(?<![a-z]){_BED}(?!{_ALLOWANCE})(?![a-z])")
MEALS = re.compile(rf"(?<![a-z]){_MEAL}(?!{_ALLOWANCE})(?![a-z])")
GIVEN, NOT, AT_WORK = re.compile(_GIVEN), re.compile(_NOT), re.compile(_AT_WORK)
_LESS = re.compile(r"(?:allowance|subsidy|stipend|voucher)s? (?:for|towards) [a-z ]{0,20}$|own $")
_PAID_BY_THEM = re.compile(
    r"[^.,;。；]{0,24}(?:own (?:cost|expense)|self-paid|not (?:free|included|provided|available"
    r"|offered))"
)


_SURE = re.compile(
    r"canteen|cafeteria|hostel|living|own |shared|company|all |\d |two|three|dorm|duty|staff|free"
    r"|feed|live|room and|four|six|eight"
)


def offered(clause: str, noun: re.Pattern[str]) -> "tuple[bool, re.Match[str]] | None":
    """Whether an English clause offers or refuses what it names, and the name; None if neither."""
    for found in noun.finditer(clause):
        before, after = clause[: found.start()], clause[found.end() :]
        if AT_WORK.search(clause) or _LESS.search(before):
            continue
        if NOT.search(before) or _PAID_BY_THEM.match(after):
            return False, found
        if _SURE.match(found.group()) or GIVEN.search(clause):
            return True, found
    return None


_PEOPLE = (
    r"(?:new (?:staff|hires|employees|starters|joiners|recruits|colleagues)|newcomers|beginners)"
)
_TAUGHT = (
    r"(?:train(?:ed|ing)?|coach(?:ed)?|taught|teach|guid(?:e|ed)|mentor(?:ed)?|supervis(?:e|ed)"
    r"|show)"
)
_COURSE = (
    r"(?:(?:full|free|paid|in-house|on-the-job|initial|complete|regular|thorough|internal|job"
    r"|induction|professional|technical) )+train(?:ing|ee)"
)
TRAINED = (
    rf"(?<!deliver )(?<!conduct )(?<!provide ){_COURSE}(?! (?:skill|experience|record|material"
    r"|to ))|on-the-job training|(?<![a-z] )(?<!staff )(?<!customer )training (?:(?:on|in"
    r"|for) [^.,;。；]{1,30})?(?:is |are |will be |can be )*(?:provided|given|offered|available"
    rf"|included)|(?<![a-z])(?:we|will|and|to)(?:'ll| will| can)? (?:fully )?{_TAUGHT} you"
    r"|train(?:ed)? (?:you )?from scratch|you(?:'ll| will) (?:be |get "
    rf"|receive )?(?:fully )?(?:train(?:ed|ing)|taught|learn|coached|mentored)|{_PEOPLE} (?:(?:will"
    rf"|are|is|get|can|be) )*(?:fully )?{_TAUGHT}|{_TAUGHT} (?:will be |is )?(?:provided "
    rf"|given )?(?:to |for )?{_PEOPLE}|(?:we|offer|provide|give|receive|with"
    r"|get)s? (?:\w+ ){0,3}training(?! (?:to|for) (?:custom|client|user|staff|our))"
    r"|trainees?(?= (?:wanted|welcome|are welcome|needed|position|programme|program))"
    r"|graduate trainee|(?:an? |seeks? |hiring )apprentice(?!d)"
    r"|apprentices?(?:hips?)? (?:are )?(?:wanted|welcome|needed|available|offered)|(?:learn"
    r"|train) on the job|(?:without experience|no experience)[^.;。；]{0,12} (?:are|get"
    r"|will be) trained|the rest you(?:'ll| will) learn"
)
REFUSED = (
    r"no (?:beginners|trainees|apprentices|newcomers|training)(?! (?:fee|cost|charge))|(?:no"
    r"|not have) time to train|(?:not|n't) (?:train|teach|take (?:beginners|trainees|newcomers))"
    r"|only (?:take |hire |accept |want )?(?:skilled|experienced"
    r"|qualified and experienced) (?:\w+ )?(?:welders|workers|people|staff|hands|operators"
    r"|applicants|candidates|drivers|\w+s)(?![a-z])|(?:experienced|skilled) (?:workers|staff"
    r"|applicants|candidates|hands|people|\w+s) only|not (?:suitable for|a job for) beginners"
)
