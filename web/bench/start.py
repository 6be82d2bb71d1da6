"""What a server takes to be ready for a fair: seconds, memory of its own and shared, a look."""

import gc
import re
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from matcher.demo.fair import some_seekers
from matcher.services import indexes, matches, seekers, showcase, warming
from matcher.services.matches import Filters
from matcher.services.opening import open_workshop
from matcher.services.work import Workshop

_LOOKS = 60
_PRIVATE = re.compile(r"^Private_Dirty: +(\d+) kB", re.M)
_MAPPING = re.compile(r"^\S+-\S+ .*? (/\S+)?\nSize:.*\n(?:.*\n)*?Rss: +(\d+) kB", re.M)


def measure(url: str, fair: str, folder: Path) -> dict[str, dict[str, Any]]:
    """A first start, which fits the index and keeps it in `folder`, and a later one."""
    return {name: _apart(url, fair, folder) for name in ("first start", "a later start")}


def _apart(url: str, fair: str, folder: Path) -> dict[str, Any]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_started, url, fair, folder).result()


def _started(url: str, fair: str, folder: Path) -> dict[str, Any]:
    warming.rank_once()
    bare = _own_mib()
    workshop = open_workshop(url, folder=folder)
    try:
        began, cpu = time.monotonic(), time.process_time()
        postings = _ready(workshop, fair)
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        looks = [_look(workshop, fair, one) for one in _people(workshop, fair)]
        gc.collect()
        return {
            "postings": postings,
            "until ready, s": round(seconds, 1),
            "CPU s": round(cpu, 1),
            "memory of its own, MiB": round(_own_mib()),
            "of it before any posting, MiB": round(bare),
            "mapped from disk, MiB": round(_mapped_mib(folder)),
            "first look, CPU ms": round(median(looks), 1) if looks else None,
        }
    finally:
        workshop.close()


def _ready(workshop: Workshop, fair: str) -> int:
    """Make everything ready as a server does; how many postings there are."""
    with workshop.reading() as work:
        here = showcase.fair(work, fair)
        indexes.make_ready(work, here.id, None)
        return len(indexes.of_postings(work, here.id).live())


def _people(workshop: Workshop, fair: str) -> list[int]:
    with workshop.reading() as work:
        return some_seekers(work, showcase.fair(work, fair).id, _LOOKS)


def _look(workshop: Workshop, fair: str, seeker_id: int) -> float:
    with workshop.reading() as work:
        here = showcase.fair(work, fair)
        person = seekers.one_in(work, here.id, seeker_id)
        began = time.thread_time()
        matches.of_seeker(work, here, person, Filters())
        return (time.thread_time() - began) * 1e3


def _own_mib() -> float:
    """Memory that no other process can share."""
    return sum(map(int, _PRIVATE.findall(Path("/proc/self/smaps").read_text("utf-8")))) / 1024


def _mapped_mib(folder: Path) -> float:
    """What of the files in this folder is in memory: workers share it."""
    found = _MAPPING.findall(Path("/proc/self/smaps").read_text("utf-8"))
    return sum(int(kib) for path, kib in found if path.startswith(str(folder))) / 1024
