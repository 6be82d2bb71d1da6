"""The engines by name, and those that `--peers` names."""

from collections.abc import Iterable

import click

from matcher.cli.bench.peers.databases import Fts5, Postgres
from matcher.cli.bench.peers.lists import PostingLists
from matcher.cli.bench.peers.peer import BulkPeer, Peer
from matcher.cli.bench.peers.products import ScikitLearn, Scipy, SparseDotTopn, SpMatmulRs
from matcher.cli.bench.peers.words import Bm25s, Tantivy

PEERS: dict[str, type[Peer]] = {
    "posting-lists": PostingLists,
    "scikit-learn": ScikitLearn,
    "scipy": Scipy,
    "sparse_dot_topn": SparseDotTopn,
    "sp_matmul_rs": SpMatmulRs,
    "bm25s": Bm25s,
    "tantivy": Tantivy,
    "fts5": Fts5,
    "postgresql": Postgres,
}
BULK = {name: peer for name, peer in PEERS.items() if issubclass(peer, BulkPeer)}


def chosen(names: str, among: Iterable[str]) -> list[str]:
    """The names of a list with commas, or all; a plain complaint about one that is not known."""
    known = list(among)
    if names in ("all", "none"):
        return known if names == "all" else []
    wanted = [name.strip() for name in names.split(",")]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise click.BadParameter(f"no peer {', '.join(unknown)}; there are {', '.join(known)}")
    return wanted
