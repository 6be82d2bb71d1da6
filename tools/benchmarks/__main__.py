"""`python -m tools.benchmarks [--data DIR] [NAME…]`: what `make bench` does."""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from tools.benchmarks import page

DOCS = Path(__file__).parents[2] / "docs"
FIGURES = DOCS / "benchmarks"

CITY = ["--postings", "100000", "--seekers", "300"]
FAIR = ["--postings", "6000", "--seekers", "3000"]
FILTERING = ["--peers", "posting-lists,scikit-learn,scipy,bm25s,tantivy", "--budget", "4"]
# What each stands for is said in docs/benchmarks.md; REAL needs --data.
REAL = {
    "online-real": ["match", "--seekers", "300", "--budget", "5"],
    "bulk-real": ["bulk", "--seekers", "3000", "--budget", "6"],
    "vectorise": ["vectorise", "--postings", "3000", "--budget", "6"],
}
SYNTHETIC = {
    "online-city": ["match", *CITY, "--budget", "5"],
    "filter-group": ["match", *CITY, "--filter", "group", *FILTERING],
    "filter-mask": ["match", *CITY, "--filter", "mask", *FILTERING],
    "bulk-fair": ["bulk", *FAIR, "--budget", "4"],
    "bulk-fair-2": ["bulk", *FAIR, "--budget", "4", "--threads", "2"],
    "bulk-city": ["bulk", "--postings", "100000", "--seekers", "3000", "--budget", "6"],
    "refresh": ["refresh", *CITY, "--budget", "5"],
}


def main() -> None:
    """Run what is named, or everything that can be run, then write the page."""
    parser = argparse.ArgumentParser(prog="tools.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SYNTHETIC))
    parser.add_argument("--data", help="directory of real postings, for " + ", ".join(REAL))
    parser.add_argument("--page", action="store_true", help="only write tables and plots anew")
    asked = parser.parse_args()
    real = {name: [*words, "--data", asked.data] for name, words in REAL.items() if asked.data}
    runs = {**real, **SYNTHETIC}
    unknown = set(asked.names) - runs.keys()
    if unknown:
        parser.error(f"no such run, or not without --data: {', '.join(unknown)}")
    for name in () if asked.page else asked.names or runs:
        _run(name, runs[name])
    page.write(DOCS)


def _run(name: str, words: list[str]) -> None:
    """One workload in a process of its own; its figures replace those kept."""
    began = time.monotonic()
    command = [sys.executable, "-m", "web.command", "bench", *words, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / f"{name}.json").write_text(done.stdout, "utf-8")
    print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
