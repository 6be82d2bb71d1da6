"""The blended score of one side of a fair as a single sparse product, searched by the engine.

Feature spaces stand side by side: whole texts by rare words, whole texts by saturated counts,
titles by words and by characters, and the sets of occupations and of families that titles name.
What is not a product, the skills named letter by letter and the wishes, is the base on which
the search starts.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matcher.domain.readiness import Progress, Tell, silent
from matcher.domain.terms import Making
from matcher.matching import evidence, families, occupations
from matcher.matching.engine import Engine, Found, meeting, naming
from matcher.matching.engine import rows as rows_of
from matcher.matching.fields import Fields, Query
from matcher.matching.index import COSINE_SCALE, TextIndex, Vector, Weighed, is_shown
from matcher.matching.letters import Letters
from matcher.matching.parts import Parts
from matcher.matching.sets import Sets
from matcher.matching.skills import SkillIndex
from matcher.matching.spaces import Spaces
from matcher.matching.text import pairs, words
from matcher.matching.weights import DEFAULT, Weights

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

OCCUPATION_WEIGHT = 0.3
FAMILY_WEIGHT = 0.5
LETTERS_WEIGHT = 1.5  # of characters, where a wish stands alone: beside more they tell nothing
# The component that each space counts for: titles are compared twice.
SPACES = ("cosine", "saturated", "title", "title", "occupations", "families")
COSINE = SPACES.index("cosine")
SATURATED = SPACES.index("saturated")


@dataclass(frozen=True)
class Asked:
    """A query for the engine: features with their weights, and what every row starts with."""

    vector: Vector
    parts: tuple[Weighed, ...]  # one for each of SPACES, before any multiplier
    skills: tuple[tuple[Rows, Floats], ...]  # rows that name a skill, and what that counts
    wishes: Floats | None


class Blend:
    """The documents of one side with everything that scores them."""

    def __init__(
        self,
        ids: Sequence[str],
        documents: Sequence[Fields],
        titles: Sequence[Sequence[str]],
        parts: Parts,
        tell: Tell = silent,
    ) -> None:
        """Fit everything that texts and titles need; `titles` are wishes or the one title."""

        def arranged(quarters: int) -> None:
            tell(Progress(Making.ARRANGING, len(self.ids) * quarters // 4, len(self.ids)))

        self.ids = tuple(ids)
        self._rows = {name: row for row, name in enumerate(self.ids)}
        self._sorted = sorted(self.ids)
        self._parts = parts
        self._text = TextIndex(documents, parts, tell)
        arranged(0)
        self._occupations, self._families = Sets(), Sets()
        self._letters = Letters([document.title for document in documents])
        spaces = [*self._text.fitted, self._letters.fitted, *self._sets(documents, titles)]
        arranged(1)
        self._spaces = Spaces([space.shape[1] for space in spaces])
        keys = np.array([self._key(name) for name in self.ids], dtype=np.int64)
        self.engine = Engine.build(self._spaces.rows(spaces), keys=keys)
        arranged(3)
        self._skills = SkillIndex([document.body for document in documents], self._saying)

    def add(self, name: str, document: Fields, titles: Sequence[str]) -> None:
        """One more document, or another state of one; found by whoever asks for its row."""
        letters = self._letters.space([document.title])
        spaces = [*self._text.spaces([document]), letters, *self._sets([document], [titles])]
        row = self._spaces.rows(spaces)
        self._skills.add(document.body)
        self._rows[name] = self.engine.add(row.indices, row.data, key=self._key(name))
        self.ids += (name,)

    def rows(self, ids: Sequence[str]) -> Rows:
        """The rows of these documents."""
        return np.array([self._rows[name] for name in ids], dtype=np.int64)

    def known(self, ids: Collection[str]) -> frozenset[int]:
        """The rows of those of these documents that have one."""
        return frozenset(self._rows[name] for name in ids if name in self._rows)

    def chosen(self, ids: Collection[str], size: int) -> Mask:
        """True for these among the first `size` rows; ids that are none of them are passed over."""
        rows = np.array([self._rows[name] for name in ids if name in self._rows], dtype=np.int64)
        mask = np.zeros(size, dtype=bool)
        mask[rows[rows < size]] = True
        return mask

    def ask(self, query: Query, wishes: Floats | None) -> Asked:
        """The query in this side's features; `wishes` are added to the score row by row."""
        vector = self._text.vector(query)
        near, kin = Weighed(_NONE, np.empty(0)), Weighed(_NONE, np.empty(0))
        if self._parts.occupations:
            near = _weighed(occupations.nearness(self._occupations, query.occupations))
        if self._parts.families and query.wishes:
            kin = _weighed(families.share(self._families, query.wishes))
        skills: Sequence[tuple[Rows, Floats]] = ()
        if self._parts.skills and query.skills:
            skills = self._skills.shares(query.skills)
        return Asked(
            vector,
            (
                vector.cosine,
                vector.saturated,
                vector.title,
                self._named(query),
                near.times(OCCUPATION_WEIGHT),
                kin.times(FAMILY_WEIGHT),
            ),
            tuple((rows, share * query.skills_weight) for rows, share in skills),
            wishes if self._parts.wishes else None,
        )

    def top(self, asked: Asked, k: int, mask: Mask, weights: Weights = DEFAULT) -> Found:
        """The best k rows in `mask`, by score and then by id; rows behind its end are left out."""
        terms, values = self.terms(asked, weights)
        base = self._base(asked, weights, len(mask))
        return self.engine.top(terms, values, k, mask=mask, base=base, floor=-np.inf)

    def reaching(self, floor: float, asked: Asked, mask: Mask, weights: Weights = DEFAULT) -> Found:
        """Every row in `mask` whose score is at least `floor`, best first."""
        terms, values = self.terms(asked, weights)
        return self.engine.reaching(
            floor, terms, values, mask=mask, base=self._base(asked, weights, len(mask))
        )

    def scores(self, asked: Asked, weights: Weights = DEFAULT) -> Floats:
        """Every row's score, scored one by one: the numbers that `top` gives."""
        terms, values = self.terms(asked, weights)
        base = self._base(asked, weights, len(self.ids))
        return self.engine.scores(terms, values, base).astype(np.float64)

    def components(self, asked: Asked, rows: Rows) -> dict[str, Floats]:
        """What each component gives these rows, before any multiplier."""
        chosen = rows_of(self.engine, rows)
        found = dict.fromkeys(SPACES, np.zeros(len(rows)))
        for space, part in enumerate(asked.parts):
            numbers = self._spaces.numbers(space, part.tokens)
            column = np.zeros(chosen.shape[1])
            column[numbers[numbers >= 0]] = part.weights[numbers >= 0]
            found[SPACES[space]] = found[SPACES[space]] + chosen @ column
        found["skills"] = self._skill_base(asked, len(self.ids))[rows]
        found["wishes"] = np.zeros(len(rows)) if asked.wishes is None else asked.wishes[rows]
        return found

    def shared_words(self, asked: Asked, rows: Rows, limit: int) -> list[tuple[str, ...]]:
        """For each row the words of query and document that weigh most, never character pairs."""
        told = asked.vector.words
        numbers = self._spaces.numbers(COSINE, told.tokens)
        known = np.flatnonzero(numbers >= 0)
        owners, at, values = meeting(self.engine, rows, numbers[known])
        words = known[at]
        shared = evidence.telling(
            owners, told.tokens[words], told.weights[words], values / COSINE_SCALE, len(rows)
        )
        names = {token: self._text.name(token) for token in {*chain(*shared)}}
        shown = {token: name for token, name in names.items() if is_shown(name)}
        return [
            tuple(islice((shown[each] for each in own if each in shown), limit)) for own in shared
        ]

    def _named(self, query: Query) -> Weighed:
        if not (query.is_lone and self._parts.letters):
            return Weighed(_NONE, np.empty(0))
        return Weighed(*self._letters.asked(query.title)).times(LETTERS_WEIGHT)

    def _sets(
        self, documents: Sequence[Fields], titles: Sequence[Sequence[str]]
    ) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
        work = [occupations.of_titles(each) for each in titles]
        trade = [families.of_title(document.title) for document in documents]
        return self._occupations.space(work), self._families.space(trade)

    def terms(self, asked: Asked, weights: Weights) -> tuple[NDArray[np.int32], Singles]:
        """The query's features and their weights, multipliers counted in."""
        numbers, values = [], []
        for space, part in enumerate(asked.parts):
            numbers.append(self._spaces.numbers(space, part.tokens))
            values.append(part.weights * getattr(weights, SPACES[space]))
        terms, asked_for = np.concatenate(numbers), np.concatenate(values)
        known = (terms >= 0) & (asked_for > 0)
        return terms[known], asked_for[known].astype(np.float32)

    def _key(self, name: str) -> int:
        """Even for ids known when the lists were made, odd for those that come between them."""
        at = bisect_left(self._sorted, name)
        known = at < len(self._sorted) and self._sorted[at] == name
        return 2 * at if known else 2 * at - 1

    def _base(self, asked: Asked, weights: Weights, size: int) -> Singles:
        base = self._skill_base(asked, size) * weights.skills
        if asked.wishes is not None:
            base[: len(asked.wishes)] += asked.wishes[:size] * weights.wishes
        return base.astype(np.float32)

    def _skill_base(self, asked: Asked, size: int) -> Floats:
        base = np.zeros(size)
        for rows, share in asked.skills:
            base[rows[rows < size]] += share[rows < size]
        return base

    def _saying(self, text: str) -> Rows:
        """The documents that may hold a text letter by letter, found by its rarest token."""
        found = pairs(text) if self._parts.pairs else ()
        tokens = [self._text.token(token) for token in dict.fromkeys(found or words(text))]
        if not tokens or -1 in tokens:
            return np.empty(0, dtype=np.int64)
        numbers = self._spaces.numbers(SATURATED, np.array(tokens, dtype=np.int32))
        return min((naming(self.engine, int(number)) for number in numbers), key=len)


_NONE = np.empty(0, dtype=np.int32)


def _weighed(found: Mapping[int, float]) -> Weighed:
    numbers = np.array(sorted(found), dtype=np.int32)
    return Weighed(numbers, np.array([found[int(number)] for number in numbers]))
