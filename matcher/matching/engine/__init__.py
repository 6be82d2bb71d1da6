"""The exact engine: the best k of many sparse documents for a sparse query, most of them unread."""

from matcher.matching.engine.bulk import top_many
from matcher.matching.engine.engine import Engine, Found
from matcher.matching.engine.lookup import matrix, meeting, naming, rows

__all__ = ["Engine", "Found", "matrix", "meeting", "naming", "rows", "top_many"]
