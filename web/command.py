"""The command `fairmatch`: everything of matcher.cli, and what needs the site: serve and demo."""

import click

from matcher.cli import COMMANDS, LazyGroup

# Said without loading a command: `fairmatch --help` answers at once.
SUMMARIES = {
    "account": "Look after the accounts of staff.",
    "db": "Look after the database.",
    "demo": "Build a fictional fair and serve it: one sign-in link per role.",
    "evaluate": "Measure ranking on labelled sets, beside the usual rankers.",
    "export": "Write what is in a fair to a file.",
    "import": "Bring data into a fair.",
    "match": "Rank postings for a seeker, or seekers for a posting.",
    "rank": "Rank the postings of a file for the seekers of another.",
    "read": "Read what texts say, with the words it came from.",
    "serve": "Run the site.",
}


class Fairmatch(LazyGroup):
    """The whole command line."""

    modules = COMMANDS | {"demo": "web.commands.demo", "serve": "web.commands.serve"}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their summaries."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in self.list_commands(ctx)])


group = Fairmatch(
    "fairmatch", help="Runs a hybrid job fair: matches, booths, livestreams, figures."
)


def main() -> None:
    """Run the command line."""
    group()


if __name__ == "__main__":
    main()
