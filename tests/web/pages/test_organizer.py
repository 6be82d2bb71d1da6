"""The organizer's desk as an organizer meets it, and as a stranger does."""

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from matcher.domain.terms import PostingStatus, Role
from matcher.services import accounts, figures, sessions
from matcher.services.accounts import Place
from matcher.services.figures import Figure
from matcher.services.work import Work, Workshop
from matcher.storage.accounts import by_login
from matcher.storage.broadcasts import Question
from matcher.storage.fairs import Fair, booths_of, by_slug, in_care_of
from matcher.storage.postings import Posting
from tests.people import People
from tests.web.browser import Browser
from web.doorway import Site

Browse = Callable[[str], Browser]
MAY = {
    "name": "五一招聘会",
    "slug": "may",
    "starts_at": "2026-05-01T09:00",
    "ends_at": "2026-05-01T16:00",
    "licensed_max": "",
}


@pytest.fixture
def owner(app: Site, workshop: Workshop, people: People) -> Browser:
    """A browser of whoever runs the whole box."""
    with workshop.writing() as work:
        account = accounts.add(work, login="owner", name="站长")
        accounts.grant(work, account, Place(Role.ORGANIZER))
        token = accounts.make_link(work, account_id=account.id)
    browser = Browser(app.test_client())
    browser.get(f"/enter/{token}")
    return browser


def _account(work: Work, login: str) -> int:
    found = by_login(work.db, login)
    assert found is not None
    return found.id


def _desk(people: People, path: str = "") -> str:
    return f"/organizer/f/{people.fair}{path}"


def test_a_stream_address_that_is_none_is_refused(browse: Browse, people: People) -> None:
    stream = {"kind": "livestream", "name": "夜场", "starts_at": "2026-03-08T10:00"}
    typed = stream | {"ends_at": "2026-03-08T12:00", "stream_url": "abc"}
    answer = browse("organizer").post(_desk(people, "/sessions"), typed)
    assert answer.status_code == 422
    assert 'value="abc"' in answer.get_data(as_text=True)


def test_a_new_fair_sent_twice_is_made_once(owner: Browser, workshop: Workshop) -> None:
    first = owner.post("/organizer/fairs/new", MAY, key="new-fair-key")
    again = owner.post("/organizer/fairs/new", MAY, key="new-fair-key")
    assert (first.status_code, again.status_code) == (303, 303)
    assert first.location == again.location
    other = owner.post("/organizer/fairs/new", MAY)
    assert other.status_code == 422
    assert "五一招聘会" in other.get_data(as_text=True)
    with workshop.reading() as work:
        assert len([f for f in in_care_of(work.db, None) if f.slug == "may"]) == 1


def test_a_fair_is_set_up_and_published(owner: Browser, workshop: Workshop) -> None:
    home = owner.post("/organizer/fairs/new", MAY).location
    owner.post(f"{home}/status/published")
    assert owner.get("/f/may/screen").status_code == 404
    told = {**MAY, "kind": "on_site", "name": "1号馆"}
    del told["slug"], told["licensed_max"]
    assert owner.post(f"{home}/sessions", told).status_code == 303
    with workshop.reading() as work:
        fair = by_slug(work.db, "may")
        assert fair is not None
        hall = sessions.halls(work, fair)[0].id
    assert owner.post(f"{home}/employers/new", {"name": "晨光机械"}).status_code == 303
    booths = {"session_id": str(hall), "numbers": "A01–A03"}
    assert owner.post(f"{home}/booths", booths).status_code == 303
    page = owner.text(f"{home}/booths")
    given = {name: _first_choice(page, name) for name in ("booth_id", "employer_id")}
    assert owner.post(f"{home}/booths/assign", given).status_code == 303
    assert "晨光机械" in owner.text(f"{home}/booths/print")
    assert owner.post(f"{home}/status/published").status_code == 303
    assert owner.get("/f/may/screen").status_code == 200


def _first_choice(page: str, name: str) -> str:
    found = re.search(rf'<select id="{name}".*?<option value="(\d+)"', page, re.DOTALL)
    assert found
    return found[1]


