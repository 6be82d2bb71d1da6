"""Labelled sets of real ads and titles made into files that `fairmatch rank` would take."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from matcher.cli import records
from matcher.reading.records import Record

Row = dict[str, Any]

SAMPLE = 6000  # ads of the large set that are ranked
QUERIES, CATEGORY_QUERIES, TITLE_QUERIES = 450, 1000, 1500

_IT = re.compile(
    r"java|前端|后端|开发|软件|python|c\+\+|web|测试|运维|算法|程序|架构|php|golang|\.net|android"
    r"|ios|嵌入式|数据库|实施|全栈|技术|react|vue|html|前段|ui|h5|node|c#|unity|产品经理|项目经理",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(任职要求|岗位要求|职位要求|任职资格|招聘要求|应聘要求|任职条件|岗位条件|职位资格|要求)"
    r"\s*[】\]）)]?\s*[:：;；\n]"
)
_NEXT = re.compile(
    r"(福利待遇|薪资待遇|薪酬福利|工作时间|工作地点|工作地址|我们提供|岗位职责|工作职责|职位描述"
    r"|工作内容|公司福利|待遇)\s*[】\]）)]?\s*[:：\n]"
)
_NO_SKILL = re.compile(
    r"^\d+.*年|经验不限|在校|应届|^(本科|大专|硕士|博士|高中|中专|中技|初中|学历|不限)|中技/中专"
)
LEAST_WORDS, LEAST_SKILLS = 40, 3


@dataclass(frozen=True)
class Benchmark:
    """Postings, seekers and which postings are right for whom; `never` are not ranked for one."""

    name: str
    postings: tuple[Record, ...]
    seekers: tuple[Record, ...]
    relevant: tuple[frozenset[int], ...]
    never: tuple[frozenset[int], ...] = field(default=())


def load(data: Path, names: Iterable[str] = ()) -> list[Benchmark]:
    """Every set that stands below `data`, or those named; the same sets on every machine."""
    wanted = frozenset(names)
    unknown = wanted - _MAKERS.keys()
    if unknown:
        raise click.ClickException(f"no such task: {', '.join(sorted(unknown))}")
    found: list[Benchmark] = []
    for make in dict.fromkeys(_MAKERS.values()):
        chosen = {name for name, maker in _MAKERS.items() if maker is make}
        if not wanted or wanted & chosen:
            found += [each for each in make(data) if not wanted or each.name in wanted]
    return found


def task_names() -> list[str]:
    """What `--task` may say, beside judged and spread."""
    return list(_MAKERS)


def requirements_to_job(data: Path) -> list[Benchmark]:
    """What an ad asks for, as a seeker's text, against the ads without that part."""
    ads = _ads(data)
    postings, texts = [], {}
    for at, ad in enumerate(ads):
        body, asked = _cut_out(ad["desc"])
        postings.append(_posting(at, ad["title"], body))
        if asked:
            texts[at] = {"text": asked}
    return _own_ad("requirements", ads, postings, texts, "req")


def skills_to_job(data: Path) -> list[Benchmark]:
    """The skill tags of an ad against the ads' titles and texts."""
    ads = _ads(data)
    tags: dict[int, Row] = {}
    for at, ad in enumerate(ads):
        skills = [tag for tag in dict.fromkeys(ad["skills"]) if not _NO_SKILL.search(tag)]
        if len(skills) >= LEAST_SKILLS:
            tags[at] = {"skills": skills}
    postings = [_posting(at, ad["title"], ad["desc"]) for at, ad in enumerate(ads)]
    return _own_ad("skills", ads, postings, tags, "tag")


def same_category(data: Path) -> list[Benchmark]:
    """An ad against the ads of other firms whose recruiters chose the same category."""
    ads = [ad for ad in _rows(data, "postings_51job_2018_categories/postings") if ad["categories"]]
    ads.sort(key=lambda ad: _hash(ad["id"]))
    members, firms = defaultdict(set), defaultdict(set)
    for at, ad in enumerate(ads):
        firms[ad["company"]].add(at)
        for category in ad["categories"]:
            members[category].add(at)
    right: dict[int, set[int]] = {}
    for at, ad in enumerate(ads):
        same = set().union(*(members[name] for name in ad["categories"])) - firms[ad["company"]]
        if 2 <= len(same) <= 200:
            right[at] = same
    chosen = _sample(right, CATEGORY_QUERIES, "cat")
    postings = tuple(_posting(at, ad["title"], ad["desc"]) for at, ad in enumerate(ads))
    seekers = tuple(
        {"id": str(at), "wanted": [ads[at]["title"]], "text": ads[at]["desc"]} for at in chosen
    )
    relevant = tuple(frozenset(right[at]) for at in chosen)
    never = tuple(frozenset(firms[ads[at]["company"]]) for at in chosen)
    return [Benchmark("category", postings, seekers, relevant, never)] if chosen else []


