"""Learning from choices: finds what is so, and nothing where there is nothing to find."""

import dataclasses
import typing

import numpy as np
import pytest

from matcher.matching import choices, learning
from matcher.matching.choices import Evidence, Shown, Sign, Visit
from matcher.matching.learning import Verdict, learn
from matcher.matching.weights import DEFAULT, LEAST, MOST, NAMES, Weights

PLACES = 20
TRUTH = Weights(title=2.0, skills=0.5)
Random = np.random.Generator


def _visit(person: int, random: Random, how: str) -> Visit:
    """A list in the default order, and choices as somebody like this makes them."""
    given = random.random((60, len(NAMES))) * [0.6, 0.5, 0.4, 0.3, 0.3, 0.3, 0.1]
    given = given[np.argsort(-given.sum(axis=1))][:PLACES]
    place = np.arange(1, PLACES + 1)
    liked = 1 / (1 + np.exp(-6 * (given @ TRUTH.row() - 2.0)))
    chance = {"likes": liked / place, "place": 0.7 / place, "steep": 0.9 / place**1.6}.get(how)
    if chance is None:  # "shuffled"
        chance = random.permutation(liked / place)
    signs = np.where(random.random(PLACES) < chance, Sign.APPLIED, Sign.PASSED)
    shown = (_shown(at + 1, given[at], signs[at]) for at in range(PLACES))
    return Visit(str(person), tuple(shown))


def _shown(place: int, given: np.ndarray, sign: int) -> Shown:
    return Shown(
        int(place), tuple(given.tolist()), Sign(int(sign)), f"firm {int(given[0] * 1e6) % 40}"
    )


def _visits(how: str, people: int = 1500, seed: int = 0) -> list[Visit]:
    random = np.random.default_rng(seed)
    return [_visit(at, random, how) for at in range(people)]


def _furthest(weights: Weights) -> float:
    return float(abs(np.log(weights.row())).max())


def test_what_people_like_is_found() -> None:
    found = learn(_visits("likes"))
    assert found.verdict is Verdict.LEARNED
    assert found.gain is not None
    assert found.gain[1] > 0
    learned = found.weights
    assert learned.title > 1.3 > 0.8 > learned.skills
    assert learned.skills == min(learned.row())


@pytest.mark.parametrize("how", ["place", "steep", "shuffled"])
def test_choices_by_place_or_by_chance_teach_nothing(how: str) -> None:
    verdicts = []
    for seed in range(4):
        found = learn(_visits(how, 800, seed))
        verdicts.append(found.verdict)
        assert _furthest(found.tried) < 0.35
        assert found.gain is not None
        assert found.gain[0] < 0.005
    assert verdicts.count(Verdict.LEARNED) <= 1  # the interval is wrong once in forty


def test_learning_from_its_own_lists_does_not_run_away() -> None:
    """Lists ordered by what was learned, chosen from by place alone: the weights stay."""
    weights = DEFAULT
    for round_ in range(5):
        random = np.random.default_rng(round_)
        visits = []
        for person in range(400):
            given = random.random((PLACES, len(NAMES))) * 0.4
            given = given[np.argsort(-(given @ weights.row()))]
            chosen = random.random(PLACES) < 0.8 / np.arange(1, PLACES + 1)
            shown = (
                _shown(at + 1, given[at], Sign.OPENED if chosen[at] else Sign.PASSED)
                for at in range(PLACES)
            )
            visits.append(Visit(str(person), tuple(shown)))
        weights = learn(visits, weights).tried
    assert _furthest(weights) < 0.4


def test_the_less_evidence_the_nearer_to_the_start() -> None:
    little, much = learn(_visits("likes", 150)), learn(_visits("likes", 1500))
    assert 0 < _furthest(little.tried) < _furthest(much.tried)
    start = Weights(title=1.5)
    near = learn(_visits("likes", 60), start).tried
    assert abs(near.title - 1.5) < abs(near.title - 1.0)


@pytest.mark.parametrize(
    ("people", "sources"), [(20, 40), (400, 10)], ids=["few people", "few employers"]
)
def test_little_evidence_is_refused(people: int, sources: int) -> None:
    visits = [
        Visit(
            visit.person,
            tuple(
                dataclasses.replace(each, source=str(at % sources))
                for at, each in enumerate(visit.shown)
            ),
        )
        for visit in _visits("likes", people)
    ]
    found = learn(visits)
    assert found.verdict is Verdict.TOO_LITTLE
    assert found.weights == DEFAULT


def test_nothing_noted_is_too_little() -> None:
    assert learn([]).evidence == Evidence(0, 0, 0, 0, 0)
    assert learn([Visit("1", ())]).verdict is Verdict.TOO_LITTLE


