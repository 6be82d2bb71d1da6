"""What the fair may learn from choices: the switch, what was learned, and whether it is used."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import NotFound
from matcher.domain.terms import Role
from matcher.services import learning
from matcher.services.learning import COMPARED, LEAST, State
from web.access import allow
from web.language import gettext as _
from web.pages.organizer.place import bp, my_fair, page, unless_refused
from web.work import work

_ROOT = "/organizer/f/<id:fair_id>/learning"


@bp.get(_ROOT, endpoint="learning")
@allow(Role.ORGANIZER)
def shown(fair_id: int) -> ResponseReturnValue:
    """How learning stands, and each weight before and after."""
    state = learning.state(work(), my_fair(fair_id))
    return page(
        "learning.html",
        state=state,
        rows=_rows(state),
        least=LEAST,
        compared=COMPARED,
    )


@bp.post(_ROOT)
@allow(Role.ORGANIZER)
def change_learning(fair_id: int) -> ResponseReturnValue:
    """Switch it on or off, learn now, use what was learned or stop that, or forget everything."""
    fair, asked = my_fair(fair_id), request.form.get("do", "")
    if asked in ("on", "off"):
        learning.switch(work(), fair, on=asked == "on")
        flash(_("Learning is on.") if asked == "on" else _("Learning is off."))
    elif asked == "learn":
        learning.learn(work(), fair)
    elif asked == "use":
        unless_refused(lambda: learning.use(work(), fair, on=True), _("In use from now on."))
    elif asked == "stop":
        learning.use(work(), fair, on=False)
        flash(_("Every list has the usual weights again."))
    elif asked == "forget":
        learning.forget(work(), fair)
        flash(_("Everything that was noted and learned here is deleted."))
    else:
        raise NotFound
    return redirect(url_for("organizer.learning"), 303)


def _rows(state: State) -> list[tuple[str, str, float, float]]:
    """(component, meaning, before, after) of the last lesson."""
    if state.lesson is None:
        return []
    report: dict[str, Any] = state.lesson.report
    words = _components()
    return [
        (*words[name], report["start"][name], tried)
        for name, tried in report["tried"].items()
        if name in words
    ]


def _components() -> dict[str, tuple[str, str]]:
    """What each component of a score is called, and what it looks at."""
    return {
        "cosine": (_("Rare words"), _("few postings say them, and so does the person")),
        "saturated": (_("All words"), _("how much of what the person says the posting says")),
        "title": (_("The title"), _("the wish against what the job is called")),
        "occupations": (_("Occupation"), _("the same occupation under another name")),
        "families": (_("Trade"), _("a related trade")),
        "skills": (_("Skills"), _("skills that the posting names letter by letter")),
        "wishes": (_("Small wishes"), _("day shift, weekends, pay; a little too little schooling")),
    }
