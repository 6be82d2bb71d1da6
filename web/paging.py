"""Lists in pages: which one is asked for, and whether there is another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import request

from matcher.domain.values import whole_number

T = TypeVar("T")

SIZE = 10
_LAST = 1000


@dataclass
class Paging:
    """Page `page` (from 1) of a list; `has_more` is known once the list was cut."""

    page: int
    size: int = SIZE
    has_more: bool = False

    @classmethod
    def asked(cls, size: int = SIZE) -> "Paging":
        """The page this request asks for; the first for anything that is no page."""
        number = whole_number(request.args.get("page", ""), digits=5) or 1
        return cls(min(number, _LAST), size)

    @property
    def offset(self) -> int:
        """How many stand before this page."""
        return (self.page - 1) * self.size

    def of(self, found: Sequence[T]) -> Sequence[T]:
        """This page of a list that was read from `offset` on, with one more than fits."""
        self.has_more = len(found) > self.size
        return found[: self.size]

    def cut(self, whole: Sequence[T]) -> Sequence[T]:
        """This page of the whole list."""
        return self.of(whole[self.offset : self.offset + self.size + 1])