def test_only_the_box_s_owner_makes_fairs(browse: Browse) -> None:
    organizer = browse("organizer")
    assert organizer.get("/organizer/fairs/new").status_code == 403
    assert organizer.post("/organizer/fairs/new", MAY).status_code == 403
    assert organizer.get("/organizer").location.endswith("/today")


def test_a_form_with_problems_keeps_what_was_typed(browse: Browse, people: People) -> None:
    organizer = browse("organizer")
    wrong = {
        "kind": "livestream",
        "name": "晚场直播",
        "starts_at": "x",
        "ends_at": "",
        "place": "二楼",
    }
    answer = organizer.post(_desk(people, "/sessions"), wrong)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "晚场直播" in page
    assert "二楼" in page
    assert page.count('aria-invalid="true"') == 2


def _routes(app: Site) -> list[tuple[str, str]]:
    """Every route of the desk that names a fair, with numbers for what it names."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("organizer.") and "fair_id" in rule.arguments:
            methods = (rule.methods or set()) & {"GET", "POST"}
            found += [(method, rule.rule) for method in methods]
    return found


def test_another_organizer_finds_nothing_here(
    app: Site, browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.reading() as work:
        booth = booths_of(work.db, people.fair)[0][0].id
        host = _account(work, "host")
    stranger = browse("other_organizer")
    numbers = {
        "fair_id": people.fair,
        "session_id": people.hall,
        "booth_id": booth,
        "account_id": host,
    }
    routes = _routes(app)
    assert len(routes) > 30
    for method, rule in routes:
        path = re.sub(r"<(?:id:)?(\w+)>", lambda m: str(numbers.get(m[1], "x")), rule)
        data = {"booth_id": str(booth), "session_id": str(people.hall), "numbers": "Z1"}
        answer = stranger.get(path) if method == "GET" else stranger.post(path, data)
        assert answer.status_code == 404, (method, path)


def test_things_of_another_fair_are_not_reached_through_ones_own(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.reading() as work:
        booth = booths_of(work.db, people.other_fair)[0][0].id
        host = _account(work, "other_host")
    organizer = browse("organizer")
    assert organizer.get(_desk(people, f"/sessions/{people.other_stream}")).status_code == 404
    assert organizer.get(_desk(people, f"/staff/{host}")).status_code == 404
    for path, data in (
        (f"/sessions/{people.other_stream}/delete", {}),
        (f"/booths/{booth}/remove", {}),
        ("/booths/assign", {"booth_id": str(booth)}),
        (f"/staff/{host}/link", {"hours": "24"}),
        (f"/staff/{host}/disable", {}),
        ("/staff", {"role": "employer", "name": "a", "login": "bb", "employer_id": "999999"}),
    ):
        assert organizer.post(_desk(people, path), data).status_code == 404, path


def test_only_organizers_enter(browse: Browse, people: People) -> None:
    for who in ("employer", "host", "kiosk", "seeker"):
        assert browse(who).get(_desk(people, "/today")).status_code == 403
    assert browse("anyone").get(_desk(people, "/today")).status_code == 302


def test_a_sign_in_link_is_shown_once_and_works(
    app: Site, browse: Browse, people: People, workshop: Workshop
) -> None:
    organizer = browse("organizer")
    sent = {"role": "kiosk", "name": "北门", "login": "north", "gate": "北门"}
    answer = organizer.post(_desk(people, "/staff"), {**sent, "fair_session_id": str(people.hall)})
    page = organizer.text(answer.location)
    found = re.search(r"/enter/([\w-]+)", page)
    assert found
    assert "<svg" in page
    assert "/enter/" not in organizer.text(answer.location)
    with workshop.reading() as work:
        north = _account(work, "north")
    newcomer = Browser(app.test_client())
    assert newcomer.get(f"/enter/{found[1]}").status_code == 302
    assert newcomer.get("/desk").location == "/kiosk"
    organizer.post(_desk(people, f"/staff/{north}/disable"))
    assert newcomer.get("/desk").location == "/sign-in"


def _count(client: FlaskClient, path: str) -> dict[str, object]:
    answer = client.get(path)
    assert answer.status_code == 200
    return dict(answer.get_json())


def test_desk_export_and_screen_say_the_same(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    organizer = browse("organizer")
    with workshop.reading() as work:
        counted = figures.of_fair(work, work.db.get_one(Fair, people.fair))
    openings = counted.counts[Figure.OPENINGS]
    file = organizer.get(_desk(people, "/attendance.xlsx"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.data))
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == list(counted.counts.values())
    assert all(row[2] for row in rows[1:])
    screen = _count(browse("anyone").client, f"/f/{people.slug}/screen/numbers")
    assert screen["counts"]["openings"] == str(openings)  # type: ignore[index]
    desk = _count(organizer.client, _desk(people, "/today/numbers"))
    assert f'<span class="n">{openings}</span>' in str(desk["html"])
    assert desk["as_of"] == screen["as_of"] == "12:30"


@pytest.mark.parametrize(
    "query", ["?day=2026-03-08", "?day=x&session=y", "?day=0001-01-01", "?session=999999999999"]
)
def test_any_filter_gets_an_answer(browse: Browse, people: People, query: str) -> None:
    organizer = browse("organizer")
    assert organizer.get(_desk(people, f"/attendance{query}")).status_code == 200
    assert organizer.get(_desk(people, f"/attendance.xlsx{query}")).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["", "/edit", "/today", "/sessions", "/sessions/new/livestream", "/employers"]
    + ["/employers?lacks=booth", "/employers/new", "/booths", "/booths/print", "/staff"]
    + ["/attendance", "/import", "/blank.xlsx", "/postings.xlsx"],
)
def test_every_page_of_the_desk_opens_without_inline_code(
    browse: Browse, people: People, path: str
) -> None:
    answer = browse("organizer").get(_desk(people, path))
    assert answer.status_code == 200
    page = answer.get_data(as_text=True) if not path.endswith(".xlsx") else ""
    assert not re.search(r'\sstyle="|\son\w+="|<script>', page)


def test_a_file_for_the_whole_fair_is_shown_first_and_then_taken_over(
    browse: Browse, people: People
) -> None:
    organizer = browse("organizer")
    text = "单位,岗位,人数,薪资,工作地点,工作内容\n新来的厂,叉车工,3,6000-8000元/月,苏溪镇,开叉车\n"
    file = (io.BytesIO(text.encode()), "postings.csv")
    sent = organizer.post(
        _desk(people, "/import"), {"file": file}, content_type="multipart/form-data"
    )
    assert sent.status_code == 303
    assert "叉车工" in organizer.text(sent.location)
    assert "新来的厂" not in organizer.text(_desk(people, "/employers"))
    assert organizer.post(sent.location).status_code == 303
    assert "新来的厂" in organizer.text(_desk(people, "/employers"))
    empty = organizer.post(
        _desk(people, "/import"),
        {"file": (io.BytesIO(b""), "x.csv")},
        content_type="multipart/form-data",
    )
    assert empty.status_code == 422


def test_what_waits_is_found_where_the_task_leads(
    browse: Browse, people: People, workshop: Workshop
) -> None:
    with workshop.writing() as work:
        draft = work.db.get_one(Posting, people.electrician)
        draft.status, draft.place = PostingStatus.DRAFT, ""
        asked = Question(fair_session_id=people.stream, text="包吃住吗", asked_at=work.now)
        work.db.add(asked)
    organizer = browse("organizer")
    today = organizer.text(_desk(people, "/today"))
    assert _desk(people, "/employers?lacks=element") in today
    found = organizer.text(_desk(people, "/employers?lacks=element"))
    assert "晨光机械" in found
    assert "禾田针织" not in found
    assert "1 个问题没人答" in organizer.text(_desk(people, "/sessions"))


def test_an_employers_card_is_changed_and_its_postings_are_read(
    browse: Browse, people: People
) -> None:
    organizer = browse("organizer")
    address = _desk(people, f"/employers/{people.chenguang}")
    assert address in organizer.text(_desk(people, "/employers"))
    assert "维修电工" in organizer.text(address)
    kept = organizer.post(address, {"name": "晨光机械", "contact_name": "老周"})
    assert kept.status_code == 303
    assert "老周" in organizer.text(address)
    wrong = organizer.post(address, {"name": "", "about": "做袜机的"})
    assert wrong.status_code == 422
    assert "做袜机的" in wrong.get_data(as_text=True)
