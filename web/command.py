"""The command `fairmatch`: everything of matcher.cli, and the two commands that serve the site."""

from matcher.cli import COMMANDS, LazyGroup

SERVING = {"demo": "web.serving.demo", "serve": "web.serving.serve"}


class Group(LazyGroup):
    """The commands of the program; each is imported when it is called."""

    modules = COMMANDS | SERVING


group = Group(
    "fairmatch",
    help="Run a hybrid job fair: matches, booths, livestreams and honest figures.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main() -> None:
    """Entrance of the installed command."""
    group()
