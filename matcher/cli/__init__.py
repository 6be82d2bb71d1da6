"""The command line `fairmatch`: every command is a module here, loaded when it is called."""

import importlib
from typing import cast

import click

COMMANDS = {
    "account": "matcher.cli.account",
    "bench": "matcher.cli.bench",
    "db": "matcher.cli.db",
    "evaluate": "matcher.cli.evaluate",
    "export": "matcher.cli.export",
    "import": "matcher.cli.import_",
    "learn": "matcher.cli.learn",
    "match": "matcher.cli.match",
    "match-all": "matcher.cli.match_all",
    "rank": "matcher.cli.rank",
    "read": "matcher.cli.read",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is needed."""

    modules: dict[str, str] = COMMANDS
    # Said without loading a command: the list of them appears at once.
    summaries: dict[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, by name."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        return cast("click.Command", importlib.import_module(module).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their summaries."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.summaries[name]) for name in self.list_commands(ctx)])
