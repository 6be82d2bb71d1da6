"""Which words of a title make it kin to the work that somebody looks for."""

from collections.abc import Iterable
from functools import lru_cache

from matcher import gazetteers
from matcher.matching import families, occupations
from matcher.matching.text import fold, segments


@lru_cache(maxsize=4096)
def of_trade(wishes: tuple[str, ...], title: str) -> tuple[str, ...]:
    """The words of a title that tell of the wishes' trade or of neighbouring work."""
    names = frozenset(name for wish in wishes for name in families.of_title(wish))
    work = occupations.widened((name, 1.0) for name in occupations.of_titles(wishes))
    found = (*families.words_of(title, names), *occupations.words_of(title, work))
    return _longest(found)


def pieces(written: str, title: str) -> tuple[str, ...]:
    """Words of a title or of a person's text that stand in the other, if only in a longer word."""
    told = fold(title)
    found = (
        *(word for word in segments(told) if word in written),
        *(word for word in segments(written) if word in told),
    )
    return _longest(word for word in found if _tells(word))


def _tells(word: str) -> bool:
    """Whether it may be shown: the text score counts no single sign, nobody an empty word."""
    empty = word in gazetteers.empty_words() or word in gazetteers.stopwords()
    return len(word) > 1 and not word.isascii() and not empty


def _longest(found: Iterable[str]) -> tuple[str, ...]:
    """Each word once, and none that stands inside another."""
    words = tuple(dict.fromkeys(found))
    return tuple(
        word for word in words if not any(word != other and word in other for other in words)
    )
