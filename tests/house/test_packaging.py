"""The way in: locks, front-end packages, the set-up's plain sentences, and what the wheel holds."""

import ast
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools.setup import assets, python, stops, translations
from tools.setup.place import Place
from tools.setup.stamps import Stamps, key_of

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
NO_ENSUREPIP = """
import runpy, sys
sys.modules["ensurepip"] = None
sys.argv = ["setup_env.py"]
runpy.run_path("setup_env.py", run_name="__main__")
"""


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;]+)", text, flags=re.MULTILINE))


def asked(requirements: list[str]) -> set[str]:
    names = (re.split(r"[\[<>=!~; ]", text, maxsplit=1)[0] for text in requirements)
    return {name.lower().replace("_", "-") for name in names}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_versions_and_hashes_but_no_addresses(lock: Path) -> None:
    text = lock.read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, flags=re.MULTILINE)


def test_the_locks_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime = project["project"]["dependencies"] + sum(
        project["project"]["optional-dependencies"].values(), []
    )
    groups = project["dependency-groups"]
    assert asked(runtime) <= set(locked("requirements.lock"))
    assert asked(groups["tests"] + groups["check"]) <= set(locked("requirements-dev.lock"))
    assert asked(groups["build"]) <= set(locked("requirements-build.lock"))
    assert asked(groups["node"]) <= set(locked("requirements-node.lock"))


def test_whoever_tests_runs_the_versions_that_visitors_run() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_the_npm_lock_holds_hashes_but_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    names = {name: facts for name, facts in packages.items() if name}
    assert names
    assert all("resolved" not in facts and "integrity" in facts for facts in names.values())
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    assert packages[""]["dependencies"] == wanted


def test_every_front_end_file_is_in_place_and_unaltered() -> None:
    place = Place(ROOT)
    manifest = json.loads((place.vendor / "manifest.json").read_text("utf-8"))["packages"]
    expected = {package.name: package for package in assets.wanted(ROOT)}
    assert {package["name"] for package in manifest} == set(expected)
    for package in manifest:
        wanted = expected[package["name"]]
        assert package["version"] == wanted.version
        assert set(package["sha256"]) == {f"{wanted.folder}/{to}" for to in wanted.files.values()}
        assert "LICENSE" in wanted.files.values()
        for name, digest in package["sha256"].items():
            assert _sha256(place.vendor / name) == digest, name


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_icon_list_is_sorted_and_names_each_icon_once() -> None:
    names = (ROOT / "web" / "static" / "icons.txt").read_text("utf-8").split()
    assert names == sorted(set(names))


def test_every_icon_that_a_page_names_is_in_the_list() -> None:
    listed = set((ROOT / "web" / "static" / "icons.txt").read_text("utf-8").split())
    for page in (ROOT / "web" / "templates").rglob("*.html"):
        named = set(re.findall(r"""\bicon\(["']([a-z0-9-]+)["']""", page.read_text("utf-8")))
        assert named <= listed, page


def test_every_icon_in_the_list_is_named_by_a_page() -> None:
    pages = "".join(page.read_text("utf-8") for page in (ROOT / "web").rglob("*.html"))
    listed = (ROOT / "web" / "static" / "icons.txt").read_text("utf-8").split()
    assert not [name for name in listed if f"'{name}'" not in pages and f'"{name}"' not in pages]


def test_no_translation_is_a_guess_nor_marked_as_one() -> None:
    for catalogue in translations.sources(Place(ROOT)):
        assert "#, fuzzy" not in catalogue.read_text("utf-8"), catalogue


def test_the_entrance_parses_on_pythons_that_are_too_old() -> None:
    ast.parse((ROOT / "setup_env.py").read_text("utf-8"), feature_version=(3, 6))


def test_a_python_without_venv_gets_one_sentence_in_each_language(tmp_path: Path) -> None:
    for part in ("setup_env.py", *(str(p.relative_to(ROOT)) for p in ROOT.glob("tools/**/*.py"))):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).write_bytes((ROOT / part).read_bytes())
    for name in ("build", "node", "dev"):
        (tmp_path / f"requirements-{name}.lock").touch()
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    (tmp_path / "web" / "static").mkdir(parents=True)
    for source in assets.sources(Place(tmp_path)):
        source.touch()
    done = subprocess.run(
        [sys.executable, "-c", NO_ENSUREPIP],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    chinese, english = done.stderr.strip().splitlines()
    assert "apt install python3-venv" in chinese
    assert "apt install python3-venv" in english


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("error sending request for url", "network"),
        ("npm error code ENOTFOUND", "network"),
        ("[Errno 30] Read-only file system", "cannot be written"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
    ],
)
def test_a_failed_program_is_told_by_its_reason(output: str, sentence: str) -> None:
    stop = stops.from_output("packages", output, ROOT)
    assert stop is not None
    assert sentence in str(stop)


def test_an_unknown_failure_keeps_its_output_and_names_the_file(tmp_path: Path) -> None:
    script = [sys.executable, "-c", "print('something odd'); raise SystemExit(3)"]
    with pytest.raises(stops.Stop) as caught:
        Place(tmp_path).run("packages", script)
    log = Path(re.search(r"\S+\.log", str(caught.value))[0])
    assert "something odd" in log.read_text("utf-8")
    log.unlink()


def test_an_npm_package_that_is_not_the_locked_one_is_refused(tmp_path: Path) -> None:
    package = assets.wanted(ROOT)[0]
    archive = tmp_path / package.archive
    archive.write_bytes(b"something else")
    with pytest.raises(stops.Stop, match="not the one"):
        assets.lay_out(package, archive, tmp_path / "vendor")


def test_a_step_is_current_until_one_of_its_files_changes(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("one", "utf-8")
    stamps = Stamps(tmp_path / "stamps.json")
    stamps.keep("packages", key_of("3.11", lock))
    assert Stamps(stamps.file).are_current("packages", key_of("3.11", lock))
    lock.write_text("two", "utf-8")
    assert not stamps.are_current("packages", key_of("3.11", lock))
    stamps.forget("packages")
    assert not stamps.are_current("packages", key_of("3.11", lock))


@pytest.mark.parametrize("name", python.STARTED)
def test_what_is_compiled_ahead_is_there(name: str) -> None:
    assert importlib.util.find_spec(name)


def test_make_lists_every_target_that_it_has() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)[1].split())
    listed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert phony == set(re.findall(r"^  make (\w+) ", listed, flags=re.MULTILINE))


def test_the_wheel_holds_the_site_its_words_and_its_data(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    data = {f"matcher/_data/{path.relative_to(ROOT / 'data')}" for path in _files(ROOT / "data")}
    site = {str(path.relative_to(ROOT)) for path in _files(ROOT / "web" / "static" / "vendor")}
    catalogues = ROOT.glob("web/translations/*/LC_MESSAGES/*.po")
    texts = {str(path.with_suffix(".mo").relative_to(ROOT)) for path in catalogues}
    assert data | site | texts <= inside
    assert not [name for name in inside if name.startswith(("tests/", "tools/", "data/"))]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
