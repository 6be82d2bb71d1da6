"""The firm's applications as a sheet: a phone only where it is shared, texts stay texts."""

import io

from python_calamine import CalamineWorkbook

from matcher.domain.terms import Channel, Stage
from matcher.services import applications, leads, stages
from matcher.services.work import Workshop
from matcher.storage.employers import Employer
from matcher.storage.seekers import Seeker
from tests.people import People

HEADINGS = {name: name for name in leads.FIELDS}


def _rows(workshop: Workshop, people: People) -> list[dict[str, object]]:
    with workshop.reading() as work:
        content = leads.file(work, people.chenguang, HEADINGS, lambda word: word.value)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    head, *rows = sheet.to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_sheet_has_what_is_shared_and_nothing_else(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        seeker = work.db.get_one(Seeker, people.linyue)
        seeker.name, seeker.phone = "=1+1", "+8613800001234"
        firm = work.db.get_one(Employer, people.chenguang)
        made = applications.apply(
            work, seeker.id, people.electrician, channel=Channel.ON_SITE, shares_phone=True
        )
    assert _rows(workshop, people)[0]["name"] == ""
    with workshop.writing() as work:
        stages.read(work, firm, made.id, "陈经理")
    [row] = _rows(workshop, people)
    assert (row["name"], row["phone"]) == ("=1+1", "+8613800001234")
    with workshop.writing() as work:
        applications.recall(work, people.linyue, people.chenguang)
    [row] = _rows(workshop, people)
    assert (row["stage"], row["name"], row["phone"]) == (Stage.WITHDRAWN.value, "", "")
