"""The documents name every setting, command, JSON route, word and message of the code."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from matcher.domain import terms
from matcher.settings import Settings
from matcher.storage import Base
from web.command import group
from web.doorway import Site

ROOT = Path(__file__).parents[2]


def _doc(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def test_every_setting_is_documented() -> None:
    text = _doc("settings.md")
    names = [field.name for field in dataclasses.fields(Settings)]
    assert not [name for name in names if f"`FAIRMATCH_{name.upper()}`" not in text]


def test_no_setting_is_documented_that_is_not_there() -> None:
    known = {f"FAIRMATCH_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    assert set(re.findall(r"`(FAIRMATCH_\w+)`", _doc("settings.md"))) <= known


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            yield from _commands(found, f"{name} {child}")
    else:
        yield name, command


def test_every_command_and_option_is_documented() -> None:
    text = _doc("cli.md")
    missing = []
    for name, command in _commands(group, "fairmatch"):
        options = [o for p in command.params for o in p.opts if o.startswith("--")]
        section = text.split(f"`{name}", 1)[1].split("\n#", 1)[0] if f"`{name}" in text else ""
        missing += [name] if not section else [f"{name} {o}" for o in options if o not in section]
    assert not missing


@pytest.fixture
def rules(app: Site) -> list[str]:
    return [rule.rule for rule in app.url_map.iter_rules()]


def test_every_json_route_is_documented(rules: list[str]) -> None:
    text = _doc("api.md")
    assert not [r for r in rules if r.startswith("/api/") and _plain(r) not in text]


def _plain(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", rule)


def test_every_table_and_word_is_in_the_glossary() -> None:
    text = _doc("glossary.md")
    classes = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert not [name for name in classes if name not in text]
    assert not [stage.value for stage in terms.Stage if stage.value not in text]


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("docs/**/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert not broken


def test_the_project_names_no_machine_of_ours() -> None:
    pattern = re.compile(r"(?:^|[^\w.])/(?:work|farm|root)/")
    kinds = ("*.py", "*.md", "*.toml", "*.html", "*.js", "*.css")
    places = ("matcher", "web", "docs", "tests", "data")
    pages = [p for place in places for kind in kinds for p in (ROOT / place).rglob(kind)]
    found = [p for p in pages if "vendor" not in p.parts and pattern.search(p.read_text("utf-8"))]
    assert [p for p in found if p.name != "test_docs_are_complete.py"] == []
