"""`fairmatch learn` and the replay of simulated choices."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from matcher import gazetteers
from matcher.cli import replay
from matcher.cli.comparison import judged
from matcher.cli.learn import command
from matcher.matching.weights import NAMES
from matcher.services import learning
from matcher.services.work import Workshop
from matcher.storage.fairs import Fair
from tests.people import People


def _run(database_url: str, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, [*arguments, "--database", database_url])
    return result.exit_code, result.output


def test_a_fair_without_choices_teaches_nothing(database_url: str, people: People) -> None:
    code, said = _run(database_url, "--fair", people.slug)
    assert code == 0
    assert "too little" in said
    code, said = _run(database_url, "--all", "--json")
    assert json.loads(said)["weights"]["title"] == 1.0


def test_what_is_no_gain_is_not_used(database_url: str, people: People, workshop: Workshop) -> None:
    code, said = _run(database_url, "--fair", people.slug, "--use")
    assert code == 1
    assert "Not used" in said
    with workshop.reading() as work:
        fair = work.db.get_one(Fair, people.fair)
        assert learning.state(work, fair).lesson is not None
        assert not learning.state(work, fair).in_use
    assert _run(database_url, "--fair", people.slug, "--forget") == (0, "forgotten\n")
    with workshop.reading() as work:
        assert learning.state(work, work.db.get_one(Fair, people.fair)).lesson is None


@pytest.mark.parametrize(
    "arguments", [[], ["--fair", "1", "--all"], ["--all", "--use"], ["--fair", "nowhere"]]
)
def test_what_cannot_be_meant_is_refused(
    database_url: str, people: People, arguments: list[str]
) -> None:
    code, _ = _run(database_url, *arguments)
    assert code in (1, 2)


def test_replay_takes_harm_back_and_learns_nothing_from_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replay, "SEEDS", 2)
    monkeypatch.setattr(replay, "PEOPLE", 200)
    scenes = replay.of_judged(judged(gazetteers.path("judged")), date(2026, 11, 22))
    table = replay.replay(scenes)
    for control in ("choices shuffled", "choices by place"):
        low, high = table[control]["gain"][1:]
        assert low <= 0 <= high or max(abs(low), abs(high)) < 0.005
        assert all(0.7 < table[control][name] < 1.4 for name in NAMES)
    assert table["weights set wrong"]["gain"][0] >= -0.01
