"""What tells this state of the program from every other one: what was made by another is void."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from matcher import __version__, gazetteers

_SOURCES = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def state() -> str:
    """A digest of the version, of everything that reads and ranks, and of the word lists.

    Rows become profiles in the services and prose becomes facts in reading, so all sources count.
    """
    digest = sha256(__version__.encode())
    for source in sorted((*_SOURCES.rglob("*.py"), *gazetteers.path("gazetteers").iterdir())):
        digest.update(source.read_bytes())
    return digest.hexdigest()
