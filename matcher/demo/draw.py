"""Seeded draws: everything that looks like chance in the demo comes from here."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Weights:
    """Words with weights, written as "day 5, night 1, - 3"; "-" stands for nothing said."""

    words: tuple[str, ...]
    weights: tuple[float, ...]


@lru_cache(maxsize=2048)
def weights(text: str) -> Weights:
    """The weights that a line of a data file gives."""
    pairs = [part.rsplit(" ", 1) for part in text.split(",")]
    return Weights(
        tuple(word.strip() for word, _ in pairs), tuple(float(weight) for _, weight in pairs)
    )


class Draw:
    """A source of draws named by seed and noun, so that one noun's draws never move another's."""

    def __init__(self, seed: int, noun: str) -> None:
        self._random = random.Random(f"{seed}:{noun}")

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self._random.randrange(len(items))]

    def some(self, items: Sequence[T], k: int) -> list[T]:
        """Up to `k` different items, in the order in which they stand."""
        picked = sorted(self._random.sample(range(len(items)), min(k, len(items))))
        return [items[at] for at in picked]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All items in another order."""
        return self._random.sample(list(items), len(items))

    def word(self, given: Weights) -> str | None:
        """One of the words by weight; None for "-"."""
        word = self._random.choices(given.words, given.weights)[0]
        return None if word == "-" else word

    def weighted(self, items: Sequence[T], by: Sequence[float]) -> T:
        """One of the items by weight."""
        return self._random.choices(items, by)[0]

    def chance(self, p: float) -> bool:
        """True with probability `p`."""
        return self._random.random() < p

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self._random.randint(low, high)

    def share(self, low: float = 0.0, high: float = 1.0) -> float:
        """A number between the two."""
        return self._random.uniform(low, high)

    def bell(self, middle: float, spread: float) -> float:
        """A number around the middle (normal distribution)."""
        return self._random.gauss(middle, spread)

    def token(self) -> str:
        """32 hexadecimal digits. Guessable from the seed: for fictional people only."""
        return self._random.randbytes(16).hex()

    def codes(self, count: int) -> list[str]:
        """As many different six-digit codes."""
        return [f"{code}" for code in self._random.sample(range(100_000, 1_000_000), count)]
