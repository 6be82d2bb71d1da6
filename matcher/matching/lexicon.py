"""Known names looked for in texts: at each place the longest that begins there."""

from collections.abc import Iterable, Iterator


class Lexicon:
    """Names by their first letter, so that a place in a text is tried against a few of them."""

    def __init__(self, names: Iterable[str]) -> None:
        """Names in the spelling that texts will have; Latin ones count as whole words only."""
        self._by_first: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            self._by_first.setdefault(name[:1], []).append(name)

    def apart(self, text: str) -> Iterator[str]:
        """The names one after another, none sharing letters with the one before."""
        at = 0
        while at < len(text):
            name = self._at(text, at)
            if name:
                yield name
            at += len(name) or 1

    def overlapping(self, text: str) -> Iterator[str]:
        """The names at every place: 房地产 and 地产经理 in one title."""
        return filter(None, (self._at(text, at) for at in range(len(text))))

    def _at(self, text: str, at: int) -> str:
        for name in self._by_first.get(text[at], ()):
            if text.startswith(name, at) and (not name.isascii() or _stands_alone(name, text, at)):
                return name
        return ""


def _stands_alone(name: str, text: str, at: int) -> bool:
    end = at + len(name)
    return not (at and _is_latin(text[at - 1]) or end < len(text) and _is_latin(text[end]))


def _is_latin(letter: str) -> bool:
    return "a" <= letter <= "z"
