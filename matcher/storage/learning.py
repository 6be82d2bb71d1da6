"""What fairs may learn from: who agreed, what they were shown and opened, and what was learned."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, Session

from matcher.domain.terms import Stage
from matcher.storage.applications import Application
from matcher.storage.postings import Posting
from matcher.storage.schema import Base, Id, Short, child_of, refers_to
from matcher.storage.seekers import Seeker


class LearningSwitch(Base):
    """A fair whose organizer switched learning on; no row, no learning."""

    __tablename__ = "learning_switches"
    fair_id: Mapped[int] = child_of("fairs.id", primary_key=True, index=False)
    since: Mapped[datetime]
    lesson_id: Mapped[int | None] = refers_to("lessons.id")  # whose weights rank this fair's lists


class ChoiceConsent(Base):
    """A person lets the fair learn from their choices; recalling it deletes the row."""

    __tablename__ = "choice_consents"
    seeker_id: Mapped[int] = child_of("seekers.id", primary_key=True, index=False)
    given_at: Mapped[datetime]


class Impression(Base):
    """A posting as it first stood on a person's list, and whether its page was opened."""

    __tablename__ = "impressions"
    seeker_id: Mapped[int] = child_of("seekers.id", primary_key=True, index=False)
    posting_id: Mapped[int] = child_of("postings.id", primary_key=True)
    place: Mapped[int]  # 1 is the top
    components: Mapped[dict[str, Any]]  # what each gave the score, before any learned weight
    learned: Mapped[bool]  # whether learned weights ordered the list
    shown_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]


class Lesson(Base):
    """What was learned once, from one fair or from all: weights, evidence and gain; no person."""

    __tablename__ = "lessons"
    id: Mapped[Id]
    fair_id: Mapped[int | None] = child_of("fairs.id")  # None: from every fair of this box
    made_at: Mapped[datetime]
    verdict: Mapped[Short]
    weights: Mapped[dict[str, Any]]
    report: Mapped[dict[str, Any]]


class Row(NamedTuple):
    """One impression with what became of it."""

    seeker_id: int
    place: int
    components: dict[str, Any]
    shown_at: datetime
    opened_at: datetime | None
    employer_id: int
    stage: Stage | None
    applied_at: datetime | None


def switch_of(db: Session, fair_id: int) -> LearningSwitch | None:
    """The fair's switch, None where learning is off."""
    return db.get(LearningSwitch, fair_id)


def weights_in_use(db: Session, fair_id: int) -> dict[str, Any] | None:
    """The learned weights that rank this fair's lists, if any do."""
    return db.scalar(
        select(Lesson.weights)
        .join(LearningSwitch, LearningSwitch.lesson_id == Lesson.id)
        .where(LearningSwitch.fair_id == fair_id)
    )


# Asked with every page of a list: put together once.
_NOTED = (
    select(ChoiceConsent.seeker_id)
    .join(Seeker, Seeker.id == ChoiceConsent.seeker_id)
    .join(LearningSwitch, LearningSwitch.fair_id == Seeker.fair_id)
    .where(Seeker.id == bindparam("seeker"), Seeker.personalised, Seeker.erased_at.is_(None))
)


def is_noted(db: Session, seeker_id: int) -> bool:
    """Whether this person agreed, wants a personal list, and the fair learns."""
    return db.scalar(_NOTED, {"seeker": seeker_id}) is not None


def add_new(db: Session, impressions: Collection[Impression]) -> None:
    """Keep those that were not shown to this person before; all are of one person."""
    if not impressions:
        return
    seeker_id = next(iter(impressions)).seeker_id
    known = set(db.scalars(select(Impression.posting_id).where(Impression.seeker_id == seeker_id)))
    db.add_all([each for each in impressions if each.posting_id not in known])
    db.flush()


def open_one(db: Session, seeker_id: int, posting_id: int, at: datetime) -> bool:
    """Note that a posting was opened, the first time; False where it was not shown so far."""
    seen = db.get(Impression, (seeker_id, posting_id))
    if seen is None:
        return False
    seen.opened_at = seen.opened_at or at
    return True


