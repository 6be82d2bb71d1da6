"""The words of the organizer's tasks, and the page on which each is seen to."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import ngettext

from matcher.services.checklist import Item, Task
from web.language import gettext as _

_LACKS = {Task.IDLE_EMPLOYERS: "posting", Task.DRAFTS: "element"}
DONE_FIRST = {False: 0, True: 1}  # what is open stands above what is done


@dataclass(frozen=True)
class TaskLine:
    """One line of a list of tasks."""

    text: str
    action: str
    href: str
    is_done: bool
    must: bool


def task_line(item: Item) -> TaskLine:
    """A task in words, with where to go."""
    text = _done(item.task) if item.is_done else _open(item.task, item.count)
    endpoint, action = _place(item.task)
    lacks = _LACKS.get(item.task)
    return TaskLine(
        text, action, url_for(f"organizer.{endpoint}", lacks=lacks), item.is_done, item.must
    )


def _place(task: Task) -> tuple[str, str]:
    places = {
        Task.SESSIONS: ("session_list", _("Add a session")),
        Task.ORGANIZER: ("edit_fair", _("Fill in")),
        Task.EMPLOYERS: ("employer_list", _("Add employers")),
        Task.POSTINGS: ("import_file", _("Import a file")),
        Task.BOOTHS: ("booth_list", _("Add booths")),
        Task.BOOTHLESS: ("booth_list", _("Give booths")),
        Task.IDLE_EMPLOYERS: ("employer_list", _("See which")),
        Task.DRAFTS: ("employer_list", _("See whose")),
        Task.STREAM_ADDRESS: ("session_list", _("Fill in")),
        Task.HOSTS: ("staff_list", _("Name a host")),
        Task.GATES: ("staff_list", _("Set up a kiosk")),
        Task.LICENSED_MAX: ("edit_fair", _("Fill in")),
        Task.NEARLY_FULL: ("attendance", _("See the gates")),
        Task.STREAM_LATE: ("session_list", _("See which")),
        Task.QUESTIONS: ("session_list", _("See which")),
    }
    return places[task]


def _done(task: Task) -> str:
    return {
        Task.SESSIONS: _("Sessions are set up"),
        Task.ORGANIZER: _("Organizer and licence are named"),
        Task.EMPLOYERS: _("Employers are in"),
        Task.POSTINGS: _("Postings are published"),
        Task.BOOTHS: _("Booths are set up"),
        Task.BOOTHLESS: _("Every employer has a booth"),
        Task.IDLE_EMPLOYERS: _("Every employer has a posting"),
        Task.DRAFTS: _("No draft lacks what the law asks for"),
        Task.STREAM_ADDRESS: _("Every livestream has its address"),
        Task.HOSTS: _("Every livestream has a host"),
        Task.GATES: _("Every hall has a kiosk"),
        Task.LICENSED_MAX: _("The licensed maximum is set"),
    }.get(task, "")


def _open(task: Task, n: int) -> str:
    return {
        Task.SESSIONS: _("No session yet: a hall or a livestream"),
        Task.ORGANIZER: _("Organizer or licence number is missing"),
        Task.EMPLOYERS: _("No employer yet"),
        Task.POSTINGS: _("No posting is published yet"),
        Task.BOOTHS: _("No booths yet"),
        Task.BOOTHLESS: ngettext(
            "%(num)d employer has no booth", "%(num)d employers have no booth", n
        ),
        Task.IDLE_EMPLOYERS: ngettext(
            "%(num)d employer has no posting", "%(num)d employers have no posting", n
        ),
        Task.DRAFTS: ngettext(
            "%(num)d draft lacks what the law asks for",
            "%(num)d drafts lack what the law asks for",
            n,
        ),
        Task.STREAM_ADDRESS: ngettext(
            "%(num)d livestream has no address", "%(num)d livestreams have no address", n
        ),
        Task.HOSTS: ngettext(
            "%(num)d livestream has no host", "%(num)d livestreams have no host", n
        ),
        Task.GATES: ngettext("%(num)d hall has no kiosk", "%(num)d halls have no kiosk", n),
        Task.LICENSED_MAX: ngettext(
            "%(num)d person registered: from 1,000 on, a licensed maximum is needed",
            "%(num)d people registered: from 1,000 on, a licensed maximum is needed",
            n,
        ),
        Task.NEARLY_FULL: ngettext(
            "%(num)d person has come: close to the licensed maximum",
            "%(num)d people have come: close to the licensed maximum",
            n,
        ),
        Task.STREAM_LATE: ngettext(
            "%(num)d livestream should be on the air",
            "%(num)d livestreams should be on the air",
            n,
        ),
        Task.QUESTIONS: ngettext(
            "%(num)d question waits for an answer", "%(num)d questions wait for an answer", n
        ),
    }[task]
