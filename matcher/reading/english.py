"""English turns of phrase made the Chinese ones that every reader knows: one grammar for both.

Each step of the table puts one way to say a thing into the words that the readers look for; what
it does not know stays as it is. A text without two Latin words near each other is left alone.
"""

import re

from matcher.reading.english_papers import STEPS as PAPERS
from matcher.reading.english_schooling import STEPS as SCHOOLING
from matcher.reading.english_sums import STEPS as SUMS
from matcher.reading.english_times import STEPS as TIMES
from matcher.reading.numerals import ENGLISH
from matcher.reading.plain import Step, step

_WORDS = re.compile(r"[a-z']{2,}[ ,.:/\d-]{1,12}[a-z']{2,}")
_LETTERS, _SHARE = re.compile(r"[a-z]"), 4
# What is only welcome, for papers, schooling and years alike.
PREFERRED = (
    r"prefer(?:red|ence|s|(?!\w))|a (?:big |real |strong |definite )?plus|advantage|asset|desirable"
    r"|desired|nice to have|(?:is|be) nice|(?:is|be) an? bonus|beneficial|favou?red|appreciated"
    r"|(?:will|would|also) help(?!ed|ing)|helps(?= ?[,.。;]|$)"
)
# What goes before it: 3 years, preferably in hotels, are needed.
PREFERABLY = r"preferabl[ey]|ideally|preference"
_COUNT = ENGLISH | {"fifteen": 15, "twenty": 20, "thirty": 30}
_NUMERAL = "|".join(_COUNT)


def is_english(text: str) -> bool:
    """Whether words of English stand in a plain text, and make up much of it."""
    letters = len(_LETTERS.findall(text)) if _WORDS.search(text) else 0
    return letters * _SHARE > len(text)


def _number(found: "re.Match[str]") -> str:
    return str(_COUNT[found.group()])