def rows(db: Session, fair_id: int | None, most: int) -> Iterable[Row]:
    """What the newest `most` people of a fair (None: of all) were shown, by person and place."""
    people = (
        select(ChoiceConsent.seeker_id)
        .join(Seeker, Seeker.id == ChoiceConsent.seeker_id)
        .order_by(ChoiceConsent.given_at.desc(), ChoiceConsent.seeker_id.desc())
        .limit(most)
    )
    if fair_id is not None:
        people = people.where(Seeker.fair_id == fair_id)
    query = (
        select(
            Impression.seeker_id,
            Impression.place,
            Impression.components,
            Impression.shown_at,
            Impression.opened_at,
            Posting.employer_id,
            Application.stage,
            Application.created_at,
        )
        .join(Posting, Posting.id == Impression.posting_id)
        .outerjoin(
            Application,
            (Application.seeker_id == Impression.seeker_id)
            & (Application.posting_id == Impression.posting_id),
        )
        .where(Impression.seeker_id.in_(people))
        .order_by(Impression.seeker_id, Impression.place, Impression.posting_id)
    )
    return [Row(*row) for row in db.execute(query)]


def of_seeker(db: Session, seeker_id: int) -> list[tuple[Impression, Posting]]:
    """What was noted about one person, by the time it was shown."""
    found = db.execute(
        select(Impression, Posting)
        .join(Posting, Posting.id == Impression.posting_id)
        .where(Impression.seeker_id == seeker_id)
        .order_by(Impression.shown_at, Impression.place)
    )
    return [(row.Impression, row.Posting) for row in found]


def consent_of(db: Session, seeker_id: int) -> ChoiceConsent | None:
    """This person's agreement, if given."""
    return db.get(ChoiceConsent, seeker_id)


def forget_seeker(db: Session, seeker_id: int) -> None:
    """Drop a person's agreement and everything noted under it."""
    db.execute(delete(Impression).where(Impression.seeker_id == seeker_id))
    db.execute(delete(ChoiceConsent).where(ChoiceConsent.seeker_id == seeker_id))


def forget_fair(db: Session, fair_id: int) -> None:
    """Drop everything that a fair noted and learned; agreements and the switch stay."""
    people = select(Seeker.id).where(Seeker.fair_id == fair_id)
    db.execute(delete(Impression).where(Impression.seeker_id.in_(people)))
    db.execute(
        update(LearningSwitch).where(LearningSwitch.fair_id == fair_id).values(lesson_id=None)
    )
    db.execute(delete(Lesson).where(Lesson.fair_id == fair_id))


def noted(db: Session, fair_id: int) -> tuple[int, int, int]:
    """How many people agreed, how many postings they were shown, how many they opened."""
    people = select(Seeker.id).where(Seeker.fair_id == fair_id)
    agreed = db.scalar(
        select(func.count()).select_from(ChoiceConsent).where(ChoiceConsent.seeker_id.in_(people))
    )
    shown, opened = db.execute(
        select(func.count(), func.count(Impression.opened_at)).where(
            Impression.seeker_id.in_(people)
        )
    ).one()
    return agreed or 0, shown, opened


def opened_by_weights(db: Session, fair_id: int, top: int) -> dict[bool, tuple[int, int]]:
    """Shown and opened among the first `top` places, by whether learned weights ordered the list.

    Counted from the moment the first such list was shown: before it there was nothing to compare.
    """
    here = Impression.seeker_id.in_(select(Seeker.id).where(Seeker.fair_id == fair_id))
    first = select(func.min(Impression.shown_at)).where(here, Impression.learned)
    found = db.execute(
        select(Impression.learned, func.count(), func.count(Impression.opened_at))
        .where(here, Impression.place <= top, Impression.shown_at >= first.scalar_subquery())
        .group_by(Impression.learned)
    )
    return {learned: (shown, opened) for learned, shown, opened in found}


def newest_lesson(db: Session, fair_id: int | None) -> Lesson | None:
    """What was learned last from this fair (None: from all fairs)."""
    same = Lesson.fair_id.is_(None) if fair_id is None else Lesson.fair_id == fair_id
    return db.scalar(select(Lesson).where(same).order_by(Lesson.id.desc()).limit(1))
