"""What a server makes ready at its start, behind the scenes: the program compiled, the indexes."""

import gc
import subprocess
import sys
import time
from datetime import date
from functools import partial

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.domain.readiness import Progress, Tell
from matcher.domain.terms import Making
from matcher.matching.engine import compiled
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.services import indexes
from matcher.services.readying import in_a_thread
from matcher.services.turns import turn
from matcher.services.work import Workshop
from matcher.storage import fairs

PATIENCE = 1.0  # seconds that a page waits for what is being made ready
_LOOK = 0.25  # seconds between two looks at how far the compiler is


def start(workshop: Workshop) -> None:
    """Make everything ready, one after the other; pages wait a moment, then say how far it is."""
    readying = workshop.shelf.readying
    readying.patience = PATIENCE
    if not compiled.is_complete():
        readying.begin(indexes.ENGINE, _compile)
    in_a_thread(partial(_make_ready, workshop))


def rank_once() -> None:
    """Rank on a fair of two postings, which compiles what has to be, or loads it."""
    index = PostingIndex.fit([PostingProfile("1", "电工"), PostingProfile("2", "焊工")])
    rank_postings(index, SeekerProfile("1", wanted=("电工",)), k=1, today=date.min)
    compiled.complete()


def _make_ready(workshop: Workshop) -> None:
    workshop.shelf.readying.wait(indexes.ENGINE, None)
    rank_once()
    with workshop.reading() as work:
        found = [fair.id for fair in fairs.published(work.db)]
    for fair_id in found:
        with workshop.reading() as work:
            indexes.make_ready(work, fair_id, None)
    # What stands here from now on need not be looked through for garbage: each such look stops
    # every page and stream for a fifth of a second.
    gc.collect()
    gc.freeze()


def _compile(tell: Tell) -> None:
    """Compile in a process of its own, so that pages stay quick; once for all workers."""
    with turn(compiled.kept_in() / "compiled", tell) as report:
        if compiled.is_complete():
            return
        here = "from matcher.services import warming; warming.rank_once()"
        child = subprocess.Popen([sys.executable, "-c", here])
        while child.poll() is None:
            report(Progress(Making.COMPILING, *compiled.how_far()))
            time.sleep(_LOOK)