_STOP_BEHIND = r"(?:(?<=[a-z)%+\]'])|(?<=\d\d)|(?<=[a-z] \d)|(?<=[a-z]\d))"
_SPELLING: tuple[Step, ...] = (
    step("'", r"[’‘`]"),
    step(r"\1m", r"(?<=\d) ?([ap])\.? ?m(?![a-z])\.?(?=[ ,;)\-/]|$)"),
    step(
        "。",
        rf"{_STOP_BEHIND}(?<![ .]no)(?<!e\.g)"
        r"(?<!i\.e)(?<!approx)(?<! min)(?<! max)\.(?=\s+[a-z\d(\u4e00-\u9fff]|$)",
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:{_NUMERAL})(?=[ -](?:(?:to|or) [a-z]+ |or more |plus |full |whole "
            r"|rest |paid |free |calendar |consecutive |working |and a half )?(?:years?|yrs?|days?"
            r"|months?|meals?|shifts?|nights?|thousand|crews?|teams?|weekdays?)(?![a-z]))"
        ),
        _number,
    ),
    step(r"\1.5 \2", r"(?<![\d.])(\d{1,2}) and a half (years?|days?)"),
    step(r"\1-\2", r"(\d\d?:\d\d) ?(?:to|until|till|through) ?(\d\d?:\d\d)"),
    step(r" \1年", r"(?:(?<=since)|(?<=from)|(?<=until)) ((?:19|20)\d\d)(?![\d-])"),
    step(r" in \1年", r" in ((?:19|20)\d\d)(?![\d-])"),
    step(r"年 to \1年", r"年 (?:to|until|till) ((?:19|20)\d\d)(?!\d)"),
)
_AGE_OF = r"years? of age|years?[ -]old|years?|y/?o"
# Of whom else an age may be told.
_OTHERS = "".join(
    f"(?<!{whose} )"
    for whose in (
        "children",
        "students",
        "pupils",
        "kids",
        "learners",
        "customers",
        "clients",
        "guests",
        "patients",
        "residents",
    )
)
_AGE: tuple[Step, ...] = (
    step(r"\1岁以上", r"(?<![a-z])from (1[68]) years(?! of exp)"),
    step(r"\1岁以下", r"(?<=, )(?:under|below) (\d\d)(?=[,.。;；]|$)"),
    step(r"\1岁以上", r"not younger than (\d\d)(?!\d)"),
    step(r"\1岁以下", r"(?:not|no) older than (\d\d)(?![\d-])"),
    step(
        r"\1-\2岁",
        rf"{_OTHERS}(?<![\d.])(?:aged?:? |ages:? |between |from )+(\d\d) ?(?:to|and|-"
        rf"|till) ?(\d\d)(?! ?(?:cm|kg|%|hours|km|min))(?: ?(?:{_AGE_OF}))?(?![\d%])",
    ),
    (
        re.compile(
            r"(?<![\d.])(\d\d) ?(?:to|-|and) ?(\d\d) ?(?:years? of age|y/?o(?![a-z]))"
            r"|(?<=male, )(\d\d)-(\d\d)(?=[,.。;)]|$)"
        ),
        lambda found: "-".join(filter(None, found.groups())) + "岁",
    ),
    step(
        r"\1岁以下",
        r"(?:max(?:imum|\.)? age|(?:upper )?age limit|age (?=up to|under|below|not|max))(?: is| of"
        r"| up to| under| below| not over| max\.?|:)* ?(\d\d)(?![\d-]| ?(?:to|and"
        r"|\+)(?![a-z]))(?! ?(?:years? |yrs? )?(?:old |of age )?(?:or|and) (?:older|above|over"
        r"|up))",
    ),
    step(
        r"\1岁以下",
        r"(?:wom[ae]n|m[ae]n|male|female|people|candidates?|applicants?|persons?"
        r"|workers?) (?:under|below|up to) (\d\d)(?![\d%])",
    ),
    step(
        r"\1岁以下",
        r"(?:up to|until|under|below|not (?:over|older than)|no (?:older|more) than"
        r"|younger than) (?:the )?age (?:of )?(\d\d)(?!\d)",
    ),
    step(
        r"\1岁以下",
        r"(?:up to|until|under|below|not (?:over|older than)|no (?:older|more) than"
        rf"|younger than) (\d\d) (?:{_AGE_OF})(?! (?:of )?exp)",
    ),
    step(
        r"\1岁以上",
        r"(?:must be|be|age|aged|over|above|only|for) (1[68])(?:\+| ?plus|s(?![a-z]))|(?:must be"
        r"|be|aged?) (?:over|above|at least) (1[68])(?!\d)",
    ),
    step(
        r"i am \1岁",
        r"(?<![a-z])i(?:'?m| am) (\d\d) years?(?! ?(?:in|of|as|exp|old|work))(?![a-z-])",
    ),
    step(
        r"\1岁以上",
        r"(?<![\d-])(1[68])(?: years?(?: old| of age)?)? (?:and|or) (?:over|above|older)",
    ),
)
_TERM = r"(?:years?'?|yrs?)(?![a-z-]| ?(?:old|of age|ago|contract|warranty|in business))"
_EXPERIENCE = (
    r"(?:(?:any |prior |previous |work(?:ing)? |relevant |specific |special )*(?:experience"
    r"|knowledge))"
)
_YEARS: tuple[Step, ...] = (
    step(
        "无需经验",
        rf"(?:not|n't|never) (?:ask for|require|need|look for|expect) {_EXPERIENCE}"
        rf"|no (?:[a-z]+ )?{_EXPERIENCE}(?: is|,)? (?:required|needed|necessary|essential|fine"
        r"|ok(?:ay)?|asked|no problem)|with or without experience"
        rf"|no {_EXPERIENCE}[-,: ]+no (?:problem|worries)|{_EXPERIENCE}(?:(?: is)?n't| is not| not"
        r"| is un)[ -]?(?:required|needed|necessary|essential|a must|important|asked)"
        r"|(?:with or )?without (?:any )?experience (?:is |are )?(?:welcome|accepted|ok|fine"
        r"|trained)|experience (?:[a-z]+ ){0,4}?(?:an? )?(?:advantage|plus|bonus|preferred|welcome)"
        r",? but not (?:essential|required|necessary|a must)",
    ),
    step(
        "应届生可",
        r"graduate trainees?(?:ship)?|(?:accept|take|welcome) (?:beginners|newcomers|students"
        r"|novices)|(?:fresh |new |recent )grad(?:uate)?s? (?:are |is )?(?:also )?(?:welcome"
        r"|accepted|considered|ok|can apply|may apply)|(?:students|newcomers|novices|freshers"
        r"|beginners|career changers|school leavers)(?: and [a-z]+)? (?:are "
        r"|is )?(?:also )?(?:welcome|accepted"
        r"|considered|ok|can apply|may apply)",
    ),
    step("1-2 years", r"(?<![a-z])(?:a|1) years? or (?:two|2|so)(?![a-z])"),
    step(r"\1-\2 years", r"(?<![\d.])(\d{1,2}) ?to ?(\d{1,2}) (?:years?|yrs?)"),
    step(
        r"\1年以上经验",
        rf"(?<![\d.-])(\d{{1,2}})(?:-\d{{1,2}})? ?(?:\+|plus|or more|or above) ?(?:full )?{_TERM}",
    ),
    step(
        r"\1年以上经验",
        rf"(?<![\d.-])(\d{{1,2}}) {_TERM} ?(?:\+|plus|or (?:more|above|over)|and (?:above|more|up)"
        r"|minimum|min(?![a-z])|at least)",
    ),
    step(
        r"\1年以上经验",
        r"(?<!for )(?<!been )(?:at least|minimum(?: of)?|min\.?|over|more than"
        rf"|no(?:t)? less than) (\d{{1,2}})(?:-\d{{1,2}})?\+? {_TERM}(?! ?(?:in prison))",
    ),
    step(
        r"\1年经验 ",
        rf"(?<![\d.-])(\d{{1,2}})(?:-\d{{1,2}})? {_TERM} ?"
        r"(?=(?:of )?(?:[a-z/-]+ ){0,3}experience)",
    ),
)

STEPS: tuple[Step, ...] = (*_SPELLING, *PAPERS, *TIMES, *SUMS, *_AGE, *SCHOOLING, *_YEARS)
