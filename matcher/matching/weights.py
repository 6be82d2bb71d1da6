"""How much each component of the blend counts: multipliers that learning may set, 1 by default."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST, MOST = 0.5, 2.0  # nothing that is learned may silence a component, or let one shout


@dataclass(frozen=True)
class Weights:
    """One multiplier for each component of a score; they order a list and never move a gate."""

    cosine: float = 1.0
    saturated: float = 1.0
    title: float = 1.0
    occupations: float = 1.0
    families: float = 1.0
    skills: float = 1.0
    wishes: float = 1.0

    @staticmethod
    def of(found: Mapping[str, float]) -> "Weights":
        """These multipliers, each within what is allowed; 1 for what is not named."""
        kept = {name: found[name] for name in NAMES if name in found}
        return Weights(**{name: min(MOST, max(LEAST, float(kept[name]))) for name in kept})

    def by_name(self) -> dict[str, float]:
        """Each multiplier by its component's name."""
        return asdict(self)

    def row(self) -> Floats:
        """The multipliers as an array, in the order of `NAMES`."""
        return np.array([getattr(self, name) for name in NAMES], dtype=np.float64)


NAMES = tuple(each.name for each in fields(Weights))
DEFAULT = Weights()
