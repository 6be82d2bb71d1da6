"""`fairmatch account`: make the first organizer, set passwords, print sign-in links."""

import click

from matcher.cli.opening import database_option, open_workshop
from matcher.domain.errors import FairmatchError


@click.group("account", help="Look after the accounts of staff.")
def command() -> None:
    """Look after the accounts of staff."""


@command.command("add", help="Make an organizer of every fair on this box.")
@click.argument("login")
@click.option("--name", default="", help="Name to show; the login otherwise.")
@click.password_option(help="Asked for where it is not given.")
@database_option
def add(login: str, name: str, password: str, database: str | None) -> None:
    """Make an organizer of every fair on this box."""
    from matcher.services import accounts

    with open_workshop(database, makes=True) as workshop, workshop.writing() as work:
        try:
            made = accounts.add(work, login=login, name=name or login, password=password)
        except FairmatchError as error:
            raise click.ClickException(error.code) from None
        accounts.entrust_the_box(work, made.id)
    click.echo(f"{login}: organizer")


@command.command("link", help="Print a link that signs an account in, for a lost password.")
@click.argument("login")
@click.option("--hours", default=12, show_default=True, type=click.IntRange(1, 168))
@database_option
def link(login: str, hours: int, database: str | None) -> None:
    """Print the path of a sign-in link; put the site's address before it."""
    from matcher.services import accounts

    with open_workshop(database) as workshop, workshop.writing() as work:
        account = accounts.find(work, login)
        if account is None:
            raise click.ClickException(
                f"没有账号 {login}，可以用 fairmatch account add 建立。"
                f" / There is no account {login}; `fairmatch account add` makes one."
            )
        token = accounts.make_link(work, account_id=account.id, hours=hours)
    click.echo(f"/enter/{token}")
