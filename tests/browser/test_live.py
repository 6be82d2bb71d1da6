"""The livestream in Chromium: what the host pins is on every phone, questions reach the host."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Open, Site

Picture = Callable[[Page, str], None]


def test_a_pinned_job_reaches_an_open_phone(window: Open, site: Site, picture: Picture) -> None:
    room = f"/f/demo/live/{site.demo.live_session_id}"
    phone = window(PHONE)
    phone.goto(site.link(seeker_id=site.demo.seeker_id))
    phone.goto(room)
    before = phone.locator("#pinned, .card.mark").first.inner_text()
    host = window(DESK)
    host.goto(site.link(account_id=site.demo.host_id))
    host.goto(f"/host/{site.demo.live_session_id}")
    host.locator("form[action$='/next'] button").click()
    number = host.locator(".spoken-big b").inner_text()
    expect(phone.locator(".card.mark").first).to_contain_text(number, timeout=5_000)
    assert phone.locator(".card.mark").first.inner_text() != before
    picture(phone, "phone-live")
    picture(host, "host")


def test_the_demo_stream_plays(window: Open, site: Site) -> None:
    phone = window(PHONE)
    phone.goto(f"/f/demo/live/{site.demo.live_session_id}")
    phone.locator("#player").wait_for(state="visible", timeout=20_000)
    handle = phone.locator("#player").element_handle()
    assert handle is not None
    first = handle.evaluate("video => video.currentTime")
    phone.wait_for_timeout(2_500)
    assert handle.evaluate("video => video.currentTime") > first


def test_what_is_sent_without_a_network_is_kept_and_can_be_sent_again(
    window: Open, site: Site
) -> None:
    phone = window(PHONE)
    phone.goto(site.link(seeker_id=site.demo.seeker_id))
    phone.goto(f"/f/demo/live/{site.demo.live_session_id}")
    text = phone.locator("form.ask input[name=text]")
    text.fill("有班车吗？")
    phone.context.set_offline(True)
    phone.locator("form.ask button").click()
    expect(phone.locator("#unsent")).to_be_visible()
    expect(text).to_have_value("有班车吗？")
    phone.context.set_offline(False)
    phone.locator("form.ask button").click()
    expect(phone.locator("#asked")).to_contain_text("有班车吗？", timeout=10_000)
    expect(phone.locator("#unsent")).to_be_hidden()
    assert phone.locator("#asked").inner_text().count("有班车吗？") == 1


def test_a_question_reaches_the_host_and_the_answer_comes_back(window: Open, site: Site) -> None:
    phone = window(PHONE)
    phone.goto(site.link(seeker_id=site.demo.seeker_id))
    phone.goto(f"/f/demo/live/{site.demo.live_session_id}")
    phone.locator("form.ask input[name=text]").fill("中午管饭吗？")
    phone.locator("form.ask button").click()
    host = window(DESK)
    host.goto(site.link(account_id=site.demo.host_id))
    host.goto(f"/host/{site.demo.live_session_id}")
    asked = host.locator("li, article, div").filter(has_text="中午管饭吗？")
    form = asked.locator("form[action$='/answer']").last
    form.locator("input[type=text], textarea").fill("管，一荤两素。")
    form.locator("button").click()
    expect(phone.locator("main")).to_contain_text("管，一荤两素。", timeout=20_000)
