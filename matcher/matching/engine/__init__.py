"""The exact engine: the best k of many sparse documents for a sparse query, most of them unread."""

from matcher.matching.engine.bulk import top_many
from matcher.matching.engine.engine import Engine, Found
from matcher.matching.engine.lookup import matrix, naming, rows
from matcher.matching.engine.store import Unusable, load, save

__all__ = ["Engine", "Found", "Unusable", "load", "matrix", "naming", "rows", "save", "top_many"]
