"""The exact engine gives what scoring everything gives: rows, scores, order of ties."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import sparse

from matcher.matching.engine import Engine, naming, rows, top_many
from matcher.matching.engine import matrix as stored
from matcher.matching.engine import partition as parts

QUIET = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def corpus(rng, documents, features, length=12):
    """Zipf-like rows with few distinct weights, so that ties are common; every sum is exact."""
    lengths = rng.integers(0, length, documents)
    columns = [
        np.unique((features * rng.random(int(size)) ** 3).astype(np.int32)) for size in lengths
    ]
    indptr = np.concatenate(([0], np.cumsum([len(each) for each in columns])))
    indices = np.concatenate([*columns, np.empty(0, np.int32)]).astype(np.int32)
    weights = rng.choice([0.25, 0.5, 1.0], size=len(indices)).astype(np.float32)
    return sparse.csr_matrix((weights, indices, indptr), shape=(documents, features))


def plainly(matrix, terms, weights, k, allowed=None, base=None, keys=None):
    """What scoring every row with numpy gives."""
    dense = np.zeros(matrix.shape[1])
    dense[terms] = weights
    scores = (matrix.astype(np.float64) @ dense).astype(np.float32)
    if base is not None:
        scores = (scores.astype(np.float64) + base).astype(np.float32)
    keys = np.arange(len(scores)) if keys is None else keys
    order = np.lexsort((keys, -scores))
    allowed = np.ones(len(scores), bool) if allowed is None else allowed
    kept = [row for row in order if allowed[row] and scores[row] > 0][:k]
    return np.array(kept, dtype=np.int64), scores[kept]


def asked(rng, features, most):
    terms = np.unique((features * rng.random(int(rng.integers(0, most))) ** 2).astype(np.int32))
    return terms, rng.choice([0.125, 0.5, 2.0], size=len(terms)).astype(np.float32)


def same(found, expected):
    rows, scores = expected
    assert found.rows.tolist() == rows.tolist()
    np.testing.assert_allclose(found.scores, scores, rtol=1e-6)


@QUIET
@given(
    seed=st.integers(0, 10**6),
    documents=st.sampled_from([0, 1, 63, 64, 65, 700, 3000]),
    features=st.sampled_from([1, 30, 500]),
    k=st.sampled_from([1, 3, 10, 64, 1001]),
    most=st.sampled_from([1, 4, 60, 400]),
    masked=st.sampled_from([None, 0.0, 0.05, 0.6]),
)
def test_finds_what_scoring_everything_finds(seed, documents, features, k, most, masked):
    rng = np.random.default_rng(seed)
    matrix = corpus(rng, documents, features)
    terms, weights = asked(rng, features, most)
    mask = None if masked is None else rng.random(documents) < masked
    engine = Engine.build(matrix)
    same(engine.top(terms, weights, k, mask=mask), plainly(matrix, terms, weights, k, mask))


@QUIET
@given(
    seed=st.integers(0, 10**6),
    k=st.sampled_from([1, 10]),
    many=st.booleans(),
    masked=st.sampled_from([None, 0.05, 0.6]),
)
def test_counts_a_base_and_ties_by_key(seed, k, many, masked):
    rng = np.random.default_rng(seed)
    matrix = corpus(rng, 900 if many else 5, 80)
    size = matrix.shape[0]
    base = rng.choice([-0.75, 0.0, 0.0, 0.0625, 0.25], size=size).astype(np.float32)
    keys = rng.permutation(size)
    terms, weights = asked(rng, 80, 30)
    mask = None if masked is None else rng.random(size) < masked
    engine = Engine.build(matrix, keys=keys)
    expected = plainly(matrix, terms, weights, k, mask, base, keys)
    same(engine.top(terms, weights, k, mask=mask, base=base), expected)


@QUIET
@given(seed=st.integers(0, 10**6))
def test_keeps_groups_apart(seed):
    rng = np.random.default_rng(seed)
    matrix = corpus(rng, 600, 100)
    groups = rng.choice([3, 7, 8], size=600, p=[0.7, 0.2, 0.1])
    terms, weights = asked(rng, 100, 40)
    before = parts.OWN_SEGMENT
    parts.OWN_SEGMENT = 200  # so that one group stands by itself and two stand together
    try:
        engine = Engine.build(matrix, groups=groups)
    finally:
        parts.OWN_SEGMENT = before
    assert len(engine.segments) == 2
    for group in (3, 7, 8, 99):
        expected = plainly(matrix, terms, weights, 10, groups == group)
        same(engine.top(terms, weights, 10, group=group), expected)
    same(engine.top(terms, weights, 10), plainly(matrix, terms, weights, 10))


@QUIET
@given(seed=st.integers(0, 10**6))
def test_what_is_added_ranks_at_once_and_what_is_removed_never(seed):
    rng = np.random.default_rng(seed)
    matrix = corpus(rng, 300, 90)
    later = corpus(rng, 40, 120)
    engine = Engine.build(matrix)
    for row in range(later.shape[0]):
        part = later[row]
        assert engine.add(part.indices, part.data) == 300 + row
    gone = rng.choice(340, size=30, replace=False)
    for row in gone:
        engine.remove(int(row))
    whole = sparse.vstack(
        [sparse.csr_matrix((matrix.data, matrix.indices, matrix.indptr), (300, 120)), later]
    ).tocsr()
    allowed = np.ones(340, bool)
    allowed[gone] = False
    terms, weights = asked(rng, 120, 40)
    same(engine.top(terms, weights, 10), plainly(whole, terms, weights, 10, allowed))
    rebuilt = Engine.build(stored(engine))
    same(rebuilt.top(terms, weights, 10), plainly(whole, terms, weights, 10))


def test_gives_the_same_bits_however_many_are_wanted():
    rng = np.random.default_rng(9)
    for features in (300, 80_000):
        matrix = corpus(rng, 1500, features, 200)
        matrix.data = rng.random(len(matrix.data)).astype(np.float32)
        engine = Engine.build(matrix)
        for most in (8, 3_000):
            terms, _ = asked(rng, features, most)
            weights = rng.random(len(terms)).astype(np.float32)
            base = rng.random(1500).astype(np.float32)
            few, many, every = (
                engine.top(terms, weights, k, base=base, floor=-np.inf) for k in (10, 1001, 1500)
            )
            assert few.rows.tolist() == every.rows[:10].tolist()
            assert few.scores.tolist() == many.scores[:10].tolist() == every.scores[:10].tolist()
            plain = engine.scores(terms, weights, base)
            assert plain[every.rows].tolist() == every.scores.tolist()
            reached = engine.reaching(-np.inf, terms, weights, base=base)
            assert reached.scores.tolist() == every.scores.tolist()


def test_finds_every_row_that_reaches_a_floor():
    rng = np.random.default_rng(5)
    matrix = corpus(rng, 2000, 200)
    terms, weights = asked(rng, 200, 60)
    rows, scores = plainly(matrix, terms, weights, 2000)
    floor = float(scores[150])
    engine = Engine.build(matrix)
    found = engine.reaching(floor, terms, weights)
    assert found.rows.tolist() == rows[scores >= floor].tolist()
    assert len(found.rows) > 150


def test_many_at_once_are_as_one_by_one():
    rng = np.random.default_rng(6)
    matrix, queries = corpus(rng, 5000, 300, 30), corpus(rng, 600, 300, 40)
    engine = Engine.build(matrix)
    rows, scores = top_many(engine, queries, 5, threads=2)
    for at in range(queries.shape[0]):
        found = engine.top(queries[at].indices, queries[at].data, 5)
        assert [row for row in rows[at].tolist() if row >= 0] == found.rows.tolist()
        assert scores[at][: len(found.scores)].tolist() == found.scores.tolist()


def test_most_documents_are_never_scored():
    """Rows far from the best are spoilt: whoever looked at one would find it on top."""
    rng = np.random.default_rng(7)
    matrix = corpus(rng, 20_000, 2000, 60)
    engine = Engine.build(matrix)
    terms, weights = asked(rng, 2000, 60)
    before = engine.top(terms, weights, 10)
    far = np.argsort(-engine.scores(terms, weights), kind="stable")[2000:]
    segment = engine.segments[0]
    spoilt = segment.head_weights.copy()
    for row in far:
        spoilt[segment.head_starts[row] : segment.head_starts[row + 1]] = 1e6
    engine.segments = [segment._replace(head_weights=spoilt)]
    assert engine.top(terms, weights, 10).rows.tolist() == before.rows.tolist()
    assert engine.scores(terms, weights).max() > 1e5


def test_tells_what_stands_in_it():
    rng = np.random.default_rng(10)
    matrix = corpus(rng, 200, 50)
    engine = Engine.build(matrix)
    row = engine.add(np.array([3, 57]), np.array([0.5, 1.0], dtype=np.float32))
    assert (
        rows(engine, np.array([7, 9])).toarray()[:, :50].tolist()
        == matrix[[7, 9]].toarray().tolist()
    )
    assert rows(engine, np.array([row])).indices.tolist() == [3, 57]
    assert naming(engine, 3).tolist() == [*matrix.tocsc()[:, 3].indices.tolist(), row]
    assert naming(engine, 57).tolist() == [row]
