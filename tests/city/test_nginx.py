"""What nginx adds: files with the site's headers, no secrets in its logs, no forged word."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.settings import Settings
from tests.city.conftest import City, wait_for
from tests.people import People
from web.city import proxy
from web.city.plan import Plan

pytestmark = [pytest.mark.city, pytest.mark.timeout(600)]


@pytest.fixture
def city(cities: Callable[[str], City]) -> City:
    return cities("redis")


def _headers(city: City, path: str, **headers: str) -> dict[str, str]:
    connection = city.connect()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return {name.lower(): value for name, value in answer.headers.items()}


def test_a_file_has_the_headers_that_the_site_would_give(city: City) -> None:
    page, file = _headers(city, "/"), _headers(city, "/static/css/base.css")
    same = ("content-security-policy", "x-content-type-options", "referrer-policy")
    assert [file[name] for name in same] == [page[name] for name in same]
    assert (page["cache-control"], file["cache-control"]) == ("no-store", "public, max-age=3600")
    assert _headers(city, "/static/js/site.js")["content-type"].startswith("text/javascript")


def test_only_our_own_proxy_says_who_asks_and_how(city: City) -> None:
    forged = {"X-Forwarded-Proto": "https", "X-Request-ID": "mine", "X-Forwarded-Host": "evil"}
    told = _headers(city, "/me", **forged)
    assert "strict-transport-security" not in told
    assert told["x-request-id"] != "mine"
    assert "evil" not in told["location"]


def test_a_link_that_signs_in_is_in_no_log(city: City, people: People) -> None:
    link = people.links["host"]
    mark = _headers(city, f"/enter/{link}")["x-request-id"]
    logs = city.state / "logs"
    wait_for(lambda: mark in (logs / "access.log").read_text("utf-8"))
    assert all(link not in log.read_text("utf-8") for log in logs.iterdir())


def test_logs_are_opened_anew_when_they_were_moved(city: City) -> None:
    log = city.state / "logs" / "access.log"
    log.rename(log.with_suffix(".1"))
    city.process.send_signal(signal.SIGUSR1)
    wait_for(log.exists)


def test_a_load_balancer_gives_a_configuration_that_nginx_takes(
    servers: tuple[str, str], tmp_path: Path
) -> None:
    found = Settings(database_url="postgresql://", folder=tmp_path, secret_key="x")
    plan = Plan(found, 3, "::1", 8443, tmp_path / "city", behind=("10.0.0.0/8", "192.168.1.7"))
    plan.make_room()
    text = proxy.write(plan).read_text("utf-8")
    assert proxy.complaint(proxy.program() or "", plan) == ""
    assert "set_real_ip_from 10.0.0.0/8;" in text
    assert text.count("server unix:") == 3
