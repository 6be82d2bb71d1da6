"""A live playlist out of a loop: numbers only grow, seams are marked, nothing comes too early."""

import re

from web.hls import WINDOW, Loop

LOOP = Loop(("a.ts", "b.ts", "c.ts", "d.ts"), (4.0, 4.0, 4.0, 2.5))


def _numbered(playlist: str) -> list[tuple[int, int, str]]:
    """Every segment with its media number and its discontinuity number."""
    number = int(re.findall(r"MEDIA-SEQUENCE:(\d+)", playlist)[0])
    turn = int(re.findall(r"DISCONTINUITY-SEQUENCE:(\d+)", playlist)[0])
    found = []
    for line in playlist.splitlines():
        if line == "#EXT-X-DISCONTINUITY":
            turn += 1
        elif not line.startswith("#"):
            found.append((number, turn, line))
            number += 1
    return found


def test_over_a_minute_every_segment_keeps_its_numbers() -> None:
    seen: dict[int, tuple[int, str]] = {}
    firsts = []
    for second in range(120):
        segments = _numbered(LOOP.at(1_700_000_000 + second * 0.5))
        assert len(segments) == WINDOW
        firsts.append(segments[0][0])
        for number, turn, name in segments:
            assert seen.setdefault(number, (turn, name)) == (turn, name)
    assert firsts == sorted(firsts)
    numbers = sorted(seen)
    assert numbers == list(range(numbers[0], numbers[-1] + 1))


def test_a_new_turn_of_the_loop_is_a_new_discontinuity() -> None:
    for number, turn, name in _numbered(LOOP.at(1_700_000_000)):
        assert turn == number // 4
        assert name == LOOP.names[number % 4]


def test_a_segment_is_listed_once_it_is_over() -> None:
    start = 14.5 * 1_000_000  # the loop begins anew
    last = _numbered(LOOP.at(start + 3.9))[-1]
    assert last[2] == "d.ts"
    assert _numbered(LOOP.at(start + 4.1))[-1][2] == "a.ts"
