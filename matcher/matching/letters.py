"""Single characters of titles: 西装师 and 服装道具师 share two, though no word of theirs is one."""

import re
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.preprocessing import normalize

from matcher.matching import occupations
from matcher.matching.index import damped
from matcher.matching.text import fold

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Space: TypeAlias = sparse.csr_matrix  # titles or names × characters

FIRST, SIZE = 0x3400, 0xA000 - 0x3400  # a character's number is its place behind the first
RARE = 1.5  # power of the scarcity by which characters count
SEVERAL = 0.85  # how far a title that names several things is brought back to length one

_HAN = re.compile(r"[㐀-鿿]")
_HIRING = re.compile(r".*(?:招聘|诚聘|急聘|急招|直聘|直招)")
_ASIDE = re.compile(r"[（(【\[].*?[）)】\]]")
_LEVEL = re.compile(  # how high somebody stands says nothing of the work
    r"高级|资深|初级|中级|储备|见习|实习生?|助理|主管|经理|总监|部长|班长|组长|课长|主任|负责人|学徒"
    r"|专员|专家|兼职|全职"
)
_APART = re.compile(r"[\s、，,；;|]+")  # between names; 裁缝/缝纫工 is one, said in two ways
_END = "\n"
_NONE = np.empty(0, dtype=np.int64)


class Letters:
    """What characters weigh in titles, learned from titles and nothing else."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Learn from these titles; they themselves are in `fitted`."""
        names, owners = _counted(titles)
        often = np.bincount(np.unique(_places(names, owners)) % SIZE, minlength=SIZE)
        self._scarcity = (np.log((1 + len(titles)) / (1 + often)) + 1) ** RARE
        self.fitted = self._weighed(names, owners, len(titles))

    def space(self, titles: Sequence[str]) -> Space:
        """Further titles × characters."""
        return self._weighed(*_counted(titles), len(titles))

    def asked(self, texts: Sequence[tuple[str, float]]) -> tuple[NDArray[np.int32], Floats]:
        """The characters of weighted wishes and what each counts, together of length one."""
        told = [_signs(_bare(text)) for text, _ in texts]
        signs = np.concatenate([*told, _NONE])
        counts = np.repeat([weight for _, weight in texts], [each.size for each in told])
        letters, places = np.unique(signs[signs >= 0], return_inverse=True)
        sums = np.bincount(places, weights=counts[signs >= 0], minlength=letters.size)
        weights = damped(sums.astype(np.float64)) * self._scarcity[letters]
        length = float(np.sqrt((weights * weights).sum()))
        return letters.astype(np.int32), weights / (length or 1.0)

    def _weighed(self, names: Space, owners: Ints, size: int) -> Space:
        """Each name at length one; of a character that several names hold the most counts."""
        names.data = damped(names.data) * self._scarcity[names.indices]
        weights = normalize(names).data if names.shape[0] else names.data
        places = _places(names, owners)
        order = np.argsort(places, kind="stable")
        found, begins = np.unique(places[order], return_index=True)
        most = np.maximum.reduceat(weights[order], begins) if begins.size else np.zeros(0)
        rows, letters = found // SIZE, found % SIZE
        lengths = np.sqrt(np.bincount(rows, most * most, minlength=size))
        evened = most / lengths[rows] ** (1 - SEVERAL)
        return sparse.csr_matrix((evened, (rows, letters)), shape=(size, SIZE))


def _counted(titles: Sequence[str]) -> tuple[Space, Ints]:
    """How often each name holds each character, and of which title each is a name."""
    parts = [[name for name in _APART.split(_bare(title)) if name] for title in titles]
    names = [name for each in parts for name in each]
    owners = np.repeat(np.arange(len(parts)), [len(each) for each in parts])
    signs = _signs(_END.join(names))
    at = np.cumsum(signs == ord(_END) - FIRST)
    han = signs >= 0
    ones = np.ones(int(han.sum()))
    counts = sparse.csr_matrix((ones, (at[han], signs[han])), shape=(len(names), SIZE))
    return counts, owners


def _bare(title: str) -> str:
    """The work that a title names: no firm that hires for it, no remark and no level."""
    told = fold(title)
    hiring = _HIRING.match(told)
    sought = told[hiring.end() :] if hiring else ""
    work = sought if occupations.named(sought) else told
    bare = _LEVEL.sub(" ", _ASIDE.sub(" ", work))
    return bare if _HAN.search(bare) else told


def _signs(text: str) -> Ints:
    """The number of each sign, below 0 or above SIZE for what is no Chinese character."""
    signs = np.frombuffer(text.encode("utf-16-le"), np.uint16).astype(np.int64) - FIRST
    return np.where(signs < SIZE, signs, -1)


def _places(names: Space, owners: Ints) -> Ints:
    """Title and character of each entry as one number."""
    rows = np.repeat(owners, np.diff(names.indptr))
    return np.asarray(rows * SIZE + names.indices)
