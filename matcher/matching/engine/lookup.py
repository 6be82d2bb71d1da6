"""What stands in the engine: rows by their features, and the rows that bear a feature."""

from collections.abc import Iterator

import numpy as np
from scipy import sparse

from matcher.matching.engine.engine import Engine
from matcher.matching.engine.scoring import Rows
from matcher.matching.engine.segment import Ints, Segment, Singles

_NONE = -1
_NO_INTS, _NO_SINGLES = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)


def rows(engine: Engine, wanted: Ints) -> sparse.csr_matrix:
    """These rows with their weights, by the features that the engine was built with."""
    owners, numbers, weights = _entries(engine, wanted)
    names = np.concatenate([engine.names, np.arange(len(engine.names), engine.features)])
    shape = (len(wanted), engine.features)
    return sparse.csr_matrix((weights, (owners, names[numbers])), shape=shape)


def meeting(engine: Engine, wanted: Ints, terms: Ints) -> tuple[Ints, Ints, Singles]:
    """Where these rows bear one of these features: places in `wanted` and `terms`, weights."""
    owners, numbers, weights = _entries(engine, wanted)
    asked = np.full(engine.features, _NONE)
    asked[engine.number(terms)] = np.arange(len(terms))
    found = asked[numbers]
    met = found != _NONE
    return owners[met], found[met], weights[met]


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


def _entries(engine: Engine, wanted: Ints) -> tuple[Ints, Ints, Singles]:
    """All that these rows bear, in no order: places in `wanted`, numbers of features, weights."""
    owners, numbers, weights = [_NO_INTS], [_NO_INTS], [_NO_SINGLES]
    for part, order, places in _whereabouts(engine, wanted):
        owner, own, values = part.stretches(places)
        owners.append(order[owner])
        numbers.append(own)
        weights.append(values)
    return np.concatenate(owners), np.concatenate(numbers), np.concatenate(weights)


def _whereabouts(engine: Engine, wanted: Ints) -> Iterator[tuple[Segment | Rows, Ints, Ints]]:
    """Each part that holds some of these rows: which of them, and their places in it."""
    built = np.flatnonzero(wanted < engine.built)
    at, places = engine.places[wanted[built]].T
    for number in np.unique(at).tolist():
        yield engine.segments[number], built[at == number], places[at == number]
    later = np.flatnonzero(wanted >= engine.built)
    if len(later):
        yield engine.added.rows(), later, wanted[later] - engine.built
