"""Lists that were ranked ahead and stand ready, each with what it was made from."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, defer

from matcher.storage.postings import Posting
from matcher.storage.schema import Base, Token, child_of
from matcher.storage.seekers import Seeker

_AT_A_TIME = 200  # lists read where there may be many


class Standing(Base):
    """A packed ranking, and when it still holds."""

    __abstract__ = True
    id: Mapped[int]  # whose list it is
    as_of: Mapped[Token]  # digest of all that it was made from: another one, and it is void
    until: Mapped[date | None]  # the last day before the calendar alone changes it
    depth: Mapped[int]  # how many were asked for; 0 all
    body: Mapped[bytes]
    made_at: Mapped[datetime]

    def holds(self, as_of: str, k: int, today: date) -> bool:
        """Whether the first k (0: all) of this list are what ranking would give now."""
        is_deep = self.depth == 0 or 0 < k <= self.depth
        return is_deep and self.as_of == as_of and (self.until is None or today <= self.until)


class SeekerList(Standing):
    """The postings for one seeker."""

    __tablename__ = "seeker_lists"
    id: Mapped[int] = child_of("seekers.id", primary_key=True, index=False)


class PostingList(Standing):
    """The seekers for one posting, of those who may be found."""

    __tablename__ = "posting_lists"
    id: Mapped[int] = child_of("postings.id", primary_key=True, index=False)


def one(db: Session, table: type[Standing], owner: int) -> Standing | None:
    """The list that stands for this owner."""
    return db.get(table, owner)


def holding(
    db: Session, table: type[Standing], as_of: Mapping[int, str], k: int, today: date
) -> frozenset[int]:
    """Those of these owners whose list holds; no list is read for that."""
    query = select(table).where(table.id.in_(as_of)).options(defer(table.body))
    return frozenset(each.id for each in db.scalars(query) if each.holds(as_of[each.id], k, today))


def put(db: Session, lists: Collection[Standing]) -> None:
    """Let these lists stand, in place of those that stood for the same owners."""
    for table in {type(each) for each in lists}:
        rows = [_columns(each) for each in lists if isinstance(each, table)]
        db.execute(delete(table).where(table.id.in_([row["id"] for row in rows])))
        db.execute(insert(table), rows)


def _columns(one: Standing) -> dict[str, object]:
    return {column.key: getattr(one, column.key) for column in one.__table__.columns}


def with_people(db: Session, fair_id: int) -> Iterator[tuple[Posting, PostingList]]:
    """The fair's lists of people with their postings, a few in memory at a time."""
    query = (
        select(Posting, PostingList)
        .join(PostingList, PostingList.id == Posting.id)
        .where(Posting.fair_id == fair_id)
        .order_by(Posting.number)
        .limit(_AT_A_TIME)
    )
    last = 0
    while some := db.execute(query.where(Posting.number > last)).all():
        last = some[-1].Posting.number
        yield from ((row.Posting, row.PostingList) for row in some)


def forget(db: Session, seeker_id: int) -> None:
    """Drop the list of a person."""
    db.execute(delete(SeekerList).where(SeekerList.id == seeker_id))


def forget_people(db: Session, fair_id: int) -> None:
    """Drop every list of people of this fair."""
    offered = select(Posting.id).where(Posting.fair_id == fair_id)
    db.execute(delete(PostingList).where(PostingList.id.in_(offered)))


def page(db: Session, fair_id: int, after: int, size: int) -> list[Seeker]:
    """The next people of the fair, by id, who want a personal list."""
    query = select(Seeker).where(Seeker.id > after).order_by(Seeker.id).limit(size)
    return list(db.scalars(query.where(*_wanting(fair_id))))


def how_many_want(db: Session, fair_id: int) -> int:
    """How many people of the fair want a personal list."""
    return db.scalar(select(func.count()).select_from(Seeker).where(*_wanting(fair_id))) or 0


def still_wanting(db: Session, ids: Collection[int]) -> frozenset[int]:
    """Those of these people who want a list now; none of them goes before the commit."""
    query = select(Seeker.id).where(Seeker.id.in_(ids), Seeker.personalised)
    return frozenset(db.scalars(query.where(Seeker.erased_at.is_(None)).with_for_update(read=True)))


def _wanting(fair_id: int) -> list[ColumnElement[bool]]:
    return [Seeker.fair_id == fair_id, Seeker.personalised.is_(True), Seeker.erased_at.is_(None)]
