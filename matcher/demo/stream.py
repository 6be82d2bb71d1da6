"""Draws the demo's livestream: waves in the brand's colours with a soft tone, as HLS segments."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, RATE = 640, 360, 12
SEGMENT, SECONDS = 4, 32
SOUND_RATE = 44_100
_SOUND_FRAME = 1024
_TONES = (196.0, 293.66, 392.0)  # whole periods do not matter: players fade at the seam
# Y, Cb, Cr of the ground, the two waves, the bar and the live dot (BT.601).
_GROUND, _WAVE, _CREST = (45, 132, 115), (85, 140, 85), (131, 137, 93)
_BAR, _DOT = (232, 126, 128), (98, 102, 204)
_LETTERS = {
    "D": ("1110", "1001", "1001", "1001", "1110"),
    "E": ("1111", "1000", "1110", "1000", "1111"),
    "M": ("10001", "11011", "10101", "10001", "10001"),
    "O": ("0110", "1001", "1001", "1001", "0110"),
}
Picture = NDArray[np.uint8]


def playlist(folder: Path) -> Path:
    """Where the playlist of the segments lies."""
    return folder / "stream" / "demo" / "index.m3u8"


def make_stream(folder: Path, progress: Callable[[str, int, int], None]) -> None:
    """Write a loop of H.264 and AAC in MPEG-TS segments of four seconds with their playlist.

    Writes into folder/stream/demo/; a loop that is there already is kept.
    """
    target = playlist(folder)
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name("writing.m3u8")
    options = {
        "hls_time": str(SEGMENT),
        "hls_list_size": "0",
        "hls_segment_filename": str(target.parent / "part-%03d.ts"),
    }
    with av.open(str(unfinished), "w", format="hls", options=options) as output:
        _write(output, progress)
    unfinished.rename(target)


def _write(output: av.container.OutputContainer, progress: Callable[[str, int, int], None]) -> None:
    video = output.add_stream("libx264", rate=RATE)
    video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    every = str(RATE * SEGMENT)  # a key frame opens each segment
    video.options = {"profile": "baseline", "preset": "ultrafast", "crf": "30", "g": every,
                     "keyint_min": every, "sc_threshold": "0"}  # fmt: skip
    audio = output.add_stream("aac", rate=SOUND_RATE, layout="mono")
    audio.bit_rate = 32_000
    sound = _sound()
    for at, picture in enumerate(_pictures()):
        frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
        frame.pts, frame.time_base = at, Fraction(1, RATE)
        output.mux(video.encode(frame))
        for piece in _until(sound, (at + 1) / RATE):
            output.mux(audio.encode(piece))
        progress("stream", at + 1, SECONDS * RATE)
    output.mux(video.encode(None))
    output.mux(audio.encode(None))


def _pictures() -> Iterator[Picture]:
    """One planar YUV 4:2:0 picture after the other; the last leads back to the first."""
    across = np.linspace(0, 2 * np.pi, WIDTH, dtype=np.float32)
    down = np.arange(HEIGHT, dtype=np.float32)[:, None]
    for at in range(SECONDS * RATE):
        turn = 2 * np.pi * at / (SECONDS * RATE)
        far = (
            HEIGHT * 0.58
            + 26 * np.sin(across * 1.5 + 3 * turn)
            + 12 * np.sin(across * 3 - 5 * turn)
        )
        near = (
            HEIGHT * 0.72 + 22 * np.sin(across * 2 - 4 * turn) + 8 * np.sin(across * 5 + 7 * turn)
        )
        layer = (down > far).astype(np.uint8) + (down > near).astype(np.uint8)
        _stamp(layer, at)
        yield _painted(layer)


def _stamp(layer: NDArray[np.uint8], at: int) -> None:
    """Put the bar with DEMO in blocks, the time bar below, and the blinking dot on the layers."""
    left, top, block = 36, 36, 8
    if at // (RATE // 2) % 2 == 0:
        layer[top : top + 40, left : left + 40] = 4
    left += 64
    for letter in "DEMO":
        mask = np.array([[int(c) for c in line] for line in _LETTERS[letter]], dtype=np.uint8)
        big = np.kron(mask, np.ones((block, block), dtype=np.uint8)).astype(bool)
        spot = layer[top : top + big.shape[0], left : left + big.shape[1]]
        spot[big] = 3
        left += big.shape[1] + block
    done = round((WIDTH - 72) * (at + 1) / (SECONDS * RATE))
    layer[HEIGHT - 24 : HEIGHT - 16, 36 : 36 + done] = 3


def _painted(layer: NDArray[np.uint8]) -> Picture:
    colours = np.array([_GROUND, _WAVE, _CREST, _BAR, _DOT], dtype=np.uint8)
    small = layer[::2, ::2]
    planes = [colours[layer, 0].ravel(), colours[small, 1].ravel(), colours[small, 2].ravel()]
    return np.concatenate(planes).reshape(HEIGHT * 3 // 2, WIDTH)


def _sound() -> Iterator[av.AudioFrame]:
    """A soft chord that swells with the waves."""
    total = SECONDS * SOUND_RATE
    for start in range(0, total, _SOUND_FRAME):
        seconds = np.arange(start, start + _SOUND_FRAME, dtype=np.float64) / SOUND_RATE
        swell = 0.02 * (1 - np.cos(2 * np.pi * seconds / SEGMENT))
        chord = sum(np.sin(2 * np.pi * tone * seconds) for tone in _TONES) / len(_TONES)
        samples = (swell * chord).astype(np.float32)[None, :]
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
        yield frame


def _until(sound: Iterator[av.AudioFrame], seconds: float) -> Iterator[av.AudioFrame]:
    """The pieces of sound that belong before this moment."""
    for piece in sound:
        yield piece
        if ((piece.pts or 0) + _SOUND_FRAME) / SOUND_RATE >= seconds:
            return
