"""Beds, meals and training that an English posting offers: a noun and who gives or keeps it."""

import re

_GIVEN = (
    r"provid|offer|includ|available|free|suppl|arrange|cover|paid|with |plus |enjoy|get|give"
    r"|possible|on[- ]site|subsidi[sz]ed|have |has |there (?:is|are)|served|for non-locals"
    r"|(?:accommodation|dorm\w*|housing) for|benefits|staff|duty|company|we |for those|for staff"
    r"|ready|live-in"
)
_NOT = r"(?<![a-z])(?:no|not|without|neither|nor|unable to|excluding|except)(?![a-z])|n't "
_ALLOWANCE = (
    r" ?(?:allowances?|subsid(?:y|ies)|stipend|benefit plan|fund|loan|market|costs? of|vouchers?)"
)
_BED = (
    r"(?:dorm(?:itor(?:y|ies)|s)?|accommodations?|housing|lodgings?|room and board|hostel"
    r"|board and lodging|live-in(?! (?:nanny|carer))|(?:a|your|free|own) beds?(?![a-z-])"
    r"|beds? (?:provided|available|included)|(?:shared|free|on-campus|on-site|furnished|staff"
    r"|company|school|own) (?:company |staff |single |double |furnished )?(?:flat|rooms?|apartment"
    r"|studio|quarters)|(?:place|somewhere) to (?:sleep|stay|live)|apartment (?:is )?(?:available"
    r"|provided)|living container|bunk(?: beds?)?"
    r"|eat and live|couples[a-z ]{0,16} rooms?|living in the factory|(?:four|six|eight"
    r"|\d) to a room|room(?= (?:provided|included|is provided|and meals|& meals)))"
)
_MEAL = (
    r"(?:(?:staff |duty |working |free |daily |hot |all |[23] |two |three )?(?:meals?|lunch(?:es)?"
    r"|dinners?|breakfasts?|suppers?)|free food|food (?:and|&) (?:lodging|accommodation|housing"
    r"|board|rooms?|drinks?|cabins?|dorm\w*)|food(?= (?:is |are )?(?:provided|included|free|not))"
    r"|canteens?|cafeteria|room and board|board and lodging|(?<![a-z])board(?= (?:and|is|are|free))"
    r"|feed you|give you (?:dinner|lunch|breakfast)|eat and live)"
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
    r"canteen|cafeteria|hostel|eat and|give you|couples|bunk|living|own |shared|company|all |\d "
    r"|two|three|dorm|duty|staff|free|feed|live|room and|four|six|eight"
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
_KIND = r"(?:full|free|paid|in-house|on-the-job|on the job|initial|complete|thorough|induction)"
_COURSE = rf"(?:{_KIND} )+(?:internal |product |job |technical |regular |professional )?training"
_SHALL = r"(?:(?:will|are|is|get|can|be|shall) )*(?:fully )?"
_HAD = r"(?:provided|given|offered|available|included|arranged)"
_MAY_COME = r"(?: are)? (?:wanted|welcome|needed|available|offered|positions?|program(?:me)?s?)"
# Courses that the firm gives, not those that the hired one gives to others.
TRAINED = (
    rf"(?:^ ?|[,.。;；:(+&] ?|(?:we|offer|receive|with|get|and|of) ){_COURSE}(?! (?:skill"
    r"|experience|record|material|to |for (?:our |all )?(?:staff|custom|client|user)|/))|(?:^ ?"
    rf"|[,.。;；:(] ?)training (?:(?:on|in|for) [^.,;。；]{{1,30}})?{_SHALL}{_HAD}|(?:we offer"
    r"|we provide|we give|receive|with|you get) (?:\w+ ){0,3}training(?! (?:to|for) )"
    rf"|(?<![a-z])(?:we|will|and|to)(?:'ll| will| can)? (?:fully )?{_TAUGHT} you(?![a-z]| (?:are"
    rf"|can))|train(?:ed)? (?:you )?from scratch|you(?:'ll| will) {_SHALL}(?:get "
    r"|receive )?(?:train(?:ed|ing)|taught|coached|mentored|learn (?:the (?:trade|job|work|ropes)"
    rf"|on the job|everything|from))|{_PEOPLE} {_SHALL}{_TAUGHT}"
    rf"|{_TAUGHT} {_SHALL}(?:given )?(?:to |for )?{_PEOPLE}|^ ?(?:[a-z]+ ){{0,3}}apprentice$"
    rf"|trainees?{_MAY_COME}|graduate trainee"
    rf"|(?:an? |seeks? |hiring )apprentice(?!d)|apprentices?(?:hips?)?{_MAY_COME}|(?:learn"
    r"|train) on the job|training (?:before|during) (?:the )?start|start as an apprentice"
    r"|the rest you(?:'ll| will) learn|(?:without experience"
    r"|no experience)[^.;。；]{0,12} (?:are|get|will be) trained"
)
_HANDS = r"(?:workers|welders|people|staff|hands|operators|applicants|candidates|drivers|[a-z]+ers)"
REFUSED = (
    r"no (?:beginners|trainees|apprentices|newcomers|training)(?! (?:fee|cost|charge|period))"
    r"|(?:no|not have) time to train|(?:not|n't) (?:train|teach|take (?:beginners|trainees"
    r"|newcomers))(?![a-z])|only (?:take |hire |accept |want )?(?:skilled"
    rf"|experienced)(?: \w+)? {_HANDS}|(?:experienced|skilled) {_HANDS} only|not (?:suitable for"
    r"|a job for) beginners"
)
