"""Which picture is played in our page: ours and that of allowed hosts; all else is a link."""

from types import SimpleNamespace

import pytest

from web.streams import Place, place_of

ALLOWED = ("live.fair.example",)


def _place(stream: str = "", room: str = "") -> Place:
    return place_of(SimpleNamespace(stream_url=stream, room_url=room), ALLOWED)


def test_ours_and_allowed_hosts_are_played() -> None:
    assert _place("/media/demo/live.m3u8").play == "/media/demo/live.m3u8"
    allowed = _place("https://live.fair.example:8443/x.m3u8")
    assert allowed.play
    assert allowed.origin == "https://live.fair.example:8443"


def test_others_are_linked_with_their_host_in_sight() -> None:
    place = _place("https://elsewhere.example/x.m3u8", "https://room.example/1")
    assert (place.play, place.link, place.host) == ("", "https://room.example/1", "room.example")
    assert _place("https://elsewhere.example/x.m3u8").host == "elsewhere.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://a b/",
        "https://x:99999/",
        "//live.fair.example/x",
        "/other/path.m3u8",
        "https://live.fair.example;script-src *",
    ],
)
def test_what_cannot_be_an_address_is_nothing(address: str) -> None:
    assert _place(address, address) == Place()
