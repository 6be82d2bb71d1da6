"""The profile in three steps: what one wants, what one can do, what to call and how to reach one.

Each step is kept as soon as it is sent, so going back or reloading loses nothing.
"""

from typing import Any

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from matcher.domain.drafts import believe
from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import Education, FairStatus, Source
from matcher.domain.values import whole_number
from matcher.services import catalog, matches, resumes, seekers, showcase, tickets
from matcher.services.matches import Filters
from matcher.services.seekers import Seeker
from matcher.services.showcase import Fair
from web import limits
from web.access import allow_anyone, sign_in_as, visitor
from web.drafts import form_values, problem_sentences
from web.fairground import fair_at, seeker_here, to_the_steps
from web.language import gettext as _
from web.language import html_language, label, sentence
from web.limits import limiter
from web.pages.seeker.blueprint import bp
from web.work import work

_FIELDS = {
    1: ("wanted", "no_night", "weekend_off", "min_pay", "districts"),
    2: (
        "certificates",
        "skills",
        "years",
        "education",
        "text",
        "veteran",
        "trainable_wanted",
    ),
    3: ("name", "phone", "visible"),
}
_LAST = 3
_LISTS = ("wanted", "certificates", "skills", "districts")
_FIRST_LOOK = 3


@bp.get("/f/<slug>/start")
@allow_anyone
def start(slug: str) -> ResponseReturnValue:
    """The first step."""
    return redirect(url_for("seeker.step", slug=slug, step=1))


@bp.get("/f/<slug>/start/<id:step>")
@allow_anyone
def step(slug: str, step: int) -> ResponseReturnValue:
    """One step, filled with what was said so far."""
    fair = fair_at(slug)
    if step not in _FIELDS:
        raise NotFound
    if fair.status is FairStatus.CLOSED:
        flash(_("This fair is over. You can still read everything, but not change it."), "warn")
        return redirect(url_for("home.fair", slug=slug))
    seeker = seeker_here(fair)
    if seeker is None and step > 1:
        return to_the_steps(fair, _posting())
    values = seekers.told(seeker) if seeker else SeekerDraft().model_dump()
    return _page(fair, step, seeker, values, {})


@bp.post("/f/<slug>/start/<id:step>")
@limiter.limit(limits.NEW_PROFILE, exempt_when=lambda: visitor().seeker_id is not None)
@allow_anyone
def step_taken(slug: str, step: int) -> ResponseReturnValue:
    """Keep what this step says and go on; with a problem, show it with all that was typed."""
    fair = fair_at(slug)
    if step not in _FIELDS:
        raise NotFound
    seeker = seeker_here(fair)
    if seeker is None and step > 1:
        return to_the_steps(fair, _posting())
    typed = _typed(step)
    try:
        text = _resume_text() if step == 2 else None
        seeker = _keep(fair, seeker, typed)
        _keep_resume(seeker, text)
        if step == 2:
            seekers.require_something(seeker)
    except Invalid as wrong:
        return _page(fair, step, seeker_here(fair), typed, problem_sentences(wrong)), 422
    except Refused as refusal:
        if refusal.code == "fair_closed":
            raise
        return _page(fair, step, seeker_here(fair), typed, {"resume": sentence(refusal)}), 422
    return _go_on(fair, step, seeker)


def _page(
    fair: Fair, step: int, seeker: Seeker | None, values: dict[str, Any], problems: dict[str, str]
) -> str:
    looks = step == _LAST and seeker is not None
    return render_template(
        f"seeker/step{step}.html",
        fair=fair,
        step=step,
        values=_as_lists(values),
        problems=problems,
        seeker=seeker,
        elsewhere=_fair_elsewhere(fair),
        catalog=catalog.of_fair(work(), fair.id),
        pay_steps=catalog.PAY_STEPS,
        schooling=[(e.value, label(e)) for e in Education if e is not Education.NONE],
        resume=resumes.of_seeker(work(), seeker) if seeker else None,
        found=matches.of_seeker(work(), fair, seeker, Filters()) if looks and seeker else None,
        first_look=_FIRST_LOOK,
        ticket=tickets.of_seeker(work(), seeker) if seeker else None,
        posting=_posting(),
        months=max(1, round(current_app.extensions["settings"].retention_days / 30.4)),
    )


def _fair_elsewhere(fair: Fair) -> Fair | None:
    """The other fair whose ticket this phone holds: one phone holds one."""
    held = visitor().fair_id
    if held is None or held == fair.id:
        return None
    try:
        return showcase.by_id(work(), held)
    except NotFound:  # taken back from the public
        return None


def _typed(step: int) -> dict[str, Any]:
    """What this step's form says; an empty row of chips is an answer too."""
    sent = form_values(SeekerDraft)
    if "years" in sent:
        sent["years"] = sent["years"].strip().removesuffix("年")  # people write "3年"
    nothing = {field: [] if field in _LISTS else "" for field in _FIELDS[step]}
    return {field: sent.get(field, nothing[field]) for field in _FIELDS[step]}


def _as_lists(values: dict[str, Any]) -> dict[str, Any]:
    """The values with every list as a list, however it was typed."""
    lists = {field: values[field] for field in _LISTS if isinstance(values.get(field), str)}
    split = {field: [w.strip() for w in text.splitlines()] for field, text in lists.items()}
    return {**values, **split}


def _keep(fair: Fair, seeker: Seeker | None, typed: dict[str, Any]) -> Seeker:
    if seeker is not None:
        seekers.change(work(), seeker, believe(SeekerDraft, {**seekers.told(seeker), **typed}))
        return seeker
    made = seekers.create(
        work(),
        fair,
        believe(SeekerDraft, typed),
        source=Source.PHONE,
        language="en" if html_language() == "en" else "zh_CN",
    )
    sign_in_as(seeker_id=made.id)
    return made


def _resume() -> FileStorage | None:
    sent = request.files.get("resume")
    return sent if sent is not None and sent.filename else None


def _resume_text() -> str | None:
    """The text of the resume in this request, None without one. Raises Refused."""
    sent = _resume()
    if sent is None:
        return None
    text = resumes.read(work(), sent.stream.read())
    sent.stream.seek(0)
    return text


def _keep_resume(seeker: Seeker, text: str | None) -> None:
    sent = _resume()
    if text is not None and sent is not None:
        name = sent.filename or ""
        resumes.keep(work(), seeker, filename=name, content=sent.stream.read(), text=text)
    elif request.form.get("remove_resume"):
        resumes.remove(work(), seeker)


def _go_on(fair: Fair, step: int, seeker: Seeker) -> ResponseReturnValue:
    posting = _posting()
    if step < _LAST:
        return redirect(url_for("seeker.step", slug=fair.slug, step=step + 1, posting=posting))
    tickets.issue(work(), seeker, source=Source.PHONE)
    if posting is not None:
        return redirect(url_for("seeker.apply", slug=fair.slug, number=posting))
    return redirect(url_for("seeker.matches", slug=fair.slug))


def _posting() -> int | None:
    """The posting somebody wanted to apply to before we knew them: its number."""
    return whole_number(request.args.get("posting", ""))
