"""Schooling in English made that of Chinese: a bachelor's degree is 本科学历."""

from matcher.reading.plain import Step, step

# What tells schooling from a place of work: high school diploma, not high school teacher.
_SHOWN = (
    r"(?:'?s)?(?: (?:diploma|degree|education|graduat(?:es?|ion)|level|qualifications?"
    r"|certificate)(?! of)|(?=,? (?:or|and) (?:above|higher|over|equivalent|up))|(?= (?:is "
    r"|are )?(?:required|enough|sufficient|minimum|accepted|ok|preferred)))"
)
_LED_TO = (
    r"(?:(?<=education: )|(?<=education level: )|(?<=minimum )|(?<=at least )|(?<=finished )"
    r"|(?<=completed )|(?<=graduated from )|(?<=graduate of )|(?<=i attended )"
    r"|(?<=left school after )|(?<=graduated from a )|(?<=finished a )|(?<=i finished my ))"
)
_OR_MORE = r",? (?:or|and) (?:above|higher|over|up(?:wards)?|equivalent)(?![a-z])"
_SCHOOLS = (
    ("初中", r"junior (?:high|middle)(?: school)?|middle[- ]school|junior secondary school"),
    ("高中", r"senior (?:high|middle)(?: school)?|high[- ]?school|upper secondary school"),
    (
        "中专",
        r"vocational(?: high| secondary)?(?: school)?|technical (?:secondary )?(?:high )?school"
        r"|secondary technical school|trade school",
    ),
    ("大专", r"(?:junior |vocational |technical |polytechnic )?college|polytechnic"),
    ("本科", r"university"),
)
_DEGREES = (
    ("博士", r"(?<![a-z])ph\.?d\.?(?! candidate| student)|doctorate|doctoral degree"),
    (
        "硕士",
        r"master(?:'s|s')(?: degree)?(?! of ceremon| student)|masters? degree"
        r"|(?<![a-z])m\.?sc\.?(?! project)|(?<![a-z])mba(?= degree| is| required| preferred| or )"
        r"|(?<![a-z])masters?(?= in |,? or (?:博士|above|higher))",
    ),
    (
        "本科",
        r"bachelor(?:'?s|s')?(?: degree| level)?|(?<![a-z])b\.?sc\.?(?= |,)"
        r"|undergraduate (?:degree|level)|undergraduate(?= or (?:above|higher))",
    ),
    (
        "大专",
        r"associate(?:'?s)? degree|(?:college |polytechnic )diploma"
        r"|(?<!school )(?<!school's )(?:higher )?diploma(?: degree)?(?= (?:in|or|and|is|required"
        r"|minimum|holder|from)[ ,.]|[,.。;；]|$)",
    ),
)
# Begun but not finished.
_UNFINISHED = (
    r"(?:drop(?:ped)? out of|(?:not|n't|never) (?:finish(?:ed)?|complete[d]?)|studying (?:for"
    r"|towards?|at|in)|students? (?:at|in|of)|still (?:at|in|doing)|enrolled (?:in|at)|pursuing"
    r"|working towards)(?: (?:a|an|my|the|in|[a-z]+ed))* (?:bachelor|master|college|university"
    r"|junior|senior|high|vocational|technical|middle|degree|diploma|polytechnic)[a-z' ]{0,24}"
)


STEPS: tuple[Step, ...] = (
    step("在读", _UNFINISHED),
    step(
        "学历不限",
        r"no (?:specific |formal |particular )?(?:degrees?|diplomas?|education(?:al)?|schooling"
        r"|academic)(?: (?:requirements?|background|qualifications?))?(?: (?:is |are )?(?:required"
        r"|needed|necessary))|no education(?:al)? (?:requirements?|limits?)"
        r"|no degrees?(?=,? no experience)|(?:degrees?|education|schooling|diplomas?) (?:does not"
        r"|doesn't|do not|don't) matter|(?:not|n't) (?:care about|ask for|require|need"
        r"|look at) (?:a |any )?(?:degrees?|diplomas?|education)|(?:degrees?|diplomas?"
        r"|education)(?: is| are)?(?: not|n't) (?:required|needed|important|relevant|necessary)"
        r"|any (?:education|schooling)(?: level| background)?",
    ),
    *(step(f"{name}学历", f"(?:{words})") for name, words in _DEGREES),
    *(step(f"{name}学历", rf"(?<![a-z])(?:{words}){_SHOWN}") for name, words in _SCHOOLS),
    *(step(f"{name}学历", rf"{_LED_TO}(?:{words})") for name, words in _SCHOOLS),
    *(
        step(f"{name}学历", rf"(?<=, )(?:{words})(?=[,.;。]|$)")
        for name, words in _SCHOOLS
        if name != "本科"
    ),
    step("硕士学历", r"(?<=[,.。] )mba(?=[,.。;]|$)"),
    # High school or vocational school graduate: the first has no word of its own.
    *(
        step(f"{name}或", rf"(?<![a-z])(?:{words}),? (?:or|/) (?=(?:初中|高中|中专|大专|本科)学历)")
        for name, words in _SCHOOLS
    ),
    step(
        "本科学历",
        r"(?:(?<=hold )|(?<=have )|(?<=with )|(?<=require )|(?<=minimum )|(?<=及以上)"
        r"|(?<=大专学历 or ))(?:an? )?(?:university |relevant |recognized )?degree(?! (?:of"
        r"|centi))|(?<![a-z ])(?:university )?degree (?:in [a-z]|holders?|is required|required)",
    ),
    step(
        "本科学历",
        r"(?:^|(?<=[,.。;；:] )|(?<=[\n。;；:·•*-]))(?:university )?degree (?=in [a-z])"
        r"|(?:engineering|science|business|law|accounting) degree(?! course| program| student)",
    ),
    step("学历及以上", rf"学历{_OR_MORE}"),
    step(r"\1学历及以上", rf"(初中|高中|中专|大专|本科|硕士)学历(?= in [a-z ]{{3,40}}{_OR_MORE})"),
)
