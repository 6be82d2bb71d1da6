"""The personas: one fair and its people, and a second fair whose people must never reach in."""

from dataclasses import dataclass
from datetime import timedelta

from matcher.domain.terms import (
    FairStatus,
    PayUnit,
    PostingStatus,
    Role,
    SessionKind,
    Shift,
    Source,
)
from matcher.services import accounts
from matcher.services.accounts import Place
from matcher.services.work import Work, Workshop
from matcher.storage.attendance import Registration
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, Fair, FairSession
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker


@dataclass(frozen=True)
class People:
    """Ids of everybody and everything that stands at the beginning of a test."""

    fair: int
    slug: str
    hall: int
    stream: int
    chenguang: int  # 晨光机械, an employer with an electrician's post on day shift
    hetian: int  # 禾田针织, the employer next door
    electrician: int  # a posting of 晨光
    night_guard: int  # a posting of 禾田, nights
    linyue: int  # 林悦, a seeker: electrician, no nights, may be found
    zhouhang: int  # 周航, her rival
    other_fair: int
    other_slug: str
    other_employer: int
    other_posting: int
    other_seeker: int
    other_stream: int
    links: dict[str, str]  # who → token of a sign-in link

    @classmethod
    def move_in(cls, workshop: Workshop, tag: str = "") -> "People":
        """Set up both fairs with their people; `tag` tells them from others in one database."""
        with workshop.writing() as work:
            fair, hall, stream = _fair(work, f"spring{tag}", "春风送岗")
            chenguang = _employer(work, fair, hall, "晨光机械", "A01")
            hetian = _employer(work, fair, hall, "禾田针织", "A02")
            electrician = _posting(work, chenguang, 101, "维修电工", shift=Shift.DAY)
            guard = _posting(work, hetian, 102, "夜班保安", shift=Shift.NIGHT)
            linyue = _seeker(work, fair, "林悦", "100001", wanted=["电工"], no_night=True)
            zhouhang = _seeker(work, fair, "周航", "100002", wanted=["保安"])
            other, other_hall, other_stream = _fair(work, f"autumn{tag}", "金秋招聘")
            other_employer = _employer(work, other, other_hall, "望湖酒店", "A01")
            other_posting = _posting(work, other_employer, 101, "客房服务员")
            other_seeker = _seeker(work, other, "许宁", "100001", wanted=["服务员"])
            staff = {
                "organizer": Place(Role.ORGANIZER, fair_id=fair.id),
                "employer": Place(Role.EMPLOYER, fair_id=fair.id, employer_id=chenguang.id),
                "neighbour": Place(Role.EMPLOYER, fair_id=fair.id, employer_id=hetian.id),
                "host": Place(Role.HOST, fair_id=fair.id, fair_session_id=stream.id),
                "kiosk": Place(
                    Role.KIOSK, fair_id=fair.id, fair_session_id=hall.id, gate="自助机1"
                ),
                "other_organizer": Place(Role.ORGANIZER, fair_id=other.id),
                "other_employer": Place(
                    Role.EMPLOYER, fair_id=other.id, employer_id=other_employer.id
                ),
                "other_host": Place(Role.HOST, fair_id=other.id, fair_session_id=other_stream.id),
                "other_kiosk": Place(
                    Role.KIOSK, fair_id=other.id, fair_session_id=other_hall.id, gate="北门"
                ),
            }
            links = {who: _staff_link(work, who + tag, place) for who, place in staff.items()}
            for who, seeker in (
                ("seeker", linyue),
                ("rival", zhouhang),
                ("other_seeker", other_seeker),
            ):
                links[who] = accounts.make_link(work, seeker_id=seeker.id)
            return cls(
                fair=fair.id,
                slug=fair.slug,
                hall=hall.id,
                stream=stream.id,
                chenguang=chenguang.id,
                hetian=hetian.id,
                electrician=electrician.id,
                night_guard=guard.id,
                linyue=linyue.id,
                zhouhang=zhouhang.id,
                other_fair=other.id,
                other_slug=other.slug,
                other_employer=other_employer.id,
                other_posting=other_posting.id,
                other_seeker=other_seeker.id,
                other_stream=other_stream.id,
                links=links,
            )


def _fair(work: Work, slug: str, name: str) -> tuple[Fair, FairSession, FairSession]:
    starts, ends = work.now - timedelta(hours=3), work.now + timedelta(hours=3)
    fair = Fair(
        slug=slug,
        name=name,
        organizer_name="组委会",
        city="义乌",
        place="会展中心",
        starts_at=starts,
        ends_at=ends,
        status=FairStatus.PUBLISHED,
        created_at=work.now,
    )
    work.db.add(fair)
    work.db.flush()
    hall = FairSession(
        fair_id=fair.id,
        kind=SessionKind.ON_SITE,
        name="1号馆",
        place="一楼",
        starts_at=starts,
        ends_at=ends,
    )
    stream = FairSession(
        fair_id=fair.id,
        kind=SessionKind.LIVESTREAM,
        name="直播带岗",
        starts_at=starts,
        ends_at=ends,
    )
    work.db.add_all([hall, stream])
    work.db.flush()
    return fair, hall, stream


def _employer(work: Work, fair: Fair, hall: FairSession, name: str, booth: str) -> Employer:
    employer = Employer(fair_id=fair.id, name=name, created_at=work.now)
    work.db.add(employer)
    work.db.flush()
    work.db.add(Booth(fair_session_id=hall.id, employer_id=employer.id, number=booth))
    return employer


def _posting(
    work: Work, employer: Employer, number: int, title: str, shift: Shift | None = None
) -> Posting:
    posting = Posting(
        fair_id=employer.fair_id,
        employer_id=employer.id,
        number=number,
        status=PostingStatus.PUBLISHED,
        title=title,
        openings=2,
        duties=f"负责{title}的日常工作",
        requirements="认真负责",
        place="苏溪镇",
        pay_text="6000-8000元/月",
        pay_unit=PayUnit.MONTH,
        pay_min=6000,
        pay_max=8000,
        shift=shift,
        published_at=work.now,
        updated_at=work.now,
    )
    work.db.add(posting)
    work.db.flush()
    return posting


def _seeker(
    work: Work, fair: Fair, name: str, code: str, *, wanted: list[str], no_night: bool = False
) -> Seeker:
    seeker = Seeker(
        fair_id=fair.id,
        name=name,
        wanted=wanted,
        no_night=no_night,
        visible=True,
        created_at=work.now,
        updated_at=work.now,
    )
    work.db.add(seeker)
    work.db.flush()
    work.db.add(
        Registration(
            fair_id=fair.id,
            seeker_id=seeker.id,
            ticket=f"ticket-{fair.slug}-{code}",
            code=code,
            source=Source.PHONE,
            created_at=work.now,
        )
    )
    return seeker


def _staff_link(work: Work, who: str, place: Place) -> str:
    account = accounts.add(work, login=who, name=who)
    accounts.grant(work, account, place)
    return accounts.make_link(work, account_id=account.id)
