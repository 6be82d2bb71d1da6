"""The hall in Chromium: the kiosk lets people in, the desks and the big screen see it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, WALL, Open, Site
from tests.browser.test_seeker import three_steps

Picture = Callable[[Page, str], None]


def _new_code(page: Page) -> str:
    three_steps(page, wish="保安", certificate="保安员证")
    page.goto("/f/demo/ticket")
    return page.locator(".code").inner_text().replace(" ", "")


def test_a_ticket_is_good_once(window: Open, site: Site, picture: Picture) -> None:
    code = _new_code(window(PHONE))
    kiosk = window({"width": 1024, "height": 768})
    kiosk.goto(site.link(account_id=site.demo.kiosk_id))
    came = int(kiosk.locator("#count").inner_text())
    picture(kiosk, "kiosk")
    for digit in code:
        kiosk.locator(f"[data-digit='{digit}']").click()
    answer = kiosk.locator("#answer")
    expect(answer).to_be_visible()
    picture(kiosk, "kiosk-answer")
    expect(kiosk.locator("#count")).to_have_text(str(came + 1))
    expect(answer).to_be_hidden(timeout=10_000)
    kiosk.locator("#given").fill(code)
    kiosk.keyboard.press("Enter")
    expect(answer).to_be_visible()
    expect(kiosk.locator("#count")).to_have_text(str(came + 1))


def test_a_scan_without_network_is_kept_and_sent_later(window: Open, site: Site) -> None:
    code = _new_code(window(PHONE))
    kiosk = window({"width": 1024, "height": 768})
    kiosk.goto(site.link(account_id=site.demo.kiosk_id))
    came = int(kiosk.locator("#count").inner_text())
    kiosk.context.set_offline(True)
    kiosk.locator("#given").fill(code)
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator("#net")).to_contain_text("1")
    kiosk.context.set_offline(False)
    expect(kiosk.locator("#count")).to_have_text(str(came + 1), timeout=30_000)


def test_the_employer_reads_an_application_and_invites(
    window: Open, site: Site, picture: Picture
) -> None:
    desk = window(DESK)
    desk.goto(site.link(account_id=site.demo.employer_account_id))
    picture(desk, "employer")
    desk.goto(f"/employer/{site.demo.employer_id}/applications")
    desk.locator("a[href*='/applications/'], form[action$='/read'] button").first.click()
    opener = desk.locator("form[action$='/read'] button")
    if opener.count():
        opener.first.click()
    expect(desk.locator("h1.title, .title").first).to_be_visible()
    picture(desk, "employer-application")
    desk.goto(f"/employer/{site.demo.employer_id}/people")
    picture(desk, "employer-people")
    assert not re.search(r"1[3-9]\d{9}", desk.content())


def test_the_organizer_sees_figures_move(window: Open, site: Site, picture: Picture) -> None:
    desk = window(DESK)
    desk.goto(site.link(account_id=site.demo.organizer_id))
    desk.goto(f"/organizer/f/{site.demo.fair_id}/today")
    desk.locator("canvas, .chart svg").first.wait_for()
    picture(desk, "organizer")
    before = desk.locator(".kpi .n").first.inner_text()
    three_steps(window(PHONE))
    desk.reload()
    expect(desk.locator(".kpi .n").first).not_to_have_text(before)
    desk.goto(f"/organizer/f/{site.demo.fair_id}/attendance")
    picture(desk, "organizer-attendance")


def test_the_big_screen_shows_counts_and_no_names(
    window: Open, site: Site, picture: Picture
) -> None:
    wall = window(WALL)
    wall.clock.install(time=site.workshop.clock())
    wall.goto("/f/demo/screen")
    wall.locator("canvas, svg").first.wait_for()
    wall.wait_for_timeout(800)
    picture(wall, "screen")
    assert "师傅" not in wall.locator("main").inner_text()
    assert not wall.evaluate("document.documentElement.scrollHeight > innerHeight + 1")


def test_what_was_typed_is_back_after_signing_in_again(window: Open, site: Site) -> None:
    desk = window(DESK)
    desk.goto(site.link(account_id=site.demo.employer_account_id))
    form = f"/employer/{site.demo.employer_id}/postings/new"
    desk.goto(form)
    desk.fill("[name=title]", "夜班焊工")
    desk.context.clear_cookies(name="fairmatch")
    desk.locator("[name=then][value=save]").click()
    expect(desk.locator("#kept")).to_be_visible()
    desk.goto(site.link(account_id=site.demo.employer_account_id))
    desk.goto(form)
    expect(desk.locator("[name=title]")).to_have_value("夜班焊工")
    desk.goto(form)
    expect(desk.locator("[name=title]")).to_have_value("")


def test_no_desk_is_cut_off_on_a_small_phone_in_large_english_text(
    window: Open, site: Site
) -> None:
    page = window({"width": 320, "height": 640}, language="en")
    employer, fair = f"/employer/{site.demo.employer_id}", f"/organizer/f/{site.demo.fair_id}"
    page.goto("/f/demo")
    page.get_by_role("button", name="Large text").click()
    for account_id, paths in (
        (site.demo.employer_account_id, (employer, f"{employer}/postings/new", f"{employer}/card")),
        (site.demo.organizer_id, (f"{fair}/booths", f"{fair}/attendance")),
    ):
        page.goto(site.link(account_id=account_id))
        for path in paths:
            page.goto(path)
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"), path
