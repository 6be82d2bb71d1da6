"""A person may have a copy of everything, and may be forgotten without spoiling the figures."""

import json

import pytest

from matcher.domain.errors import NotFound
from matcher.domain.terms import Channel, Stage
from matcher.services import accounts, applications, privacy, resumes, seekers
from matcher.services.work import Workshop
from matcher.storage.applications import Application, Note, consent_to
from matcher.storage.attendance import Registration, Viewing, by_code, registration_of
from matcher.storage.broadcasts import Question
from matcher.storage.seekers import ResumeFile, Seeker
from tests.people import People


def _live_a_little(workshop: Workshop, people: People) -> None:
    """林悦 sends a resume, applies, watches and asks; the employer writes a note."""
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        seeker.phone = "+8613812345678"
        resumes.keep(work, seeker, filename="林悦.txt", content=b"x", text="三年电工")
        sent = applications.apply(
            work, seeker.id, people.electrician, channel=Channel.ON_SITE, shares_phone=True
        )
        note = Note(application_id=sent.id, text="林悦，手稳", by="employer", at=work.now)
        viewing = Viewing(
            fair_session_id=people.stream,
            viewer="browser",
            seeker_id=seeker.id,
            first_at=work.now,
            last_at=work.now,
            seconds=60,
        )
        question = Question(
            fair_session_id=people.stream, seeker_id=seeker.id, text="我叫林悦", asked_at=work.now
        )
        work.db.add_all([note, viewing, question])


def test_the_copy_holds_everything_and_is_plain_json(workshop: Workshop, people: People) -> None:
    _live_a_little(workshop, people)
    with workshop.reading() as work:
        told = json.dumps(privacy.export(work, people.linyue), ensure_ascii=False)
    for piece in (
        "林悦",
        "+8613812345678",
        "三年电工",
        "100001",
        "晨光机械",
        "维修电工",
        "我叫林悦",
    ):
        assert piece in told
    assert "手稳" not in told  # what an employer wrote for itself


def test_erasing_leaves_empty_rows_that_still_count(workshop: Workshop, people: People) -> None:
    _live_a_little(workshop, people)
    with workshop.writing() as work:
        token = accounts.start_session(work, seeker_id=people.linyue)
        privacy.erase(work, people.linyue)
    with workshop.reading() as work:
        gone = work.db.get_one(Seeker, people.linyue)
        said = (gone.name, gone.phone, gone.wanted, gone.text, gone.resume_text, gone.visible)
        assert said == ("", None, [], "", "", False)
        assert work.db.get(ResumeFile, people.linyue) is None
        assert work.db.query(Note).count() == 0
        assert [a.stage for a in work.db.query(Application)] == [Stage.WITHDRAWN]
        consent = consent_to(work.db, people.linyue, people.chenguang)
        assert consent is not None
        assert (consent.recalled_at, consent.shares_phone) == (work.now, False)
        assert by_code(work.db, people.fair, "100001") is None
        assert registration_of(work.db, people.linyue) is not None
        assert work.db.query(Registration).filter_by(fair_id=people.fair).count() == 2
        assert [(v.seeker_id, v.seconds) for v in work.db.query(Viewing)] == [(None, 60)]
        assert [(q.seeker_id, q.text) for q in work.db.query(Question)] == [(None, "")]
        assert not accounts.who(work, token).is_known


def test_the_forgotten_are_not_found_again(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        privacy.erase(work, people.linyue)
        for ask in (privacy.export, privacy.erase):
            with pytest.raises(NotFound):
                ask(work, people.linyue)
