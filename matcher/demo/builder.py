"""Puts the demo fair together: draws first, then rows in the order of their keys."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from matcher.demo import accounts as staff
from matcher.demo import (
    applications,
    attendance,
    broadcasts,
    employers,
    fairs,
    feed,
    outcomes,
    postings,
    sample,
    seekers,
)
from matcher.demo.day import Day
from matcher.storage import Base
from matcher.storage.accounts import Grant
from matcher.storage.applications import Application, Consent, Note, StageChange
from matcher.storage.attendance import CheckIn, Registration, Viewing
from matcher.storage.broadcasts import Broadcast, Question, RunSheetEntry
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, Fair, FairSession
from matcher.storage.feed import FeedEntry
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker

Progress = Callable[[str, int, int], None]  # noun, rows in, rows to come
Row = dict[str, Any]
# Rows that differ only in what they leave empty go in one statement: ten times as fast.
_WHOLE = {"render_nulls": True}


class Builder:
    """One building of the fair at one moment of its day, from one seed."""

    def __init__(self, db: Session, day: Day, seed: int, progress: Progress) -> None:
        self.db, self.day, self.seed, self.progress = db, day, seed, progress
        self.sample = sample.load()
        self.recruiters = [firm.contact + sample.MARK for firm in self.sample.firms]

    def build(self) -> None:
        """Everything, in order."""
        self._fair()
        self._postings()
        self._people()
        self._streams()
        self._applications()
        self._feed()

    def _fair(self) -> None:
        [self.fair_id] = self._keep("fair", Fair, [fairs.fair_row(self.day)])
        rows = employers.rows(self.sample, self.day, self.fair_id, self.seed)
        self.employer_ids = self._keep("employers", Employer, rows)
        sessions = fairs.session_rows(self.day, self.fair_id)
        self.session_ids = self._keep("sessions", FairSession, sessions)
        self.hall_ids = dict(zip(fairs.HALLS, self.session_ids, strict=False))
        self.streams = self.session_ids[len(fairs.HALLS) :]
        self.booths = employers.booth_rows(self.sample, self.employer_ids, self.hall_ids)
        self._put("booths", Booth, self.booths)
        ids = staff.accounts(self.db, self.sample, self.day.now)
        self._put("grants", Grant, staff.grant_rows(
            ids, self.sample, self.fair_id, self.employer_ids, self.session_ids))  # fmt: skip

    def _postings(self) -> None:
        policies = employers.policies(self.sample, self.seed)
        self.offers = postings.offers(self.sample, policies, self.day, self.fair_id, self.seed)
        for offer in self.offers:
            offer.row["employer_id"] = self.employer_ids[offer.employer]
        self.posting_ids = self._keep("postings", Posting, [offer.row for offer in self.offers])

    def _people(self) -> None:
        self.people = seekers.people(self.sample, self.offers, self.day, self.fair_id, self.seed)
        self.arrived = attendance.arrivals(self.people, self.day, self.seed)
        attendance.walk_in(self.people, self.arrived, self.seed)
        self.seeker_ids = self._keep("seekers", Seeker, [person.row for person in self.people])
        rows = attendance.registration_rows(self.people, self.seeker_ids, self.fair_id, self.seed)
        registered = self._keep("tickets", Registration, rows)
        self.check_ins = attendance.check_in_rows(
            self.people, self.arrived, registered, self.offers, self.sample, self.hall_ids,
            self.day, self.seed,
        )  # fmt: skip
        self._put("check_ins", CheckIn, self.check_ins)

    def _streams(self) -> None:
        both = broadcasts.sheets(self.offers, self.sample, self.seed)
        self.shown = broadcasts.presented(both[0], self.day)
        rows = broadcasts.broadcast_rows(self.shown, self.posting_ids, self.streams, self.day)
        self.broadcast = rows[0]
        self._put("broadcasts", Broadcast, rows)
        sheet = broadcasts.sheet_rows(both, self.shown, self.posting_ids, self.streams)
        self._put("run_sheets", RunSheetEntry, sheet)
        wanted = {self.offers[at].occupation for at in self.shown}
        self.watching = attendance.viewers(self.people, self.arrived, wanted, self.seed)
        self._put("viewings", Viewing, attendance.viewing_rows(
            self.watching, self.seeker_ids, self.streams[0], self.day, self.seed))  # fmt: skip
        known = [self.seeker_ids[at] for at in self.watching if at is not None]
        questions = broadcasts.question_rows(
            self.sample, self.offers, self.shown, self.posting_ids, self._booth_numbers(), known,
            self.streams[0], self.day, self.seed,
        )  # fmt: skip
        ids = self._keep("questions", Question, questions)
        self.asked = [row | {"id": at} for at, row in zip(ids, questions, strict=True)]

    def _booth_numbers(self) -> list[str]:
        first: dict[int | None, str] = {}
        for booth in self.booths:
            first.setdefault(booth["employer_id"], booth["number"])
        return [first[employer_id] for employer_id in self.employer_ids]

    def _applications(self) -> None:
        market = applications.market(
            self.offers, list(self.sample.occupations), self.recruiters, self.seed
        )
        found = [
            *applications.of_the_tour(self.people, market, self.day),
            *applications.on_site(self.people, self.arrived, market, self.day, self.seed),
            *applications.from_stream(
                self.people, self.watching, self.shown, market, self.day, self.seed
            ),
        ]
        self.sent = _once_each(found)
        self._put("consents", Consent, applications.consent_rows(
            self.sent, self.people, self.offers, self.seeker_ids, self.employer_ids,
            self.seed))  # fmt: skip
        halls = [self.sample.trades[firm.trade].hall for firm in self.sample.firms]
        rows = outcomes.application_rows(
            self.sent, self.offers, fair_id=self.fair_id, seeker_ids=self.seeker_ids,
            posting_ids=self.posting_ids, employer_ids=self.employer_ids,
            hall_of=[self.hall_ids[hall] for hall in halls], stream_id=self.streams[0],
        )  # fmt: skip
        ids = self._keep("applications", Application, rows)
        self._put("stages", StageChange, outcomes.stage_rows(self.sent, ids))
        notes = outcomes.note_rows(self.sent, self.offers, ids, self.sample, self.seed)
        self._put("notes", Note, notes)

    def _feed(self) -> None:
        rows = feed.rows(
            self.fair_id, self.day, check_ins=self.check_ins, sent=self.sent,
            posting_ids=self.posting_ids, questions=self.asked, broadcast=self.broadcast,
            pinned=self.offers[list(self.shown)[-1]],
        )  # fmt: skip
        self._put("feed", FeedEntry, rows)

    def _put(self, noun: str, table: type[Base], rows: Sequence[Row]) -> None:
        self.progress(noun, 0, len(rows))
        self.db.execute(insert(table), rows, execution_options=_WHOLE)
        self.progress(noun, len(rows), len(rows))

    def _keep(self, noun: str, table: Any, rows: Sequence[Row]) -> list[int]:
        """Put rows and give back their ids in the order of the rows."""
        self.progress(noun, 0, len(rows))
        given = insert(table).returning(table.id, sort_by_parameter_order=True)
        ids = list(self.db.scalars(given, rows, execution_options=_WHOLE))
        self.progress(noun, len(rows), len(rows))
        return ids


def _once_each(found: Sequence[applications.Sent]) -> list[applications.Sent]:
    """One application per person and posting, the earliest; all in the order of time."""
    first: dict[tuple[int, int], applications.Sent] = {}
    for one in sorted(found, key=lambda each: each.at):
        first.setdefault((one.person, one.offer), one)
    return list(first.values())
