"""`fairmatch bench vectorise`: texts made vectors, documents a second and core."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import rjieba
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer

from matcher.cli.bench import report, texts
from matcher.cli.bench.options import peers_option, run_options
from matcher.cli.bench.peers.chosen import chosen
from matcher.cli.bench.peers.peer import Absent
from matcher.cli.bench.timing import spent
from matcher.matching.text import fold, pairs, tokens, words
from matcher.matching.vocabulary import CHUNK, Vocabulary, segmented

Vectorise = Callable[[Sequence[str]], Any]

WARM = 20


@click.command("vectorise", help="Texts made vectors: how many a second.")
@click.option("--postings", default=1000, show_default=True, type=click.IntRange(WARM + 1))
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Directory of real postings; clauses of our own ones if not given.",
)
@peers_option
@run_options
def command(data: Path | None, postings: int, peers: str, budget: float, as_json: bool) -> None:
    """Print documents for each second of CPU; a slow one gets fewer texts."""
    names = chosen(peers, PEERS)
    found = texts.made_up(postings) if data is None else _real(data, postings)
    document = measure(found, names, budget)
    report.tell(document, {**document["ours"], **document["peers"]}, as_json)


def measure(found: Sequence[str], names: list[str], budget: float) -> dict[str, Any]:
    """Ours from texts, and from texts whose words were cut before; then the peers."""
    rates = {
        "from texts": _rate(_ours, found, budget),
        "from words cut before": _rate(_ours_again, [segmented(text) for text in found], budget),
    }
    peers, skipped = {}, {}
    for name in names:
        try:
            peers[name] = _rate(PEERS[name](), found, budget)
        except Absent as why:
            skipped[name] = str(why)
    best = rates["from texts"]["documents_per_second"]
    return {
        "workload": "vectorise",
        "postings": len(found),
        "letters_per_posting": round(sum(map(len, found)) / len(found)),
        "ratios": {
            name: round(best / figures["documents_per_second"], 2)
            for name, figures in peers.items()
        },
        "ours": rates,
        "peers": peers,
        "skipped": skipped,
        "machine": report.machine(),
    }


def _real(data: Path, postings: int) -> list[str]:
    return [texts.whole(ad) for ad in texts.ads(data)[:postings]]


def _rate(vectorise: Vectorise, found: Sequence[str], budget: float) -> dict[str, Any]:
    """As many of the texts as fit the budget, by the pace of the first ones."""
    vectorise(found[:WARM])
    pace = spent(lambda: vectorise(found[:WARM])) / WARM
    rest = found[WARM:][: max(WARM, int(budget / max(pace, 1e-9)))]
    for cached in (fold, words, pairs):  # from the engine measured before
        cached.cache_clear()
    seconds = spent(lambda: vectorise(rest))
    return {"documents_per_second": round(len(rest) / seconds, 1), "answered": len(rest)}


def _ours(found: Sequence[str]) -> Any:
    """Words and pairs counted by our vocabulary, then weighed as TfidfVectorizer weighs them."""
    return TfidfTransformer().fit_transform(Vocabulary().count_many(found))


def _ours_again(found: Sequence[str]) -> Any:
    """The same where the cut words were kept, as the index keeps them."""
    chunks = (found[at : at + CHUNK] for at in range(0, len(found), CHUNK))
    return TfidfTransformer().fit_transform(Vocabulary().count_segmented(chunks))


def _with_rjieba() -> Vectorise:
    return _fitted(analyzer=rjieba.cut)


def _same_tokens() -> Vectorise:
    return _fitted(analyzer=tokens)


def _pairs() -> Vectorise:
    return _fitted(analyzer="char", ngram_range=(2, 2))


def _with_jieba() -> Vectorise:
    try:
        jieba = importlib.import_module("jieba")
    except ImportError:
        raise Absent("jieba is not installed") from None
    jieba.setLogLevel(60)
    return _fitted(analyzer=jieba.lcut)


def _fitted(**options: Any) -> Vectorise:
    """TfidfVectorizer with these tokens."""
    return lambda found: TfidfVectorizer(**options).fit_transform(found)


PEERS: dict[str, Callable[[], Vectorise]] = {
    "tfidf-jieba": _with_jieba,
    "tfidf-rjieba": _with_rjieba,
    "tfidf-our-tokens": _same_tokens,
    "tfidf-pairs": _pairs,
}