def test_one_loud_person_does_not_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody agrees with two hundred posts, each with less of a title than the one below."""
    random = np.random.default_rng(1)
    title = np.array([name == "title" for name in NAMES])
    loud = [
        _shown(
            place,
            0.3 + random.random(len(NAMES)) / 10 - 0.2 * title * (place % 2),
            (place % 2) * Sign.AGREED,
        )
        for place in range(1, 400)
    ]
    honest = _visits("likes", 400)
    crowd = [*honest, Visit("loud", tuple(loud))]
    before, after = learn(honest).tried.title, learn(crowd).tried.title
    monkeypatch.setattr(choices, "PERSON_MOST", np.inf)
    shouted = learn(crowd).tried.title
    assert abs(after - before) < 0.2 < abs(shouted - before)


def test_one_employer_does_not_decide() -> None:
    """The postings of one firm are chosen for being its own, without any title."""
    random = np.random.default_rng(2)
    visits = [_bought(visit, random) for visit in _visits("likes", 400)]
    assert learn(visits).weights.title >= 1.0


def _bought(visit: Visit, random: Random) -> Visit:
    """The same visit with one more choice: an untitled posting of the one firm, at the end."""
    given = random.random(len(NAMES)) * 0.3
    given[NAMES.index("title")] = 0.0
    last = Shown(PLACES + 1, tuple(given.tolist()), Sign.APPLIED, "the firm")
    return Visit(visit.person, (*visit.shown, last))


def test_weights_stay_within_their_limits() -> None:
    assert Weights.of({"title": 99, "skills": -3, "sex": 2}) == Weights(title=MOST, skills=LEAST)
    found = learn(_visits("likes")).weights
    assert all(LEAST <= value <= MOST for value in found.row())


def test_the_same_choices_teach_the_same() -> None:
    assert learn(_visits("likes", 200)) == learn(_visits("likes", 200))


def test_nothing_but_components_and_places_enters() -> None:
    """No field of a person can reach the regression: the types have no room for one."""
    hints = typing.get_type_hints(Shown)
    assert hints == {"place": int, "components": tuple[float, ...], "sign": Sign, "source": str}
    assert set(typing.get_type_hints(Visit)) == {"person", "shown"}
    assert set(NAMES) == {
        *("cosine", "saturated", "title", "occupations", "families", "skills", "wishes"),
    }


def test_names_of_people_and_employers_carry_nothing() -> None:
    """Renaming everybody changes no weight beyond who judges whom."""
    plain = _visits("likes", 400)
    renamed = [
        Visit(
            f"女 {visit.person}",
            tuple(dataclasses.replace(each, source=f"x{each.source}") for each in visit.shown),
        )
        for visit in plain
    ]
    assert learn(plain).tried == learn(renamed).tried


def _few_lists(lists: int, people: int, seed: int) -> list[Visit]:
    """People who share some lists and like what they like there for no reason that carries over."""
    random = np.random.default_rng(seed)
    visits = []
    for at in range(lists):
        given = random.random((PLACES, len(NAMES)))
        given = given[np.argsort(-given.sum(axis=1))]
        follows = np.exp(given.sum(axis=1) - given[0].sum())
        liked = follows * np.exp(-3 * random.random(PLACES)) / np.sqrt(np.arange(1, PLACES + 1))
        for person in range(people):
            signs = np.where(random.random(PLACES) < liked, Sign.APPLIED, Sign.PASSED)
            shown = [_shown(place + 1, given[place], signs[place]) for place in range(PLACES)]
            visits.append(Visit(f"{at} {person}", tuple(shown)))
    return visits


def test_people_with_one_list_are_one_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What sixteen lists have in common by chance gains for them alone, however many look."""
    crowds = [_few_lists(16, 40, seed) for seed in range(4)]
    assert all(learn(crowd).verdict is Verdict.NO_GAIN for crowd in crowds)
    monkeypatch.setattr(learning, "lists_of", lambda visits: np.arange(len(visits)))
    assert any(learn(crowd).verdict is Verdict.LEARNED for crowd in crowds)


def test_too_few_lists_are_too_little() -> None:
    found = learn(_few_lists(choices.LISTS - 1, 100, 0))
    assert found.verdict is Verdict.TOO_LITTLE
    assert found.evidence.lists == choices.LISTS - 1


def test_lists_are_told_apart_by_what_stands_first() -> None:
    """Gates and wishes move places; the same posting asked for in the same words tells."""
    first, second, third = (np.full(len(NAMES), each) for each in (0.9, 0.7, 0.5))
    near = first + 0.04 * np.array([name == "wishes" for name in NAMES])
    rows = [[first, second], [third, near], [second, third], [third / 2, first / 3]]
    nothing = [np.zeros(len(NAMES))] * 2
    visits = [
        Visit(str(at), tuple(_shown(place + 1, row, 0) for place, row in enumerate(each)))
        for at, each in enumerate([*rows, nothing, nothing])
    ]
    assert choices.lists_of(visits).tolist() == [0, 0, 0, 1, 2, 3]


def test_choices_that_do_not_follow_the_score_move_nothing() -> None:
    for seed in range(3):
        assert learn(_visits("shuffled", 400, seed)).tried == DEFAULT
