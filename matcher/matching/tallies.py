"""Tokens of segmented texts numbered and counted: the loops that run for each character."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

# What stands between the words of a segmented text: between words, runs and texts.
WORD_END, RUN_END, TEXT_END = " ", "\n", "\0"
PAIR = "~"  # marks a character pair, so that it is never taken for a word

_BLANK, _TEXT_END, _MARK = ord(WORD_END), ord(TEXT_END), ord(PAIR)
_HAN, _HAN_LAST = ord("㐀"), ord("鿿")
_LOW = np.uint64(0xFFFFFFFF)

Ints = NDArray[np.int32]
Letters = NDArray[np.uint16]


class Store(NamedTuple):
    """All known tokens: their letters one behind the other, and where each is found by its hash.

    A slot holds the upper half of a token's hash above its number plus one; 0 is free. `size`
    holds how many tokens there are, and how many of them are stop words.
    """

    slots: NDArray[np.uint64]
    starts: Ints
    letters: Letters
    size: NDArray[np.int64]


class Tally(NamedTuple):
    """Rows of counts being filled: `ends` of the rows, and where a token stands in its row."""

    ends: NDArray[np.int64]
    tokens: Ints
    counts: Ints
    places: Ints


@njit(cache=True, nogil=True)
def rehash(old: NDArray[np.uint64], new: NDArray[np.uint64]) -> None:
    """Put every filled slot of `old` into the free table `new`."""
    mask = np.uint64(new.size - 1)
    for slot in old:
        if slot:
            at = (slot >> np.uint64(32)) & mask
            while new[at]:
                at = (at + np.uint64(1)) & mask
            new[at] = slot


@njit(cache=True, nogil=True)
def number(store: Store, laid: Letters, ends: Ints, grows: bool, numbers: Ints) -> None:
    """The numbers of tokens laid end to end; new ones get the next if it `grows`, else -1.

    One long loop: arrays handed on to other functions would be counted in and out each time.
    """
    slots, starts, letters, size = store
    mask, begin = np.uint64(slots.size - 1), 0
    for token in range(ends.size):
        end = ends[token]
        mark = np.uint64(14695981039346656037)  # FNV-1a, by letters instead of bytes
        for at in range(begin, end):
            mark = (mark ^ np.uint64(laid[at])) * np.uint64(1099511628211)
        mark = (mark ^ (mark >> np.uint64(32))) & _LOW
        slot, known = mark & mask, np.int64(-1)
        while slots[slot] and known < 0:
            if slots[slot] >> np.uint64(32) == mark:
                known = np.int64(slots[slot] & _LOW) - 1
                shift = starts[known] - begin
                same = starts[known + 1] - starts[known] == end - begin
                for at in range(begin, end if same else begin):
                    same &= letters[at + shift] == laid[at]
                known = known if same else np.int64(-1)
            slot = (slot + np.uint64(known < 0)) & mask
        if known < 0 and grows:
            known = size[0]
            for at in range(begin, end):
                letters[starts[known] + at - begin] = laid[at]
            starts[known + 1] = starts[known] + end - begin
            slots[slot] = (mark << np.uint64(32)) | np.uint64(known + 1)
            size[0] = known + 1
        numbers[token], begin = known, end


@njit(cache=True, nogil=True)
def words(text: Letters, laid: Letters, ends: Ints, places: Ints) -> int:
    """Lay the words of a text end to end, and say where each stood; returns how many there are."""
    token, letter = 0, 0
    for at in range(text.size):
        if text[at] > _BLANK:
            laid[letter] = text[at]
            letter += 1
        elif at and text[at - 1] > _BLANK:
            ends[token], places[token] = letter, at
            token += 1
    return token


@njit(cache=True, nogil=True)
def pairs(text: Letters, laid: Letters, ends: Ints, places: Ints) -> int:
    """The same for character pairs, each behind its mark."""
    token, before = 0, 0
    for at in range(text.size):
        sign = text[at]
        if _HAN <= sign <= _HAN_LAST:
            if before:
                laid[3 * token], laid[3 * token + 1], laid[3 * token + 2] = _MARK, before, sign
                ends[token], places[token] = 3 * token + 3, at
                token += 1
            before = sign
        elif sign != _BLANK:
            before = 0
    return token


@njit(cache=True, nogil=True)
def tally(text: Letters, found: Ints, rows: Tally) -> None:
    """Count the tokens `found` at the letters of texts that each end in TEXT_END; -1 is none."""
    ends, tokens, counts, places = rows
    row, begin, filled = 0, 0, 0
    for at in range(text.size):
        token = found[at]
        if token >= 0:
            place = places[token]
            if begin <= place < filled and tokens[place] == token:
                counts[place] += 1
            else:
                tokens[filled], counts[filled], places[token] = token, 1, filled
                filled += 1
        if text[at] == _TEXT_END:
            row += 1
            begin = ends[row] = filled
