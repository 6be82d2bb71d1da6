"""Employers taking part in a fair, with their company card."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from matcher.storage.schema import Base, Id, Line, Short


class Employer(Base):
    """One employer in one fair; a firm that comes again has another row in the next fair."""

    __tablename__ = "employers"
    __table_args__ = (UniqueConstraint("fair_id", "name"),)
    id: Mapped[Id]
    fair_id: Mapped[int] = mapped_column(ForeignKey("fairs.id", ondelete="CASCADE"), index=True)
    name: Mapped[Line]
    credit_code: Mapped[Short] = mapped_column(default="")
    industry: Mapped[Short] = mapped_column(default="")
    size: Mapped[Short] = mapped_column(default="")
    district: Mapped[Short] = mapped_column(default="")
    address: Mapped[Line] = mapped_column(default="")
    about: Mapped[str] = mapped_column(Text, default="")
    contact_name: Mapped[Short] = mapped_column(default="")
    contact_phone: Mapped[Short] = mapped_column(default="")
    created_at: Mapped[datetime]


def in_fair(db: Session, fair_id: int) -> list[Employer]:
    """Every employer of the fair, by name."""
    found = db.scalars(
        select(Employer).where(Employer.fair_id == fair_id).order_by(Employer.name, Employer.id)
    )
    return list(found)


def one(db: Session, fair_id: int, employer_id: int) -> Employer | None:
    """One employer, if it is of this fair."""
    return db.scalar(
        select(Employer).where(Employer.id == employer_id, Employer.fair_id == fair_id)
    )


def by_name(db: Session, fair_id: int, name: str) -> Employer | None:
    """The employer with exactly this name in this fair."""
    return db.scalar(select(Employer).where(Employer.fair_id == fair_id, Employer.name == name))


def count_in(db: Session, fair_id: int) -> int:
    """How many employers take part."""
    query = select(func.count()).select_from(Employer).where(Employer.fair_id == fair_id)
    return db.scalar(query) or 0
