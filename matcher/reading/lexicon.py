"""Known names looked for in texts: at each place the longest that begins there."""

from collections.abc import Iterable, Iterator
from operator import add

LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
LATIN_AND_DIGITS = LATIN | frozenset("0123456789")


class Lexicon:
    """Names by their first letters, so that a place in a text is tried against a few of them."""

    def __init__(self, names: Iterable[str], edge: frozenset[str] = LATIN) -> None:
        """Names in the spelling of the texts; none of their Latin ends stands beside `edge`."""
        self._edge = edge
        self._names = frozenset(names)
        lengths: dict[str, set[int]] = {}  # by two letters, those of one letter by that
        for name in self._names:
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand one after another, none sharing letters with the one before."""
        end = 0
        for at in self._begins(text):
            if at >= end and (name := self.at(text, at)):
                yield at, name
                end = at + len(name)

    def apart(self, text: str) -> Iterator[str]:
        """The names one after another."""
        return (name for _, name in self.places(text))

    def everywhere(self, text: str) -> Iterator[tuple[int, str]]:
        """Where names stand, at every place: 房地产 and 地产经理 in one title."""
        return ((at, name) for at in self._begins(text) if (name := self.at(text, at)))

    def _begins(self, text: str) -> list[int]:
        """The few places where a name may begin."""
        known = self._lengths
        letters = map(add, text, text[1:] + "\0")
        return [at for at, two in enumerate(letters) if two in known or two[0] in known]

    def at(self, text: str, at: int) -> str:
        """The longest name that begins there; empty where none does."""
        for first in (text[at : at + 2], text[at : at + 1]):
            for length in self._lengths.get(first, ()):
                name = text[at : at + length]
                if name in self._names and self._stands(name, text, at):
                    return name
        return ""

    def _stands(self, name: str, text: str, at: int) -> bool:
        end = at + len(name)
        before, behind = text[at - 1 : at] if at else "", text[end : end + 1]
        return not (
            (name[0] in self._edge and before in self._edge)
            or (name[-1] in self._edge and behind in self._edge)
        )
