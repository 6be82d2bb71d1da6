"""What a seeker says of themselves: wishes, papers, schooling, years, age; one module for each."""

from matcher.reading.oneself import (
    age,
    board,
    nights,
    papers,
    pay,
    rest,
    schooling,
    served,
    taught,
    years,
)

__all__ = [
    "age",
    "board",
    "nights",
    "papers",
    "pay",
    "rest",
    "schooling",
    "served",
    "taught",
    "years",
]
