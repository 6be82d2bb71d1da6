"""Matches with their reasons, filters as links, what was kept back and the gates to open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher import gazetteers
from matcher.domain.errors import NotFound
from matcher.domain.profiles import Opening
from matcher.domain.terms import Block, Role, SessionKind
from matcher.domain.values import whole_number
from matcher.services import (
    applications,
    board,
    catalog,
    choices,
    learning,
    matches,
    seekers,
    showcase,
)
from matcher.services.cards import Matches
from matcher.services.matches import Filters
from matcher.services.showcase import Fair
from web.access import allow, allow_anyone, visitor
from web.fairground import fair_at, seeker_here, seeker_of, to_the_steps
from web.language import gettext as _
from web.language import label
from web.pages.seeker.blueprint import bp
from web.paging import Paging
from web.work import work


@dataclass(frozen=True)
class Chip:
    """One filter as a link: tapping it switches the filter on or off."""

    text: str
    is_on: bool
    href: str


@bp.get("/me")
@allow_anyone
def mine() -> ResponseReturnValue:
    """The signed-in seeker's own fair; the list of fairs for anybody else."""
    fair_id = visitor().fair_id
    if visitor().seeker_id is None or fair_id is None:
        return redirect(url_for("home.fairs"))
    return redirect(url_for("seeker.matches", slug=showcase.by_id(work(), fair_id).slug))


@bp.get("/f/<slug>/matches", endpoint="matches")
@allow_anyone
def ranked(slug: str) -> ResponseReturnValue:
    """The jobs that fit, best first."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair)
    filters = _filters()
    found = matches.of_seeker(work(), fair, seeker, filters)
    paging = Paging.asked()
    cards = paging.cut(found.cards)
    choices.note_shown(work(), seeker, cards, before=paging.offset)
    return render_template(
        "seeker/matches.html",
        fair=fair,
        seeker=seeker,
        found=found,
        cards=cards,
        paging=paging,
        chips=_chips(fair, filters),
        narrowed=filters != Filters(),
        query=_query(filters),
        stages=applications.stages_of(work(), seeker.id),
        wishes=wish_words(seeker),
        tuned=learning.is_tuned(work(), seeker),
    )


@bp.get("/f/<slug>/matches/kept-back")
@allow_anyone
def kept_back(slug: str) -> ResponseReturnValue:
    """The jobs a wish or a need keeps back, each with why; most wishes can be lifted in one tap."""
    fair = fair_at(slug)
    seeker = seeker_here(fair)
    if seeker is None:
        return to_the_steps(fair)
    found = matches.of_seeker(work(), fair, seeker, _filters())
    because = _block(request.args.get("because"))
    opening = _opening(found)
    cards = [card for card in found.kept_back if because in (None, *card.blocks)]
    if opening:
        cards = [card for card in cards if str(card.posting.id) in opening.postings]
    paging = Paging.asked()
    return render_template(
        "seeker/kept_back.html",
        fair=fair,
        seeker=seeker,
        blocks=found.blocks,
        because=because,
        course=gazetteers.courses()[opening.certificate] if opening else None,
        narrowed={
            "because": because and because.value,
            "certificate": opening and opening.certificate,
            **_query(_filters()),
        },
        cards=paging.cut(cards),
        paging=paging,
        opened=[Block(value) for value in seeker.relaxed],
        fixed=(Block.CERTIFICATE, Block.CLOSED),
    )


@bp.post("/f/<slug>/matches/gates/<gate>")
@allow(Role.SEEKER)
def open_gate(slug: str, gate: str) -> ResponseReturnValue:
    """Show the jobs behind one gate as well, or hide them again."""
    seeker = seeker_of(fair_at(slug))
    block = _block(gate)
    if block is None:
        raise NotFound
    opened = request.form.get("opened") == "1"
    seekers.relax(work(), seeker, block, opened=opened)
    if opened:
        flash(_("Now shown as well: %(reason)s. You can take this back here.", reason=label(block)))
        return redirect(url_for("seeker.matches", slug=slug))
    return redirect(url_for("seeker.kept_back", slug=slug))


@bp.post("/f/<slug>/personalised")
@allow(Role.SEEKER)
def personalise(slug: str) -> ResponseReturnValue:
    """Switch the ranking by one's own wishes on or off."""
    seeker = seeker_of(fair_at(slug))
    seekers.personalise(work(), seeker, wanted=request.form.get("wanted") == "1")
    return redirect(url_for("seeker.matches", slug=slug))


def _opening(found: Matches) -> Opening | None:
    """The certificate this page asks for, with the jobs that it alone would open."""
    asked = request.args.get("certificate")
    return next((each for each in found.openings if each.certificate == asked), None)


def wish_words(seeker: seekers.Seeker) -> list[str]:
    """The person's wishes in a few words, for the line under the heading."""
    words = list(seeker.wanted) or list(seeker.certificates)
    if seeker.no_night and Block.NIGHT.value not in seeker.relaxed:
        words.append(_("No nights"))
    if seeker.weekend_off and Block.WEEKEND.value not in seeker.relaxed:
        words.append(_("Weekends off"))
    if seeker.min_pay and Block.PAY.value not in seeker.relaxed:
        words.append(_("from %(amount)s yuan", amount=seeker.min_pay))
    return words


def _filters() -> Filters:
    asked = request.args.getlist("only")
    facets = tuple(name for name in catalog.facet_names() if name in asked)
    pay = request.args.get("pay", type=int)
    return Filters(
        facets=facets,
        session_id=whole_number(request.args.get("session", "")),
        pay=pay if pay in catalog.PAY_STEPS else None,
    )


def _query(filters: Filters) -> dict[str, Any]:
    """The filters as they stand in an address."""
    return {
        "only": list(filters.facets),
        "pay": filters.pay,
        "session": filters.session_id,
    }


@lru_cache(maxsize=1024)
def _said(filters: Filters) -> str:
    """The same as the end of an address: a page has a dozen, and everybody's are alike."""
    told = {name: value for name, value in _query(filters).items() if value}
    return f"?{urlencode(told, doseq=True)}" if told else ""


def _chips(fair: Fair, filters: Filters) -> Iterable[Chip]:
    words = {
        "day": _("Day shift"),
        "board": _("Board and lodging"),
        "trainable": _("Can be learned"),
        "weekend": _("Weekends off"),
    }
    address = url_for("seeker.matches", slug=fair.slug)
    for name in catalog.facet_names():
        on = name in filters.facets
        facets = tuple(f for f in (*filters.facets, name) if f != name or not on)
        yield Chip(words[name], on, address + _said(replace(filters, facets=facets)))
    for step in catalog.PAY_STEPS[1:4]:
        on = filters.pay == step
        text = _("from %(amount)s yuan", amount=step)
        yield Chip(text, on, address + _said(replace(filters, pay=None if on else step)))
    for place in board.of_fair(work(), fair.id).places:
        on = filters.session_id == place.id
        session = None if on else place.id
        if place.employers or place.kind is SessionKind.LIVESTREAM:
            yield Chip(place.name, on, address + _said(replace(filters, session_id=session)))


def _block(value: str | None) -> Block | None:
    return Block(value) if value in {block.value for block in Block} else None
