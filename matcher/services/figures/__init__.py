"""The numbers of a fair: one count for the desk, the export and the big screen, so they agree."""

from matcher.services.figures.board import SMALL, Board, board, shown
from matcher.services.figures.counting import of_fair
from matcher.services.figures.export import pages_of, workbook
from matcher.services.figures.shapes import (
    Arrivals,
    EmployerFigures,
    Figure,
    Figures,
    Held,
    Hour,
    Part,
    SessionFigures,
    Step,
    Trade,
)

__all__ = [
    "SMALL",
    "Arrivals",
    "Board",
    "EmployerFigures",
    "Figure",
    "Figures",
    "Held",
    "Hour",
    "Part",
    "SessionFigures",
    "Step",
    "Trade",
    "board",
    "of_fair",
    "pages_of",
    "shown",
    "workbook",
]
