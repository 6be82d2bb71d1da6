"""The demo's stream: a playlist that moves with the clock, segments, and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.web.browser import Browser

Browse = Callable[[str], Browser]


@pytest.fixture
def loop(tmp_path: Path) -> Path:
    """Three segments of four seconds where the demo keeps its stream."""
    folder = tmp_path / "stream" / "demo"
    folder.mkdir(parents=True)
    lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:4"]
    for number in range(3):
        (folder / f"part-{number:03d}.ts").write_bytes(b"\x47" * 188)
        lines += ["#EXTINF:4.000000,", f"part-{number:03d}.ts"]
    (folder / "index.m3u8").write_text("\n".join([*lines, "#EXT-X-ENDLIST", ""]), "ascii")
    (tmp_path / "secret.ts").write_text("secret")
    (folder / "notes.txt").write_text("notes")
    return folder


def test_the_playlist_moves_on(browse: Browse, loop: Path, clock: Clock) -> None:
    viewer = browse("anyone")
    first = viewer.text("/media/demo/live.m3u8")
    clock.now += timedelta(seconds=4)
    second = viewer.text("/media/demo/live.m3u8")
    assert first != second
    assert "#EXT-X-ENDLIST" not in first
    assert viewer.get("/media/demo/live.m3u8").headers["Cache-Control"] == "no-store"


def test_segments_may_be_kept(browse: Browse, loop: Path) -> None:
    answer = browse("anyone").get("/media/demo/part-001.ts")
    assert (answer.status_code, answer.content_type) == (200, "video/mp2t")
    assert "max-age=2592000" in answer.headers["Cache-Control"]
    answer.close()


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "part-009.ts",
        "index.m3u8",
        "..%2Fsecret.ts",
        "../../secret.ts",
        "part-001.ts%00",
    ],
)
def test_nothing_else_is_given_out(browse: Browse, loop: Path, name: str) -> None:
    assert browse("anyone").get(f"/media/demo/{name}").status_code == 404


def test_without_a_stream_there_is_none(browse: Browse) -> None:
    assert browse("anyone").get("/media/demo/live.m3u8").status_code == 404
