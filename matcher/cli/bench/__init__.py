"""`fairmatch bench`: our speed beside other libraries' on the same work in the same run."""

from matcher.cli import LazyGroup


class Bench(LazyGroup):
    """One workload each; the site adds those that need it."""

    modules = {
        "bulk": "matcher.cli.bench.bulk",
        "match": "matcher.cli.bench.match",
        "refresh": "matcher.cli.bench.refresh",
        "vectorise": "matcher.cli.bench.vectorise",
    }
    summaries = {
        "bulk": "Everyone's best postings at once, ours and the peers in turn.",
        "match": "One seeker's best postings at a time, ours and the peers in turn.",
        "refresh": "What a new, changed or closed posting costs, and an old idf.",
        "vectorise": "Texts made vectors: how many a second.",
    }


group = Bench("bench", help="Measure speed beside other libraries, in one run.")
command = group
