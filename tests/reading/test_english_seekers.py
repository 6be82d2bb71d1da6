"""English of seekers by class of phrase: what is read, and what looks alike and is not."""

from typing import Any

import pytest

from matcher.reading.answers import answer

Cases = tuple[tuple[str, Any], ...]

SEEKERS: tuple[tuple[str, Cases], ...] = (
    (
        "night",
        (
            ("I could do nights from time to time.", True),
            ("The shift does not matter.", True),
            ("I can stay with the client around the clock.", True),
            ("No objection to shift work.", True),
            ("Shifts are OK.", True),
            ("I am burnt out from night shifts.", False),
            ("Don't want to work shifts any more.", False),
            ("Day work preferred.", False),
            ("Neither nights nor split shifts.", False),
            ("I must finish before 8pm.", False),
            ("Because of my little son I can't do night duty.", False),
            ("Looking for work in a school during the day.", False),
            ("I used to work nights.", None),
        ),
    ),
    (
        "dormitory",
        (
            ("A live-in position, please.", True),
            ("Please give me a bed and food.", True),
            ("I won't need a dorm.", False),
            ("I have an own car and flat.", False),
            ("Neither dorm nor meals are needed.", False),
            ("I made beds in a hotel.", None),
        ),
    ),
    (
        "meals",
        (
            ("With food and a bed.", True),
            ("Lunch would be nice.", True),
            ("A hotel that offers accommodation and meals.", True),
            ("I go home for lunch.", False),
            ("I worked in the food industry.", None),
        ),
    ),
    (
        "pay",
        (
            ("My last job paid 6,500. I'd now like 7,500.", (7500, 7500, "month")),
            ("13k a month is what I make now and I hope for 16k.", (16000, 16000, "month")),
            ("I was earning 10k, would go down to 9k.", (9000, 9000, "month")),
            ("Want 11,000 plus.", (11000, None, "month")),
            ("Hoping for 8 to 9 thousand.", (8000, 9000, "month")),
            ("CPA, at present 28k, expecting 32k or more.", (32000, None, "month")),
            ("Now 25k, looking for 30k.", (30000, 30000, "month")),
            ("My licence was issued in 2015.", None),
        ),
    ),
    (
        "certificates",
        (
            ("ICU nurse, licensed, 8 years.", ["护士执业证"]),
            ("Security guard, certificate in hand.", ["保安员证"]),
            ("Junior accountant certificate.", ["初级会计证"]),
            ("Both welding and forklift certificates.", ["焊工证(熔化焊接与热切割)", "叉车证(N1)"]),
            ("My forklift licence expired last year.", None),
            ("I have neither licence nor degree.", None),
        ),
    ),
    (
        "years",
        (
            ("Two and a half years as a tester.", 2.5),
            ("Returning after ten years. Before that a cashier for three years.", 3),
            ("Graduated this June.", 0),
            ("Cook, twenty years.", 20),
            ("A graduate without work experience.", 0),
            ("I am 22 years, strong.", None),
        ),
    ),
    (
        "age",
        (
            ("i am 22 years, no experience", [22, 22]),
            ("Retired teacher, 56. I can help at a library.", [56, 56]),
            ("Room 301, 5 years.", None),
        ),
    ),
    (
        "veterans",
        (
            ("I used to be a cook in the navy.", True),
            ("Former PLA soldier, 29.", True),
            ("Formerly in the army, now 33.", True),
            ("My brothers served in the army; I did not.", None),
        ),
    ),
    (
        "trainable",
        (
            ("Looking for an apprenticeship in car repair.", True),
            ("Somebody who shows me the work.", True),
            ("Guard with first aid training.", None),
        ),
    ),
    (
        "rest",
        (
            ("Weekends with my family please.", "double"),
            ("Sundays with my family.", "single"),
            ("A fixed day off each week.", "single"),
            ("Rest one day a week at least.", "single"),
            ("I don't want a job with alternate Saturdays.", None),
        ),
    ),
    (
        "education",
        (
            ("HR assistant, junior college, 2 years.", "大专"),
            ("I finished technical school.", "中专"),
            ("PMP, 10 years of experience, MBA.", "硕士"),
            ("PhD student, wants to tutor.", None),
            ("I am a student at a vocational college.", None),
        ),
    ),
)


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [(field, *case) for field, cases in SEEKERS for case in cases],
)
def test_each_class_of_phrases_of_seekers(field: str, text: str, expected: Any) -> None:
    told = answer("seeker", text)[field]
    if field == "pay" and told is not None:
        told = (told["min"], told["max"], told["unit"])
    assert told == expected
