"""The demo's livestream can be played: H.264 and AAC in four-second segments."""

from pathlib import Path

import av

from matcher.demo import stream


def test_the_loop_is_written_and_kept(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    stream.make_stream(tmp_path, lambda *news: told.append(news))
    playlist = stream.playlist(tmp_path)
    lines = playlist.read_text().splitlines()
    segments = [line for line in lines if line.endswith(".ts")]
    assert len(segments) == stream.SECONDS // stream.SEGMENT
    assert all((playlist.parent / name).stat().st_size > 10_000 for name in segments)
    assert f"#EXT-X-TARGETDURATION:{stream.SEGMENT}" in lines
    assert told[-1] == ("stream", stream.SECONDS * stream.RATE, stream.SECONDS * stream.RATE)
    written = playlist.stat().st_mtime_ns
    stream.make_stream(tmp_path, lambda *_: None)
    assert playlist.stat().st_mtime_ns == written


def test_each_segment_plays_by_itself(tmp_path: Path) -> None:
    stream.make_stream(tmp_path, lambda *_: None)
    for segment in sorted(stream.playlist(tmp_path).parent.glob("*.ts")):
        with av.open(str(segment)) as part:
            video, audio = part.streams.video[0], part.streams.audio[0]
            assert (video.codec_context.name, video.width, video.height) == ("h264", 640, 360)
            assert audio.codec_context.name == "aac"
            assert next(part.decode(video=0)).key_frame
