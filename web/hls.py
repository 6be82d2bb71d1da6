"""A playlist that never ends, made from a loop of segments and the clock on the wall."""

import re
from dataclasses import dataclass
from math import ceil
from pathlib import Path

WINDOW = 6  # segments a player sees at a time
_SEGMENT = re.compile(r"#EXTINF:([0-9.]+),[^\n]*\n(?:#[^\n]*\n)*([^#\n]+)")


@dataclass(frozen=True)
class Loop:
    """Segments in order, each with its length in seconds."""

    names: tuple[str, ...]
    seconds: tuple[float, ...]

    @classmethod
    def read(cls, playlist: Path) -> "Loop":
        """The loop that a finished playlist describes. Raises FileNotFoundError."""
        found = _SEGMENT.findall(playlist.read_text("ascii"))
        return cls(
            tuple(name.strip() for _, name in found), tuple(float(length) for length, _ in found)
        )

    def at(self, now: float) -> str:
        """The live playlist at `now` (seconds since 1970): the last segments that are over.

        Every player in the hall gets the same one. Numbers only grow; where the loop begins anew
        stands a discontinuity, since time stamps jump back (RFC 8216, 4.3.3.3 and 6.2.1).
        """
        last = self._over(now)
        numbers = range(last - WINDOW + 1, last + 1)
        count = len(self.names)
        turn, place = divmod(numbers[0], count)
        lines = [
            "#EXTM3U",
            "#EXT-X-VERSION:3",
            f"#EXT-X-TARGETDURATION:{ceil(max(self.seconds))}",
            f"#EXT-X-MEDIA-SEQUENCE:{numbers[0]}",
            f"#EXT-X-DISCONTINUITY-SEQUENCE:{turn - (place == 0)}",
        ]
        for number in numbers:
            at = number % count
            if at == 0:
                lines.append("#EXT-X-DISCONTINUITY")
            lines += [f"#EXTINF:{self.seconds[at]:.3f},", self.names[at]]
        return "\n".join(lines) + "\n"

    def _over(self, now: float) -> int:
        """The number of the latest segment that has been played to its end by `now`."""
        turn, into = divmod(now, sum(self.seconds))
        number = int(turn) * len(self.names)
        for length in self.seconds:
            if into < length:
                break
            into -= length
            number += 1
        return number - 1
