"""How often the readers are right: precision and recall, field by field, on labelled texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matcher.reading.answers import FIELDS, answer

_LISTS = ("certificates", "certificates_preferred", "physical")


@dataclass(frozen=True)
class Labelled:
    """A text with what a person found in it; fields left out were in doubt and do not count."""

    id: str
    kind: str
    text: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Mistake:
    """One answer that differs from its label."""

    id: str
    field: str
    label: Any
    answer: Any


@dataclass
class Score:
    """Counts of one field: `right` answers, those `given` and those `wanted` by labels."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the answers that are right; 1 where none was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found; 1 where there are none."""
        return self.right / self.wanted if self.wanted else 1.0


def measure(texts: Iterable[Labelled]) -> tuple[dict[str, Score], list[Mistake]]:
    """The score of each field and every mistake; lists count name by name."""
    scores = {name: Score() for name in FIELDS}
    mistakes: list[Mistake] = []
    for labelled in texts:
        said = answer(labelled.kind, labelled.text)
        for name in labelled.fields.keys() & scores.keys():
            label = labelled.fields[name]
            if not _count(scores[name], name, label, said[name]):
                mistakes.append(Mistake(labelled.id, name, label, said[name]))
    return scores, sorted(mistakes, key=lambda each: (FIELDS.index(each.field), each.id))


def _count(score: Score, name: str, label: Any, said: Any) -> bool:
    """Add one answer to the score of its field; whether it was right."""
    if name in _LISTS:
        wanted, given = set(label or ()), set(said or ())
        score.right += len(wanted & given)
        score.given += len(given)
        score.wanted += len(wanted)
        return wanted == given
    right = said is not None and _same(name, label, said)
    score.right += right
    score.given += said is not None
    score.wanted += label is not None
    return right or (said is None and label is None)


def _same(name: str, label: Any, said: Any) -> bool:
    if name == "pay" and label is not None:
        return all(label[part] == said[part] for part in ("min", "max", "unit"))
    return bool(label == said)
