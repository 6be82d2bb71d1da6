"""`fairmatch bench server` on a small scale: two starts, told in figures."""

import json

from click.testing import CliRunner

from matcher.services.work import Workshop
from tests.people import People
from web.command import group


def test_two_starts_are_told_in_figures(workshop: Workshop, people: People) -> None:
    url = workshop.database.url.render_as_string(hide_password=False)
    line = ["bench", "server", "--fair", people.slug, "--database", url]
    done = CliRunner().invoke(group, [*line, "--json"], catch_exceptions=False)
    told = json.loads(done.output)
    assert list(told) == ["first start", "a later start"]
    for each in told.values():
        assert each["postings"] == 2
        assert each["first look, CPU ms"] > 0
        assert each["memory of its own, MiB"] >= each["of it before any posting, MiB"] > 0
    refused = CliRunner().invoke(group, [*line[:3], "elsewhere", *line[4:]])
    assert "no published fair elsewhere" in refused.output
