"""The demo fair itself: three halls and two livestreams around now."""

from datetime import datetime, timedelta
from typing import Any

from matcher.demo.day import Day
from matcher.demo.sample import MARK
from matcher.domain.terms import FairStatus, SessionKind

SLUG = "demo"
STREAM_URL = "/media/demo/live.m3u8"
ROOM_URL = "https://example.com/"
HALLS = {"A": "1号馆 · 智造与针织", "B": "2号馆 · 电商与物流", "C": "3号馆 · 服务与民生"}
GATES = {
    "A": "南门 5, 自助机1 4, 自助机2 3",
    "B": "北门 5, 自助机3 3",
    "C": "东门 5, 自助机4 3",
}
KIOSK_GATE = "自助机1"
ON_AIR = timedelta(minutes=48)  # how long the first stream has been running
_SEASONS = ("冬季", "春季", "夏季", "秋季")
_NOTICE = (
    "本场招聘会为演示数据：企业、岗位、人员全部虚构。\n"
    "求职者免费入场，不收任何费用；谁收押金、服装费、介绍费，请马上告诉主办方。\n"
    "展位前有纸质岗位表，不用手机也能找工作：到服务台说一声，志愿者帮您登记。"
)


def fair_row(day: Day) -> dict[str, Any]:
    """The fair as a row."""
    season = _SEASONS[day.today.month % 12 // 3]
    return {
        "slug": SLUG,
        "name": f"{day.today.year}义乌{season}线上线下招聘会{MARK}",
        "organizer_name": f"义乌就业服务站{MARK}",
        "licence_number": "演示-2026-0001",
        "city": "义乌",
        "place": f"义乌会展中心1—3号馆{MARK}",
        "notice": _NOTICE,
        "starts_at": day.opens,
        "ends_at": day.closes,
        "status": FairStatus.PUBLISHED,
        "licensed_max": 5000,
        "is_fictional": True,
        "catalog_version": 1,
        "created_at": day.opens - timedelta(days=25),
    }


def session_rows(day: Day, fair_id: int) -> list[dict[str, Any]]:
    """Three halls, the stream on the air, and the one that comes later, in this order."""
    halls = [
        _session(fair_id, SessionKind.ON_SITE, name, day.opens, day.closes)
        | {"place": f"义乌会展中心{hall}区{MARK}"}
        for hall, name in HALLS.items()
    ]
    first = live_since(day)
    later = _to_five(day.ahead(50))
    streams = [
        _session(fair_id, SessionKind.LIVESTREAM, "直播带岗第一场 · 热招岗位", first, day.ahead(42))
        | {"place": "1号馆直播间", "stream_url": STREAM_URL},
        _session(
            fair_id,
            SessionKind.LIVESTREAM,
            "直播带岗第二场 · 电商物流",
            later,
            max(later + timedelta(minutes=30), min(later + timedelta(minutes=75), day.closes)),
        )
        | {"place": "2号馆直播间", "room_url": ROOM_URL},
    ]
    return [*halls, *streams]


def live_since(day: Day) -> datetime:
    """When the stream that is on now began."""
    return _to_five(day.now - ON_AIR)


def _session(
    fair_id: int, kind: SessionKind, name: str, starts_at: datetime, ends_at: datetime
) -> dict[str, Any]:
    return {
        "fair_id": fair_id,
        "kind": kind,
        "name": name,
        "place": "",
        "starts_at": starts_at,
        "ends_at": _to_five(ends_at) if kind is SessionKind.LIVESTREAM else ends_at,
        "stream_url": "",
        "room_url": "",
    }


def _to_five(moment: datetime) -> datetime:
    return moment.replace(minute=moment.minute // 5 * 5, second=0, microsecond=0)
