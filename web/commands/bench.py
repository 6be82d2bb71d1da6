"""`fairmatch bench`: what matcher.cli measures, and the site."""

from matcher.cli.bench import Bench


class BenchWithSite(Bench):
    """Every workload."""

    modules = Bench.modules | {
        "server": "web.commands.bench_server",
        "web": "web.commands.bench_web",
    }
    summaries = Bench.summaries | {
        "server": "How long a server takes to be ready for a fair, and its memory.",
        "web": "What each request costs, by its parts; streams.",
    }


command = BenchWithSite("bench", help="Measure speed beside other libraries, in one run.")
