"""Learning tried on choices whose truth is known: people simulated on labelled sets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.cli.benchmarks import Benchmark
from matcher.cli.comparison import Judged
from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching.choices import Shown, Sign, Visit
from matcher.matching.learning import Finding, Verdict, learn
from matcher.matching.measures import CUT, dcg, difference
from matcher.matching.ranker import posting_components, score_postings
from matcher.matching.sides import PostingIndex
from matcher.matching.weights import DEFAULT, NAMES, Floats, Weights
from matcher.reading import records as profiles

SEEDS, PEOPLE = 5, 600  # how often all is drawn anew; simulated people who teach
SHOWN, DEEP = 20, 200  # places a person sees; postings a changed order may bring up
FALL = 1.0  # attention falls as 1 / place to this power
LIKED = (0.02, 0.1, 0.4, 0.8)  # how likely somebody who looks opens a posting of grade 0 to 3
GOES_ON = 0.4  # from opened to applied, from applied to agreed
# Set wrong on purpose, to see how much of the harm learning takes back.
WRONG = Weights(cosine=2, saturated=0.5, title=2, families=2, wishes=0.5)

Table = dict[str, dict[str, Any]]
Random = np.random.Generator
Chances = Callable[["Scene", NDArray[np.int64], Random], Floats]


@dataclass(frozen=True)
class Scene:
    """One seeker of a labelled set: the postings that may be shown, and how good each is."""

    components: Floats  # a row each, in the order of weights.NAMES
    grades: Floats
    best: Floats  # grades of an ideal list

    def order(self, weights: Weights) -> NDArray[np.int64]:
        """The places of the postings, best first."""
        return np.argsort(-(self.components @ weights.row()), kind="stable")

    def ndcg(self, weights: Weights) -> float:
        """nDCG@10 by the true grades."""
        gains = self.grades[self.order(weights)][:CUT]
        return dcg(gains) / dcg(self.best)

    def spoilt(self) -> "Scene":
        """The same under a ranker whose weights are wrong."""
        return Scene(self.components * WRONG.row(), self.grades, self.best)


def on_all(graded: Judged, sets: Iterable[Benchmark], today: date) -> dict[str, Table]:
    """What learning gains on the judged pairs and on each of these sets."""
    tables = {"judged": replay(of_judged(graded, today))}
    return {**tables, **{each.name: replay(of_benchmark(each, today)) for each in sets}}


def of_judged(found: Judged, today: date) -> list[Scene]:
    """The graded postings of each seeker that no gate keeps back; a broken wish counts as 0."""
    grades = [
        {each: 0.0 if g.block else g.grade for each, g in found.grades.get(s.id, {}).items()}
        for s in found.seekers
    ]
    return list(_scenes(found.postings, found.seekers, grades, today, only_graded=True))


def of_benchmark(found: Benchmark, today: date) -> list[Scene]:
    """The best postings of each query by the default order; what is right has grade 3."""
    postings = [profiles.posting(record) for record in found.postings]
    seekers = [profiles.seeker(record) for record in found.seekers]
    grades = [{postings[at].id: 3.0 for at in right} for right in found.relevant]
    return list(_scenes(postings, seekers, grades, today, only_graded=False))


def replay(scenes: Sequence[Scene]) -> Table:
    """What learning gains for seekers who taught nothing: by true choices, and by none."""
    spoilt = [scene.spoilt() for scene in scenes]
    return {
        "choices by grade": _tried(scenes, _by_grade),
        "weights set wrong": _tried(spoilt, _by_grade),
        "choices shuffled": _tried(scenes, _shuffled),
        "choices by place": _tried(scenes, _by_place),
    }


def _scenes(
    postings: Sequence[PostingProfile],
    seekers: Sequence[SeekerProfile],
    grades: Sequence[dict[str, float]],
    today: date,
    *,
    only_graded: bool,
) -> Iterator[Scene]:
    index = PostingIndex.fit(postings)
    for seeker, graded in zip(seekers, grades, strict=True):
        score = score_postings(index, seeker, today)
        if only_graded:
            score[[name not in graded for name in index.blend.ids]] = -np.inf
        chosen = np.argsort(-score, kind="stable")[:DEEP]
        chosen = chosen[np.isfinite(score[chosen])]
        best = np.sort(list(graded.values()))[::-1][:CUT]
        if len(chosen) and best.any():
            ids = [index.blend.ids[at] for at in chosen]
            given = posting_components(index, seeker, today, ids)
            columns = np.column_stack([given[name] for name in NAMES])
            yield Scene(columns, np.array([graded.get(name, 0.0) for name in ids]), best)


def _tried(scenes: Sequence[Scene], chances: Chances) -> dict[str, Any]:
    """Half of the seekers teach and the other half is measured, several times over."""
    gains: list[list[float]] = [[] for _ in scenes]
    before: list[list[float]] = [[] for _ in scenes]
    used: list[float] = []
    findings: list[Finding] = []
    for seed in range(SEEDS):
        random = np.random.default_rng(seed)
        mixed = random.permutation(len(scenes))
        half = len(scenes) // 2
        teachers = [scenes[at] for at in mixed[:half]]
        found = learn(_visits(teachers, chances, random))
        findings.append(found)
        for at in mixed[half:].tolist():
            before[at].append(scenes[at].ndcg(DEFAULT))
            gains[at].append(scenes[at].ndcg(found.tried) - before[at][-1])
            used.append(scenes[at].ndcg(found.weights) - before[at][-1])
    gained = np.array([np.mean(each) for each in gains if each])
    return {
        "default": float(np.mean([np.mean(each) for each in before if each])),
        "gain": list(difference(gained, np.zeros(len(gained)))),
        "accepted": float(np.mean([found.verdict is Verdict.LEARNED for found in findings])),
        "in use": float(np.mean(used)),  # what people gain: nothing where it was refused
        **_mean_weights(findings),
    }


def _mean_weights(findings: Sequence[Finding]) -> dict[str, float]:
    return {
        name: float(np.mean([found.tried.by_name()[name] for found in findings])) for name in NAMES
    }


def _visits(scenes: Sequence[Scene], chances: Chances, random: Random) -> list[Visit]:
    """Simulated people, each with the wishes of one of these seekers."""
    return [_visit(str(at), scenes[at % len(scenes)], chances, random) for at in range(PEOPLE)]


def _visit(name: str, scene: Scene, chances: Chances, random: Random) -> Visit:
    seen = scene.order(DEFAULT)[:SHOWN]
    opened = random.random(len(seen)) < chances(scene, seen, random)
    shown = [
        Shown(
            place,
            tuple(scene.components[at].tolist()),
            _sign(random) if opened[place - 1] else Sign.PASSED,
            f"{name} {at}",
        )
        for place, at in enumerate(seen.tolist(), start=1)
    ]
    return Visit(name, tuple(shown))


def _sign(random: Random) -> Sign:
    applied, agreed = random.random(2) < GOES_ON
    return Sign.AGREED if applied and agreed else Sign.APPLIED if applied else Sign.OPENED


def _by_grade(scene: Scene, seen: NDArray[np.int64], random: Random) -> Floats:
    liked = np.interp(scene.grades[seen], range(4), LIKED)
    return np.asarray(liked * _attention(len(seen)))


def _shuffled(scene: Scene, seen: NDArray[np.int64], random: Random) -> Floats:
    return random.permutation(_by_grade(scene, seen, random))


def _by_place(scene: Scene, seen: NDArray[np.int64], random: Random) -> Floats:
    return np.asarray(0.6 * _attention(len(seen)))


def _attention(places: int) -> Floats:
    return np.asarray(1.0 / np.arange(1, places + 1) ** FALL)
