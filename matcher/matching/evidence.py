"""Which words of a query speak for a document: those without which its score would be lower."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]


def telling(
    documents: Numbers, tokens: Numbers, asked: Numbers, shares: Numbers, size: int
) -> list[list[int]]:
    """For each of `size` documents the tokens that tell, those that count most first.

    The first four stand side by side, an entry for each token that a document shares with the
    query: `asked` is what it counts in the query, `shares` what in the document, both of length 1.
    """
    worth = shares.astype(np.float64) * asked
    whole = np.bincount(documents, weights=worth, minlength=size)[documents]
    # Without a word the rest of the text counts more: where that is more, it is no evidence.
    without = whole * np.sqrt(1 - np.minimum(shares, 1) ** 2)
    tells = np.flatnonzero((worth > 0) & (whole - worth <= without))
    order = tells[np.lexsort((tokens[tells], -worth[tells], documents[tells]))]
    ends = np.cumsum(np.bincount(documents[order], minlength=size))
    return [each.tolist() for each in np.split(tokens[order], ends[:-1])]
