"""What every table is made of: its base, types, constraint names, enums stored by their value."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, ForeignKey, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC; SQLite keeps no zone, so it is taken off and put back here."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times: a time without a zone is a bug waiting for daylight saving."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def _enum_type(enum: type[StrEnum]) -> Enum:
    """Store members by value, checked by the application: adding a word needs no migration."""
    return Enum(
        enum,
        values_callable=lambda members: [m.value for m in members],
        native_enum=False,
        length=24,
        create_constraint=False,
    )


class Base(DeclarativeBase):
    """Parent of all tables. Relationships are declared from child to parent only."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: dict[Any, Any] = {
        datetime: UtcDateTime,
        list[str]: JSON,
        dict[str, Any]: JSON,
    }


def enum_column(enum: type[StrEnum], **kwargs: Any) -> Any:
    """A column holding one word of the vocabulary."""
    return mapped_column(_enum_type(enum), **kwargs)


def child_of(target: str, **kwargs: Any) -> Any:
    """A foreign key that goes when its parent goes (the ORM never cascades downwards)."""
    kwargs.setdefault("index", True)
    return mapped_column(ForeignKey(target, ondelete="CASCADE"), **kwargs)


def refers_to(target: str, **kwargs: Any) -> Any:
    """A foreign key that is emptied when what it points to goes."""
    return mapped_column(ForeignKey(target, ondelete="SET NULL"), **kwargs)


Id = Annotated[int, mapped_column(primary_key=True)]
Short = Annotated[str, mapped_column(String(80))]
Line = Annotated[str, mapped_column(String(200))]
Token = Annotated[str, mapped_column(String(64))]
