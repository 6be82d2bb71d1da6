"""`fairmatch bench web` on a small scale: each request has its parts, every stream hears."""

import json

import pytest
from click.testing import CliRunner

from web.command import group


@pytest.mark.timeout(300)
def test_each_request_is_told_by_its_parts_and_every_stream_hears() -> None:
    line = ["bench", "web", "--requests", "2", "--streams", "3", "--json"]
    done = CliRunner().invoke(group, line, catch_exceptions=False)
    told = json.loads(done.output)
    rows = {row["request"]: row for row in told["requests"]}
    assert rows["matches, first look"]["ranking"] > 0
    assert rows["matches, again"]["ranking"] == rows["matches, ahead"]["ranking"] == 0
    assert all(row["cpu_ms"] >= row["beyond_rendering"] > 0 for row in rows.values())
    assert told["streams"]["arrived"] == told["streams"]["expected"]
    assert told["memory_mib"] > 0
