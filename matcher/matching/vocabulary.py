"""A growing vocabulary of words and character pairs, and texts counted by it."""

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TypeVar

import numpy as np
import rjieba
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse

from matcher import gazetteers
from matcher.matching import tallies
from matcher.matching.tallies import PAIR, RUN_END, TEXT_END, WORD_END, Ints, Letters, Store, Tally
from matcher.matching.text import fold, tokens, words

Progress = Callable[[int], object]
T = TypeVar("T", bound=np.generic)

CHUNK = 64  # texts that are counted in one go
KEPT = 16384  # texts whose segments are kept in memory for the next index, about 2 KB each
_HAN = re.compile(r"[㐀-鿿]+")
_LATIN = re.compile(r"[a-z0-9+#.]+")
_FULL = 0.7  # of the slots filled, above which a table grows


@lru_cache(maxsize=KEPT)
def segmented(text: str, slang: bool = True, pairs: bool = True) -> str:
    """The text as words, blanks between them and line ends between runs; the order is not kept.

    Of Latin runs their tokens stand there, of Chinese ones all words: what is a stop word and what
    are pairs is seen when counting.
    """
    told = fold(text, slang)
    han = rjieba.cut(RUN_END.join(_HAN.findall(told)), False)
    latin = [_latin(run, pairs) for run in _LATIN.findall(told)]
    return RUN_END.join((WORD_END.join(han), *latin))


@lru_cache(maxsize=16384)
def _latin(run: str, pairs: bool) -> str:
    return RUN_END.join(tokens(run, False) if pairs else words(run, False))


