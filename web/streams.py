"""Where a livestream is seen: played in our page from a host that is allowed, or elsewhere."""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

_OURS = "/media/"


class Session(Protocol):
    """The part of a session that says where its stream is."""

    @property
    def stream_url(self) -> str: ...
    @property
    def room_url(self) -> str: ...


@dataclass(frozen=True)
class Place:
    """One of: a stream to play (`play`), a room elsewhere (`link` on `host`), or nothing yet."""

    play: str = ""
    origin: str = ""  # of a stream that another host serves
    link: str = ""
    host: str = ""


def place_of(session: Session, allowed_hosts: tuple[str, ...]) -> Place:
    """Where this session's stream is seen.

    A stream of ours or of an allowed host is played here; any other web address is a link, so
    that no page of ours loads what nobody vouched for.
    """
    stream = session.stream_url
    if stream.startswith(_OURS):
        return Place(play=stream)
    scheme, host, origin = _parts(stream)
    if scheme and host in allowed_hosts:
        return Place(play=stream, origin=origin)
    for address in (session.room_url, stream):
        scheme, host, _ = _parts(address)
        if scheme:
            return Place(link=address, host=host)
    return Place()


def _parts(address: str) -> tuple[str, str, str]:
    """Scheme, host and origin of a web address; three empty texts for anything else."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "", "", ""
    if parts.scheme not in ("http", "https") or not host or not _plain(host):
        return "", "", ""
    return parts.scheme, host, f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _plain(host: str) -> bool:
    """Letters, digits, dots and hyphens: the origin goes into a header."""
    return host.isascii() and all(c.isalnum() or c in ".-" for c in host)
