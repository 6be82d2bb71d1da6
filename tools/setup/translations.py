"""The words: message catalogues compiled into the form that the site reads."""

from pathlib import Path

from tools.setup.place import Place


def sources(place: Place) -> list[Path]:
    """Every message catalogue, in a fixed order."""
    return sorted((place.root / "web" / "translations").glob("*/LC_MESSAGES/*.po"))


def are_compiled(place: Place) -> bool:
    """Whether each catalogue has its compiled twin."""
    return all(po.with_suffix(".mo").is_file() for po in sources(place))


def compile_all(place: Place) -> None:
    """Compile every catalogue beside its source."""
    if sources(place):
        folder = place.root / "web" / "translations"
        place.run(
            "translations", [place.program("pybabel"), "compile", "--use-fuzzy", "-d", folder]
        )
