"""What stands in the engine: single rows by their features, and the rows that bear a feature."""

import numpy as np
from scipy import sparse

from matcher.matching.engine.engine import Engine
from matcher.matching.engine.segment import Ints, Singles


def row(engine: Engine, wanted: int) -> tuple[Ints, Singles]:
    """One row: the features that the engine was built with, in no order, and their weights."""
    names = engine.names
    part, place = engine.place(wanted)
    own, values = part.row(place)
    return np.where(own < len(names), names[np.minimum(own, len(names) - 1)], own), values


def rows(engine: Engine, wanted: Ints) -> sparse.csr_matrix:
    """These rows with their weights, by the features that the engine was built with."""
    pieces, features, weights = [0], [], []
    for each in wanted.tolist():
        own, values = row(engine, each)
        features.append(own)
        weights.append(values)
        pieces.append(pieces[-1] + len(own))
    none = np.empty(0, dtype=np.int32)
    shape = (len(wanted), engine.features)
    found = (np.concatenate([none, *weights]), np.concatenate([none, *features]), pieces)
    return sparse.csr_matrix(found, shape=shape)


def naming(engine: Engine, term: int) -> Ints:
    """The rows that bear a feature, in rising order."""
    number = int(engine.number(np.array([term]))[0])
    found = []
    for segment in engine.segments:
        if number + 1 < len(segment.lists):
            found.append(segment.bearing(number))
    later = engine.added.rows()
    owner = np.repeat(later.rows, np.diff(later.starts))
    found.append(owner[later.features == number])
    return np.sort(np.concatenate(found)).astype(np.int64)


def matrix(engine: Engine) -> sparse.csr_matrix:
    """All rows, those removed included, by the features that the engine was built with."""
    parts = engine.parts()
    stacked = sparse.vstack([part.rows_as(engine.features) for part in parts], format="csr")
    names = np.concatenate([engine.names, np.arange(len(engine.names), engine.features)])
    places = np.argsort(np.concatenate([part.rows for part in parts]), kind="stable")
    own = (stacked.data, names[stacked.indices], stacked.indptr)
    return sparse.csr_matrix(own, shape=stacked.shape)[places]
