"""What is sent through each door: a real address and a body that its owner's request succeeds with.

A body with a mistake in it would be answered 422, and hide a missing check.
"""

import re
from io import BytesIO
from typing import Any

from tests.web.world import SHEET, World

_ARGUMENT = re.compile(r"<(?:[^<>:]+:)?(\w+)>")

FAIR = {
    "name": "夏季招聘会",
    "slug": "summer",
    "starts_at": "2026-07-01T09:00",
    "ends_at": "2026-07-01T17:00",
}
SESSION = {
    "kind": "on_site",
    "name": "4号馆",
    "starts_at": "2026-03-08T10:00",
    "ends_at": "2026-03-08T16:00",
}
POSTING = {
    "title": "叉车司机",
    "openings": "2",
    "duties": "仓库装卸",
    "requirements": "持证",
    "place": "苏溪镇",
    "pay_text": "6000-8000元/月",
}

_SLUG = "/f/<slug>"
_DESK = "/employer/<id:employer_id>"
_FAIR = "/organizer/f/<id:fair_id>"

# Arguments that differ from the usual thing of that name.
ARGUMENTS: dict[str, dict[str, str]] = {
    f"{_SLUG}/p/<id:number>/apply": {"number": "free_number"},
    f"{_SLUG}/applications/<id:application_id>/intent": {"application_id": "offered_application"},
    f"{_DESK}/postings/<id:posting_id>/publish": {"posting_id": "draft_posting"},
    f"{_DESK}/applications/<id:application_id>/undo": {"application_id": "offered_application"},
    f"{_FAIR}/sessions/<id:session_id>": {"session_id": "spare_session"},
    f"{_FAIR}/sessions/<id:session_id>/delete": {"session_id": "empty_session"},
}

BODIES: dict[str, dict[str, Any]] = {
    "/sign-in": {"login": "employer", "password": "wrong"},
    "/language/<language>": {"back": "/sign-in"},
    "/text-size/<size>": {"back": "/sign-in"},
    f"{_SLUG}/start/<id:step>": {"wanted": "电工", "no_night": "1"},
    f"{_SLUG}/p/<id:number>/apply": {"agreed": "1", "shares_phone": "1"},
    f"{_SLUG}/personalised": {"wanted": "0"},
    f"{_SLUG}/matches/gates/<gate>": {"opened": "1"},
    f"{_SLUG}/me/visible": {"wanted": "0"},
    f"{_SLUG}/me/learning": {"wanted": "1"},
    f"{_SLUG}/data/erase": {"word": "erase"},
    f"{_SLUG}/live/<id:session_id>/ask": {"text": "住宿在哪里？"},
    "/host/<id:session_id>/sheet": {"number": "202"},
    "/host/<id:session_id>/questions/<id:question_id>/answer": {"text": "包住"},
    f"{_DESK}/card": {"name": "晨光机械"},
    f"{_DESK}/postings": POSTING,
    f"{_DESK}/postings/<id:posting_id>": POSTING,
    f"{_DESK}/applications/<id:application_id>/move": {"stage": "interview"},
    f"{_DESK}/applications/<id:application_id>/notes": {"text": "周一来"},
    f"{_DESK}/import": {"file": "sheet"},
    "/kiosk/check-in": {"given": "100001", "nonce": "n" * 20},
    "/kiosk/walk-in": {"agreed": "1", "wanted": "保安", "name": "老李"},
    "/kiosk/reprint": {"given": "100001"},
    "/api/v1/check-ins": {"given": "100001", "nonce": "n" * 20},
    "/organizer/fairs/new": FAIR,
    f"{_FAIR}/edit": {**FAIR, "slug": "spring"},
    f"{_FAIR}/employers/new": {"name": "新来的厂"},
    f"{_FAIR}/employers/<id:employer_id>": {"name": "晨光机械"},
    f"{_FAIR}/sessions": SESSION,
    f"{_FAIR}/sessions/<id:session_id>": SESSION,
    f"{_FAIR}/booths": {"session_id": "@hall", "numbers": "C01-C03"},
    f"{_FAIR}/booths/assign": {"booth_id": "@booth_id", "employer_id": "@employer_id"},
    f"{_FAIR}/staff": {"name": "小王", "login": "wang", "role": "organizer"},
    f"{_FAIR}/staff/<id:account_id>/link": {"hours": "24", "name": "王姐"},
    f"{_FAIR}/staff/<id:account_id>/password": {"password": "a-long-enough-one"},
    f"{_FAIR}/import": {"file": "sheet"},
    f"{_FAIR}/learning": {"do": "on"},
}


def arguments(world: World, route: str) -> dict[str, Any]:
    """The values of the arguments of a route, each a thing of the first fair's people."""
    people, things = world.people, world.things
    first_word = route.split("/")[1]
    usual = {
        "slug": people.slug,
        "fair_id": people.fair,
        "employer_id": people.chenguang,
        "hall": people.hall,
        "posting_id": people.electrician,
        "application_id": things["application"],
        "number": 101,
        "free_number": 202,
        "session_id": people.stream,
        "booth_id": things["booth"],
        "question_id": things["question"],
        "account_id": things["accounts"]["employer"],
        "name": things.get(f"{first_word}_upload", "part-000.ts"),
        "token": people.links["employer"],
        "step": 1,
        "gate": "n",
        "status": "closed",
        "kind": "on_site",
        "change": "up",
        "language": "en",
        "size": "large",
        "filename": "css/base.css",
        **{name: things[name] for name in things if isinstance(things[name], int)},
    }
    special = {name: usual[source] for name, source in ARGUMENTS.get(route, {}).items()}
    return usual | special


def names(route: str) -> list[str]:
    """The names of a route's arguments."""
    return _ARGUMENT.findall(route)


def address(route: str, values: dict[str, Any]) -> str:
    """A route with its arguments filled in."""
    return _ARGUMENT.sub(lambda found: str(values[found.group(1)]), route)


def body(route: str, values: dict[str, Any]) -> dict[str, Any]:
    """A fresh body for a route; "@name" stands for the thing of that name."""
    filled: dict[str, Any] = {}
    for field, value in BODIES.get(route, {}).items():
        if value == "sheet":
            filled[field] = (BytesIO(SHEET), "岗位.csv")
        elif isinstance(value, str) and value.startswith("@"):
            filled[field] = str(values[value[1:]])
        else:
            filled[field] = value
    return filled
