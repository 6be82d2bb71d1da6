"""The command `fairmatch`: all of matcher.cli, and what needs the site: city, demo, serve."""

import atexit
import gc

from matcher.cli import COMMANDS, LazyGroup

# What a start loads stays: to look for garbage among it each 700 objects takes a twentieth of it.
_COLLECTIONS = (50_000, 20, 100)

SUMMARIES = {
    "account": "Look after the accounts of staff.",
    "bench": "Measure speed beside other libraries, in one run.",
    "city": "Run the site for a city: several workers behind nginx.",
    "db": "Look after the database.",
    "demo": "Build a fictional fair and serve it: one sign-in link per role.",
    "evaluate": "Measure ranking on labelled sets, beside the usual rankers.",
    "export": "Write what is in a fair to a file.",
    "import": "Bring data into a fair.",
    "learn": "Learn the weights of the ranking from a fair's choices.",
    "match": "Rank postings for a seeker, or seekers for a posting.",
    "match-all": "Rank for everyone at once, ahead or into a file.",
    "rank": "Rank the postings of a file for the seekers of another.",
    "read": "Read what texts say, with the words it came from.",
    "serve": "Run the site.",
}


class Fairmatch(LazyGroup):
    """The whole command line."""

    modules = COMMANDS | {
        "bench": "web.commands.bench",
        "city": "web.commands.city",
        "demo": "web.commands.demo",
        "serve": "web.commands.serve",
    }
    summaries = SUMMARIES


group = Fairmatch(
    "fairmatch", help="Runs a hybrid job fair: matches, booths, livestreams, figures."
)


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*_COLLECTIONS)
    # The end takes a fifth of a short command where it looks for garbage in what goes anyway.
    atexit.register(gc.freeze)
    group()


if __name__ == "__main__":
    main()