def title_to_occupation(data: Path) -> list[Benchmark]:
    """A noisy title against the occupations of 职业分类大典 (silver labels)."""
    occupations = _rows(data, "csco2022_titles_silver/occupations")
    places = {each["code"]: at for at, each in enumerate(occupations)}
    titles = [t for t in _rows(data, "csco2022_titles_silver/titles") if t["code"] in places]
    titles = sorted(titles, key=lambda each: _hash(each["title"]))[:TITLE_QUERIES]
    postings = tuple(
        _posting(at, " ".join((o["name"], *o["alias"])), f"{o['definition']} {o['tasks']}")
        for at, o in enumerate(occupations)
    )
    right = [frozenset({places[each["code"]]}) for each in titles]
    return _wishes("occupation", postings, [each["title"] for each in titles], right)


def title_to_titles(language: str) -> Callable[[Path], list[Benchmark]]:
    """A title against titles that experts call related (TalentCLEF 2025, task A)."""

    def make(data: Path) -> list[Benchmark]:
        folder = f"talentclef2025_taskA_{language}"
        corpus = _rows(data, f"{folder}/corpus")
        places = {each["id"]: at for at, each in enumerate(corpus)}
        queries = [each for each in _rows(data, f"{folder}/queries") if each["relevant"]]
        postings = tuple(_posting(at, each["title"], "") for at, each in enumerate(corpus))
        right = [frozenset(places[name] for name in each["relevant"]) for each in queries]
        return _wishes(f"titles-{language}", postings, [each["title"] for each in queries], right)

    return make


_zh, _en = title_to_titles("zh"), title_to_titles("en")
_MAKERS: dict[str, Callable[[Path], list[Benchmark]]] = {
    "requirements": requirements_to_job,
    "requirements-non-it": requirements_to_job,
    "skills": skills_to_job,
    "skills-non-it": skills_to_job,
    "category": same_category,
    "occupation": title_to_occupation,
    "titles-zh": _zh,
    "titles-en": _en,
}


def _wishes(
    name: str, postings: Sequence[Row], titles: Sequence[str], right: Sequence[frozenset[int]]
) -> list[Benchmark]:
    seekers = tuple({"id": str(at), "wanted": [title]} for at, title in enumerate(titles))
    return [Benchmark(name, tuple(postings), seekers, tuple(right))] if seekers else []


def _own_ad(
    name: str, ads: Sequence[Row], postings: Sequence[Row], asked: Mapping[int, Row], seed: str
) -> list[Benchmark]:
    """Two sets: of all ads, and of those whose title names no work with computers."""
    others = [at for at in asked if not _IT.search(ads[at]["title"])]
    everything = _sample(asked, QUERIES, seed)
    rest = _sample(others, QUERIES * 2 // 3, f"{seed}b")
    return [
        Benchmark(
            each,
            tuple(postings),
            tuple({"id": str(at), **asked[at]} for at in chosen),
            tuple(frozenset({at}) for at in chosen),
        )
        for each, chosen in ((name, everything), (f"{name}-non-it", rest))
        if chosen
    ]


def _cut_out(text: str) -> tuple[str, str]:
    """The ad without what it asks for, and what it asks for; the whole ad where that is short."""
    found = _ASKED.search(text)
    if not found:
        return text, ""
    end = _NEXT.search(text, found.end())
    until = end.start() if end else len(text)
    asked = text[found.end() : until].strip()
    rest = f"{text[: found.start()]} {text[until:]}".strip()
    return (rest, asked) if min(len(asked), len(rest)) >= LEAST_WORDS else (text, "")


def _ads(data: Path) -> list[Row]:
    ads = [r for r in _rows(data, "postings_jobhunting_2024_25/postings") if len(r["desc"]) > 50]
    return sorted(ads, key=lambda ad: _hash(ad["id"]))[:SAMPLE]


def _posting(at: int, title: str, desc: str) -> Row:
    # A fixed width lets ties, which break by id, fall in the order of the file.
    return {"id": f"{at:05d}", "title": title, "desc": desc}


def _rows(data: Path, name: str) -> list[Row]:
    found = sorted((data / name).parent.glob(f"{Path(name).name}*.jsonl*"))
    return records.read(found[0], dict) if found else []


def _sample(places: Iterable[int], size: int, seed: str) -> list[int]:
    return sorted(places, key=lambda at: _hash(f"{seed}{at}"))[:size]


def _hash(key: object) -> int:
    return int(hashlib.sha256(str(key).encode()).hexdigest()[:12], 16)
