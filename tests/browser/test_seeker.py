"""A seeker walks through the fair on a phone: three steps, matches, applying, the ticket."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open, Site

Picture = Callable[[Page, str], None]


def three_steps(page: Page, *, wish: str = "电工", certificate: str = "低压电工作业证") -> None:
    """Say a wish, no nights, a certificate and a name; ends on the matches."""
    page.goto("/f/demo/start/1")
    page.get_by_label(wish, exact=True).check(force=True)
    page.locator("input[name=no_night]").check(force=True)
    page.locator(".next button").click()
    page.wait_for_url("**/start/2*")
    page.get_by_label(certificate, exact=True).check(force=True)
    page.locator(".next button").click()
    page.wait_for_url("**/start/3*")
    page.locator("input[name=name]").fill("王师傅")
    page.locator(".next button").click()
    page.wait_for_url("**/matches*")


def test_from_the_fair_to_a_receipt(window: Open, picture: Picture) -> None:
    page = window(PHONE)
    page.goto("/")
    expect(page.locator("h1")).to_contain_text("招聘会")
    picture(page, "phone-fair")
    page.get_by_role("link", name=re.compile("三步")).click()
    picture(page, "phone-step1")
    three_steps(page)
    picture(page, "phone-matches")
    cards = page.locator("article.card")
    assert cards.count() >= 5
    for text in cards.all_inner_texts():
        assert "电" in text
        assert "夜班" not in text.replace("不上夜班", "")
        assert "两班倒" not in text
        assert "三班倒" not in text
    cards.first.locator("a.btn").first.click()
    picture(page, "phone-posting")
    employer = page.locator("article .muted").first.inner_text()
    page.locator(".next a").click()
    expect(page.locator("h1")).to_contain_text(employer)
    picture(page, "phone-consent")
    page.locator(".next button").click()
    page.wait_for_url("**/receipt*")
    expect(page.locator("main")).to_contain_text(employer)
    page.goto("/f/demo/applications")
    expect(page.locator("main")).to_contain_text("已投递")
    page.goto("/f/demo/ticket")
    assert re.fullmatch(r"\d{3} \d{3}", page.locator(".code").inner_text())
    picture(page, "phone-ticket")


def test_the_three_steps_work_without_scripts(window: Open) -> None:
    page = window(PHONE, scripts=False)
    three_steps(page)
    assert page.locator("article.card").count() >= 5


def test_nothing_is_cut_off_on_a_small_phone_in_large_english_text(
    window: Open, site: Site
) -> None:
    page = window({"width": 320, "height": 640}, language="en")
    page.goto(site.link(seeker_id=site.demo.seeker_id))
    page.get_by_role("button", name="Large text").click()
    for path in ("", "/matches", "/postings", "/ticket", "/applications", "/me", "/data", "/live"):
        page.goto(f"/f/demo{path}")
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"), path


def test_a_page_is_light(window: Open) -> None:
    page = window(PHONE)
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto("/f/demo", wait_until="networkidle")
    assert sum(sizes) < 60_000, sum(sizes)


def test_what_was_kept_back_can_be_let_in(window: Open, site: Site) -> None:
    page = window(PHONE)
    three_steps(page)
    before = int(re.findall(r"\d+", page.locator("h1").inner_text())[0])
    page.locator("a[href*=kept-back][href*='because=n']").click()
    expect(page.locator("article.card").first).to_be_visible()
    page.locator("form[action*='gates/n'] button").click()
    page.goto("/f/demo/matches")
    after = int(re.findall(r"\d+", page.locator("h1").inner_text())[0])
    assert after > before


SHORT = """() => [...document.querySelectorAll("a:not(.skip), button, summary")]
  .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.innerText)"""


def test_everything_to_tap_is_tall_enough_for_a_thumb(window: Open, site: Site) -> None:
    page = window(PHONE)
    page.goto(site.link(seeker_id=site.demo.seeker_id))
    for path in ("", "/matches", "/postings", "/applications", "/me", "/data", "/p/205", "/live"):
        page.goto(f"/f/demo{path}")
        assert page.evaluate(SHORT) == [], path
