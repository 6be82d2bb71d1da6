"""Uploads: found by their owner under their name, by nobody else, and gone after a day."""

from datetime import timedelta
from pathlib import Path

import pytest

from matcher.domain.errors import NotFound
from matcher.domain.terms import PayUnit
from matcher.services import imports, uploads
from matcher.services.work import Workshop, system_clock
from matcher.storage.employers import Employer
from tests.conftest import Clock
from tests.people import People


def test_a_file_is_its_owners_for_a_day(workshop: Workshop, clock: Clock, tmp_path: Path) -> None:
    clock.now = system_clock()
    with workshop.reading() as work:
        name = uploads.keep(work, tmp_path, "1-2", b"rows")
        assert uploads.find(tmp_path, "1-2", name).read_bytes() == b"rows"
        for owner, asked in (("1-3", name), ("1-2", "../" + name), ("1-2", "x")):
            with pytest.raises(NotFound, match="upload_gone"):
                uploads.find(tmp_path, owner, asked)
    clock.now += timedelta(days=1, minutes=1)
    with workshop.reading() as work:
        uploads.keep(work, tmp_path, "1-2", b"later")
        with pytest.raises(NotFound):
            uploads.find(tmp_path, "1-2", name)


def test_rows_to_mend_say_why_and_can_be_sent_again(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work:
        firm = work.db.get_one(Employer, people.chenguang)
        _mend(firm)


def _mend(firm: Employer) -> None:
    rows = "岗位,人数,薪资\n焊工,三百万亿,6000元/月\n电工,2,6000元/月\n".encode()
    batch = imports.read(rows, firm)
    file = uploads.to_mend(batch, lambda problem: f"{problem.field}!{problem.code}", "原因")
    again = imports.read(file, firm)
    assert [entry.title for entry in again.entries] == ["焊工"]
    assert again.entries[0].problems
    good = [entry for entry in batch.entries if not entry.problems]
    assert [entry.facts["pay_unit"] for entry in good] == [PayUnit.MONTH]
