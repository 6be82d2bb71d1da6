"""nginx in front of the workers: its configuration, written anew at each start, and the program."""

import getpass
import os
import shutil
import subprocess
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import web
from web import security
from web.city.plan import Plan

_WHERE = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")


def program() -> str | None:
    """Where nginx stands, None without one; Debian keeps it out of people's way."""
    return shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), *_WHERE)))


def write(plan: Plan) -> Path:
    """Write the configuration for this plan."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # no HTML
    )
    text = pages.get_template("nginx.conf.jinja").render(
        state=plan.state,
        user=getpass.getuser() if os.geteuid() == 0 else "",
        files=plan.files,
        behind=plan.behind,
        sockets=plan.sockets,
        listen=plan.listen,
        certificate=plan.certificate,
        certificate_key=plan.certificate_key,
        largest=plan.settings.upload_max_mb + 1,
        static=Path(web.__file__).parent / "static",
        headers=security.headers(is_secure=plan.is_secure),
    )
    path = plan.state / "nginx.conf"
    path.write_text(text, "utf-8")
    return path


def command(nginx: str, plan: Plan) -> list[str]:
    """What starts it: everything it writes stands in the folder of the plan."""
    log = str(plan.state / "logs" / "error.log")
    return [nginx, "-p", str(plan.state), "-e", log, "-c", str(plan.state / "nginx.conf")]


def complaint(nginx: str, plan: Plan) -> str:
    """What nginx finds wrong with its configuration; empty if nothing."""
    done = subprocess.run(
        [*command(nginx, plan), "-t"], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stderr.strip()
