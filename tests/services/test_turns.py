"""A lock on disk says whose turn it is; where there can be none, everybody goes on alone."""

from pathlib import Path

from matcher.domain.readiness import Progress, silent
from matcher.domain.terms import Making
from matcher.services.turns import turn


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    told: list[Progress] = []
    index = tmp_path / "no folder" / "index"
    with turn(index, silent), turn(index, told.append) as report:
        report(Progress(Making.READING, 3, 4))
    assert told == [Progress(Making.READING, 3, 4)]
