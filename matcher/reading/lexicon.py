"""Known names looked for in texts: at each place the longest that begins there."""

from collections.abc import Iterable, Iterator

LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
LATIN_AND_DIGITS = LATIN | frozenset("0123456789")


class Lexicon:
    """Names by their first letters, so that a place in a text is tried against a few of them."""

    def __init__(self, names: Iterable[str], edge: frozenset[str] = LATIN) -> None:
        """Names in the spelling that texts will have; Latin ones may not stand beside `edge`."""
        self._edge = edge
        self._by_first: dict[str, list[str]] = {}  # by two letters, those of one letter by that
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            self._by_first.setdefault(name[:2], []).append(name)

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand one after another, none sharing letters with the one before."""
        at = 0
        while at < len(text):
            name = self.at(text, at)
            if name:
                yield at, name
            at += len(name) or 1

    def apart(self, text: str) -> Iterator[str]:
        """The names one after another."""
        return (name for _, name in self.places(text))

    def overlapping(self, text: str) -> Iterator[str]:
        """The names at every place: 房地产 and 地产经理 in one title."""
        return filter(None, (self.at(text, at) for at in range(len(text))))

    def at(self, text: str, at: int) -> str:
        """The longest name that begins there; empty where none does."""
        for first in (text[at : at + 2], text[at : at + 1]):
            for name in self._by_first.get(first, ()):
                if text.startswith(name, at) and (
                    not name.isascii() or self._stands(name, text, at)
                ):
                    return name
        return ""

    def _stands(self, name: str, text: str, at: int) -> bool:
        end = at + len(name)
        before, behind = text[at - 1 : at] if at else "", text[end : end + 1]
        return before not in self._edge and behind not in self._edge
