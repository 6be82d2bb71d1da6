"""`fairmatch match`: the ranked list for one seeker or one posting in the database."""

import json
from dataclasses import asdict
from typing import Any

import click

from matcher.cli.opening import absent, database_option, open_workshop
from matcher.domain.profiles import Reason
from matcher.services import lookup, recommend
from matcher.services.cards import Card
from matcher.services.recommend import Candidate

_k = click.option("--k", default=10, show_default=True, type=click.IntRange(0), help="0: all.")
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.group("match", help="Rank postings for a seeker, or seekers for a posting.")
def command() -> None:
    """Rank postings for a seeker, or seekers for a posting."""


@command.command("seeker", help="The best postings for the seeker with this number.")
@click.argument("seeker_id", type=click.IntRange(1, 2**31 - 1))
@_k
@_json
@database_option
def seeker(seeker_id: int, k: int, as_json: bool, database: str | None) -> None:
    """The best postings for one seeker, and how many were kept back."""
    with open_workshop(database) as workshop, workshop.reading() as work:
        person = lookup.seeker(work, seeker_id)
        if person is None:
            raise absent("求职者", "seeker", seeker_id)
        found = recommend.postings_for(work, person, k=k)
        if as_json:
            blocked = {block.value: count for block, count in found.blocks.items()}
            document = {
                "seeker": seeker_id,
                "matches": [_posting_row(card) for card in found.cards],
                "blocked": blocked,
                "openings": [asdict(opening) for opening in found.openings],
            }
            click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            for card in found.cards:
                click.echo(_posting_line(card))
            for opening in found.openings[:1]:
                click.echo(f"{opening.certificate} would open {len(opening.postings)} more")


@command.command("posting", help="The best seekers for the posting with this number (its id).")
@click.argument("posting_id", type=click.IntRange(1, 2**31 - 1))
@_k
@_json
@database_option
def posting(posting_id: int, k: int, as_json: bool, database: str | None) -> None:
    """The best seekers for one posting, among those who allowed it."""
    with open_workshop(database) as workshop, workshop.reading() as work:
        found = lookup.posting(work, posting_id)
        if found is None:
            raise absent("岗位", "posting", posting_id)
        people = recommend.seekers_for(work, found, k=k)
        if as_json:
            rows = [_seeker_row(candidate) for candidate in people]
            document = {"posting": posting_id, "title": found.title, "matches": rows}
            click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            for candidate in people:
                click.echo(f"{candidate.rank:3} {candidate.score:.3f} {_seeker_text(candidate)}")


def _posting_row(card: Card) -> dict[str, Any]:
    posting = card.posting
    return {
        "rank": card.rank,
        "posting": posting.id,
        "number": posting.number,
        "title": posting.title,
        "employer": card.employer.name,
        "booth": card.booth,
        "pay_min": posting.pay_min,
        "pay_max": posting.pay_max,
        "shift": posting.shift.value if posting.shift else None,
        "score": round(card.score, 4),
        "reasons": _reasons(card.reasons),
    }


def _seeker_row(candidate: Candidate) -> dict[str, Any]:
    return {
        "rank": candidate.rank,
        "seeker": candidate.seeker.id,
        "wanted": candidate.seeker.wanted,
        "certificates": candidate.seeker.certificates,
        "score": round(candidate.score, 4),
        "reasons": _reasons(candidate.reasons),
    }


def _reasons(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    return [{"code": reason.code.value, "terms": list(reason.terms)} for reason in reasons]


def _posting_line(card: Card) -> str:
    why = " ".join(reason.code.value for reason in card.reasons)
    booth = card.booth or "-"
    return f"{card.rank:3} {card.score:.3f} {card.posting.title} | {booth} | {why}"


def _seeker_text(candidate: Candidate) -> str:
    told = [*candidate.seeker.wanted, *candidate.seeker.certificates]
    why = " ".join(reason.code.value for reason in candidate.reasons)
    return f"#{candidate.seeker.id} {'、'.join(told)} | {why}"
