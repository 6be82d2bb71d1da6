"""A day at two fairs with an object of every kind, so that doors can be tried on real things."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url, text

from matcher.domain.terms import Channel, PostingStatus, Role, SessionKind, Shift, Stage
from matcher.services import accounts, applications, broadcasts, questions, stages, uploads
from matcher.services.accounts import Place
from matcher.services.work import Work, Workshop
from matcher.storage.broadcasts import RunSheetEntry
from matcher.storage.database import Database
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, FairSession
from matcher.storage.postings import Posting
from matcher.storage.seekers import ResumeFile, Seeker
from tests.people import People

PHONE = "+8613812345678"
SHEET = "岗位,人数,薪资\n仓库分拣员,2,5000-6000元/月\n".encode()
PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4.0,\npart-000.ts\n#EXT-X-ENDLIST\n"
RESUME = b"%PDF-1.4 resume"


@dataclass(frozen=True)
class World:
    """Where everything is: personas' session tokens, and object ids by the name of their argument.

    `things` belongs to the first fair's people (林悦, 晨光, its organizer, host and kiosk).
    """

    people: People
    sessions: dict[str, str]  # persona → session token
    things: dict[str, Any]
    url: str
    folder: Path

    @contextmanager
    def copied(self, folder: Path, clock: Callable[[], datetime]) -> Iterator[Workshop]:
        """A workshop on a fresh copy of this world."""
        for kept in ("uploads", "stream"):
            shutil.copytree(self.folder / kept, folder / kept)
        with database_copied(make_url(self.url), folder) as url:
            workshop = Workshop(database=Database(url), clock=clock, folder=folder)
            yield workshop
            workshop.close()


def build(workshop: Workshop) -> World:
    """Let both fairs happen as far as noon."""
    people = People.move_in(workshop)
    with workshop.writing() as work:
        things: dict[str, Any] = {}
        _publish_more(work, people, things)
        _hold_more_sessions(work, people, things)
        _let_people_apply(work, people, things)
        sessions = _sign_everybody_in(work, people, things)
        for who, desk in (("employer", people.chenguang), ("organizer", f"fair{people.fair}")):
            owner = f"{things['accounts'][who]}-{desk}"
            things[f"{who}_upload"] = uploads.keep(work, workshop.folder, owner, SHEET)
    stream = workshop.folder / "stream" / "demo"
    stream.mkdir(parents=True)
    (stream / "index.m3u8").write_text(PLAYLIST, "ascii")
    (stream / "part-000.ts").write_bytes(b"G" * 188)
    url = workshop.database.url.render_as_string(hide_password=False)
    return World(people, sessions, things, url, workshop.folder)


@contextmanager
def database_copied(url: URL, folder: Path) -> Iterator[str]:
    """The address of a copy of a database that nobody has open: a file, or on the same server."""
    if url.get_backend_name() == "sqlite":
        shutil.copy(str(url.database), folder / "fair.sqlite")
        yield f"sqlite:///{folder / 'fair.sqlite'}"
        return
    name = f"{url.database}_{uuid4().hex[:8]}"
    server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {url.database}"))
        yield url.set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


def _publish_more(work: Work, people: People, things: dict[str, Any]) -> None:
    for name, number, status in (
        ("offered_posting", 201, PostingStatus.PUBLISHED),
        ("free_posting", 202, PostingStatus.PUBLISHED),
        ("draft_posting", 203, PostingStatus.DRAFT),
    ):
        posting = Posting(
            fair_id=people.fair,
            employer_id=people.chenguang,
            number=number,
            status=status,
            title="装配钳工",
            openings=3,
            duties="装配机床部件",
            requirements="会看图纸",
            place="苏溪镇",
            pay_text="6000-7500元/月",
            pay_min=6000,
            pay_max=7500,
            shift=Shift.DAY,
            published_at=work.now if status is PostingStatus.PUBLISHED else None,
            updated_at=work.now,
        )
        work.db.add(posting)
        work.db.flush()
        things[name] = posting.id


def _hold_more_sessions(work: Work, people: People, things: dict[str, Any]) -> None:
    span = {"starts_at": work.now - timedelta(hours=1), "ends_at": work.now + timedelta(hours=1)}
    spare = FairSession(fair_id=people.fair, kind=SessionKind.ON_SITE, name="2号馆", **span)
    second = FairSession(fair_id=people.fair, kind=SessionKind.LIVESTREAM, name="第二场", **span)
    empty = FairSession(fair_id=people.fair, kind=SessionKind.ON_SITE, name="3号馆", **span)
    work.db.add_all([spare, second, empty])
    work.db.flush()
    booth = Booth(fair_session_id=spare.id, number="B01")
    work.db.add(booth)
    work.db.flush()
    stream = broadcasts.session(work, people.stream)
    for position, posting_id in enumerate((people.electrician, things["offered_posting"])):
        line = {"posting_id": posting_id, "position": position}
        work.db.add(RunSheetEntry(fair_session_id=stream.id, **line))
    for session in (stream, second, broadcasts.session(work, people.other_stream)):
        broadcasts.start(work, session)
    things.update(
        spare_session=spare.id, empty_session=empty.id, second_stream=second.id, booth=booth.id
    )
    asked = questions.ask(work, stream, seeker_id=people.linyue, text="包吃住吗？")
    things["question"] = asked.id


def _let_people_apply(work: Work, people: People, things: dict[str, Any]) -> None:
    linyue = work.db.get_one(Seeker, people.linyue)
    linyue.phone, linyue.resume_text = PHONE, "维修电工 五年"
    work.db.add(
        ResumeFile(
            seeker_id=linyue.id,
            filename='<img src=x onerror=alert(1)>".pdf',
            media_type="application/pdf",
            content=RESUME,
            uploaded_at=work.now,
        )
    )
    chenguang = work.db.get_one(Employer, people.chenguang)
    for name, posting_id in (
        ("application", people.electrician),
        ("offered_application", things["offered_posting"]),
    ):
        made = applications.apply(
            work,
            people.linyue,
            posting_id,
            channel=Channel.ON_SITE,
            shares_phone=True,
            shares_resume=True,
        )
        work.db.flush()
        stages.read(work, chenguang, made.id, "王姐")
        things[name] = made.id
    stages.move(work, chenguang, things["offered_application"], Stage.AGREED, "王姐")


def _sign_everybody_in(work: Work, people: People, things: dict[str, Any]) -> dict[str, str]:
    sessions: dict[str, str] = {}
    things["accounts"] = {}
    second = Place(Role.HOST, fair_id=people.fair, fair_session_id=things["second_stream"])
    for who, place in (("next_host", second), ("owner", Place(Role.ORGANIZER))):
        accounts.grant(work, accounts.add(work, login=who, name=who), place)
    staff = [who for who in people.links if not who.endswith(("seeker", "rival"))]
    for who in (*staff, "next_host", "owner"):
        account = accounts.find(work, who)
        assert account is not None
        things["accounts"][who] = account.id
        sessions[who] = accounts.start_session(work, account_id=account.id)
    for who, seeker_id in (
        ("seeker", people.linyue),
        ("rival", people.zhouhang),
        ("other_seeker", people.other_seeker),
    ):
        sessions[who] = accounts.start_session(work, seeker_id=seeker_id)
    return sessions
