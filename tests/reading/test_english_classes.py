"""English postings by class of phrase: what is read, and what looks alike and is not."""

from typing import Any

import pytest

from matcher.reading.answers import answer

Cases = tuple[tuple[str, Any], ...]

POSTINGS: tuple[tuple[str, Cases], ...] = (
    (
        "rest",
        (
            ("Two days off per week.", "double"),
            ("One rest day weekly.", "single"),
            ("One and a half days off per week.", "single"),
            ("Four rest days each month.", "monthly:4"),
            ("8 days off monthly.", "monthly:8"),
            ("Six-day week.", "single"),
            ("Work five days, Tuesday closed.", "double"),
            ("Tuesday through Saturday, 10 to 7.", "double"),
            ("Wednesday to Monday, afternoons.", "single"),
            ("Saturday and Sunday rest.", "double"),
            ("Sundays and Mondays off.", "double"),
            ("Weekdays only.", "double"),
            ("Saturday work every other week.", "alternate"),
            ("No nights and weekends.", "double"),
            ("Interviews Monday to Friday.", None),
            ("A five-day training course.", None),
            ("The shop is open Monday to Saturday.", None),
            ("15 days of annual leave.", None),
        ),
    ),
    (
        "night",
        (
            ("Three-shift rotation (days, evenings, nights).", True),
            ("We run on a four-crew system.", True),
            ("12-hour shifts, 2 days / 2 nights / 4 off.", True),
            ("24-hour live-in duty.", True),
            ("Willing to work shifts, including nights.", True),
            ("On-call at night about one week out of four.", True),
            ("Work starts at 3 a.m.", True),
            ("Hotel night manager, 10pm-7am.", True),
            ("From 19:00 to 01:00.", True),
            ("No night duty, weekends on a rota.", False),
            ("You will never be on nights.", False),
            ("Work only in daytime.", False),
            ("Regular daytime hours.", False),
            ("Rotating schedule including weekends but no nights.", None),
            ("9 am till 7 pm.", None),
            ("Our hotline is open around the clock.", None),
            ("Guests stay two nights on average.", None),
        ),
    ),
    (
        "pay",
        (
            ("RMB 13,000-16,000 monthly.", (13000, 16000, "month")),
            ("Cleaner, 4000 RMB, lunch included.", (4000, 4000, "month")),
            ("5,000 a month to start.", (5000, None, "month")),
            ("Base 8,000 plus commission.", (8000, None, "month")),
            ("Total income between 12,000 and 15,000 per month.", (12000, 15000, "month")),
            ("Basic 3,800 plus overtime, around 4,800 in total.", (4800, 4800, "month")),
            ("Annual package 300k-400k RMB.", (25000, 33333, "year")),
            ("180 yuan per shift.", (3915, 3915, "day")),
            ("21 RMB/hr + 3 RMB/hr night premium.", (3654, 3654, "hour")),
            ("23 RMB/hour in day shift, 26 RMB/hour in night shift.", (4002, 4524, "hour")),
            ("10,000 gross per month.", (10000, 10000, "month")),
            ("4,200 first three months, afterwards 4,800.", (4800, 4800, "month")),
            ("6 yuan per parcel.", None),
            ("ISO 9001 certified plant.", None),
            ("Housing allowance of 3,000.", None),
            ("Founded in 2015.", None),
        ),
    ),
    (
        "age",
        (
            ("18 to 26 years of age.", [18, 26]),
            ("Must be 18+.", [18, None]),
            ("Up to age 55.", [None, 55]),
            ("Age limit: 45.", [None, 45]),
            ("Men under 45.", [None, 45]),
            ("Cashier. Female, 20-35. Honest.", [20, 35]),
            ("Not younger than 30, not older than 45.", [30, 45]),
            ("Students aged 16 to 18.", None),
            ("Height 160-175 cm.", None),
        ),
    ),
    (
        "years",
        (
            ("HR manager, 8+ years.", 8),
            ("Five years or more in chemical industry.", 5),
            ("Heavy truck experience of over 3 years.", 3),
            ("3 years minimum.", 3),
            ("Three to five years in fashion retail.", 3),
            ("A year or two of experience in QC.", 1),
            ("12 years of experience, at least 5 years as a leader.", 12),
            ("Two years of experience, preferably in hotels.", 2),
            ("We don't ask for any experience.", 0),
            ("Experience isn't important.", 0),
            ("With or without experience.", 0),
            ("Students are welcome.", 0),
            ("Two years of office experience desirable.", None),
            ("1+ year in dentistry is welcome.", None),
            ("Contract for two years.", None),
            ("Languages are a plus but not required.", None),
        ),
    ),
    (
        "education",
        (
            ("University graduate in pharmacy.", "本科"),
            ("High school or vocational school graduate.", "高中"),
            ("Diploma or degree.", "大专"),
            ("Master's or bachelor's degree.", "本科"),
            ("Master or PhD in physics.", "硕士"),
            ("Degree in computer science.", "本科"),
            ("Minimum education: technical secondary school.", "中专"),
            ("Education isn't relevant.", "不限"),
            ("We don't care about degrees.", "不限"),
            ("Preferably a bachelor's degree.", None),
            ("Cleaner at an international high school.", None),
            ("Teach middle school students.", None),
            ("5,000 undergraduate students live here.", None),
        ),
    ),
    (
        "certificates",
        (
            ("Special operation permit for low-voltage electricians.", ["低压电工作业证"]),
            ("Security guard certificate is mandatory.", ["保安员证"]),
            ("Valid lifeguard certificate needed.", ["救生员证"]),
            ("Registered safety engineer certificate.", ["注册安全工程师证"]),
            ("Driving licence A1 or A3.", ["驾驶证A1", "驾驶证A3"]),
            ("Boiler man, G1 licence.", ["锅炉作业证(G1)"]),
            ("ACE or NSCA certified.", ["健身教练证"]),
            ("Teacher's certificate (high school) needed.", ["高中教师资格证"]),
            ("CPA or ACCA, ten years.", ["注册会计师证", "ACCA证"]),
            ("Welding and forklift certificates.", ["焊工证(熔化焊接与热切割)", "叉车证(N1)"]),
            ("CATTI Level 2 required.", ["CATTI二级"]),
            ("Experience with CPA firms.", None),
            ("Cloud security certification programmes.", None),
            ("A work permit for teachers is arranged.", None),
            ("Laboratory accredited by CNAS, CMA.", None),
        ),
    ),
    (
        "certificates_preferred",
        (
            ("Six Sigma Green Belt is a plus.", ["六西格玛绿带"]),
            ("An ITIL certificate would be nice.", ["ITIL证"]),
            ("An electrician certificate helps.", ["电工证"]),
            ("Licensed pharmacist preferred.", ["执业药师证"]),
            ("Forklift licence required, English is a plus.", []),
        ),
    ),
    (
        "trainable",
        (
            ("We'll show you the ropes.", True),
            ("Full product training.", True),
            ("Newcomers will be coached by a colleague.", True),
            ("Training on our booking system will be given.", True),
            ("Looks for an apprentice baker.", True),
            ("No beginners.", False),
            ("Only skilled welders please.", False),
            ("Provide training to customers.", None),
            ("Responsible for user training.", None),
            ("You will learn more and grow quickly.", None),
        ),
    ),
    (
        "dormitory",
        (
            ("Staff housing is provided.", True),
            ("Food and lodging on site.", True),
            ("We can offer a bed in our shared flat.", True),
            ("Room and board free.", True),
            ("Free on-campus apartment.", True),
            ("Staff hostel.", True),
            ("Staff meals provided, no accommodation.", False),
            ("Housing allowance of 3,000.", None),
            ("Clean the guest dormitory.", None),
            ("Bed Bath & Beyond is our client.", None),
        ),
    ),
    (
        "meals",
        (
            ("Subsidised canteen.", True),
            ("Duty meals and uniform.", True),
            ("We feed you twice a day.", True),
            ("Drinks and late supper free.", True),
            ("Eat and live included.", True),
            ("Meal allowance 15 yuan/day.", None),
            ("Leader of food safety.", None),
            ("Protecting food, people and our futures.", None),
            ("Serving lunch to guests.", None),
        ),
    ),
    (
        "veterans",
        (
            ("Former military personnel preferred.", True),
            ("Ex-army officer.", True),
            ("A seasoned veteran of sales.", None),
        ),
    ),
)


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [(field, *case) for field, cases in POSTINGS for case in cases],
)
def test_each_class_of_phrases_in_postings(field: str, text: str, expected: Any) -> None:
    told = answer("posting", text)[field]
    if field == "pay" and told is not None:
        told = (told["min"], told["max"], told["unit"])
    assert told == expected
