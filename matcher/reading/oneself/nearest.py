"""Which yes or no belongs to what is spoken of: the one that stands closest in its clause."""

import re

from matcher.reading.told import Span

_LONGEST = 12  # signs of an answer


def nearest(
    part: str, place: Span, answers: re.Pattern[str], behind: re.Pattern[str] | None, apart: int
) -> "re.Match[str] | None":
    """The closest match of `answers`, at most `apart` signs away; before goes before behind.

    What matches `behind` answers only what stands before it.
    """
    start, end = place
    around = (max(0, start - apart - _LONGEST), end + apart + _LONGEST)
    near = [
        (max(start - found.end(), found.start() - end), found.start() > start, found)
        for found in answers.finditer(part, *around)
        if found.start() >= end - 1
        or (found.start() < start and not (behind and behind.match(found.group())))
    ]
    near = [each for each in near if each[0] <= apart]
    return min(near, key=lambda each: each[:2])[2] if near else None