class Vocabulary:
    """Gives each token a number from 0 in the order in which they come, and never changes it.

    Only what `text.tokens` names has one; with `pairs` off, what `text.words` names.
    """

    def __init__(self, *, slang: bool = True, pairs: bool = True) -> None:
        """Empty but for the stop words, which stand before the first number."""
        self._slang, self._pairs = slang, pairs
        self._lock = threading.Lock()
        self._places = np.zeros(0, np.int32)
        self._store = Store(
            np.zeros(1 << 10, np.uint64),
            np.zeros(1, np.int32),
            np.zeros(0, np.uint16),
            np.zeros(2, np.int64),
        )
        for word in filter(_HAN.fullmatch, sorted(gazetteers.stopwords())):
            self._number(_letters(word), np.full(1, len(word), np.int32), grows=True)
        self._store.size[1] = self._store.size[0]

    def __len__(self) -> int:
        """How many tokens have a number."""
        return int(self._store.size[0] - self._store.size[1])

    @property
    def nbytes(self) -> int:
        """The memory it takes."""
        return sum(part.nbytes for part in (*self._store, self._places))

    def find(self, token: str) -> int:
        """The number of a token, -1 if it has none; pairs are marked as in `text.pairs`."""
        letters = _letters(token)
        return int(self._number(letters, np.full(1, letters.size, np.int32), grows=False)[0])

    def name(self, token: int) -> str:
        """The token with this number."""
        begin, end = self._store.starts[self._store.size[1] + token :][:2]
        return self._store.letters[begin:end].tobytes().decode("utf-16-le")

    def is_word(self) -> NDArray[np.bool_]:
        """For each number whether it is a word's, not a pair's."""
        firsts = self._store.starts[self._store.size[1] : self._store.size[0]]
        return np.asarray(self._store.letters[firsts] != ord(PAIR))

    def counts(self, text: str, *, grows: bool = True) -> tuple[Ints, Ints]:
        """The tokens of a text and how often it says each; unknown ones are lost unless it grows.

        Exactly what `Counter(text.tokens(text))` holds.
        """
        tally = self._tally([segmented(text, self._slang, self._pairs)], grows)
        return tally.tokens, tally.counts

    def count_many(
        self,
        texts: Sequence[str],
        *,
        grows: bool = True,
        workers: int = 1,
        progress: Progress = lambda _: None,
    ) -> sparse.csr_matrix:
        """The same for many texts: one row for each, one column for each number.

        Segmenting is shared among `workers` processes; `progress` is told how many are counted.
        """
        parts = (texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK))
        segment = partial(_segmented, slang=self._slang, pairs=self._pairs)
        if workers == 1:
            return self.count_segmented(map(segment, parts), grows=grows, progress=progress)
        shared = Parallel(n_jobs=workers, return_as="generator")(map(delayed(segment), parts))
        return self.count_segmented(shared, grows=grows, progress=progress)

    def count_segmented(
        self,
        chunks: Iterable[Sequence[str]],
        *,
        grows: bool = True,
        progress: Progress = lambda _: None,
    ) -> sparse.csr_matrix:
        """The same for texts that are segmented already, some dozens in each chunk."""
        tallies, done = [], 0
        for chunk in chunks:
            tallies.append(self._tally(chunk, grows))
            done += len(chunk)
            progress(done)
        return _rows(tallies, len(self))

    def __getstate__(self) -> tuple[bool, bool, Store]:
        """What is written when an index is kept: no more than there is, and no lock."""
        slots, starts, letters, size = self._store
        starts = starts[: size[0] + 1]
        return self._slang, self._pairs, Store(slots, starts, letters[: starts[-1]], size)

    def __setstate__(self, state: tuple[bool, bool, Store]) -> None:
        """Copies, since what was opened by memory map may not be written to."""
        self._slang, self._pairs, store = state
        self._store = Store._make(np.array(part) for part in store)
        self._lock = threading.Lock()
        self._places = np.zeros(int(store.size[0]), np.int32)

    def _tally(self, chunk: Sequence[str], grows: bool) -> Tally:
        text = _letters("".join([each + TEXT_END for each in chunk]))
        found = np.full(text.size, -1, np.int32)
        with self._lock:
            for lay in (tallies.words, tallies.pairs)[: 1 + self._pairs]:
                laid, ends = np.empty(3 * text.size, np.uint16), np.empty(text.size, np.int32)
                places = np.empty(text.size, np.int32)
                many = lay(text, laid, ends, places)
                found[places[:many]] = self._number(laid, ends[:many], grows)
            room = np.empty((2, text.size), np.int32)
            rows = Tally(np.zeros(len(chunk) + 1, np.int64), room[0], room[1], self._places)
            tallies.tally(text, found, rows)
        filled = rows.ends[-1]
        return rows._replace(tokens=rows.tokens[:filled].copy(), counts=rows.counts[:filled].copy())

    def _number(self, laid: Letters, ends: Ints, grows: bool) -> Ints:
        """The numbers of tokens laid end to end, below 0 where there is none."""
        if grows and ends.size:
            self._reserve(ends.size, int(ends[-1]))
        numbers = np.empty(ends.size, np.int32)
        tallies.number(self._store, laid, ends, grows, numbers)
        return np.asarray(np.maximum(numbers - self._store.size[1], -1), np.int32)

    def _reserve(self, tokens: int, letters: int) -> None:
        """Make room for so many more tokens, and for letters of theirs."""
        slots, starts, old, size = self._store
        tokens += int(size[0])
        if tokens > _FULL * slots.size:
            roomier = np.zeros(1 << int(tokens / _FULL).bit_length(), np.uint64)
            tallies.rehash(slots, roomier)
            slots = roomier
        old = _roomier(old, int(starts[size[0]]) + letters)
        self._store = Store(slots, _roomier(starts, tokens + 1), old, size)
        self._places = _roomier(self._places, tokens)


def _segmented(texts: Sequence[str], slang: bool, pairs: bool) -> list[str]:
    return [segmented(text, slang, pairs) for text in texts]


def _letters(text: str) -> Letters:
    return np.frombuffer(bytearray(text.encode("utf-16-le")), np.uint16)


def _roomier(old: NDArray[T], least: int) -> NDArray[T]:
    """The same with room for at least so many, and for a quarter more than there was."""
    if old.size >= least:
        return old
    room = np.zeros(max(least, old.size * 5 // 4), old.dtype)
    room[: old.size] = old
    return room


def _rows(tallies: Sequence[Tally], width: int) -> sparse.csr_matrix:
    ends = np.concatenate([np.zeros(1, np.int64), *(np.diff(tally.ends) for tally in tallies)])
    tokens = [tally.tokens for tally in tallies] or [np.zeros(0, np.int32)]
    counts = [tally.counts for tally in tallies] or [np.zeros(0, np.int32)]
    told = (np.concatenate(counts), np.concatenate(tokens), np.cumsum(ends))
    return sparse.csr_matrix(told, shape=(ends.size - 1, width))
