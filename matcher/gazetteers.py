"""The word lists that reading and matching know: occupations, synonyms, certificates, benefits."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Benefit:
    """One benefit in the word we show, with the words that say the same."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Certificate:
    """One certificate or licence as `data/gazetteers/certificates.tsv` describes it.

    `covers` names what its holder may also do; `jobs` the titles that it opens; `law` the pattern
    of titles for which the law demands it; `blocks` says whether lacking it keeps a posting back
    (`yes`), only when a firm insists (`soft`), or never, since it is quickly had (`no`).
    """

    name: str
    family: str
    aliases: tuple[str, ...]
    covers: tuple[str, ...]
    jobs: tuple[str, ...]
    law: str
    blocks: str


@dataclass(frozen=True)
class Course:
    """A certificate that a course and an examination give: its legal name and who issues it."""

    certificate: str
    legal: str
    issuer: str


@dataclass(frozen=True)
class Occupation:
    """A group of titles that name the same work, and the neighbouring groups."""

    name: str
    aliases: tuple[str, ...]
    skills: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True)
class Protected:
    """A pattern of words that tell of a ground on which the law lets nobody choose.

    Where none of its `signs` stands, neither does what it finds. `is_alone`: it tells of a person
    only in a clause that says nothing else.
    """

    ground: str
    is_alone: bool
    signs: tuple[str, ...]
    pattern: str


def path(*parts: str) -> Path:
    """Where a data file lies: beside the packages in a checkout, inside them when installed."""
    checkout = _HERE.parent / "data"
    root = checkout if (checkout / "gazetteers").is_dir() else _HERE / "_data"
    return root.joinpath(*parts)


@lru_cache(maxsize=1)
def benefits() -> tuple[Benefit, ...]:
    """All benefits, in the order in which pages show them."""
    return tuple(Benefit(row["name"], _split(row["aliases"])) for row in _rows("benefits.tsv"))


@lru_cache(maxsize=1)
def certificates() -> tuple[Certificate, ...]:
    """All certificates and licences."""
    return tuple(
        Certificate(
            row["name"],
            row["family"],
            _split(row["aliases"]),
            _split(row["covers"]),
            _split(row["jobs"]),
            row["law"] or "",
            row["blocks"],
        )
        for row in _rows("certificates.tsv")
    )


@lru_cache(maxsize=1)
def certificate_by_name() -> dict[str, Certificate]:
    """Certificates by canonical name."""
    return {certificate.name: certificate for certificate in certificates()}


@lru_cache(maxsize=1)
def courses() -> dict[str, Course]:
    """Certificates that a course gives, by canonical name, the commoner of a trade first."""
    return {row["certificate"]: Course(**row) for row in _rows("courses.tsv")}


@lru_cache(maxsize=1)
def occupations() -> tuple[Occupation, ...]:
    """All groups of titles."""
    return tuple(
        Occupation(row["name"], _split(row["aliases"]), _split(row["skills"]), _split(row["near"]))
        for row in _rows("occupations.tsv")
    )


@lru_cache(maxsize=1)
def protected() -> tuple[Protected, ...]:
    """What texts say of people that must not count, the named parts put into the patterns."""
    rows = list(_rows("protected.tsv"))
    parts = {f"{{{row['ground']}}}": row["pattern"] for row in rows if row["reach"] == "part"}
    return tuple(
        Protected(
            row["ground"],
            row["reach"] == "alone",
            _split(row["signs"]),
            reduce(lambda told, part: told.replace(*part), parts.items(), row["pattern"]),
        )
        for row in rows
        if row["reach"] != "part"
    )


@lru_cache(maxsize=1)
def synonyms() -> dict[str, str]:
    """Trade slang and spellings, each with the word that replaces it."""
    return {alias: row["word"] for row in _rows("synonyms.tsv") for alias in _split(row["aliases"])}


@lru_cache(maxsize=1)
def families() -> dict[str, tuple[str, ...]]:
    """Families of related words in titles, by name; a word may stand in several.

    Of a word that begins with = the pieces do not count: 环保运维 is no 运维.
    """
    return {row["name"]: _split(row["words"]) for row in _rows("families.tsv")}


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Words that say nothing about the work."""
    return _words("stopwords.txt")


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words that are no reason for anybody, however much they weigh."""
    return _words("empty_words.txt")


def _words(name: str) -> frozenset[str]:
    lines = path("gazetteers", name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _rows(name: str) -> Iterator[dict[str, str]]:
    with path("gazetteers", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split("|") if part)
